"""One case's sheets for the secretary: who has it, the printed sheet, the sheet filled in by hand typed in."""

from __future__ import annotations

import streamlit as st

from pages.reviewing import points, said
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.reviewing.actions import advising, assigning, printing, sheets
from recognition.reviewing.phases import Phase, Task
from recognition.reviewing.terms import Assignment, AssignmentState, CaseResult

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draw(who: Actor, case: CaseResult, phase: Phase | None = None) -> None:
    """Totals of those who have locked, or what they said in a phase; then the sheets that are still open."""
    with st.container(border=True):
        st.markdown(f"**{parts.said(case.code)} · {parts.said(case.recipient)}: {parts.said(case.title)}**")
        if phase is None:
            for name, total in sheets.others(who, case.nomination_id) or ():
                parts.plain(f"{name}: {'không chấm' if total is None else f'{total} điểm'}")
        else:
            said.draw(advising.given(who, case.nomination_id, phase.id))
        given = assigning.assignments(who, case.nomination_id)
        waiting = [one for one in given if one.state is AssignmentState.OPEN and (phase is None or one.phase_id == phase.id)]
        if not waiting:
            return
        one = st.selectbox("Phiếu chưa chốt của", waiting, format_func=lambda sheet: sheet.reviewer, key=f"paper:{case.nomination_id}")
        if phase is not None and phase.task is not Task.SCORE:
            _end(who, one)
            return
        sheet = sheets.sheet(who, one.id)
        st.download_button("Tải phiếu để in", data=lambda: printing.paper(who, one.id)[0], file_name=f"Phiếu chấm {case.code}.docx", mime=WORD, icon=":material/print:", on_click="ignore", type="tertiary")
        name = f"enter:{one.id}"
        with st.expander("Nhập phiếu đã chấm trên giấy"), st.form(f"form:{one.id}:{one.version}", border=False):
            typed, reasons = points.fields(sheet, name)
            remark = st.text_input("Nhận xét trên phiếu")
            parts.field_error(name, "points")
            if st.form_submit_button("Nhập và chốt", type="primary") and parts.did(name, lambda key: sheets.enter_paper(who, one.id, one.version, typed, remark, key, reasons)):
                parts.done("Đã nhập phiếu giấy.")
                st.rerun()
        _end(who, one)


def _end(who: Actor, one: Assignment) -> None:
    """Ask somebody no longer."""
    if st.button(f"Thôi giao {parts.said(one.reviewer)}", key=f"end:{one.id}", type="tertiary") and parts.did(f"end:{one.id}", lambda key: assigning.unassign(who, one.id, one.version, key)):
        st.rerun()
