"""One score sheet: the case beside it, points by the keyboard, lock, abstain, change with a reason; the others after locking."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.nominations import story, viewer
from pages.reviewing import points
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.reviewing.actions import printing, sheets
from recognition.reviewing.terms import Assignment, AssignmentState

who = frame.require(Verb.SCORE)
sheet = frame.found(lambda: sheets.sheet(who, frame.case_id()))
one = sheet.assignment
if one.account_id != who.account_id:
    frame.refuse("Phiếu này của người chấm khác. Thư ký nhập phiếu giấy ở trang theo dõi chấm điểm.")
NAME = f"sheet:{one.id}"
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
    with st.expander("Sửa phiếu đã chốt", icon=":material/edit:"), st.form(f"change:{one.version}", border=False):
        typed, _ = points.fields(sheet, f"{NAME}:change")
        reason = st.text_area("Lý do sửa", height=80)
        parts.field_error(f"{NAME}:change", "reason")
        if st.form_submit_button("Sửa và chốt lại", type="primary"):
            done(parts.do(f"{NAME}:change", lambda key: sheets.change_locked(who, one.id, one.version, typed, reason, key)), "Đã sửa phiếu.")
    st.subheader("Những người chấm khác")
    with st.container(border=True):
        others = sheets.others(who, one.nomination_id) or ()
        for name, whole in others:
            parts.plain(f"{name}: {'không chấm' if whole is None else f'{whole} điểm'}")
        if not others:
            parts.soft("Chưa ai khác chốt phiếu.")


def the_case() -> None:
    """What is scored: the story first, then its files and the sheet for the pen."""
    parts.plain(case.achievement)
    whole_case = [file for file in files if not file.criteria]
    if whole_case:
        parts.soft("Minh chứng chung")
        viewer.links(whole_case)
    with st.container(horizontal=True):
        frame.link("pages/nominations/case.py", "Mở cả hồ sơ, minh chứng", icon=":material/open_in_new:", id=case.id)
        st.download_button(
            "Tải phiếu để in", data=lambda: printing.paper(who, one.id)[0], file_name=f"Phiếu chấm {sheet.code}.docx", mime=WORD, icon=":material/print:",
            on_click="ignore", type="tertiary",
        )  # fmt: skip


def go_on() -> None:
    """After a sheet is closed: the next one that is open, without going back to the list."""
    after = next((line for line in sheets.mine(who) if line.state is AssignmentState.OPEN and line.assignment_id != one.id), None)
    if after is not None and st.button(f"Chấm tiếp: {parts.said(after.recipient)}", icon=":material/arrow_forward:", type="primary"):
        frame.go("pages/reviewing/sheet.py", id=after.assignment_id)


frame.link("pages/reviewing/mine.py", "Chấm điểm", icon=":material/arrow_back:")
case = frame.found(lambda: nominations.get(who, one.nomination_id))
files = nominations.evidence(who, one.nomination_id)
st.title(parts.said(story.name(case)))
parts.soft(f"Phiếu chấm {sheet.code} · {sheet.unit} · {sheet.campaign}")
read, work = st.columns([4, 4], gap="large")
with read:
    the_case()
with work:
    points.total(sheet)
    if one.state is AssignmentState.LOCKED:
        locked_sheet()
        go_on()
    else:
        if one.state is AssignmentState.ABSTAINED:
            st.info(parts.said(f"Anh/chị đã ghi không chấm: {one.remark.rstrip('.')}. Vẫn có thể chấm lại."), icon=":material/info:")
            go_on()
        open_sheet()
