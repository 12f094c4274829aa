"""Chấm điểm: the cases that I was asked to score, what is open first."""

from __future__ import annotations

import streamlit as st

from pages.reviewing import grid
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.reviewing.actions import sheets
from recognition.reviewing.terms import AssignmentState, Line

who = frame.require(Verb.SCORE)
lines = sheets.mine(who)
waiting = [line for line in lines if line.state is AssignmentState.OPEN]


def row(line: Line) -> None:
    """One case with how far its sheet is, and the way to it."""
    words, badge, button = st.columns([5.6, 1.6, 1.8], vertical_alignment="center")
    with words:
        st.markdown(f"**{parts.said(line.recipient)}: {parts.said(line.title)}**")
        parts.soft(f"{line.code} · {line.unit} · {line.campaign} · {line.given}/{line.wanted} tiêu chí có điểm")
    with badge:
        if line.state is AssignmentState.OPEN:
            parts.deadline(line.due)
        else:
            st.badge(line.state.label, icon=":material/lock:" if line.state is AssignmentState.LOCKED else ":material/remove:", color="green" if line.state is AssignmentState.LOCKED else "gray")
    if button.button("Chấm điểm" if line.state is AssignmentState.OPEN else "Xem phiếu", key=f"sheet:{line.assignment_id}", width="stretch"):
        frame.go("pages/reviewing/sheet.py", id=line.assignment_id)


st.title("Chấm điểm")
parts.soft(f"{len(waiting)} hồ sơ chưa chốt trong {len(lines)} hồ sơ được giao. Điểm của người khác chỉ hiện sau khi anh/chị chốt phiếu của mình.")
if not lines:
    parts.empty("Chưa có hồ sơ nào giao cho anh/chị chấm.")
EACH, TABLE = "Từng hồ sơ", "Chấm trên bảng"
how = st.segmented_control("Cách chấm", [EACH, TABLE], default=EACH, required=True, label_visibility="collapsed", key="mine:how") if waiting else EACH
if how == TABLE:
    grid.draw(who)
    st.stop()
for group in (waiting, [line for line in lines if line.state is not AssignmentState.OPEN]):
    if group:
        with st.container(border=True):
            for one in group:
                row(one)
