"""What every action on a record stands on: finding it, the right to write for a unit, what is open to whom."""

from collections.abc import Callable
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.grassroots import store
from recognition.grassroots.terms import Point, Record
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.case import OfIssuer
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role, Verb

KIND = "grassroots_record"


class Asking(OfIssuer):
    """A record to be, only to ask for the right."""

    def __init__(self, unit_id: UUID | None, issuer_id: UUID | None) -> None:
        self.unit_id, self.issuer_id = unit_id, issuer_id


def seen(t: Transaction, who: Actor, record_id: UUID) -> Record:
    """The record if `who` may see it. Raises NotFound."""
    found = store.get(t, who, record_id)
    if found is None:
        raise NotFound()
    return found


def locked(t: Transaction, who: Actor, record_id: UUID, version: int, verb: Verb) -> Record:
    """The record for a change, in the version that was looked at. Raises NotFound, NotAllowed, Stale."""
    return _in_version(seen(t, who, record_id), version, lambda record: permissions.allowed(who, verb, record))


def may_note(who: Actor, record: Record) -> bool:
    """Whether `who` writes down what was asked or found."""
    return permissions.allowed(who, Verb.NOTE_POINT, record)


def may_keep(who: Actor, record: Record) -> bool:
    """Whether `who` says that a promise was kept."""
    return permissions.allowed(who, Verb.KEEP_PROMISE, record)


def noted(t: Transaction, who: Actor, record_id: UUID, version: int) -> Record:
    """The record for a change of its points, in the version that was looked at. Raises NotFound, NotAllowed, Stale."""
    return _in_version(seen(t, who, record_id), version, lambda record: may_note(who, record))


def kept(t: Transaction, who: Actor, record_id: UUID, version: int) -> Record:
    """The record in which a promise was kept, in the version that was looked at. Raises NotFound, NotAllowed, Stale."""
    return _in_version(seen(t, who, record_id), version, lambda record: may_keep(who, record))


def _in_version(record: Record, version: int, may: Callable[[Record], bool]) -> Record:
    if not may(record):
        raise NotAllowed()
    if record.version != version:
        raise Stale()
    return record


def point_of(record: Record, point_id: UUID) -> Point:
    """One point of a record. Raises Stale: it was taken out since it was shown."""
    found = next((point for point in record.points if point.id == point_id), None)
    if found is None:
        raise Stale()
    return found


def may_write(who: Actor, verb: Verb, unit_id: UUID | None, issuer_id: UUID | None) -> None:
    """Whether `who` writes for this unit. Raises NotAllowed (for no unit at all), Invalid on the unit's field."""
    if not permissions.allowed(who, verb):
        raise NotAllowed()
    if unit_id is not None and not permissions.allowed(who, verb, Asking(unit_id, issuer_id)):
        raise Invalid({"unit_id": "Anh/chị chỉ ghi sổ cho đơn vị của mình. Anh/chị chọn lại đơn vị."})


def known_issuer(issuer_id: UUID) -> None:
    """The organ that follows this work exists. Raises Invalid on its field."""
    try:
        catalogue.issuer(None, issuer_id)
    except NotFound:
        raise Invalid({"issuer_id": "Không tìm thấy cơ quan này. Anh/chị chọn lại."}) from None


def own_units(who: Actor) -> frozenset[UUID]:
    """The units for which `who` keeps the book."""
    return who.units(Role.NOMINATOR, Role.UNIT_LEADER, subtree=False)
