"""The end of a session: counts become results, cases move on. Closed is final."""

import re
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from recognition.council.actions import counting
from recognition.council.actions.ground import KIND, in_transaction, lock, seen
from recognition.council.rules import places, voting
from recognition.council.rules import results as rules
from recognition.council.rules import sessions as session_rules
from recognition.council.store import agenda, counts, sessions
from recognition.council.terms import Item, Method, Papers, Result, Session, SessionState, Tied
from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, fresh, refuse
from recognition.hall.lengths import STORY, bounded
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from vietnamese import dates, text


def close(
    who: Actor, session_id: UUID, version: int, ended_at: str = "", opinions: str = "", key: UUID | None = None, *,
    chosen: Iterable[UUID] = (),
) -> Session:
    """Close for good: results are computed once, passed and failed cases move on, all in one transaction.

    `ended_at` is local time as 11:20 (empty: now), `opinions` what was said, for the minutes, `chosen` the cases that the
    chair picked among those with equal votes (`ties`).
    Raises Stale, Invalid when counts are missing or differ, or the quorum was lost.
    """
    with transaction(who, key) as t:
        before = lock(t, who, session_id, version, Verb.CLOSE_SESSION, SessionState.OPEN, SessionState.COUNTING)
        said = text.clean_multiline(opinions)
        refuse(_wrong(before, ended_at) | bounded(("opinions", said, STORY, "Phần ý kiến tại phiên họp")))
        papers, plain = _counted(t, before)
        picked = frozenset(chosen)
        wrong = places.check(places.ties(before, plain), picked)
        refuse({"chosen": wrong} if wrong else {})
        found = places.settle(before, plain, picked)
        ended = ended_at.strip() or f"{dates.to_local(dates.now_utc()):%H:%M}"
        fresh(sessions.close(t, session_id, version, papers, ended, said))
        for item, result in zip(before.items, found, strict=True):
            _move(t, before, item, result)
        after = in_transaction(t, session_id)
        audit.note(t, Verb.CLOSE_SESSION, KIND, session_id, before=before.state, after=after.results, case=after)
        t.result = str(session_id)
    return after


def _counted(t: Transaction, session: Session) -> tuple[Papers | None, tuple[Result, ...]]:
    """The papers and what the votes alone say. Raises Invalid while counts are missing or differ."""
    count = counting.agreed(t, session)
    papers = None if session.method is Method.OPEN else count.papers
    return papers, rules.counted(session, count.lines, papers, agenda.written(t, session.id))


def ties(who: Actor, session_id: UUID) -> tuple[Tied, ...]:
    """Where the chair has to choose among equal votes; nothing before the counts are there and agree. Raises NotFound."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.CLOSE_SESSION, session)
        try:
            return places.ties(session, _counted(t, session)[1])
        except Invalid:
            return ()


def _wrong(session: Session, ended_at: str) -> dict[str, str]:
    wrong = {}
    if not ended_at.strip() and dates.today() != session.on_date:
        wrong["ended_at"] = f"Hôm nay không phải ngày họp {dates.short(session.on_date)}. Anh/chị ghi giờ kết thúc, ví dụ 11:20."
    elif ended_at.strip() and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", ended_at.strip()):
        wrong["ended_at"] = "Anh/chị ghi giờ kết thúc theo dạng 11:20."
    elif ended_at.strip() and ended_at.strip() < session.starts_at:
        wrong["ended_at"] = f"Giờ kết thúc {ended_at.strip()} trước giờ bắt đầu {session.starts_at}."
    if not voting.quorum_met(session.present, len(session.voters), session.rule.least):
        wrong["quorum"] = session_rules.check_opening(session).get("quorum", "Không đủ số thành viên dự họp.")
    return wrong


def _move(t: Transaction, session: Session, item: Item, result: Result) -> None:
    counts.put_result(t, session.id, replace(result, item_id=item.id))
    nomination = nominations.lock(t, item.nomination_id)
    verb = Verb.PASS if result.passed else Verb.FAIL
    after = nominations.change_state(t, nomination, road.after(nomination.state, verb))
    audit.note(t, verb, nominations.KIND, nomination.id, before=nomination, after=after, detail=session.name)
