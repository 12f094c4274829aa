"""Mending one row in place: its questions first, then its fields with where each value came from."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.lists import actions
from recognition.lists.cells import day_text, title_of
from recognition.lists.fields import LABELS, NUMBERS
from recognition.lists.terms import Batch, BatchState, Finding, Kind, Row, RowState
from recognition.nominations.terms import Subject
from recognition.units import actions as units

_KINDS = {"person": "Cá nhân", "collective": "Tập thể", "household": "Hộ gia đình"}
_LONG = {"achievement"}
_FEW = 8
_ALWAYS = ("kind", "name", "post", "unit", "award_form", "title", "achievement")
_COLOUR = {Kind.WRONG: ":red[:material/error:]", Kind.ASK: ":orange[:material/help:]", Kind.NOTE: ":material/info:"}


def draw(who: Actor, batch: Batch, row: Row) -> None:
    """The row with everything that is to be said of it; editable while it waits."""
    with st.container(border=True):
        st.markdown(f"**Dòng {row.number} · {parts.said(row.what)}**")
        title, whence = title_of(batch, row)
        if title:
            parts.soft(f"Việc được nêu: {title} (từ {whence})")
        waiting = batch.state is BatchState.OPEN and row.state is RowState.WAITING
        asks = [finding for finding in row.findings if waiting and finding.kind is Kind.ASK]
        for finding in row.findings:
            if finding not in asks:
                st.markdown(f"{_COLOUR[finding.kind]} {parts.said(finding.sentence)}")
        if batch.state is not BatchState.OPEN or row.state is RowState.IMPORTED:
            return
        if row.state is RowState.LEFT_OUT:
            if st.button("Đưa lại vào danh sách", key=f"in:{row.id}"):
                _done(f"in:{row.id}", lambda key: actions.take_in(who, row.id, row.version, key))
            return
        for finding in asks:
            _question(who, row, finding)
        if asks and not any(finding.kind is Kind.WRONG for finding in row.findings):
            with st.expander("Sửa các ô của dòng này", icon=":material/edit:"):
                _fields(who, batch, row)
        else:
            _fields(who, batch, row)


def _question(who: Actor, row: Row, finding: Finding) -> None:
    """The answers as choices, none made beforehand."""
    labels = {option.value: option.label for option in finding.options}
    if finding.question.startswith("unit:"):
        labels |= {str(node.unit.id): node.unit.name for node in units.tree(who) if str(node.unit.id) not in labels}
    name, key = f"answer:{row.id}:{finding.question}", f"pick:{row.id}:{finding.question}:{row.version}"
    sentence = f":orange[:material/help:] {parts.said(finding.sentence)}"
    if len(labels) <= _FEW:
        chosen = st.radio(sentence, list(labels), index=None, format_func=lambda one: parts.said(labels[one]), key=key)
    else:
        chosen = st.selectbox(sentence, list(labels), index=None, format_func=labels.__getitem__, key=key, placeholder="Chọn câu trả lời")
    parts.field_error(name, "answer")
    if st.button("Trả lời", key=f"do:{name}", disabled=chosen is None):
        _done(name, lambda key: actions.answer(who, row.id, row.version, finding.question, str(chosen), key))


def _fields(who: Actor, batch: Batch, row: Row) -> None:
    """Only the fields that have a value, are wrong, or that a list always needs."""
    wrong = {finding.field for finding in row.findings if finding.kind is Kind.WRONG}
    deed = {"deed_date", "deed_place"} if batch.subject is Subject.DEED else set()
    home = {"address", "commune"} if row.fields.get("kind") == "household" else set()
    shown = [name for name in LABELS if name in row.fields or name in wrong or name in _ALWAYS or name in deed | home]
    name = f"row:{row.id}"
    with st.form(f"form:{row.id}:{row.version}", border=False):
        typed: dict[str, str] = {}
        short = [field for field in shown if field not in _LONG]
        for start in range(0, len(short), 2):
            for place, field in zip(st.columns(2), short[start : start + 2], strict=False):
                with place:
                    typed[field] = _field(row, field, name)
        for field in shown:
            if field in _LONG:
                typed[field] = _field(row, field, name)
        save, leave = st.columns([1, 1])
        saved = save.form_submit_button("Lưu và kiểm tra lại", width="stretch")
        left = leave.form_submit_button("Để lại dòng này, không nhập", width="stretch")
    if saved:
        changed = {field: value for field, value in typed.items() if value != _shown(row, field) and not (field in NUMBERS and value.startswith("…"))}
        _done(name, lambda key: actions.change(who, row.id, row.version, changed, key))
    if left:
        _done(f"out:{row.id}", lambda key: actions.leave_out(who, row.id, row.version, key))


def _field(row: Row, field: str, name: str) -> str:
    """One field with where its value came from, and what is wrong with it."""
    value = _input(row, field)
    source = row.sources.get(field)
    if source is not None:
        st.caption(parts.said(f"Lấy từ {source.shown}"))
    parts.field_error(name, field)
    return value


def _shown(row: Row, field: str) -> str:
    value = str(row.fields.get(field, ""))
    return day_text(value) if field in ("birth_date", "deed_date") else value


def _input(row: Row, field: str) -> str:
    key, value = f"in:{row.id}:{row.version}:{field}", _shown(row, field)
    if field == "kind":
        options = ["", *_KINDS]
        return str(
            st.selectbox(
                LABELS[field], options, index=options.index(value) if value in options else 0, format_func=lambda one: _KINDS.get(one, "Chưa rõ"), key=key
            )
        )
    if field in _LONG:
        return str(st.text_area(LABELS[field], value, key=key, height=120))
    return str(st.text_input(LABELS[field], value, key=key))


def _done(name: str, call: Callable[[UUID], object]) -> None:
    if parts.did(name, call):
        st.rerun()
