"""Tables by pages: columns that fit, dates as people write them, totals in words, formulas that stay text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, Literal, TypeVar

import pyarrow as pa
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared import fitting, phone_list
from pages.shared.look import day
from pages.shared.look import empty as draw_empty
from recognition.hall.paging import MOST, Found, Page
from vietnamese import numbers

Row = TypeVar("Row")


@dataclass(frozen=True)
class Column:
    """One column: its title, how a row's value is found (an attribute's name, or a function), the least pixels that it gets
    (else as many as its words need), `right` for figures, `spare` for a column that is left out where no row has a value, `lead` for what a row is called on a phone
    (else the first column)."""

    title: str
    value: str | Callable[[Any], object]
    width: int = 0
    right: bool = False
    spare: bool = False
    lead: bool = False


def page_of(page_key: str, size: int = 50) -> Page:
    """Which page `paged_table` with the same key shows now."""
    return Page(int(st.session_state.get(page_key) or 1), size)


def part(rows: Sequence[Row], page_key: str, size: int = 50) -> Sequence[Row]:
    """The rows of a whole list that stand on the page shown now."""
    page = page_of(page_key, size)
    return rows[page.offset : page.offset + page.limit]


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
    found: Found[Row] | Sequence[Row],
    columns: Sequence[Column],
    total: int | None = None,
    page_key: str = "page",
    *,
    empty: str = "Chưa có gì ở đây.",
    size: int = 50,
    unit: str = "dòng",
    open_row: bool = True,
    alt: str = "",
    room: int = fitting.ROOM,
) -> Row | None:
    """A page of a list; the row that was chosen, else None. `found` has its total; a plain list is one page of `total`, or,
    without it, the whole list, of which the page is taken here."""
    rows = found.rows if isinstance(found, Found) else tuple(found)
    if not isinstance(found, Found) and total is None:
        total, rows = len(rows), tuple(part(rows, page_key, size))
    total = found.total if isinstance(found, Found) else total or 0
    if total and not rows and int(st.session_state.get(page_key) or 1) > 1:
        del st.session_state[page_key]  # the list became shorter than the page that was shown
        st.rerun()
    if total == 0 or not rows:
        draw_empty(empty)
        return None
    key = f"{page_key}:table:{st.session_state.get(page_key) or 1}"
    chosen = grid(rows, columns, key, mode="single-row" if open_row else None, room=room, alt=alt or f"Bảng có {len(rows)} {unit} trong {total}")
    foot(len(rows), total, page_key, size, unit)
    return chosen[0] if chosen else None


def grid(
    rows: Sequence[Row], columns: Sequence[Column], key: str, *, mode: Literal["single-row", "multi-row"] | None, alt: str, room: int = fitting.ROOM, tallest: int = 0,
) -> list[Row]:  # fmt: skip
    """The table itself, its columns as wide as their words where there is room, else its rows taller; the chosen rows.

    More rows than `tallest` pixels hold scroll inside the table, so that a button under it stays near; 0 shows them all.
    On a phone the rows stand one under another, but for a table of two columns that only tells.
    """
    if on_phone() and (mode or len(columns) > 2):
        return phone_list.draw(rows, [(column.title, column.right, column.lead, partial(_text, column)) for column in columns], key, mode, tallest)
    texts = [[column.title, *(_text(column, row) for row in rows)] for column in columns]
    kept = [at for at, column in enumerate(columns) if not column.spare or any(texts[at][1:])]
    columns, texts = [columns[at] for at in kept], [texts[at] for at in kept]
    pixels, height = fitting.fit(texts, room, [column.width for column in columns])
    event = st.dataframe(
        pa.table({column.title: pa.array(words[1:], pa.string()) for column, words in zip(columns, texts, strict=True)}),
        key=f"rows-{key}" if mode else key,
        hide_index=True,
        width="stretch",
        row_height=height,
        height=tallest if 0 < tallest < (len(rows) + 1) * height else "content",
        column_config={
            column.title: st.column_config.TextColumn(column.title, width=width, alignment="right" if column.right else "left")
            for column, width in zip(columns, pixels, strict=True)
        },
        on_select="rerun" if mode else "ignore",
        selection_mode=mode or "single-row",
        alt=alt,
    )
    return [] if isinstance(event, DeltaGenerator) else [rows[at] for at in event.selection.rows]


def on_phone() -> bool:
    """Whether the browser says that it is a phone's: a table of seven columns is no use there."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def foot(here: int, total: int, page_key: str, size: int, unit: str) -> None:
    """Which rows of how many, and the pages."""
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        st.caption(span(page_of(page_key, size).offset + 1, here, total, unit))
    if total > size:
        with right:
            st.pagination(-(-total // size), key=page_key)


def span(start: int, here: int, total: int, unit: str) -> str:
    """`26–50 trong 228 hồ sơ`; `10 hồ sơ` where all are in sight."""
    whole = f"{numbers.integer(total)} {unit}"
    return f"{numbers.integer(start)}–{numbers.integer(start + here - 1)} trong {whole}" if total > here else whole


def exports(name: str, excel: Callable[[], bytes], csv: Callable[[], bytes]) -> None:
    """Two quiet buttons under a list: the whole list as Excel, and as CSV for other programs. `name` is the files' name."""
    with st.container(horizontal=True):
        for label, make, suffix in (("Xuất Excel", excel, "xlsx"), ("Xuất CSV", csv, "csv")):
            st.download_button(
                label, make, file_name=f"{name}.{suffix}", icon=":material/download:", type="tertiary", on_click="ignore", key=f"export:{name}:{suffix}"
            )


def _text(column: Column, row: Any) -> str:
    return _shown(_value(column, row))


def _value(column: Column, row: Any) -> object:
    if callable(column.value):
        return column.value(row)
    return row[column.value] if isinstance(row, dict) else getattr(row, column.value)


def _shown(value: object) -> str:
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
