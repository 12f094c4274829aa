"""What every action on a decision stands on."""

from uuid import UUID

from recognition.decisions.store import decisions
from recognition.decisions.terms import Decision, DecisionState
from recognition.hall import holding
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound, there
from recognition.hall.transaction import Transaction
from recognition.hall.words import Verb

KIND = "decision"


def in_transaction(t: Transaction, decision_id: UUID) -> Decision:
    """The decision for a later room, which has already asked who may do what. Raises NotFound."""
    return there(decisions.get(t, decision_id))


def seen(t: Transaction, who: Actor, decision_id: UUID) -> Decision:
    """The decision if `who` may see it. Raises NotFound."""
    if not decisions.seen(t, who, decision_id):
        raise NotFound()
    return in_transaction(t, decision_id)


def lock(t: Transaction, who: Actor, decision_id: UUID, version: int, verb: Verb, state: DecisionState = DecisionState.DRAFT) -> Decision:
    """The decision for a change, in the version that was looked at. Raises NotFound, NotAllowed, Stale."""
    return holding.hold(who, seen(t, who, decision_id), version, verb, state, named="Quyết định đang ở trạng thái")
