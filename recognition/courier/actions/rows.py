"""Row by row what a parcel of cases would bring, beside what was taken in before."""

from collections.abc import Mapping
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.courier import content, rules, store
from recognition.courier.actions import ground
from recognition.courier.terms import Direction, Kept, Kind, ParcelRow, Partner, Row, RowKind
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Change
from recognition.people import actions as people
from recognition.units import actions as units
from vietnamese import text

Held = tuple[tuple[content.Content, ...], tuple[UUID, ...]]


def rows(who: Actor, parcel_id: UUID) -> tuple[Row, ...]:
    """The cases of a parcel beside what is here, what asks for somebody first. Raises NotAllowed, NotFound, Invalid."""
    permissions.require(who, Verb.READ_PARCEL)
    with reading(who) as t:
        found = ground.row(t, parcel_id)
        return rows_in(t, who, found, held(found))


def held(found: ParcelRow) -> Held:
    """The cases that a parcel holds and the ids of those that were taken back; nothing of a parcel of another kind. Raises Invalid."""
    if found.direction is not Direction.IN or found.kind is not Kind.CASES:
        return (), ()
    return ground.cases_in(ground.opened(ground.file_of(found), files=False).content)


def rows_in(t: Transaction, who: Actor, found: ParcelRow, holds: Held, only: UUID | None = None) -> tuple[Row, ...]:
    """`rows` inside a transaction, from what the parcel holds; of one case where `only` names it."""
    partner = store.partner(t, found.partner_id)
    assert partner is not None
    cases, gone = holds
    known = store.cases(t, partner.id, Direction.IN)
    names, met = unit_names(t, partner), _met(known)
    made = [_row(who, each, known.get(UUID(each["ref"])), found, partner, names, met) for each in cases if only in (None, UUID(each["ref"]))]
    made += [_gone(known[ref], found) for ref in gone if only in (None, ref) and ref in known and not known[ref].gone]
    return tuple(sorted(made, key=lambda row: list(RowKind).index(row.kind)))


def _met(known: Mapping[UUID, Kept]) -> dict[str, UUID]:
    """Whom earlier cases of this sender praised: the recipient's id there → the person here."""
    return {str((ground.read(each.content) or {})["recipient_ref"]): each.person_id for each in known.values() if each.person_id is not None}


def _row(
    who: Actor, each: content.Content, kept: Kept | None, found: ParcelRow, partner: Partner, names: Mapping[str, UUID], met: Mapping[str, UUID]
) -> Row:
    ref = UUID(each["ref"])
    _, sha256 = ground.spelled(each)
    kind = rules.kind_of(sha256, found.number, None if kept is None else (kept.sha256, kept.parcel_number, kept.gone))
    if kept is None:
        unit = names.get(text.search_key(each["recipient_unit"]), partner.unit_id)
        person = met.get(each["recipient_ref"]) if each["recipient_kind"] == RecipientKind.INDIVIDUAL else None
        ask = person is None and each["recipient_kind"] == RecipientKind.INDIVIDUAL
        near = people.possible_doubles(who, each["recipient_name"], None, each["recipient_birth_year"]) if ask else ()
        stop = "" if partner.unit_id else f"Chưa chọn đơn vị đứng tên hồ sơ của {partner.name}. Anh/chị chọn ở trang «Nơi gửi, nhận gói»."
        return Row(ref, kind, each, stop=stop, namesakes=near, unit_name=units.get(None, unit).name if unit else "", person_id=person)
    differences = rules.changes(ground.read(kept.content) or {}, each) if kind is RowKind.CHANGED else ()
    if kind is RowKind.CHANGED and kept.gone:
        differences = (Change("Hồ sơ", "Nơi gửi đã rút", "Gửi lại"), *differences)
    return Row(ref, kind, each, differences, kept.nomination_id, kept.code, kept.state, _busy(kept, kind), unit_name=kept.unit_name)


def _gone(kept: Kept, found: ParcelRow) -> Row:
    kind = RowKind.OLDER if found.number < kept.parcel_number else RowKind.GONE
    return Row(kept.ref, kind, ground.read(kept.content) or {}, (), kept.nomination_id, kept.code, kept.state, _busy(kept, kind))


def _busy(kept: Kept, kind: RowKind) -> str:
    """Why a case here cannot follow its sender's any more as it stands."""
    if kind not in (RowKind.CHANGED, RowKind.GONE) or kept.state in nominations.CHANGEABLE:
        return ""
    return f"Hồ sơ ở đây đang ở bước «{kept.state.label}». Anh/chị trả lại hồ sơ trước, rồi nhận từ gói này."


def unit_names(t: Transaction, partner: Partner) -> dict[str, UUID]:
    """Units by their names at and below the partner's, those whose name is there only once."""
    if partner.unit_id is None:
        return {}
    found: dict[str, list[UUID]] = {}
    for each, name in store.unit_names(t, units.subtree(t, partner.unit_id)):
        found.setdefault(text.search_key(name), []).append(each)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}
