"""The room screen: which case is under discussion. Nothing secret is on it."""

from dataclasses import dataclass
from uuid import UUID

from recognition.council.actions.ground import seen
from recognition.council.actions.reading import masked
from recognition.council.store import sealed
from recognition.council.terms import Item, Session
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb


@dataclass(frozen=True)
class Screen:
    """What the projector shows. `item` is None before the secretary has chosen a case."""

    session: Session
    item: Item | None
    ballots: int
    voters: int
    moves: bool
    """Whether this person may move it."""


def screen(who: Actor, session_id: UUID) -> Screen:
    """The room screen as this person may see it: a member does not see the case they stand aside from. Raises NotFound."""
    permissions.require(who, Verb.SEE_SESSIONS)
    with reading(who) as t:
        session = masked(who, seen(t, who, session_id))
        shown = sealed.screen(t, session_id)
        roll = sealed.roll(t, session_id)
    item = next((each for each in session.items if each.id == shown), None)
    return Screen(
        session,
        item,
        sum(voter.voted for voter in roll),
        len(roll),
        permissions.allowed(who, Verb.RECORD_ATTENDANCE, session),
    )


def move(who: Actor, session_id: UUID, item_id: UUID) -> None:
    """Show another case. Raises NotFound, NotAllowed."""
    with transaction(who) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.RECORD_ATTENDANCE, session)
        if item_id not in {item.id for item in session.items}:
            raise NotFound()
        sealed.put_screen(t, session_id, item_id)
