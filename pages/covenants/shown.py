"""A table that nothing is chosen from: as wide as its words, on a phone a list one under another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from pages.shared import parts, tables

Row = TypeVar("Row")
#: A column: its title, how a row's value is found in words, whether it holds figures.
Shown = tuple[str, Callable[[Row], str], bool]


def table(rows: Sequence[Row], lead: Shown[Row], rest: Sequence[Shown[Row]], key: str, alt: str, *, before: Sequence[Shown[Row]] = (), room: int = 0) -> None:
    """The rows with `lead` as what each is called; `before` stands left of it. `room` in pixels, 0 for the whole width."""
    kept = [[one for one in some if any(one[1](row) for row in rows)] for some in (before, rest)]
    if tables.on_phone():
        with st.container(border=True, gap="small"):
            for row in rows:
                words = " · ".join(f"{title}: {value}" for title, of, _ in (*kept[0], *kept[1]) if (value := of(row)))
                st.markdown(f"**{parts.said(lead[1](row))}**  \n:small[:gray[{parts.said(words)}]]")
        return
    columns = [parts.Column(title, of, right=figures) for title, of, figures in (*kept[0], lead, *kept[1])]
    parts.grid(rows, columns, key, mode=None, alt=alt, **({"room": room} if room else {}))
