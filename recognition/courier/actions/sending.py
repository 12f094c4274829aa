"""The way up: chosen cases leave as forwarded, in one closed parcel; those that were taken back are named."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import parcel
from db import blobs
from recognition.courier import content, keys, rules, store
from recognition.courier.actions import ground
from recognition.courier.terms import Candidate, Direction, Kept, Kind, ParcelRow, Partner, Stage
from recognition.decisions import actions as decisions
from recognition.hall import audit, permissions, place
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination, Subject
from recognition.people import actions as people
from vietnamese import dates

_FIRST = Page()


def parcels(who: Actor, page: Page = _FIRST) -> Found[ParcelRow]:
    """Parcels that went and came, the newest first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_PARCELS)
    with reading(who) as t:
        return Found(*store.parcels(t, page.limit, page.offset))


def get(who: Actor, parcel_id: UUID) -> ParcelRow:
    """One parcel. Raises NotAllowed, NotFound."""
    permissions.require(who, Verb.SEE_PARCELS)
    with reading(who) as t:
        return ground.row(t, parcel_id)


def file(who: Actor, parcel_id: UUID) -> tuple[bytes, str]:
    """A parcel that we made, for the stick, with its file name. Raises NotAllowed, NotFound, Unavailable."""
    found = get(who, parcel_id)
    permissions.require(who, Verb.SEND_PARCEL)
    what = "hồ sơ" if found.kind is Kind.CASES else "kết quả"
    return ground.file_of(found), f"Gói {what} số {found.number} gửi {found.partner_name}.zip"


def candidates(who: Actor, partner_id: UUID) -> tuple[Candidate, ...]:
    """Cases that may go up: screened or passed ones, and those that were sent above already. Models go on paper. Raises NotAllowed."""
    permissions.require(who, Verb.SEND_PARCEL)
    lines = [line for line in (*decisions.forwarded(who), *decisions.forwardable(who)) if line.subject is not Subject.MODEL_YEAR]
    with reading(who) as t:
        known: dict[UUID, list[Kept]] = {}
        for each in store.of_nominations(t, [line.id for line in lines], Direction.OUT):
            known.setdefault(each.nomination_id, []).append(each)
    elsewhere = {each for each, rows in known.items() if any(_waits_elsewhere(one, partner_id) for one in rows)}
    return tuple(Candidate(line, _sent(known.get(line.id, ()), partner_id)) for line in lines if line.id not in elsewhere)


def _sent(known: Sequence[Kept], partner_id: UUID) -> str:
    return next((f"Gói số {each.parcel_number}" for each in known if each.partner_id == partner_id), "")


def _waits_elsewhere(kept: Kept, partner_id: UUID) -> bool:
    return kept.partner_id != partner_id and kept.state is State.FORWARDED and not kept.gone


def to_take_back(who: Actor, partner_id: UUID) -> tuple[str, ...]:
    """The codes of cases that the next parcel will name as taken back. Raises NotAllowed."""
    permissions.require(who, Verb.SEND_PARCEL)
    with reading(who) as t:
        return tuple(str((ground.read(each.content) or {})["code"]) for each in _gone(t, partner_id, ()))


