"""Opening what came: looked at, refused, or kept whole; nothing of it is taken in yet."""

from uuid import UUID

import parcel
from db import blobs
from recognition.courier import store
from recognition.courier.actions import ground
from recognition.courier.actions.counting import recounted
from recognition.courier.terms import Direction, Kind, Looked, ParcelRow
from recognition.hall import audit, permissions, place
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from vietnamese import dates


def look(who: Actor, data: bytes) -> Looked:
    """Whose parcel this is and what it says it holds; nothing is kept. Raises NotAllowed, Invalid (on `file`)."""
    permissions.require(who, Verb.READ_PARCEL)
    label = ground.opened(data, files=False).label
    with reading(who) as t:
        _not_twice(t, label)
        known = store.partner_with(t, label.sender.fingerprint)
    trusted = known if known is not None and known.ended_at is None else None
    return Looked(label.sender, Kind(label.kind), label.number, label.made_on, label.cases, label.files, trusted)


def receive(who: Actor, data: bytes, key: UUID | None = None) -> ParcelRow:
    """Keep a parcel of a known sender, its whole content checked; nothing of it is taken in yet. Raises NotAllowed, Invalid (on `file`)."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.READ_PARCEL)
        opened = ground.opened(data, files=True)
        _not_twice(t, opened.label)
        partner = store.partner_with(t, opened.label.sender.fingerprint)
        if partner is None or partner.ended_at is not None:
            raise Invalid({"file": f"Nơi gửi {opened.label.sender.name} chưa được xác nhận ở đây. Anh/chị so dấu khoá qua điện thoại rồi xác nhận trước."})
        _check(opened)
        blob = blobs.put(place.folder() / "files", data)
        store.insert_parcel(t, partner.id, Direction.IN, opened.label, blob, 0, who.account_id, dates.now_utc())
        made = recounted(t, who, opened.label.id)
        told = {"partner": partner.name, "fingerprint": partner.fingerprint, "number": made.number, "kind": made.kind, "cases": made.cases, "files": made.files}
        audit.note(t, Verb.READ_PARCEL, ground.KIND, made.id, after=told, detail=f"Mở gói {made.kind.label.lower()} số {made.number} của {partner.name}.")
        t.result = str(made.id)
    return made


def _not_twice(t: Transaction, label: parcel.Label) -> None:
    found = store.parcel_row(t, label.id)
    if found is not None:
        when = dates.short(dates.to_local(found.made_at).date())
        raise Invalid({"file": f"Gói số {label.number} của {label.sender.name} đã mở ngày {when}. Anh/chị xem lại gói ấy trong danh sách."})


def _check(opened: parcel.Opened) -> None:
    """What the label counts is there, and every file that a case names came along. Raises Invalid on `file`."""
    label = opened.label
    if label.kind == Kind.RESULTS:
        count, named = len(ground.answers_in(opened.content)), set[str]()
    else:
        cases, _ = ground.cases_in(opened.content)
        count, named = len(cases), {file["sha256"] for each in cases for file in each["evidence"]}
    if (count, named) != (label.cases, set(opened.files)) or label.files != len(opened.files):
        raise Invalid({"file": "Số hồ sơ hoặc minh chứng trong gói không khớp với bảng kê. Anh/chị xin nơi gửi làm lại gói."})
