"""One decision: a draft with its lines, or what was recorded with its awards."""

from __future__ import annotations

import streamlit as st

from pages.decisions import aside, draft, recorded
from pages.shared import frame, parts
from recognition.decisions import actions
from recognition.decisions.terms import Decision, DecisionState
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.SEE_DECISIONS)


def headline(decision: Decision) -> str:
    """Its number and day, or that it has none yet."""
    if decision.state is DecisionState.DRAFT:
        return f"Dự thảo quyết định {decision.kind.label.lower()}"
    return f"Quyết định số {decision.number_text}"


def about(decision: Decision) -> str:
    """One line that orients."""
    day = dates.long(decision.decided_on) if decision.decided_on else "chưa vào số"
    return " · ".join(part for part in (decision.organ or decision.issuer_name, day, decision.origin.label) if part)


decision = frame.found(lambda: actions.get(who, frame.case_id()))
frame.link("pages/decisions/list.py", "Quyết định", ":material/arrow_back:")
st.title(parts.said(headline(decision)))
parts.soft(about(decision))
left, right = st.columns([5, 2], gap="large")
with left:
    if decision.state is DecisionState.DRAFT:
        draft.draw(who, decision)
    else:
        recorded.draw(who, decision)
with right:
    aside.draw(who, decision)
