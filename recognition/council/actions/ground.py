"""What every action on a session stands on."""

from uuid import UUID

from recognition.council.store import sessions
from recognition.council.terms import Session, SessionState
from recognition.hall import holding
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound, there
from recognition.hall.transaction import Transaction
from recognition.hall.words import Verb

KIND = "session"
BEFORE_VOTE = (SessionState.PLANNED, SessionState.CALLED)


def in_transaction(t: Transaction, session_id: UUID) -> Session:
    """The session for a later room, which has already asked who may do what. Raises NotFound."""
    return there(sessions.get(t, session_id))


def seen(t: Transaction, who: Actor, session_id: UUID) -> Session:
    """The session if `who` may see it. Raises NotFound."""
    if not sessions.seen(t, who, session_id):
        raise NotFound()
    return in_transaction(t, session_id)


def lock(t: Transaction, who: Actor, session_id: UUID, version: int, verb: Verb, *states: SessionState) -> Session:
    """The session for a change: seen, allowed, in the version looked at, in one of `states`.

    Raises NotFound, NotAllowed, Stale; a session in another state is refused with its state's name.
    """
    return holding.hold(who, seen(t, who, session_id), version, verb, *states, named="Phiên họp đang ở bước")
