"""Beside the figures that a unit types: a quiet word when another unit seems to have claimed the same work."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.models import figures
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.ledger import actions


def draw(who: Actor, year_id: UUID, key: str) -> None:
    """The word under the table of figures `key`; a row whose number is not there yet waits."""
    for sentence in actions.already_claimed(who, year_id, figures.readable(key)):
        st.markdown(f":small[:blue[:material/info: {parts.said(sentence)}]]")
