"""One score sheet: the case beside it, points by the keyboard, lock, abstain, change with a reason; the others after locking.

In a phase: what it lets its people do and read; with names hidden the case is read here alone.
"""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.nominations import story, viewer
from pages.reviewing import advice, dossier, points, said
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.reviewing.actions import advising, blind, phasing, printing, sheets
from recognition.reviewing.phases import Sees, Standing, Task, standing
from recognition.reviewing.terms import Assignment, AssignmentState
from vietnamese import dates

who = frame.require(Verb.SCORE)
sheet = frame.found(lambda: sheets.sheet(who, frame.case_id()))
one = sheet.assignment
if one.account_id != who.account_id:
    frame.refuse("Phiếu này của người chấm khác. Thư ký nhập phiếu giấy ở trang theo dõi chấm điểm.")
NAME = f"sheet:{one.id}"
phase = phasing.mine(who, [one.phase_id]).get(one.phase_id) if one.phase_id else None
now = standing(phase, dates.today()) if phase else Standing.OPEN
scores = phase is None or phase.task is Task.SCORE
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def done(result: Assignment | str | None, sentence: str) -> None:
    """Say it and draw the sheet anew."""
    if result is not None:
        parts.done(sentence)
        st.rerun()


def open_sheet() -> None:
    """Points, remark; keep or lock."""
    with st.form(f"form:{one.version}", border=True):
        typed, reasons = points.fields(sheet, NAME, files)
        remark = st.text_area("Nhận xét chung (không bắt buộc)", one.remark if one.state is AssignmentState.OPEN else "", height=100)
        parts.field_error(NAME, "remark")
        parts.field_error(NAME, "points")
        keep, lock = st.columns(2)
        kept = keep.form_submit_button("Lưu, chấm tiếp sau", width="stretch")
        locked = lock.form_submit_button("Chốt phiếu", type="primary", icon=":material/lock:", width="stretch")
    if kept or locked:
        done(parts.do(NAME, lambda key: sheets.save(who, one.id, one.version, typed, reasons, remark, key, lock=locked)), "Đã chốt phiếu." if locked else "Đã lưu điểm.")


def abstaining() -> None:
    """Not to judge this case, with a reason."""
    if st.button("Không chấm hồ sơ này…", type="tertiary"):
        parts.ask("abstain")

    def reason() -> None:
        st.text_area("Lý do", key="abstain_reason", height=90)
        parts.field_error("abstain", "reason")

    def call(key: UUID) -> Assignment:
        return sheets.abstain(who, one.id, one.version, st.session_state.get("abstain_reason", ""), key)

    done(parts.confirm("abstain", f"Không chấm {sheet.code}", "Không chấm không phải là 0 điểm: điểm của hồ sơ là trung bình của những người khác.", "Không chấm", call, reason), "Đã ghi không chấm.")


def locked_sheet() -> None:
    """The sheet as locked; a change says why."""
    with st.container(border=True):
        points.shown(sheet, files)
        if one.remark:
            parts.plain(one.remark)
    if now is Standing.OPEN:
        changing()
    st.subheader("Những người chấm khác")
    with st.container(border=True):
        others = sheets.others(who, one.nomination_id) or ()
        for name, whole in others:
            parts.plain(f"{name}: {'không chấm' if whole is None else f'{whole} điểm'}")
        if not others:
            parts.soft("Chưa ai khác chốt phiếu.")


def changing() -> None:
    """A change of a locked sheet says why."""
    with st.expander("Sửa phiếu đã chốt", icon=":material/edit:"), st.form(f"change:{one.version}", border=False):
        typed, _ = points.fields(sheet, f"{NAME}:change")
        reason = st.text_area("Lý do sửa", height=80)
        parts.field_error(f"{NAME}:change", "reason")
        if st.form_submit_button("Sửa và chốt lại", type="primary"):
            done(parts.do(f"{NAME}:change", lambda key: sheets.change_locked(who, one.id, one.version, typed, reason, key)), "Đã sửa phiếu.")


def the_case() -> None:
    """What is scored: the story first, then its files and the sheet for the pen."""
    if sheet.hidden:
        parts.soft("Vòng này giấu tên: tên người, đơn vị, nơi làm được thay bằng «…». Anh/chị nhận ra là ai mà thấy có liên quan thì chọn «Không chấm hồ sơ này».")
        dossier.draw(blind.dossier(who, one.id))
    else:
        case = frame.found(lambda: nominations.get(who, one.nomination_id))
        parts.plain(case.achievement)
        whole_case = [file for file in files if not file.criteria]
        if whole_case:
            parts.soft("Minh chứng chung")
            viewer.links(whole_case)
    with st.container(horizontal=True):
        if not sheet.hidden:
            frame.link("pages/nominations/case.py", "Mở cả hồ sơ, minh chứng", icon=":material/open_in_new:", id=one.nomination_id)
        if scores:
            st.download_button(
                "Tải phiếu để in", data=lambda: printing.paper(who, one.id)[0], file_name=f"Phiếu chấm {sheet.code}.docx", mime=WORD, icon=":material/print:",
                on_click="ignore", type="tertiary",
            )  # fmt: skip
    if phase is not None and phase.number > 1 and phase.sees is not Sees.NONE and now is not Standing.PLANNED:
        st.subheader("Các vòng trước")
        said.before(advising.earlier(who, one.id))


def go_on() -> None:
    """After a sheet is closed: the next one that is open, without going back to the list."""
    after = next((line for line in sheets.mine(who) if line.state is AssignmentState.OPEN and line.assignment_id != one.id and line.phase_id == one.phase_id), None)
    if after is not None and now is Standing.OPEN and st.button(f"{'Chấm tiếp' if scores else 'Hồ sơ tiếp'}: {parts.said(after.recipient)}", icon=":material/arrow_forward:", type="primary"):
        frame.go("pages/reviewing/sheet.py", id=after.assignment_id)


frame.link("pages/reviewing/mine.py", "Chấm điểm", icon=":material/arrow_back:")
files = [] if sheet.hidden else nominations.evidence(who, one.nomination_id)
st.title(parts.said(story.named(sheet.recipient, sheet.title)))
parts.soft(" · ".join(part for part in (f"Phiếu {sheet.code}", phase.title if phase else "", sheet.unit, sheet.campaign) if part))
read, work = st.columns([4, 4], gap="large")
with read:
    the_case()
with work:
    if phase is not None and now is not Standing.OPEN:
        until = f"«{phase.title}» mở từ {dates.short(phase.opens)}." if now is Standing.PLANNED else f"«{phase.title}» đã đóng: phiếu chỉ còn xem được."
        st.info(parts.said(until), icon=":material/schedule:" if now is Standing.PLANNED else ":material/lock:")
    if scores:
        points.total(sheet)
    if phase is not None and not scores:
        advice.draw(who, one, phase)
        if one.state is not AssignmentState.OPEN:
            go_on()
    elif one.state is AssignmentState.LOCKED:
        locked_sheet()
        go_on()
    else:
        if one.state is AssignmentState.ABSTAINED:
            st.info(parts.said(f"Anh/chị đã ghi không chấm: {one.remark.rstrip('.')}. Vẫn có thể chấm lại."), icon=":material/info:")
            go_on()
        if now is Standing.OPEN:
            open_sheet()
        elif now is Standing.CLOSED:
            with st.container(border=True):
                points.shown(sheet, files)
    if one.state is AssignmentState.OPEN and now is Standing.OPEN:
        abstaining()
