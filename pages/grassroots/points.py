"""Questions with their answers and promises, or findings with what is to be mended: the rows and their three dialogs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages.shared import parts
from pages.shared.look import Colour
from recognition.grassroots import actions
from recognition.grassroots.terms import Kind, Point, PointInput, Record, Standing
from recognition.hall.actor import Actor
from vietnamese import dates

_LOOKS: dict[Standing, tuple[Colour, str]] = {Standing.KEPT: ("green", "check"), Standing.OPEN: ("blue", "schedule"), Standing.LATE: ("orange", "bolt")}
_FIELDS = ("said", "said_by", "answer", "promise", "responsible", "due")


class Words:
    """How the parts of a point are called in a dialogue and in an inspection."""

    def __init__(self, finding: bool) -> None:
        self.title = "Hạn chế phát hiện, việc phải khắc phục" if finding else "Câu hỏi, kiến nghị và cam kết"
        self.none = "Chưa ghi hạn chế nào." if finding else "Chưa ghi câu hỏi, kiến nghị nào."
        self.add = "Thêm hạn chế…" if finding else "Thêm câu hỏi…"
        self.said = "Hạn chế" if finding else "Câu hỏi, kiến nghị"
        self.promise = "Việc phải khắc phục" if finding else "Cam kết"
        self.keep = "Ghi đã khắc phục…" if finding else "Ghi đã thực hiện…"


def draw(who: Actor, record: Record) -> None:
    """Every point with its standing and the buttons that this person has."""
    finding = record.kind is Kind.INSPECTION
    words = Words(finding)
    notes, keeps = actions.may_note(who, record), actions.may_keep(who, record)
    st.subheader(words.title)
    if not record.points:
        parts.soft(words.none)
    for point in record.points:
        _row(words, point, writes=notes, keeps=keeps)
    if notes and st.button(words.add, icon=":material/add:"):
        _begin(None)
        parts.ask("point")
    _edit(who, record, words)
    _keep(who, record, words)


def _row(words: Words, point: Point, *, writes: bool, keeps: bool) -> None:
    standing = actions.standing(point)
    with st.container(border=True):
        parts.plain(point.said)
        if point.said_by:
            parts.soft(point.said_by)
        if point.answer:
            parts.plain(f"Trả lời: {point.answer}")
        if point.promise:
            parts.plain(f"{words.promise}: {point.promise}")
            colour, icon = _LOOKS[standing]
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.badge(standing.label, icon=f":material/{icon}:", color=colour)
                parts.soft(f"{point.responsible}, hạn {parts.day(point.due)}")
        if point.done_on:
            parts.plain(f"{parts.day(point.done_on)}: {point.done_how}")
        with st.container(horizontal=True):
            if keeps and point.promise and point.done_on is None and st.button(words.keep, icon=":material/check:", key=f"keep:{point.id}"):
                st.session_state["point_kept"] = point.id
                parts.ask("kept")
            if writes and st.button("Sửa…", icon=":material/edit:", type="tertiary", key=f"edit:{point.id}"):
                _begin(point)
                parts.ask("point")


def _begin(point: Point | None) -> None:
    """Fill the dialog's fields."""
    st.session_state["point_id"] = point.id if point else None
    for name in _FIELDS:
        st.session_state[f"point_{name}"] = getattr(point, name) if point else None if name == "due" else ""


def _edit(who: Actor, record: Record, words: Words) -> None:
    finding = record.kind is Kind.INSPECTION
    point_id: UUID | None = st.session_state.get("point_id")

    def fields() -> None:
        st.text_area(words.said, key="point_said", height=80)
        parts.field_error("point", "said")
        if not finding:
            st.text_input("Ai hỏi", key="point_said_by", placeholder="Bộ phận, tổ chức hoặc để trống")
            parts.field_error("point", "said_by")
            st.text_area("Trả lời", key="point_answer", height=80)
            parts.field_error("point", "answer")
        st.text_area(words.promise, key="point_promise", height=70, placeholder="Để trống nếu không hứa gì")
        parts.field_error("point", "promise")
        keeper, due = st.columns([1.6, 1])
        with keeper:
            st.text_input("Người chịu trách nhiệm", key="point_responsible")
            parts.field_error("point", "responsible")
        with due:
            parts.any_day("Hạn", "point_due")
            parts.field_error("point", "due")
        if point_id is not None:
            st.checkbox("Bỏ mục này khỏi bản ghi (không lấy lại được)", key="point_drop")

    def call(key: UUID) -> Record:
        state: Any = st.session_state
        if point_id is not None and state.get("point_drop"):
            return actions.remove_point(who, record.id, record.version, point_id, key)
        said = {name: state.get(f"point_{name}") or "" for name in _FIELDS if name != "due"}
        return actions.note_point(who, record.id, record.version, PointInput(**said, due=state.get("point_due")), point_id, key)

    if parts.confirm("point", words.said, "Có cam kết thì ghi người chịu trách nhiệm và hạn; quá hạn chưa làm sẽ được nhắc.", "Ghi", call, fields) is not None:
        parts.done("Đã ghi.")
        st.rerun()


def _keep(who: Actor, record: Record, words: Words) -> None:
    point = next((each for each in record.points if each.id == st.session_state.get("point_kept")), None)
    if point is None:
        return

    def fields() -> None:
        parts.any_day("Ngày", "kept_on", dates.today())
        parts.field_error("kept", "done_on")
        st.text_area("Đã làm gì, kết quả", key="kept_how", height=90)
        parts.field_error("kept", "done_how")

    def call(key: UUID) -> Record:
        state: Any = st.session_state
        return actions.keep(who, record.id, record.version, point.id, state.get("kept_on"), state.get("kept_how") or "", key)

    if parts.confirm("kept", words.keep.rstrip("…"), f"{words.promise}: {point.promise}", "Ghi", call, fields) is not None:
        parts.done("Đã ghi.")
        st.rerun()
