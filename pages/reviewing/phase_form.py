"""The form of one phase of a review: name and days first, the rest folded until it is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.hall.words import Word
from recognition.reviewing.actions import assigning, phasing
from recognition.reviewing.phases import Files, Gate, Phase, PhaseInput, Sees, Task

TASKS, GATES, SEEN, SHOWN = tuple(Task), tuple(Gate), tuple(Sees), tuple(Files)


def _at(words: type[Word], chosen: Word | None, otherwise: int) -> int:
    """The place of a choice among its words."""
    return list(words).index(chosen) if chosen is not None else otherwise


def draw(who: Actor, campaign_id: UUID, phase: Phase | None, number: int, names: Mapping[UUID, str]) -> None:
    """A new phase, or one that is there."""
    name = f"phase:{phase.id}:{phase.version}" if phase else f"phase:new:{campaign_id}:{number}"
    title = st.text_input("Tên vòng", phase.name if phase else "", key=f"{name}:name", placeholder="Tổ thẩm định" if number == 1 else "Thường trực Hội đồng")
    parts.field_error(name, "name")
    left, right = st.columns(2)
    with left:
        opens = parts.any_day("Mở từ ngày", f"{name}:opens", phase.opens if phase else None)
        parts.field_error(name, "opens")
    with right:
        closes = parts.any_day("Đến hết ngày", f"{name}:closes", phase.closes if phase else None)
        parts.field_error(name, "closes")
    members = _members(who, campaign_id, phase, number, names, name)
    task = st.radio("Việc của vòng này", TASKS, index=_at(Task, phase.task if phase else None, 0), format_func=lambda one: one.label, key=f"{name}:task", horizontal=True)
    parts.field_error(name, "task")
    sees, gate, mark = (phase.sees, phase.gate, phase.mark) if phase else (Sees.NONE, Gate.CHOSEN, None)
    if number > 1:
        sees, gate, mark = _from_before(phase, name)
    hides, files, words = _hiding(phase, name)
    if st.button("Lưu vòng này" if phase else "Lập vòng này", key=f"{name}:save", type="primary"):
        data = PhaseInput(title, opens, closes, tuple(members), task, sees, gate, mark, hides, files, words)
        if parts.did(name, lambda key: phasing.change(who, phase.id, phase.version, data, key) if phase else phasing.add(who, campaign_id, data, key)):
            parts.done("Đã lưu vòng chấm.")
            st.rerun()


def _members(who: Actor, campaign_id: UUID, phase: Phase | None, number: int, names: Mapping[UUID, str], name: str) -> list[UUID]:
    search = st.text_input("Tìm người theo tên", key=f"{name}:search")
    known: dict[UUID, str] = st.session_state.setdefault(f"{name}:known", dict(names))
    found = {one.account_id: one.name for one in assigning.candidates(who, search)}
    known |= found
    there = list(phase.members) if phase else list(phasing.given_before(who, campaign_id)) if number == 1 else []
    there = [each for each in there if each in known]
    offered = dict.fromkeys((*st.session_state.get(f"{name}:members", there), *found))  # who is chosen stays, whoever is looked for now
    chosen: list[UUID] = st.multiselect(
        "Người thuộc vòng này", list(offered), there, format_func=known.__getitem__, key=f"{name}:members", placeholder="Chọn một hay nhiều người"
    )
    parts.field_error(name, "members")
    return chosen


def _from_before(phase: Phase | None, name: str) -> tuple[Sees, Gate, int | None]:
    left, right = st.columns(2)
    with left:
        gate = st.selectbox("Hồ sơ vào từ vòng trước", GATES, index=_at(Gate, phase.gate if phase else None, 0), format_func=lambda one: one.label, key=f"{name}:gate")
        parts.field_error(name, "gate")
        mark = None
        if gate is Gate.THRESHOLD:
            typed = parts.decimal("Trung bình vòng trước từ", phase.mark / 100 if phase and phase.mark else None, form=name, field="mark", key=f"{name}:mark")
            mark = None if typed is None else round(typed * 100)
            parts.field_error(name, "mark")
    with right:
        sees = st.selectbox("Thấy gì của vòng trước", SEEN, index=_at(Sees, phase.sees if phase else None, 1), format_func=lambda one: one.label, key=f"{name}:sees")
    return sees, gate, mark


def _hiding(phase: Phase | None, name: str) -> tuple[bool, Files, str]:
    hides = st.toggle(
        "Giấu tên với người chấm", bool(phase and phase.blind), key=f"{name}:blind",
        help="Tên người, đơn vị, nơi làm được thay bằng «…» ở mọi nơi người chấm xem được. Người giữ vai trò khác mà thấy tên thì không được giao.",
    )  # fmt: skip
    parts.field_error(name, "blind")
    if not hides:
        return False, Files.WITHHELD, phase.hidden_words if phase else ""
    files = st.radio("Ảnh, giấy tờ minh chứng", SHOWN, index=_at(Files, phase.files if phase else None, 0), format_func=lambda one: one.label, key=f"{name}:files", horizontal=True)
    if files is Files.SHOWN:
        st.warning("Ảnh và giấy tờ không che được: tên, khuôn mặt, con dấu trong đó có thể cho biết là ai.", icon=":material/warning:")
    words = st.text_area("Từ khác cần che, mỗi dòng một từ", phase.hidden_words if phase else "", height=90, key=f"{name}:words", placeholder="Biệt danh, tên con tàu, tên công trình…")
    parts.field_error(name, "hidden_words")
    return True, files, words
