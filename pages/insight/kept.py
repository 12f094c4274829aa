"""Figures are asked again only when the question, the person's rights, the day or anything in the log has changed."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import streamlit as st

from recognition.accounts import actions as accounts
from recognition.hall.actor import Actor
from vietnamese import dates

T = TypeVar("T")


def answer(name: str, who: Actor, question: Hashable, ask: Callable[[], T]) -> T:
    """What `ask` gives, kept for this sign-in under `name` until it may differ. What it refuses is not kept."""
    stamp = (accounts.pulse(), dates.today(), who, question)
    there = st.session_state.get(f"figures:{name}")
    if there is None or there[0] != stamp:
        there = st.session_state[f"figures:{name}"] = (stamp, ask())
    found: T = there[1]
    return found
