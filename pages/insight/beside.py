"""Beside the work of whoever follows figures: campaigns that are launched but do not move."""

from __future__ import annotations

import streamlit as st

from pages.insight import kept, launched
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.insight.actions import launches


def draw(who: Actor) -> None:
    """The alarms and the small chart; nothing when every campaign moves."""
    if not (allowed(who, Verb.SEE_FIGURES) and allowed(who, Verb.SEE_CAMPAIGNS)):
        return
    found = kept.answer("launches", who, None, lambda: launches.under_way(who))
    still = sum(one.still for one in found)
    if still:
        st.subheader(f"Phát mà không động · {still}")
        launched.alarms(found, most=2)
        launched.chart(found, beside=True)
