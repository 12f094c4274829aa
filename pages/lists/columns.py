"""What each column of the file was taken for, how sure, and another meaning where it is wrong."""

from __future__ import annotations

import streamlit as st

from intake.mapping.fields import LABELS, Field
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.lists import actions
from recognition.lists.terms import Batch, BatchState, Column, Figures

_SURE = 0.85


def draw(who: Actor, batch: Batch, figures: Figures) -> None:
    """One line per column; one button reads the file again and remembers the layout for the unit."""
    parts.soft("Chương trình đoán nghĩa của từng cột theo tiêu đề và nội dung. Anh/chị sửa chỗ đoán sai; lần sau đơn vị gửi tệp như vậy sẽ được đọc đúng ngay.")
    closed = batch.state is not BatchState.OPEN or figures.imported > 0
    with st.form(f"columns:{batch.version}", border=True):
        chosen = [_column(number, column, closed) for number, column in enumerate(batch.columns)]
        parts.field_error("columns", "columns")
        again = st.form_submit_button("Đọc lại với cách này và ghi nhớ cho đơn vị", type="primary", disabled=closed)
    if closed and batch.state is BatchState.OPEN:
        parts.soft("Đã nhập một số dòng nên không đổi cách đọc cột được nữa; sửa từng dòng, hoặc hoàn tác lần nhập.")
    if again:
        with st.spinner("Đang đọc lại tệp"):
            done = parts.do("columns", lambda key: actions.remap(who, batch.id, batch.version, chosen, key))
        if done is not None:
            parts.done("Đã đọc lại và ghi nhớ cách đọc cột.")
            st.rerun()


def _column(number: int, column: Column, closed: bool) -> Column:
    heading, field, sure = st.columns([3, 3, 2], vertical_alignment="center")
    with heading:
        parts.plain(column.heading or "(cột không có tiêu đề)")
        parts.soft(column.sheet)
    options: list[str | None] = [None, *[each.value for each in Field]]
    at = options.index(column.field) if column.field in options else 0
    value = field.selectbox(
        f"Nghĩa của cột {column.heading}", options, index=at, format_func=lambda one: LABELS[Field(one)] if one else "Bỏ qua cột này",
        key=f"column:{number}", label_visibility="collapsed", disabled=closed,
    )  # fmt: skip
    with sure:
        if column.field is None:
            st.badge("Chưa rõ, đang bỏ qua", icon=":material/help:", color="orange")
        elif column.confidence >= _SURE:
            st.badge(f"Chắc {column.confidence:.0%}", icon=":material/check:", color="green")
        else:
            st.badge(f"Đoán {column.confidence:.0%}, nên xem", icon=":material/help:", color="orange")
    return Column(column.sheet, column.heading, value, 1.0)
