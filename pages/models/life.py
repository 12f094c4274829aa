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


def notes(who: Actor, year_id: UUID, found: list[Note]) -> None:
    """What the unit wrote, the newest first; its author mends or takes back what is still fresh."""
    if not found:
        parts.soft("Chưa có ghi giữa kỳ. Đơn vị bấm «Ghi giữa kỳ» để cho biết mô hình đang làm đến đâu.")
    mine = actions.mendable(who, year_id) if found else frozenset()
    for each in found:
        with st.container(border=True):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f"**{parts.day(each.on_date)}**", width="content")
                st.badge(_GOING[each.going], icon=":material/check:" if each.going else ":material/stop_circle:", color="green" if each.going else "gray")
            parts.plain(each.done)
            if each.figures:
                parts.facts([(figure.titled, actions.amount(figure)) for figure in each.figures])
            if each.reason:
                parts.plain(f"Vì sao dừng: {each.reason}")
            parts.soft(each.by_name)
            if each.id in mine:
                _mending(who, year_id, each)


def _mending(who: Actor, year_id: UUID, each: Note) -> None:
    change, remove = f"change_note:{each.id}", f"remove_note:{each.id}"
    with st.container(horizontal=True):
        if st.button("Sửa…", key=f"ask:{change}", icon=":material/edit:", type="tertiary"):
            _begin(change, each)
            parts.ask(change)
        if st.button("Bỏ ghi…", key=f"ask:{remove}", icon=":material/undo:", type="tertiary"):
            parts.ask(remove)
    title = f"Sửa ghi giữa kỳ ngày {parts.day(each.on_date)}"
    if parts.confirm(change, title, "Bản trước vẫn giữ trong nhật ký.", "Lưu", lambda key: actions.change_note(who, year_id, each.id, _typed(change), key), lambda: _fields(change, each), wide=True) is not None:
        parts.done("Đã sửa ghi giữa kỳ.")
        st.rerun()
    body = f"Ghi giữa kỳ ngày {parts.day(each.on_date)} không còn được tính là dấu hiệu hoạt động. Nhật ký vẫn giữ."
    if parts.confirm(remove, "Bỏ ghi giữa kỳ", body, "Bỏ ghi", lambda key: actions.remove_note(who, year_id, each.id, key)) is not None:
        parts.done("Đã bỏ ghi giữa kỳ.")
        st.rerun()


def _begin(name: str, each: Note) -> None:
    """The words of a note stand in the fields that change it."""
    first = {"on": each.on_date, "done": each.done, "going": each.going, "why": each.reason}
    st.session_state.update({f"{name}:{field}": value for field, value in first.items()})
    st.session_state.pop(f"{name}_editor", None)


def _fields(name: str, before: Note | None = None) -> None:
    """Day, what was done, whether it goes on, figures so far."""
    parts.any_day("Ngày", f"{name}:on", None if before else dates.today())
    parts.field_error(name, "on_date")
    st.text_area("Việc đã làm từ lần ghi trước", key=f"{name}:done", height=110)
    parts.field_error(name, "done")
    st.segmented_control("Mô hình", list(_GOING), format_func=_GOING.__getitem__, key=f"{name}:going")
    parts.field_error(name, "going")
    if st.session_state.get(f"{name}:going") is False:
        st.text_input("Vì sao dừng", key=f"{name}:why")
        parts.field_error(name, "reason")
    with st.expander("Số liệu đến nay, nếu có"):
        figures.draw(name, before.figures if before else ())
    parts.field_error(name, "figures")


def _typed(name: str) -> NoteInput:
    """The note as typed; raises Invalid where a number cannot be read."""
    state: Any = st.session_state
    return NoteInput(state.get(f"{name}:on"), state.get(f"{name}:done", ""), figures.typed(name), state.get(f"{name}:going"), state.get(f"{name}:why", ""))


def note(who: Actor, model: Model) -> None:
    """The dialog of a new note."""
    name = Verb.NOTE_MODEL.value
    body = "Vài dòng là đủ. Thư ký và lãnh đạo đơn vị đọc được. Ghi nhầm thì sửa hoặc bỏ được trong 7 ngày, ở mục «Vòng đời»."
    done = parts.confirm(name, f"Ghi giữa kỳ: {model.code}", body, "Ghi", lambda key: actions.note(who, model.year.id, _typed(name), key), lambda: _fields(name), wide=True)
    if done is not None:
        parts.done("Đã ghi giữa kỳ.")
        st.rerun()
