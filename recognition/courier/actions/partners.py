"""Whom we exchange parcels with: a card is trusted only after two people compared its digits, and somebody here says so."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

import parcel
from recognition.courier import store
from recognition.courier.actions import ground
from recognition.courier.terms import Partner
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound, fresh, refuse
from recognition.hall.lengths import needed
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.units import actions as units
from vietnamese import dates


def own_card(who: Actor, issuer_id: UUID | None = None) -> parcel.Card:
    """Our own card under the name of one of our organs, to hand over and to read the digits from. Raises NotAllowed, Unavailable."""
    permissions.require(who, Verb.SEE_PARCELS)
    return ground.own_card(who, issuer_id)


def partners(who: Actor) -> tuple[Partner, ...]:
    """Everybody who was ever confirmed, those still trusted first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_PARCELS)
    with reading(who) as t:
        return store.partners(t)


def read_card(who: Actor, data: bytes) -> parcel.Card:
    """The card in a file, only looked at. Raises NotAllowed, Invalid (on `card`)."""
    permissions.require(who, Verb.KEEP_PARTNER)
    try:
        card = parcel.read_card(data)
    except parcel.Refused as refused:
        raise Invalid({"card": refused.sentence}) from refused
    if card.fingerprint == ground.own_card(who).fingerprint:
        raise Invalid({"card": "Đây là thẻ của chính bên mình. Anh/chị chọn thẻ mà bên kia gửi."})
    return card


def confirm(who: Actor, card: parcel.Card, spoken_with: str, unit_id: UUID | None, *, compared: bool, key: UUID | None = None) -> Partner:
    """Trust a card from now on: the digits were compared with `spoken_with` at the other end.

    `unit_id`: the unit that stands here for what they send (None: they are above us, we only send). Never done silently.
    Raises NotAllowed, NotFound (unit), Invalid (on `compared`, `spoken_with`, `unit_id`).
    """
    with transaction(who, key) as t:
        permissions.require(who, Verb.KEEP_PARTNER)
        check = Entry()
        spoken = check.line("spoken_with", spoken_with, "Người bên kia đã đọc số", most=200)
        if not compared:
            check.refuse("compared", "Anh/chị gọi cho bên kia, nghe đọc đủ 24 chữ số, rồi đánh dấu là đã khớp.")
        check.done()
        if unit_id is not None:
            units.require_living(t, unit_id, dates.today())
        known, now = store.partner_with(t, card.fingerprint), dates.now_utc()
        if known is None:
            made = store.insert_partner(t, card, unit_id, spoken, who.account_id, now)
        else:
            fresh(store.confirm_again(t, known, card, unit_id, spoken, who.account_id, now))
            made = known.id
        after = _again(t, made)
        audit.note(t, Verb.KEEP_PARTNER, ground.PARTNER, made, after=_plain(after), detail=f"Tin thẻ của {after.name}, dấu khoá {after.fingerprint}, sau khi so với {spoken}.")
        t.result = str(made)
    return after


def change_unit(who: Actor, partner_id: UUID, version: int, unit_id: UUID | None, key: UUID | None = None) -> Partner:
    """Say anew which unit stands here for what a partner sends. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before = _changeable(t, who, partner_id, version)
        if unit_id is not None:
            units.require_living(t, unit_id, dates.today())
        fresh(store.set_unit(t, before, unit_id))
        after = _again(t, partner_id)
        detail = f"Hồ sơ của {after.name} đứng tên {after.unit_name}." if unit_id else f"{after.name} chỉ nhận gói của bên mình."
        audit.note(t, Verb.KEEP_PARTNER, ground.PARTNER, partner_id, before=_plain(before), after=_plain(after), detail=detail)
        t.result = str(partner_id)
    return after


def end(who: Actor, partner_id: UUID, version: int, reason: str, key: UUID | None = None) -> Partner:
    """Trust a partner no longer (a lost key, an office that is no more): nothing goes to or comes from it. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = _changeable(t, who, partner_id, version)
        refuse(needed("reason", reason.strip(), "Anh/chị ghi lý do thôi tin thẻ này."))
        fresh(store.end_partner(t, before, dates.now_utc()))
        after = _again(t, partner_id)
        audit.note(t, Verb.KEEP_PARTNER, ground.PARTNER, partner_id, before=_plain(before), after=_plain(after), detail=f"Thôi tin thẻ của {before.name}: {reason.strip()}")
        t.result = str(partner_id)
    return after


def _changeable(t: Transaction, who: Actor, partner_id: UUID, version: int) -> Partner:
    permissions.require(who, Verb.KEEP_PARTNER)
    found = ground.partner(t, partner_id)
    fresh(int(found.version == version))
    return found


def _again(t: Transaction, partner_id: UUID) -> Partner:
    found = store.partner(t, partner_id)
    if found is None:
        raise NotFound()
    return found


def _plain(partner: Partner) -> dict[str, Any]:
    """A partner for the log: no keys."""
    return {name: value for name, value in asdict(partner).items() if name != "card"}