def send(who: Actor, partner_id: UUID, chosen: Sequence[UUID], key: UUID | None = None) -> ParcelRow:
    """Make one closed parcel of cases for a partner; those not yet forwarded are, in the same transaction.

    Raises NotAllowed, NotFound, Invalid (on `partner`, `cases`).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.SEND_PARCEL)
        partner = ground.partner(t, partner_id)
        gone = _gone(t, partner_id, chosen)
        if not chosen and not gone:
            raise Invalid({"cases": "Anh/chị chọn ít nhất một hồ sơ để gửi."})
        files: dict[str, bytes] = {}
        leaving = [_forwarded(t, who, each, partner) for each in dict.fromkeys(chosen)]
        cases = [_case(who, each, files) for each in leaving]
        found = {"cases": cases, "withdrawn": [str(each.ref) for each in gone]}
        made = closed(t, who, partner, leaving[0].issuer_id if leaving else None, Kind.CASES, found, len(cases), files)
        for each in cases:
            ref = UUID(each["ref"])
            store.keep(t, partner_id, Direction.OUT, ref, ref, made.id, *ground.spelled(each))
            audit.note(t, Verb.SEND_PARCEL, nominations.KIND, ref, detail=f"Gói số {made.number} gửi {partner.name}.")
        for one in gone:
            store.set_gone(t, one.id, made.id)
        t.result = str(made.id)
    return made


def closed(
    t: Transaction, who: Actor, partner: Partner, issuer_id: UUID | None, kind: Kind, found: dict[str, Any], cases: int, files: dict[str, bytes]
) -> ParcelRow:
    """A parcel for a partner in the name of one of our organs, made, kept and noted. Raises Invalid when it grows too large."""
    number, today = store.next_number(t, partner.id), dates.today()
    contents = parcel.Contents(str(uuid4()), kind.value, number, today, found, cases, files)
    data = parcel.pack(contents, keys.ensure(), ground.own_card(who, issuer_id), partner.card)
    try:
        label = parcel.inspect(data)
    except parcel.Refused as refused:
        raise Invalid({"cases": "Các hồ sơ đã chọn có quá nhiều minh chứng cho một gói. Anh/chị chia thành vài gói nhỏ hơn."}) from refused
    store.insert_parcel(t, partner.id, Direction.OUT, label, blobs.put(place.folder() / "files", data), 0, who.account_id, dates.now_utc())
    made = ground.row(t, label.id)
    told = {"partner": partner.name, "fingerprint": partner.fingerprint, "number": number, "kind": kind, "cases": cases, "files": len(files)}
    audit.note(t, Verb.SEND_PARCEL, ground.KIND, made.id, after=told, detail=f"Làm gói {kind.label.lower()} số {number} gửi {partner.name}.")
    return made


def _forwarded(t: Transaction, who: Actor, nomination_id: UUID, partner: Partner) -> Nomination:
    case = nominations.lock(t, nomination_id)
    permissions.require(who, Verb.SEND_PARCEL, case)
    if case.subject is Subject.MODEL_YEAR:
        raise Invalid({"cases": f"Hồ sơ mô hình {case.code} chưa gửi bằng gói được. Anh/chị gửi hồ sơ này bằng giấy."})
    if any(_waits_elsewhere(each, partner.id) for each in store.of_nominations(t, [nomination_id], Direction.OUT)):
        raise Invalid({"cases": f"Hồ sơ {case.code} đang chờ kết quả ở nơi khác. Anh/chị đợi kết quả, hoặc trả lại hồ sơ trước."})
    if case.state is not State.FORWARDED:
        decisions.forward(who, nomination_id, case.version, partner.name)
    return nominations.lock(t, nomination_id)


def _case(who: Actor, case: Nomination, files: dict[str, bytes]) -> dict[str, Any]:
    if case.recipient_id is None:
        raise Invalid({"cases": f"Hồ sơ {case.code} chưa có người được đề nghị nên không gửi được."})
    evidence = nominations.evidence(who, case.id)
    for each in evidence:
        if each.blob not in files:
            files[each.blob] = nominations.evidence_file(who, each.id)[0]
    person = people.get(None, case.person_id) if case.person_id else None
    return content.of_case(case, people.recipient(who, case.recipient_id), person, evidence)


def _gone(t: Transaction, partner_id: UUID, chosen: Sequence[UUID]) -> list[Kept]:
    """Cases that went up and left the road since: the next parcel says so, once."""
    found = store.cases(t, partner_id, Direction.OUT)
    return [each for each in found.values() if not each.gone and each.nomination_id not in chosen and rules.taken_back(each.state, _told(each))]


def _told(kept: Kept) -> Stage | None:
    answer = ground.read(kept.answer)
    return Stage(answer["stage"]) if answer else None
