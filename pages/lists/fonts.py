"""Text typed in old fonts (TCVN3, VNI): asked once, with what it would become; the answer is kept for the unit."""

from __future__ import annotations

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.lists import actions
from recognition.lists.terms import Batch, BatchState, Column, Figures

_SHOWN = 4  # columns shown before and after
_LONG = 48  # characters of a value shown


def draw(who: Actor, batch: Batch, figures: Figures) -> None:
    """The question with its preview while it is open; afterwards one line with the way back."""
    old = [column for column in batch.columns if column.font]
    if not old or batch.state is not BatchState.OPEN:
        return
    names = " và ".join(sorted({column.font for column in old}))
    cells = sum(column.cells for column in old)
    if batch.fonts_open:
        _ask(who, batch, old, f"{cells} ô của danh sách viết bằng phông chữ cũ {names}. Đổi sang Unicode như dưới đây?")
    elif not figures.imported:
        _told(who, batch, names)


def _ask(who: Actor, batch: Batch, old: list[Column], question: str) -> None:
    with st.container(border=True):
        st.subheader("Chữ viết bằng phông cũ", anchor=False)
        parts.plain(question)
        lines = [f"{column.heading or 'Cột không có tiêu đề'}: «{_short(column.before)}» → «{_short(column.after)}»" for column in old[:_SHOWN]]
        parts.plain("\n".join(lines))
        if len(old) > _SHOWN:
            parts.soft(f"Và {len(old) - _SHOWN} cột nữa.")
        with st.container(horizontal=True, gap="small"):
            if st.button("Đúng, đổi sang Unicode", type="primary", icon=":material/check:"):
                _answer(who, batch, convert=True)
            if st.button("Giữ nguyên như trong tệp"):
                _answer(who, batch, convert=False)
        parts.soft("Câu trả lời được ghi nhớ cho những danh sách sau của đơn vị. Chưa trả lời thì chưa nhập được dòng nào.")


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


def _told(who: Actor, batch: Batch, names: str) -> None:
    kept = batch.fonts_kept
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        parts.soft(f"Chữ phông {names} được giữ nguyên như trong tệp." if kept else f"Chữ phông {names} đã được đổi sang Unicode.")
        if st.button("Đổi sang Unicode" if kept else "Giữ nguyên như trong tệp", type="tertiary"):
            _answer(who, batch, convert=kept)


def _answer(who: Actor, batch: Batch, *, convert: bool) -> None:
    with st.spinner("Đang đọc lại tệp"):
        done = parts.do("fonts", lambda key: actions.answer_fonts(who, batch.id, batch.version, convert=convert, key=key))
    if done is not None:
        st.rerun()
