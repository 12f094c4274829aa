"""Beside the work: the newest decisions that are in the book."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.decisions import actions
from recognition.decisions.terms import DecisionState
from recognition.hall.actor import Actor
from recognition.hall.paging import Page
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

_NEWEST = 2


def draw(who: Actor) -> None:
    """Each with its number, day and size, and the way to it."""
    if not allowed(who, Verb.SEE_DECISIONS):
        return
    rows = actions.find(who, "", DecisionState.RECORDED, Page(1, _NEWEST)).rows
    if not rows:
        return
    st.subheader("Quyết định mới")
    with st.container(border=True):
        for row in rows:
            size = f"{parts.day(row.decided_on)} · {row.awards} trường hợp"
            st.markdown(f"**Số {parts.said(row.number_text or '')}**  \n:small[:gray[{parts.said(size)}]]  \n:small[{parts.said(parts.sentence(row.title))}]")
            frame.link("pages/decisions/decision.py", "Xem quyết định", ":material/gavel:", id=row.id)
