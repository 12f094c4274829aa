"""Fields of the administrator's forms: label, what is there now, and the sentence under it when it was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.hall.words import Word
from recognition.units import actions as units
from recognition.units.terms import UnitKind
from vietnamese import dates

Code = TypeVar("Code", bound=Word)
NO_UNIT = "Không có"
#: Stands for no unit: a field that holds nothing at all looks as if it had been emptied.
_NONE = UUID(int=0)


def line(form: str, field: str, label: str, value: str = "", *, help: str | None = None, placeholder: str = "") -> str:
    """One line of text."""
    typed = st.text_input(label, value, key=f"{form}:{field}", help=help, placeholder=placeholder)
    parts.field_error(form, field)
    return typed or ""


def story(form: str, field: str, label: str, value: str = "", *, help: str | None = None) -> str:
    """Several lines of text."""
    typed = st.text_area(label, value, key=f"{form}:{field}", help=help)
    parts.field_error(form, field)
    return typed or ""


def day(form: str, field: str, label: str, value: date | None = None, *, help: str | None = None) -> str:
    """A date, typed as people write it: a wrong one is answered, never corrected in silence."""
    typed = st.text_input(label, dates.short(value) if value else "", key=f"{form}:{field}", placeholder="ngày/tháng/năm", help=help)
    parts.field_error(form, field)
    return typed or ""


def choice(form: str, field: str, label: str, kinds: Sequence[Code], value: Code | None = None, *, help: str | None = None) -> Code:
    """One of a few words."""
    chosen = st.selectbox(
        label, kinds, index=kinds.index(value) if value in kinds else 0, format_func=lambda kind: kind.label, key=f"{form}:{field}", help=help
    )
    parts.field_error(form, field)
    return chosen


def maybe(form: str, field: str, label: str, kinds: Sequence[Code], value: Code | None = None) -> Code | None:
    """One of a few words, or nothing."""
    options: list[Code | str] = ["", *kinds]
    picked = st.selectbox(
        label, options, index=options.index(value) if value in options else 0, format_func=lambda kind: getattr(kind, "label", "Không ghi"), key=f"{form}:{field}"
    )
    parts.field_error(form, field)
    return next((kind for kind in kinds if kind == picked), None)


def unit(who: Actor, form: str, field: str, label: str, value: UUID | None = None, *, none: str | None = NO_UNIT, but: UUID | None = None) -> UUID | None:
    """A living unit, as it stands in the tree; `none` is the word for no unit (None: one must be chosen)."""
    names = {node.unit.id: ("\u2003" * node.depth) + node.unit.name for node in units.tree(who) if node.unit.id != but}
    return _one_of(form, field, label, names, value, none)


def cluster(who: Actor, form: str, field: str, label: str, value: UUID | None = None) -> UUID | None:
    """An emulation cluster, or none."""
    names = {node.unit.id: node.unit.name for node in units.tree(who) if node.unit.kind is UnitKind.CLUSTER}
    return _one_of(form, field, label, names, value, NO_UNIT)


def _one_of(form: str, field: str, label: str, names: Mapping[UUID, str], value: UUID | None, none: str | None) -> UUID | None:
    options = [*([_NONE] if none is not None else []), *names]
    first = 0 if none is not None else None
    picked = st.selectbox(
        label, options, index=options.index(value) if value in options else first, format_func=lambda one: names.get(one, none or ""),
        placeholder="Chọn đơn vị", key=f"{form}:{field}",
    )
    parts.field_error(form, field)
    return None if picked == _NONE else picked


def typed(form: str, field: str) -> str:
    """What stands in a field of a dialog, for the call behind its button."""
    return str(st.session_state.get(f"{form}:{field}") or "")


def chosen(form: str, field: str) -> UUID | None:
    """Which unit stands in a field of a dialog."""
    found = st.session_state.get(f"{form}:{field}")
    return found if isinstance(found, UUID) and found != _NONE else None
