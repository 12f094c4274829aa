"""Writing the book: dialogues, reviews, outreach; their questions and promises; that a promise was kept."""

from datetime import date
from uuid import UUID

from recognition.grassroots import rules, store
from recognition.grassroots.actions import ground
from recognition.grassroots.actions.ground import KIND
from recognition.grassroots.terms import Kind, Point, PointInput, Record, RecordInput
from recognition.hall import audit, numbers
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound, refuse
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from recognition.units import actions as units
from vietnamese import dates, text


def record(who: Actor, data: RecordInput, key: UUID | None = None) -> Record:
    """Write a dialogue, a review or an outreach session into the unit's book. Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        ground.may_write(who, Verb.RECORD_MEETING, data.unit_id, data.issuer_id)
        _check(t, data)
        year = data.on_date.year if data.on_date else 0
        made = store.insert(t, data, f"DC-{year}-{numbers.next_number(t, f'DC-{year}'):04d}", who.account_id, dates.now_utc())
        found = ground.seen(t, who, made)
        audit.note(t, Verb.RECORD_MEETING, KIND, made, after=found, detail=found.title)
        t.result = str(made)
    return found


def _check(t: Transaction, data: RecordInput) -> None:
    refuse(rules.check_record(data, dates.today()))
    assert data.unit_id is not None
    assert data.issuer_id is not None
    assert data.on_date is not None
    try:
        units.require_living(t, data.unit_id, data.on_date)
    except NotFound:
        refuse({"unit_id": "Không tìm thấy đơn vị này. Anh/chị chọn lại."})
    ground.known_issuer(data.issuer_id)


def change(who: Actor, record_id: UUID, version: int, data: RecordInput, key: UUID | None = None) -> Record:
    """Put right what was written; unit and kind stay. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, record_id, version, Verb.EDIT_MEETING)
        refuse({} if before.kind is data.kind and before.unit_id == data.unit_id else {"": "Loại và đơn vị của bản ghi không đổi được. Anh/chị bỏ bản ghi này và ghi bản mới."})
        _check(t, data)
        store.update(t, before, data)
        after = ground.seen(t, who, record_id)
        audit.note(t, Verb.EDIT_MEETING, KIND, record_id, before=before, after=after)
        t.result = str(record_id)
    return after


def remove(who: Actor, record_id: UUID, version: int, key: UUID | None = None) -> None:
    """Take a record that was written by mistake out of the book; the log keeps it. Raises NotFound, NotAllowed, Stale."""
    with transaction(who, key) as t:
        before = ground.locked(t, who, record_id, version, Verb.REMOVE_MEETING)
        store.remove(t, before)
        audit.note(t, Verb.REMOVE_MEETING, KIND, record_id, before=before, detail=before.title)


def note_point(who: Actor, record_id: UUID, version: int, data: PointInput, point_id: UUID | None = None, key: UUID | None = None) -> Record:
    """Add a question with its answer and promise, or change one. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.noted(t, who, record_id, version)
        refuse(rules.check_point(data, before.on_date, before.kind is Kind.INSPECTION))
        if point_id is not None:
            point = ground.point_of(before, point_id)
            refuse(rules.check_change(point, data))
        store.touch(t, before)
        made = store.add_point(t, before, data) if point_id is None else point_id
        if point_id is not None:
            store.change_point(t, point_id, data)
        return _changed(t, who, before, Verb.NOTE_POINT, made, data.said)


def remove_point(who: Actor, record_id: UUID, version: int, point_id: UUID, key: UUID | None = None) -> Record:
    """Take a question out. Raises NotFound, NotAllowed, Stale."""
    with transaction(who, key) as t:
        before = ground.noted(t, who, record_id, version)
        point = ground.point_of(before, point_id)
        store.touch(t, before)
        store.remove_point(t, point_id)
        return _changed(t, who, before, Verb.NOTE_POINT, point_id, f"Bỏ: {point.said}")


def keep(who: Actor, record_id: UUID, version: int, point_id: UUID, done_on: date | None, how: str, key: UUID | None = None) -> Record:
    """Say on which day and how a promise was kept. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before = ground.kept(t, who, record_id, version)
        point = ground.point_of(before, point_id)
        refuse(rules.check_kept(point, done_on, how, before.on_date, dates.today()))
        store.touch(t, before)
        store.keep(t, point_id, done_on, how)
        return _changed(t, who, before, Verb.KEEP_PROMISE, point_id, f"{point.promise.rstrip(' .')}: {how}")


def _changed(t: Transaction, who: Actor, before: Record, verb: Verb, point_id: UUID, detail: str) -> Record:
    """The record after one of its points changed, written to the log."""
    after = ground.seen(t, who, before.id)
    audit.note(t, verb, KIND, before.id, before=_one(before, point_id), after=_one(after, point_id), case=after, detail=text.clean(detail)[:200])
    t.result = str(before.id)
    return after


def _one(record: Record, point_id: UUID) -> Point | None:
    return next((point for point in record.points if point.id == point_id), None)


def as_input(found: Record) -> RecordInput:
    """A stored record as its form shows it again."""
    return RecordInput(
        found.kind, found.unit_id, found.issuer_id, found.on_date, found.title, found.place, found.chair, found.organisations, found.people,
        found.content, found.result, found.tags,
    )  # fmt: skip
