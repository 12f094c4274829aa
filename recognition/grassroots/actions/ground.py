"""What every action on a record stands on: finding it, the right to write for a unit, what is open to whom."""

from collections.abc import Callable
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.grassroots import store
from recognition.grassroots.terms import Kind, Point, Record
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
    return _in_version(seen(t, who, record_id), version, lambda record: may(who, verb, record))


def may(who: Actor, verb: Verb, record: Record) -> bool:
    """Whether `who` may do `verb` on a record; an inspection is its inspector's."""
    if verb in (Verb.PLAN_INSPECTION, Verb.INSPECT):
        return may_inspect(who, verb, record)
    return record.kind is not Kind.INSPECTION and permissions.allowed(who, verb, record)


def may_note(who: Actor, record: Record) -> bool:
    """Whether `who` writes down what was asked, or, of an inspection, what was found."""
    if record.kind is Kind.INSPECTION:
        return record.on_date is not None and may_inspect(who, Verb.INSPECT, record)
    return permissions.allowed(who, Verb.NOTE_POINT, record)


def may_inspect(who: Actor, verb: Verb, record: Record) -> bool:
    """Whether `who` does `verb` for the inspector: the unit whose plan it is, else the organ."""
    return record.kind is Kind.INSPECTION and permissions.allowed(who, verb, inspector(record.by_unit_id, record.issuer_id))


def inspector(by_unit_id: UUID | None, issuer_id: UUID | None) -> Asking:
    """Whoever inspects, to ask for the right: the organ has no say in the plan of a unit, nor a unit in the organ's."""
    return Asking(by_unit_id, None if by_unit_id else issuer_id)


def may_keep(who: Actor, record: Record) -> bool:
    """Whether `who` says that a promise was kept, or that a finding was mended: the unit, and whoever inspected it."""
    return permissions.allowed(who, Verb.KEEP_PROMISE, record) or may_inspect(who, Verb.INSPECT, record)


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
