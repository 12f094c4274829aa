"""Tables by pages: columns that fit, dates as people write them, totals in words, formulas that stay text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import pyarrow as pa
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.look import day
from pages.shared.look import empty as draw_empty
from recognition.hall.paging import MOST, Found, Page
from vietnamese import numbers

Width = Literal["small", "medium", "large"] | int


@dataclass(frozen=True)
class Column:
    """One column: its title, how a row's value is found (an attribute's name, or a function), its width, `right` for figures."""

    title: str
    value: str | Callable[[Any], Any]
    width: Width = "medium"
    right: bool = False


def page_of(page_key: str, size: int = 50) -> Page:
    """Which page `paged_table` with the same key shows now."""
    return Page(int(st.session_state.get(page_key) or 1), size)


def everything() -> Page:
    """One page with as many rows as may ever be read at once, for choices in a form."""
    return Page(1, MOST)


def search_box(key: str, label: str = "Tìm", placeholder: str = "") -> str:
    """The words to search for; a new search begins at the first page."""

    def again() -> None:
        for other in [name for name in st.session_state if str(name).startswith(f"{key}:page")]:
            del st.session_state[other]

    return str(st.text_input(label, key=key, placeholder=placeholder, type="search", on_change=again) or "").strip()


def paged_table(
    found: Found[Any] | Sequence[Any],
    columns: Sequence[Column],
    total: int | None = None,
    page_key: str = "page",
    *,
    empty: str = "Chưa có gì ở đây.",
    size: int = 50,
    unit: str = "dòng",
    open_row: bool = True,
    alt: str = "",
) -> Any | None:
    """A page of a list; the row that was chosen, else None. `found` has its total; a plain list needs `total`."""
    rows = found.rows if isinstance(found, Found) else tuple(found)
    total = found.total if isinstance(found, Found) else (len(rows) if total is None else total)
    if total and not rows and int(st.session_state.get(page_key) or 1) > 1:
        del st.session_state[page_key]  # the list became shorter than the page that was shown
        st.rerun()
    if total == 0 or not rows:
        draw_empty(empty)
        return None
    table = pa.table({column.title: pa.array([_shown(_value(column, row)) for row in rows], pa.string()) for column in columns})
    event = st.dataframe(
        table,
        key=f"{page_key}:table:{st.session_state.get(page_key) or 1}",
        hide_index=True,
        width="stretch",
        row_height=38,
        height="content",
        column_config={c.title: st.column_config.TextColumn(c.title, width=c.width, alignment="right" if c.right else "left") for c in columns},
        on_select="rerun" if open_row else "ignore",
        selection_mode="single-row",
        alt=alt or f"Bảng có {len(rows)} {unit} trong {total}",
    )
    _foot(len(rows), total, page_key, size, unit)
    chosen = [] if isinstance(event, DeltaGenerator) else event.selection.rows
    return rows[chosen[0]] if chosen else None


def _foot(here: int, total: int, page_key: str, size: int, unit: str) -> None:
    """Which rows of how many, and the pages."""
    left, right = st.columns([3, 2], vertical_alignment="center")
    start = page_of(page_key, size).offset + 1
    with left:
        st.caption(f"{numbers.integer(start)}–{numbers.integer(start + here - 1)} trong {numbers.integer(total)} {unit}")
    if total > size:
        with right:
            st.pagination(-(-total // size), key=page_key)


def _value(column: Column, row: Any) -> Any:
    if callable(column.value):
        return column.value(row)
    return row[column.value] if isinstance(row, dict) else getattr(row, column.value)


def _shown(value: Any) -> str:
    """As people read it. What a spreadsheet would take for a formula gets an apostrophe (ASVS 1.2.10)."""
    if value is None:
        return ""
    if isinstance(value, date | datetime):
        return day(value)
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, int):
        return numbers.integer(value)
    text = str(getattr(value, "label", value))
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\0") else text
