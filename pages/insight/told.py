"""A table that only tells: on a phone its rows stand one under another, for nothing scrolls sideways there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages.shared import parts, tables


def table(rows: Sequence[Any], columns: Sequence[parts.Column], key: str, alt: str, unit: str = "dòng") -> None:
    """A page of the rows with their columns; the first column is what a row is called. Every value is a text."""
    here = tables.part(rows, f"{key}:page")
    if tables.on_phone():
        _list(here, columns)
    else:
        parts.grid(here, columns, f"{key}:{st.session_state.get(f'{key}:page') or 1}", mode=None, alt=alt)
    if len(rows) > len(here):
        tables.foot(len(here), len(rows), f"{key}:page", 50, unit)


def _list(rows: Sequence[Any], columns: Sequence[parts.Column]) -> None:
    with st.container(border=True, gap="small"):
        for row in rows:
            lead, *rest = [(column.title, str(column.value(row) if callable(column.value) else getattr(row, column.value))) for column in columns]
            words = " · ".join(f"{title}: {value}" for title, value in rest if value)
            st.markdown(f"**{parts.said(lead[1])}**  \n:small[:gray[{parts.said(words)}]]")
