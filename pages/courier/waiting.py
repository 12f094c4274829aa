"""What of parcels waits for a secretary: rows to look at, results that a sender does not know yet."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.courier import actions
from recognition.courier.terms import Kind
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates


def items(who: Actor) -> list[WorkItem]:
    """For whoever opens and makes parcels."""
    if not allowed(who, Verb.SEE_PARCELS):
        return []
    waits = actions.waiting(who)
    found = [
        WorkItem(
            "inbox", f"Gói số {one.number} của {one.partner_name}",
            f"{one.waiting} {'hồ sơ chờ xem và nhận' if one.kind is Kind.CASES else 'kết quả chờ ghi'} · mở ngày {dates.short(dates.to_local(one.made_at).date())}",
            "Xem gói", "pages/courier/parcel.py", one.id,
        )
        for one in waits.parcels
    ]  # fmt: skip
    found += [
        WorkItem("outbox", f"Báo kết quả cho {partner.name}", f"{count} hồ sơ có bước mới mà nơi gửi chưa biết", "Làm gói kết quả", "pages/courier/send.py", parameters={"gi": "ket-qua"})
        for partner, count in waits.untold
    ]
    return found
