"""The list of days off that working days are counted by."""

from datetime import date
from uuid import UUID

from recognition.catalogue import entries
from recognition.catalogue.store import holidays as store
from recognition.catalogue.terms import Holiday
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Verb
from vietnamese import dates


def holidays() -> frozenset[date]:
    """Days off. For `vietnamese.dates.add_working_days` and its neighbours."""
    with reading(None) as t:
        return frozenset(day.day for day in store.everything(t) if not day.working)


def all_holidays(who: Actor) -> tuple[Holiday, ...]:
    """Days off and weekend days declared working, in order."""
    permissions.require(who, Verb.MANAGE_SETTINGS)
    with reading(who) as t:
        return store.everything(t)


def add_holiday(who: Actor, day: date | str | None, name: str, *, working: bool = False, key: UUID | None = None) -> Holiday:
    """Add a day off (or, with `working`, a weekend day declared working). Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_SETTINGS)
        found, called = entries.holiday(day, name)
        if working and found.weekday() < 5:
            raise Invalid({"day": f"{dates.short(found)} là {dates.weekday(found)}, vốn là ngày làm việc. Ngày làm bù phải là Thứ Bảy hoặc Chủ Nhật."})
        there = store.get(t, found)
        if there is not None:
            raise Invalid({"day": f"Ngày {dates.short(found)} đã có trong danh sách: {there.name}."})
        made = Holiday(found, called, working)
        store.insert(t, made)
        audit.note(t, Verb.MANAGE_SETTINGS, "holiday", None, after=made, detail=f"Thêm {dates.short(found)}: {called}.")
    return made


def remove_holiday(who: Actor, day: date, key: UUID | None = None) -> None:
    """Take a day out of the list. Raises NotAllowed, NotFound."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.MANAGE_SETTINGS)
        before = store.get(t, day)
        if before is None:
            raise NotFound(f"Ngày {dates.short(day)} không có trong danh sách.")
        store.remove(t, day)
        audit.note(t, Verb.MANAGE_SETTINGS, "holiday", None, before=before, detail=f"Bỏ {dates.short(day)}: {before.name}.")
