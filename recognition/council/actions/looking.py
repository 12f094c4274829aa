"""Dossiers read before the vote, and what the chair alone is told of reading and scoring."""

from collections import defaultdict
from uuid import UUID

from recognition.council.actions.ground import BEFORE_VOTE, seen
from recognition.council.rules import signals as rules
from recognition.council.store import care as store
from recognition.council.terms import Looked, MemberRole, Session, Signal
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates


def opened(who: Actor, nomination_id: UUID) -> None:
    """A member has this dossier before them: marked once, and only before the vote opens. For anybody else nothing happens."""
    own = list(who.members.values())
    if not who.has(Role.COUNCIL_MEMBER):
        return
    with reading(who) as t:
        waiting = store.unseen(t, nomination_id, own, who.account_id)
    if not waiting:
        return
    with transaction(who) as t:
        for place in store.unseen(t, nomination_id, own, who.account_id):
            store.put_seen(t, *place, dates.now_utc())


def looked(who: Actor, session_id: UUID) -> tuple[Looked, ...]:
    """How far each member has read, for the secretary. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.RECORD_ATTENDANCE, session)
        marks = store.seen(t, session_id)
    found = []
    for seat in session.seats:
        theirs = {item.id for item in session.items if seat.member_id not in item.recused}
        done = sum(member == seat.member_id and item in theirs for member, item, _ in marks)
        found.append(Looked(seat.member_id, seat.name, done, len(theirs)))
    return tuple(found)


def own_marks(who: Actor, session_id: UUID) -> frozenset[UUID]:
    """Cases whose dossier this member has opened. Raises NotFound."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        own = who.seat(session.id, session.council_id)
        return frozenset(item for member, item, _ in store.seen(t, session_id) if member == own)


def signals(who: Actor, session_id: UUID) -> tuple[Signal, ...]:
    """For the chair of the session and nobody else, before the vote: reading and scoring that look like stamping. Raises NotFound."""
    with reading(who) as t:
        session = seen(t, who, session_id)
        if not _leads(who, session) or session.state not in BEFORE_VOTE:
            return ()
        return (*_reading(t, session), *_scoring(t, session_id))


def _leads(who: Actor, session: Session) -> bool:
    own = who.members.get(session.council_id)
    return any(seat.member_id == own and seat.role is MemberRole.CHAIR for seat in session.seats)


def _reading(t: Transaction, session: Session) -> list[Signal]:
    moments = defaultdict(list)
    for member, _, at in store.seen(t, session.id):
        moments[member].append(at)
    return [each for seat in session.seats for each in rules.reading(seat.name, moments[seat.member_id])]


def _scoring(t: Transaction, session_id: UUID) -> list[Signal]:
    names: dict[UUID, str] = {}
    sheets: dict[UUID, dict[UUID, rules.Sheet]] = defaultdict(dict)
    points: dict[tuple[UUID, UUID], dict[UUID, int]] = defaultdict(dict)
    for row in store.scores(t, session_id):
        account, case = row["account_id"], row["nomination_id"]
        names[account] = row["name"]
        points[account, case][row["criterion_id"]] = row["points"]
        sheets[account][case] = rules.Sheet(dates.to_local(row["locked_at"]), row["due"], points[account, case])
    return [each for account, own in sheets.items() for each in rules.scoring(names[account], list(own.values()))]
