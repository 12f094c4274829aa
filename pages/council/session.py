"""One session: its agenda, attendance, vote, count and papers; each person sees what is theirs to do."""

from __future__ import annotations

import streamlit as st

from pages.council import agenda, aside, before, count, posted, roll, ruling, sealed, written
from pages.shared import frame, parts
from recognition.council import actions
from recognition.council.terms import Absent, Method, Session, SessionState
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_SESSIONS)
ROAD = (
    (SessionState.PLANNED, "Chuẩn bị"), (SessionState.CALLED, "Triệu tập, điểm danh"), (SessionState.OPEN, "Bỏ phiếu"),
    (SessionState.COUNTING, "Kiểm phiếu"), (SessionState.CLOSED, "Kết thúc"),
)  # fmt: skip


def steps(session: Session) -> list[parts.Step]:
    """Where the session stands."""
    order = [state for state, _ in ROAD]
    now = order.index(session.state)
    return [
        parts.Step(label, "done" if number < now or session.state is SessionState.CLOSED else "now" if number == now else "later")
        for number, (_, label) in enumerate(ROAD)
    ]


def work(session: Session) -> None:
    """What this person can do now, and the agenda."""
    secretary = allowed(who, Verb.PLAN_SESSION, session)
    teller = who.account_id in {each.account_id for each in session.tellers}
    voting = session.state in (SessionState.OPEN, SessionState.COUNTING)
    if voting and teller and session.method is Method.PAPER:
        count.papers(who, session)
    if session.method is Method.SEALED and voting:
        sealed.vote(who, session)
    if voting and secretary:
        count.progress(who, session)
    if secretary and session.state is SessionState.CALLED:
        roll.attendance(who, session)
    if secretary and session.items and session.state in (SessionState.PLANNED, SessionState.CALLED):
        before.next_step(who, session)
    if secretary or who.seat(session.id, session.council_id) is not None:
        agenda.listed(who, session)
    if secretary and session.state in (SessionState.PLANNED, SessionState.CALLED):
        agenda.add(who, session)
        if session.items:
            ruling.rule(who, session)
            before.tellers(who, session)
    if secretary and session.items and session.state is not SessionState.CANCELLED:
        posted.posted(who, session)
    if secretary and session.state is SessionState.OPEN and session.method is not Method.SEALED:
        roll.attendance(who, session)
    elif voting and secretary and session.rule.absent is Absent.WRITTEN and not (session.method is Method.SEALED and actions.counts(who, session.id).entered):
        written.opinions(who, session)


session = frame.found(lambda: actions.get(who, frame.case_id()))
frame.link("pages/council/sessions.py", "Phiên họp Hội đồng", ":material/arrow_back:")
st.title(parts.said(session.name))
parts.soft(f"{session.council_name} · {session.starts_at} ngày {parts.day(session.on_date)} · {session.place} · {session.method.label}")
if session.state is SessionState.CANCELLED:
    st.warning("Phiên họp này đã huỷ. Các hồ sơ đã trở lại danh sách.", icon=":material/event_busy:")
else:
    parts.stepper(steps(session))
left, right = st.columns([5, 2], gap="large")
with left:
    work(session)
with right:
    aside.draw(who, session)
