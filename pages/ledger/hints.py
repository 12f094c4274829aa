"""Beside the figures that a unit types: a quiet word when another unit seems to have claimed the same work."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.models import figures
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.ledger import actions


def draw(who: Actor, year_id: UUID, key: str) -> None:
    """The word under the table of figures `key`; nothing while a number cannot be read yet."""
    try:
        typed = figures.typed(key)
    except Invalid:
        return
    for sentence in actions.already_claimed(who, year_id, typed):
        st.markdown(f":small[:blue[:material/info: {parts.said(sentence)}]]")
