"""Fields for numbers: typed as text and read as people write them, so that a wrong one is answered and never changed in silence.

The browser's own number field keeps the number before while a wrong one stands in it, and reads "1.000" as one and "3,5" as thirty-five.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar

import streamlit as st

from pages.shared import slots
from vietnamese import numbers

Number = TypeVar("Number", int, float)


def whole(
    label: str, value: int | None = None, *, form: str, field: str, key: str | None = None, needed: bool = False, placeholder: str = "",
    label_visibility: Literal["visible", "hidden", "collapsed"] = "visible", help: str | None = None,
) -> int | None:  # fmt: skip
    """A whole number that a rule will judge; None when nothing was typed, or what cannot be read.

    What cannot be read (or is missing where `needed`) refuses the action `form`, with its sentence under `field`: draw `field_error` after it.
    """
    text = _typed(label, "" if value is None else str(value), key, placeholder, label_visibility, help)
    return _read(text, numbers.parse_integer, form, field, needed=needed)


def decimal(label: str, value: float | None = None, *, form: str, field: str, key: str | None = None, needed: bool = False, help: str | None = None) -> float | None:
    """A number with a decimal comma or point; else as `whole`."""
    text = _typed(label, "" if value is None else said(value), key, "", "visible", help)
    return _read(text, numbers.parse_decimal, form, field, needed=needed)


def said(value: float) -> str:
    """A measure as it stands in its field: 297.5 → "297,5"."""
    return f"{value:g}".replace(".", ",")


def _typed(label: str, text: str, key: str | None, placeholder: str, visibility: Literal["visible", "hidden", "collapsed"], help: str | None) -> str:
    if key is not None and isinstance(st.session_state.get(key), int | float):  # kept by a draft of before
        st.session_state[key] = said(st.session_state[key])
    return st.text_input(label, text, key=key, placeholder=placeholder, label_visibility=visibility, help=help, autocomplete="off") or ""


def _read(text: str, parse: Callable[[str], Number], form: str, field: str, *, needed: bool) -> Number | None:
    sentence, number = "", None
    if text.strip() or needed:
        try:
            number = parse(text)
        except ValueError as wrong:
            sentence = str(wrong)
    slots.unread(form, field, sentence)
    return number
