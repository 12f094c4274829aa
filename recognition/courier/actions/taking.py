"""Taking in what a parcel of cases brings: each case in a transaction of its own, to where a secretary screens."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AwardType, RecipientKind
from recognition.courier import content, store
from recognition.courier.actions import ground
from recognition.courier.actions.counting import recounted
from recognition.courier.actions.rows import Held, held, rows_in, unit_names
from recognition.courier.terms import Direction, Done, ParcelRow, Partner, Row, RowKind, Terms
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.case import OfIssuer
from recognition.hall.errors import HallError, Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import EvidenceInput, EvidenceKind, Newcomer, Nomination, Nominee
from recognition.people import actions as people
from vietnamese import dates, text

_BACK = "Nơi gửi đã rút hồ sơ."
Progress = Callable[[int, int], object]


def _silent(_done: int, _all: int) -> None:
    """Nobody watches."""


class _Before(OfIssuer):
    """Only to ask for the right."""

    def __init__(self, issuer_id: UUID) -> None:
        self.issuer_id: UUID | None = issuer_id


def award_choices(who: Actor, issuer_id: UUID) -> tuple[AwardType, ...]:
    """What an organ may give, for cases whose award our catalogue does not know."""
    return catalogue.award_types(who, catalogue.issuer(who, issuer_id).track)


def unknown_awards(who: Actor, rows: Sequence[Row], issuer_id: UUID) -> tuple[str, ...]:
    """Names of asked awards that the organ's catalogue does not know."""
    known = award_choices(who, issuer_id)
    asked = [row.content for row in rows if row.kind is not RowKind.GONE]
    return tuple(dict.fromkeys(str(each["award_name"] or "chưa ghi") for each in asked if _award(known, each) is None))


def take(who: Actor, parcel_id: UUID, refs: Sequence[UUID], terms: Terms, told: Progress = _silent) -> list[Done]:
    """Take in rows of a parcel, each for itself; what became of each. Files are looked at anew before anything is written.

    `told` is called after each row with how many are done, and of how many.

    Raises NotAllowed, NotFound, Invalid (the parcel itself cannot be read).
    """
    permissions.require(who, Verb.TAKE_FROM_PARCEL, _Before(terms.issuer_id))
    with reading(who) as t:
        found = ground.row(t, parcel_id)
        holds = held(found)
        rows = {row.ref: row for row in rows_in(t, who, found, holds)}
    files = dict(ground.opened(ground.file_of(found), files=True).files)
    wanted, done = [rows[ref] for ref in dict.fromkeys(refs) if ref in rows], []
    for number, row in enumerate(wanted, 1):
        done.append(_one(who, found, row, holds, terms, files))
        told(number, len(wanted))
    with transaction(who) as t:
        recounted(t, who, parcel_id)
    return done


def _one(who: Actor, found: ParcelRow, row: Row, holds: Held, terms: Terms, files: dict[str, bytes]) -> Done:
    title = f"{row.name}: {row.content['title']}"
    try:
        given = [] if row.kind is RowKind.GONE else [_examined(each, files) for each in row.content["evidence"]]
        with transaction(who) as t:
            for now in rows_in(t, who, found, holds, row.ref):
                _take(t, who, found, now, terms, given)
    except HallError as wrong:
        return Done(title, False, wrong.sentence)
    return Done(title, True)


def _examined(file: content.Content, files: dict[str, bytes]) -> tuple[EvidenceInput, Any]:
    given = nominations.tidy(EvidenceInput(files[file["sha256"]], file["file_name"], EvidenceKind(file["kind"]), file["caption"]))
    return given, nominations.examined(given.data, given.file_name)


