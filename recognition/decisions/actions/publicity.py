"""Công khai: the task that every award decision opens, and its proof."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.decisions.actions.ground import KIND, in_transaction, lock
from recognition.decisions.rules import publicity as rules
from recognition.decisions.store import decisions
from recognition.decisions.terms import Decision, DecisionState
from recognition.hall import audit
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import NotFound, fresh, refuse
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates, text


@dataclass(frozen=True)
class Task:
    """A decision that still has to be made public, and until when."""

    decision_id: UUID
    number_text: str
    title: str
    due: date


def _setting(key: str, day: date, fallback: int) -> int:
    try:
        return int(catalogue.regulation_on(key, day).value)
    except NotFound:
        return fallback


def due(decision: Decision) -> date | None:
    """The last day to make it public, or None while it has no date."""
    if decision.decided_on is None:
        return None
    within = _setting("deadline.publicity", decision.decided_on, rules.WITHIN_WORKING_DAYS)
    return rules.due(decision.decided_on, catalogue.holidays(), within)


def least_days(decision: Decision) -> int:
    """For how many days in a row it must be public."""
    return _setting("publicity.days", decision.decided_on or dates.today(), rules.AT_LEAST_DAYS)


def tasks(who: Actor, limit: int = 50) -> list[Task]:
    """Decisions of `who`'s issuers that nobody has made public, the most urgent first."""
    with reading(who) as t:
        rows = decisions.unposted(t, list(who.issuers(Role.SECRETARY)), limit)
        holidays = catalogue.holidays()
        return [
            Task(row["id"], row["number_text"], row["title"], rules.due(row["decided_on"], holidays, _setting("deadline.publicity", row["decided_on"], rules.WITHIN_WORKING_DAYS)))
            for row in rows
        ]


def post(
    who: Actor, decision_id: UUID, version: int, start: date | str | None, end: date | str | None, where: str, key: UUID | None = None
) -> Decision:
    """Write where, from when and to when a recorded decision is public. Raises Stale, NotAllowed, Invalid."""
    with transaction(who, key) as t:
        before = lock(t, who, decision_id, version, Verb.POST_PUBLICLY, DecisionState.RECORDED)
        check = Entry()
        begin, until = check.maybe_day("start", start, "Ngày bắt đầu"), check.maybe_day("end", end, "Ngày kết thúc")
        check.done()
        assert before.decided_on is not None
        refuse(rules.check(before.decided_on, begin, until, where, least_days(before)))
        assert begin is not None
        assert until is not None
        fresh(decisions.post(t, decision_id, version, begin, until, text.clean(where)))
        after = in_transaction(t, decision_id)
        audit.note(t, Verb.POST_PUBLICLY, KIND, decision_id, before=before, after=after)
        t.result = str(decision_id)
    return after
