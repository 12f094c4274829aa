"""A table on a phone: its rows one under another, each with a button to open it, a box to choose it, or neither."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar

import streamlit as st

from pages.shared.look import said

Row = TypeVar("Row")
#: A column as this list needs it: its title, whether it holds figures, whether it is what a row is called, a row's words in it.
Field = tuple[str, bool, bool, Callable[[Any], str]]


def draw(rows: Sequence[Row], fields: Sequence[Field], key: str, mode: Literal["single-row", "multi-row"] | None, tallest: int = 0) -> list[Row]:
    """The rows; those chosen. `mode` as a table has it; a list taller than `tallest` pixels scrolls inside its frame, 0 shows it whole."""
    lead = next((field for field in fields if field[2]), fields[0])
    whole = mode == "multi-row" and len(rows) > 1 and st.checkbox(f"Chọn cả {len(rows)} dòng", key=f"{key}:whole")
    chosen: list[Row] = []
    with st.container(border=True, gap="medium", key=f"cards-{key}", height=tallest if 0 < tallest < len(rows) * 90 else "content"):
        for number, row in enumerate(rows):
            told = _told(row, lead, fields)
            if mode == "multi-row":
                if st.checkbox(told, whole, key=f"{key}:tick:{whole}:{_who(row, number)}"):
                    chosen.append(row)
            elif mode is None:
                st.markdown(told)
            elif _opened(told, f"{key}:open:{number}"):
                chosen.append(row)
    return chosen


def _told(row: object, lead: Field, fields: Sequence[Field]) -> str:
    """What the row is called, and under it the rest; figures, and whatever has no letter, with their title: a bare day says nothing."""
    rest = [(title, right, words(row)) for title, right, leads, words in fields if words is not lead[3]]
    under = " · ".join(f"{title}: {value}" if right or not any(map(str.isalpha, value)) else value for title, right, value in rest if value.strip())
    return f"**{said(lead[3](row))}**  \n:small[:gray[{said(under)}]]"


def _opened(told: str, key: str) -> bool:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(told, width="stretch")
        return st.button("Mở", key=key)


def _who(row: object, number: int) -> object:
    """What tells this row from the others, so that a tick stays with it when the list becomes shorter."""
    found = row.get("id") if isinstance(row, dict) else getattr(row, "id", None)
    return number if found is None else found
