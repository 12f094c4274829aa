"""Decisions as people may see them."""

from datetime import date
from uuid import UUID

from recognition.decisions.actions import freezing
from recognition.decisions.actions.ground import seen
from recognition.decisions.store import awards as award_store
from recognition.decisions.store import decisions, lines, waiting
from recognition.decisions.terms import Award, Decision, DecisionRow, DecisionState
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import reading
from recognition.hall.words import Role, State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Commendation, Filters, NominationLine
from vietnamese import dates

_FIRST = Page()


def find(who: Actor, search: str = "", state: DecisionState | None = None, page: Page = _FIRST) -> Found[DecisionRow]:
    """Decisions that `who` may see: drafts first, then the newest."""
    permissions.require(who, Verb.SEE_DECISIONS)
    with reading(who) as t:
        rows = decisions.rows(t, who, search, state, page.limit, page.offset)
        return Found(tuple(rows), decisions.total(t, who, search, state))


def of_session(who: Actor, session_id: UUID) -> tuple[DecisionRow, ...]:
    """Decisions drawn up from a session that `who` may see, drafts first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_DECISIONS)
    with reading(who) as t:
        return tuple(decisions.of_session(t, who, session_id))


def get(who: Actor, decision_id: UUID) -> Decision:
    """One decision. Raises NotFound."""
    permissions.require(who, Verb.SEE_DECISIONS)
    with reading(who) as t:
        return seen(t, who, decision_id)


def awards(who: Actor, decision_id: UUID) -> tuple[Award, ...]:
    """The awards that a recorded decision made. Raises NotFound."""
    with reading(who) as t:
        seen(t, who, decision_id)
        return award_store.of_decision(t, decision_id)


def unverified(who: Actor, decision_id: UUID, day: date | None = None) -> tuple[str, ...]:
    """Sentences on what is not verified about the money of a draft, each once."""
    with reading(who) as t:
        decision = seen(t, who, decision_id)
        on = day or decision.decided_on or dates.today()
        return freezing.unverified(decision.kept, on)


def spot_cases(who: Actor, limit: int = 200) -> tuple[NominationLine, ...]:
    """Spot cases that were screened and wait for a decision by the simplified procedure."""
    return nominations.find(who, Filters(states=(State.ACCEPTED,), commendation=Commendation.SPOT), limit=limit).rows


def shortlisted(who: Actor, limit: int = 500) -> tuple[NominationLine, ...]:
    """Shortlisted cases, for a decision by written opinion."""
    return nominations.find(who, Filters(states=(State.SHORTLISTED,)), limit=limit).rows


def forwardable(who: Actor, limit: int = 500) -> tuple[NominationLine, ...]:
    """Cases that may go to a higher authority now."""
    return nominations.find(who, Filters(states=(State.ACCEPTED, State.SHORTLISTED, State.PASSED)), limit=limit).rows


def forwarded(who: Actor, limit: int = 200) -> tuple[NominationLine, ...]:
    """Cases that wait for a higher authority's answer."""
    return nominations.find(who, Filters(states=(State.FORWARDED,)), limit=limit).rows


def waiting_cases(who: Actor, session_id: UUID) -> tuple[NominationLine, ...]:
    """The passed cases of a closed session that lie in no draft yet, for a decision on some of them."""
    with reading(who) as t:
        permissions.require(who, Verb.DRAFT_DECISION)
        ids = lines.passed_of_session(t, session_id)
        left = set(ids) - lines.lying_in_drafts(t, ids)
        return tuple(line for line in nominations.find(who, Filters(states=(State.PASSED,)), limit=1_000).rows if line.id in left)


def sessions_waiting(who: Actor) -> list[waiting.Waiting]:
    """Closed sessions with passed cases that no decision has yet, by kind."""
    with reading(who) as t:
        permissions.require(who, Verb.DRAFT_DECISION)
        return waiting.sessions(t, list(who.issuers(Role.SECRETARY)))
