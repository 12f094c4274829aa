"""The life line of a model, its mid-term notes, and the dialog in which its unit writes one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages.models import figures
from pages.shared import parts
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.life_terms import Life, Note, NoteInput, Stage
from recognition.dan_van_kheo.terms import Model
from recognition.hall.actor import Actor
from recognition.hall.words import Verb
from vietnamese import dates

_SHORT = {Stage.ALIVE_6: "Còn sau 6 tháng", Stage.ALIVE_12: "Còn sau 12 tháng"}
_GOING = {True: "Còn hoạt động", False: "Đã dừng"}


def line(life: Life) -> None:
    """Six steps with their days; where the model stopped or ended, that stands last."""
    over = life.stage in (Stage.STOPPED, Stage.ENDED)
    waiting = next((step.stage for step in life.steps if not step.reached), None)
    steps = [
        parts.Step(
            _SHORT.get(step.stage, step.stage.label),
            "done" if step.reached else "now" if step.stage is waiting and not over else "later",
            parts.day(step.on) if step.reached else f"từ {parts.day(step.on)}" if step.on and not over else "",
        )
        for step in life.steps
        if step.reached or not over
    ]
    if over:
        steps.append(parts.Step(life.stage.label, "now", parts.day(life.stopped_on)))
    parts.stepper(steps)


def sign(life: Life) -> None:
    """When the model was last seen at work, and by when the next sign is wanted."""
    with st.container(border=True):
        parts.plain(f"Gần nhất: {parts.day(life.last_sign)}")
        if life.silent_days is not None:
            st.badge(f"Im lặng {life.silent_days} ngày", icon=":material/notifications_off:", color="red")
        elif life.due is not None:
            parts.soft(f"Cần ghi tiếp, chậm nhất {parts.day(life.due)}")
        elif life.stage is Stage.STOPPED:
            parts.soft("Đơn vị ghi là đã dừng. Không làm tiếp thì bấm «Kết thúc mô hình».")


def notes(found: list[Note]) -> None:
    """What the unit wrote, the newest first."""
    if not found:
        parts.soft("Chưa có ghi giữa kỳ. Đơn vị bấm «Ghi giữa kỳ» để cho biết mô hình đang làm đến đâu.")
    for each in found:
        with st.container(border=True):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f"**{parts.day(each.on_date)}**", width="content")
                st.badge(_GOING[each.going], icon=":material/check:" if each.going else ":material/stop_circle:", color="green" if each.going else "gray")
            parts.plain(each.done)
            if each.figures:
                parts.facts([(figure.label, actions.amount(figure)) for figure in each.figures])
            if each.reason:
                parts.plain(f"Vì sao dừng: {each.reason}")
            parts.soft(each.by_name)


def note(who: Actor, model: Model) -> None:
    """The dialog: day, what was done, figures so far, whether it goes on."""
    name = Verb.NOTE_MODEL.value

    def draw() -> None:
        parts.any_day("Ngày", "note_on", dates.today())
        parts.field_error(name, "on_date")
        st.text_area("Việc đã làm từ lần ghi trước", key="note_done", height=110)
        parts.field_error(name, "done")
        st.segmented_control("Mô hình", list(_GOING), format_func=_GOING.__getitem__, key="note_going")
        parts.field_error(name, "going")
        if st.session_state.get("note_going") is False:
            st.text_input("Vì sao dừng", key="note_why")
            parts.field_error(name, "reason")
        with st.expander("Số liệu đến nay, nếu có"):
            figures.draw("note")
        parts.field_error(name, "figures")

    def call(key: UUID) -> Note:
        state: Any = st.session_state
        data = NoteInput(state.get("note_on"), state.get("note_done", ""), figures.typed("note"), state.get("note_going"), state.get("note_why", ""))
        return actions.note(who, model.year.id, data, key)

    done = parts.confirm(name, f"Ghi giữa kỳ: {model.code}", "Vài dòng là đủ. Thư ký và lãnh đạo đơn vị đọc được; ghi rồi thì không sửa, cần thì ghi thêm.", "Ghi", call, draw)
    if done is not None:
        parts.done("Đã ghi giữa kỳ.")
        st.rerun()
