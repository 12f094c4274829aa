"""What every action on parcels stands on: our own card, partners, a parcel's file, its content."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import parcel
from parcel import canonical
from recognition.catalogue import actions as catalogue
from recognition.courier import content, keys, rules, store
from recognition.courier.terms import ParcelRow, Partner
from recognition.hall import kept_files
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role

KIND, PARTNER = "courier_parcel", "courier_partner"
_ODD = "{} thứ {} trong gói thiếu phần hoặc sai dạng. Anh/chị xin nơi gửi làm lại gói."


def own_card(who: Actor, issuer_id: UUID | None = None) -> parcel.Card:
    """Our own card under the name of an organ, else of the first that `who` is secretary of; the keys are the same. Raises Unavailable."""
    mine = [one for one in catalogue.issuers(None) if one.id == issuer_id or (issuer_id is None and one.id in who.issuers(Role.SECRETARY))]
    return parcel.card_of(keys.ensure(), mine[0].name if mine else "Chưa đặt tên cơ quan")


def partner(t: Transaction, partner_id: UUID) -> Partner:
    """A partner who is still trusted. Raises NotFound, Invalid."""
    found = store.partner(t, partner_id)
    if found is None:
        raise NotFound()
    if found.ended_at is not None:
        raise Invalid({"partner": f"{found.name} đã thôi là nơi gửi, nhận gói. Anh/chị ghi lại thẻ của họ, so dấu khoá qua điện thoại, rồi làm tiếp."})
    return found


def row(t: Transaction, parcel_id: UUID) -> ParcelRow:
    """One parcel. Raises NotFound."""
    found = store.parcel_row(t, parcel_id)
    if found is None:
        raise NotFound()
    return found


def file_of(found: ParcelRow) -> bytes:
    """The file of a parcel. Raises NotFound, Unavailable."""
    return kept_files.content(found.blob, "Tệp của gói")


def opened(data: bytes, *, files: bool) -> parcel.Opened:
    """A parcel for us, opened. Raises Invalid on `file` with the sentence of the refusal."""
    try:
        return parcel.opened(data, keys.ensure(), files=files)
    except parcel.Refused as refused:
        raise Invalid({"file": refused.sentence}) from refused


def cases_in(found: Mapping[str, Any]) -> tuple[tuple[content.Content, ...], tuple[UUID, ...]]:
    """The cases that a parcel holds and the ids of those that were taken back. Raises Invalid on `file`."""
    _exactly(found, {"cases", "withdrawn"})
    made = tuple(_each(number, each, content.checked, "Hồ sơ") for number, each in enumerate(found["cases"], 1))
    gone = tuple(_each(number, each, UUID, "Hồ sơ đã rút") for number, each in enumerate(found["withdrawn"], 1))
    _once([each["ref"] for each in made] + [str(each) for each in gone])
    return made, gone


def answers_in(found: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """The results that a parcel holds. Raises Invalid on `file`."""
    _exactly(found, {"results"})
    made = tuple(_each(number, each, rules.checked_answer, "Kết quả") for number, each in enumerate(found["results"], 1))
    _once([each["ref"] for each in made])
    return made


def _exactly(found: Mapping[str, Any], names: set[str]) -> None:
    if set(found) != names or not all(isinstance(each, list) for each in found.values()):
        raise Invalid({"file": "Nội dung gói không đúng dạng. Anh/chị xin nơi gửi làm lại gói."})


def _each(number: int, found: Any, read: Any, what: str) -> Any:
    try:
        return read(found)
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise Invalid({"file": _ODD.format(what, number)}) from wrong


def _once(refs: Sequence[str]) -> None:
    if len({each.lower() for each in refs}) != len(refs):
        raise Invalid({"file": "Có hồ sơ nằm hai lần trong gói. Anh/chị xin nơi gửi làm lại gói."})


def spelled(found: Mapping[str, Any]) -> tuple[str, str]:
    """The one spelling of a content, and its hash."""
    data = canonical.written(found)
    return data.decode(), hashlib.sha256(data).hexdigest()


def read(text: str) -> dict[str, Any] | None:
    """What was spelled; None for nothing."""
    return dict(json.loads(text)) if text else None
