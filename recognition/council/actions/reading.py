"""Sessions as people may see them."""

from dataclasses import dataclass, replace
from uuid import UUID

from recognition.council.actions.ground import in_transaction, seen
from recognition.council.rules import sessions as rules
from recognition.council.rules import voting
from recognition.council.store import agenda, councils, sessions
from recognition.council.terms import (
    Base,
    Earlier,
    Item,
    Line,
    Session,
    SessionLine,
    SessionState,
    Share,
)
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import refuse, there
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import reading
from recognition.hall.words import Role, State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Filters, NominationLine

_FIRST = Page()
_NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Quorum:
    """How the attendance stands to the quorum."""

    present: int
    members: int
    needed: int
    met: bool


@dataclass(frozen=True)
class Ask:
    """How many votes one award needs, of how many; `now` with those present today."""

    award_name: str
    words: str
    basis: str
    national: bool
    base: int
    needed: int


def find(who: Actor, page: Page = _FIRST) -> Found[SessionLine]:
    """The sessions that `who` may see, the newest first."""
    permissions.require(who, Verb.SEE_SESSIONS)
    with reading(who) as t:
        return Found(tuple(sessions.lines(t, who, page.limit, page.offset)), sessions.total(t, who))


def get(who: Actor, session_id: UUID) -> Session:
    """A session; a member who stands aside in a case sees only that there is one. Raises NotFound."""
    permissions.require(who, Verb.SEE_SESSIONS)
    with reading(who) as t:
        return masked(who, seen(t, who, session_id))


def masked(who: Actor, session: Session) -> Session:
    """What this person may see of the agenda: the secretary and the tellers all, a member not the cases aside, and whoever sent a substitute none."""
    own = who.seat(session.id, session.council_id)
    if own is None or session.issuer_id in who.issuers(Role.SECRETARY) or session.id in who.teller_of:
        return session
    replaced = session.id not in who.stands_in and any(seat.member_id == own and seat.sent_account for seat in session.seats)
    return replace(session, items=tuple(_mask(item) if replaced or own in item.recused else item for item in session.items))


def _mask(item: Item) -> Item:
    return replace(item, nomination_id=_NOBODY, revision_hash="", name="Trường hợp anh/chị không tham gia xét", detail="", masked=True)


def candidates(who: Actor, session_id: UUID, limit: int = 500) -> tuple[NominationLine, ...]:
    """Shortlisted cases that may go on the agenda; for a re-vote the cases of the session it replaces, too."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.PUT_ON_AGENDA, session)
        states = (State.SHORTLISTED,) if session.replaces_id is None else (State.SHORTLISTED, State.PASSED, State.FAILED)
        found = nominations.find(who, Filters(states=states), limit=limit).rows
        if session.replaces_id is None:
            return found
        old = {item.nomination_id for item in seen(t, who, session.replaces_id).items}
        return tuple(line for line in found if line.state is State.SHORTLISTED or line.id in old)


def teller_candidates(who: Actor, session_id: UUID) -> list[tuple[UUID, str]]:
    """(account, name) of those who may be named tellers."""
    with reading(who) as t:
        permissions.require(who, Verb.PLAN_SESSION, seen(t, who, session_id))
        return agenda.accounts_like(t, 1_000)


def member_accounts(who: Actor, council_id: UUID) -> list[tuple[UUID, str]]:
    """(account, name) for linking a member to the account that will see the agenda."""
    with reading(who) as t:
        council = there(councils.get(t, council_id))
        permissions.require(who, Verb.MANAGE_COUNCILS, council)
        return agenda.accounts_like(t, 1_000)


def written(who: Actor, session_id: UUID) -> tuple[UUID, ...]:
    """Members whose written opinions were entered; what they say is not shown before the end."""
    with reading(who) as t:
        permissions.require(who, Verb.RECORD_ATTENDANCE, seen(t, who, session_id))
        return agenda.wrote(t, session_id)


def written_lines(who: Actor, session_id: UUID) -> dict[UUID, Line]:
    """Written opinions added up, after the end only."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        return agenda.written(t, session_id) if session.state is SessionState.CLOSED else {}


def quorum(session: Session) -> Quorum:
    """Attendance against the quorum, live."""
    members, present = len(session.voters), session.present
    least = session.rule.least
    return Quorum(present, members, voting.quorum_needed(members, least), voting.quorum_met(present, members, least))


def asks(session: Session) -> list[Ask]:
    """How many votes each award on the agenda needs, by the rule as it stands and those who are there."""
    found = []
    for code, name in dict.fromkeys((item.award_code, item.award_name) for item in session.items):
        threshold = session.rule.of(code)
        if threshold is None:
            continue
        members = len(session.voters)
        base = voting.base_of(
            threshold.base, members=members, present=session.present or members, valid=session.in_room or members, recused=0,
            recused_present=0, rule=session.rule,
        )  # fmt: skip
        words = voting.in_words(threshold)
        found.append(Ask(name, words, threshold.basis, threshold.national, base, voting.needed(base, threshold.share, threshold.strict)))
    return found


SHARES = (("quá 1/2", Share(1, 2), True), ("từ 2/3", Share(2, 3), False), ("từ 80 %", Share(4, 5), False), ("từ 90 %", Share(9, 10), False))


def simulate(members: int, present: int, valid: int) -> list[tuple[str, int, int, int]]:
    """(rule, votes needed of all, of those present, of valid papers): the table before a rule is locked. Raises Invalid."""
    refuse(voting.check_supposed(members, present, valid))
    return [
        (words, voting.needed(members, share, strict), voting.needed(present, share, strict), voting.needed(valid, share, strict))
        for words, share, strict in SHARES
    ]


def earlier(who: Actor, session_id: UUID, limit: int = 5) -> tuple[Earlier, ...]:
    """What the council's earlier closed sessions gave, and what each rule would have given them; never this session's counts.

    Raises NotFound, NotAllowed.
    """
    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.PLAN_SESSION, session)
        old = [in_transaction(t, one) for one in sessions.closed_before(t, session, limit)]
        wrote = {each.id: len(agenda.wrote(t, each.id)) for each in old}
    return tuple(_earlier(each, wrote[each.id]) for each in old)


def _earlier(session: Session, wrote: int) -> Earlier:
    def passing(share: Share, strict: bool, base: Base) -> int:
        bases = {Base.ALL_MEMBERS: len(session.voters), Base.PRESENT: session.present + wrote}
        return sum(voting.passes(each.approve, bases.get(base, each.approve + each.reject + each.abstain), share, strict) for each in session.results)

    by_rule = tuple(
        (words, passing(share, strict, Base.ALL_MEMBERS), passing(share, strict, Base.PRESENT), passing(share, strict, Base.VALID))
        for words, share, strict in SHARES
    )
    return Earlier(session.name, session.on_date, len(session.items), sum(each.passed for each in session.results), by_rule)


def warnings(session: Session) -> list[str]:
    """What the secretary should know before opening: few voters, an even number."""
    return rules.warnings(session)