def _take(t: Transaction, who: Actor, found: ParcelRow, row: Row, terms: Terms, given: list[tuple[EvidenceInput, Any]]) -> None:
    if row.stop:
        raise Invalid({"": row.stop})
    if not row.open:
        return
    partner = ground.partner(t, found.partner_id)
    before = nominations.lock(t, row.nomination_id) if row.nomination_id is not None else None
    if before is not None:
        permissions.require(who, Verb.TAKE_FROM_PARCEL, before)
    whence = f"Gói số {found.number} ngày {dates.short(found.made_on)} của {partner.name}, hồ sơ {row.content['code']} ở nơi gửi."
    if row.kind is RowKind.GONE:
        assert before is not None
        after = nominations.depart(t, before, _BACK)
        store.set_gone(t, store.cases(t, partner.id, Direction.IN)[row.ref].id, found.id)
        audit.note(t, Verb.TAKE_FROM_PARCEL, nominations.KIND, after.id, before=before, after=after, detail=f"{_BACK} {whence}")
        return
    after = nominations.arrive(t, who, _input(t, who, partner, row, terms, before), given, before)
    permissions.require(who, Verb.TAKE_FROM_PARCEL, after)
    store.keep(t, partner.id, Direction.IN, row.ref, after.id, found.id, *ground.spelled(row.content))
    audit.note(t, Verb.TAKE_FROM_PARCEL, nominations.KIND, after.id, before=before, after=after, detail=whence)


def _input(t: Transaction, who: Actor, partner: Partner, row: Row, terms: Terms, before: Nomination | None) -> Any:
    assert partner.unit_id is not None
    unit_id = unit_names(t, partner).get(text.search_key(row.content["recipient_unit"]), partner.unit_id)
    award = _award(award_choices(who, terms.issuer_id), row.content)
    award_id = award.id if award else terms.award_type_id
    if award_id is None:
        raise Invalid({"award": f"Danh mục ở đây không có «{row.content['award_name']}». Anh/chị chọn hình thức thay cho những hồ sơ như vậy."})
    if before is not None:
        known = Nominee(RecipientKind(row.content["recipient_kind"]), before.recipient_id, before.person_id, before.recipient_unit_id)
        return content.as_input(row.content, before.unit_id, before.issuer_id, before.campaign_id, award_id, known)
    return content.as_input(row.content, unit_id, terms.issuer_id, terms.campaign_id, award_id, _nominee(row, terms, unit_id))


def _award(known: Sequence[AwardType], found: content.Content) -> AwardType | None:
    """The award of the same code, else of the same name."""
    by_code = next((each for each in known if found["award_code"] and each.code == found["award_code"]), None)
    name = text.search_key(found["award_name"])
    return by_code or next((each for each in known if name and text.search_key(each.name) == name), None)


def _nominee(row: Row, terms: Terms, unit_id: UUID) -> Nominee:
    """Whom the case praises here. Somebody of the same name is a question, never a match."""
    found, kind = row.content, RecipientKind(row.content["recipient_kind"])
    if kind is RecipientKind.COLLECTIVE:
        return Nominee(kind, unit_id=unit_id, group_name=found["recipient_name"])
    if kind is RecipientKind.HOUSEHOLD:
        return Nominee(kind, head_name=found["recipient_name"], address=found["recipient_address"], commune=found["recipient_commune"])
    if row.person_id is not None:
        return Nominee(kind, person_id=row.person_id, unit_id=people.get(None, row.person_id).unit_id or unit_id)
    if row.namesakes and row.ref not in terms.people:
        raise Invalid({"people": f"Ở đây đã có người tên {found['recipient_name']}. Anh/chị chọn đúng người ấy, hoặc chọn là người mới."})
    person_id = terms.people.get(row.ref)
    if person_id is not None:
        if person_id not in {each.id for each in row.namesakes}:
            raise Invalid({"people": f"Người đã chọn không trùng tên với {found['recipient_name']}. Anh/chị chọn lại."})
        return Nominee(kind, person_id=person_id, unit_id=people.get(None, person_id).unit_id or unit_id)
    new = Newcomer(found["recipient_name"], unit_id, found["recipient_post"] or "Chưa ghi chức vụ", found["recipient_birth_year"], found["recipient_salutation"])
    return Nominee(kind, unit_id=unit_id, newcomer=new)
