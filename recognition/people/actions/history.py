"""The file of awards of a person or a unit, every year, every level."""

from collections.abc import Sequence
from uuid import UUID

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import reading
from recognition.hall.words import Role, Verb
from recognition.people.store import persons as store
from recognition.people.terms import PastAward
from recognition.units import actions as units

_ALL = (Role.SECRETARY, Role.CLERK)
_BELOW = (Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)


def history_of_person(who: Actor, person_id: UUID) -> tuple[PastAward, ...]:
    """Awards of a person, newest first: one's own, all for secretaries and clerks, else those of one's units.

    Raises NotFound for whoever may not read histories.
    """
    _may_read(who, person_id)
    with reading(who) as t:
        store.get(t, person_id)
        ids = [person_id, *(row.id for row in store.merged_into(t, person_id))]
        mine = person_id == who.person_id or any(post.unit_id in who.units(*_BELOW) for post in store.posts(t, person_id))
        return store.past_awards(t, "person_id", ids, None if mine else _units(who))


def history_of_unit(who: Actor, unit_id: UUID) -> tuple[PastAward, ...]:
    """Awards of a unit itself (and groups of it), newest first. Raises NotFound."""
    _may_read(who)
    with reading(who) as t:
        units.get(None, unit_id)
        return store.past_awards(t, "unit_id", [unit_id], _units(who))


def _units(who: Actor) -> Sequence[UUID] | None:
    """None: everything. A leader of an issuer sees everything of it."""
    if any(who.has(role) for role in _ALL) or who.issuers(Role.LEADER):
        return None
    return sorted(who.units(*_BELOW), key=str)


def _may_read(who: Actor, person_id: UUID | None = None) -> None:
    if person_id is not None and person_id == who.person_id:
        return
    if not permissions.allowed(who, Verb.SEE_HISTORY):
        raise NotFound()
