"""The sheet of a phase without points: a recommendation, a remark; the others' after one's own is closed."""

from __future__ import annotations

import streamlit as st

from pages.reviewing import said
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.reviewing.actions import advising
from recognition.reviewing.phases import Phase, Standing, Task, standing
from recognition.reviewing.terms import Advice, Assignment, AssignmentState, Said
from vietnamese import dates


def draw(who: Actor, one: Assignment, phase: Phase) -> None:
    """The form while the phase is open, what was given when it is not; then the others."""
    closed = one.state is AssignmentState.LOCKED
    if standing(phase, dates.today()) is Standing.OPEN:
        _form(who, one, phase, closed=closed)
    elif closed:
        with st.container(border=True):
            said.draw([Said(one.reviewer, None, one.advice, one.remark)])
    if closed:
        st.subheader("Những người khác trong vòng")
        with st.container(border=True):
            others = advising.beside(who, one.id) or ()
            said.draw(others)
            if not others:
                parts.soft("Chưa ai khác chốt phiếu.")


def _form(who: Actor, one: Assignment, phase: Phase, *, closed: bool) -> None:
    name = f"advise:{one.id}"
    with st.form(f"form:{name}:{one.version}", border=True):
        advice = None
        if phase.task is Task.RECOMMEND:
            choices = list(Advice)
            advice = st.radio("Kiến nghị của anh/chị", choices, choices.index(one.advice) if one.advice else None, format_func=lambda each: each.label, key=f"{name}:advice")
            parts.field_error(name, "advice")
        label = "Nhận xét" if phase.task is Task.COMMENT else "Nhận xét (cần có khi chưa nên khen hoặc cần bàn thêm)"
        remark = st.text_area(label, one.remark if closed else "", height=140, key=f"{name}:remark")
        parts.field_error(name, "remark")
        sent = st.form_submit_button("Sửa và chốt lại" if closed else "Chốt phiếu", type="primary", icon=":material/lock:", width="stretch")
    if sent and parts.did(name, lambda key: advising.advise(who, one.id, one.version, remark, advice, key)):
        parts.done("Đã chốt phiếu.")
        st.rerun()
