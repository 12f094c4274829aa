"""Chấm điểm: the cases that I was asked to score, what is open first."""

from __future__ import annotations

import streamlit as st

from pages.reviewing import grid
from pages.shared import frame, parts, tables
from recognition.hall.words import Verb
from recognition.reviewing.actions import phasing, sheets
from recognition.reviewing.phases import Phase, Standing, Task, standing
from recognition.reviewing.terms import AssignmentState, Line
from vietnamese import dates

who = frame.require(Verb.SCORE)
lines = sheets.mine(who)
phases = phasing.mine(who, [line.phase_id for line in lines if line.phase_id])


def phase_of(line: Line) -> Phase | None:
    """The phase in which the person was asked for this case."""
    return phases.get(line.phase_id) if line.phase_id else None


def now(line: Line) -> Standing:
    """Whether its sheet may be filled in today."""
    phase = phase_of(line)
    return standing(phase, dates.today()) if phase else Standing.OPEN


waiting = [line for line in lines if line.state is AssignmentState.OPEN and now(line) is Standing.OPEN]
VERBS = {Task.SCORE: "Chấm điểm", Task.COMMENT: "Nhận xét", Task.RECOMMEND: "Kiến nghị"}


def row(line: Line) -> None:
    """One case with how far its sheet is, and the way to it."""
    words, badge, button = st.columns([5.6, 1.6, 1.8], vertical_alignment="center")
    with words:
        st.markdown(f"**{parts.said(line.recipient)}: {parts.said(line.title)}**")
        phase = phase_of(line)
        points = f"{line.given}/{line.wanted} tiêu chí có điểm" if phase is None or phase.task is Task.SCORE else ""
        parts.soft(" · ".join(part for part in (line.code, phase.title if phase else "", line.unit, line.campaign, points) if part))
    with badge:
        if line in waiting:
            parts.deadline(line.due)
        elif line.state is AssignmentState.OPEN and phase is not None:
            early = now(line) is Standing.PLANNED
            st.badge(f"mở {dates.short(phase.opens)}" if early else "Vòng đã đóng", icon=":material/schedule:" if early else ":material/lock:", color="gray")
        else:
            st.badge(line.state.label, icon=":material/lock:" if line.state is AssignmentState.LOCKED else ":material/remove:", color="green" if line.state is AssignmentState.LOCKED else "gray")
    verb = VERBS[phase.task] if phase else VERBS[Task.SCORE]
    if button.button(verb if line in waiting else "Xem phiếu", key=f"sheet:{line.assignment_id}", width="stretch"):
        frame.go("pages/reviewing/sheet.py", id=line.assignment_id)


st.title("Chấm điểm")
if not lines:
    parts.empty("Chưa có hồ sơ nào giao cho anh/chị chấm. Thư ký giao thì hồ sơ hiện ở đây và ở «Việc cần làm».")
    st.stop()
parts.soft(f"{len(waiting)} hồ sơ chưa chốt trong {len(lines)} hồ sơ được giao. Điểm của người khác chỉ hiện sau khi anh/chị chốt phiếu của mình.")
EACH, TABLE = "Từng hồ sơ", "Chấm trên bảng"
scored = any((phase := phase_of(line)) is None or phase.task is Task.SCORE for line in waiting)
typing = scored and not tables.on_phone()  # the table is for a keyboard, and wider than a phone
how = st.segmented_control("Cách chấm", [EACH, TABLE], default=EACH, required=True, label_visibility="collapsed", key="mine:how") if typing else EACH
if how == TABLE:
    grid.draw(who)
    st.stop()
for group in (waiting, [line for line in lines if line not in waiting]):
    if group:
        with st.container(border=True):
            for one in group:
                row(one)
