"""Beside the work: what became of the cases that the person proposed, with the reason that may be told."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import State, Verb
from recognition.nominations import actions
from recognition.nominations.terms import Filters

_SHOWN = 5
#: What waits for the person stands in the work itself.
_GONE = tuple(state for state in State if state not in (State.DRAFT, State.RETURNED, State.SUBMITTED, State.WITHDRAWN))
_WITH_REASON = (State.REFUSED, State.FAILED, State.NOT_APPROVED)


def draw(who: Actor) -> None:
    """The newest few, each with its state, why it ended, and the way to it."""
    if not allowed(who, Verb.NOMINATE):
        return
    found = actions.find(who, Filters(mine=True, states=_GONE), limit=_SHOWN)
    if not found.rows:
        return
    st.subheader(f"Hồ sơ anh/chị đã đề nghị · {found.total}")
    with st.container(border=True):
        for row in found.rows:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                frame.link("pages/nominations/case.py", row.recipient_name or row.code, id=row.id)
                parts.state_badge(row.state)
            reasons = actions.get(who, row.id).reasons if row.state in _WITH_REASON else ()
            if reasons:
                parts.soft(" ".join(reason.sentence for reason in reasons))
