"""Units as lists, as a tree, and through time."""

import re
from datetime import date
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import Transaction, reading
from recognition.units import rules, store
from recognition.units.terms import Succession, Unit, UnitKind, UnitName, UnitNode
from vietnamese import dates
from vietnamese.text import clean, like_pattern


def tree(who: Actor, *, dissolved: bool = False) -> tuple[UnitNode, ...]:
    """The units depth first with their depth. An account without any role sees nothing."""
    if not who.roles:
        return ()
    with reading(who) as t:
        return rules.as_tree(store.everything(t, dissolved=dissolved))


def find(who: Actor, text: str = "", page: Page | None = None, *, dissolved: bool = False) -> Found[Unit]:
    """Units by a part of their present or former name, or by the beginning of their code."""
    if not who.roles:
        return Found((), 0)
    page = page or Page()
    code = re.sub(r"([\\%_])", r"\\\1", clean(text).upper()) + "%"
    with reading(who) as t:
        rows, total = store.find(t, like_pattern(text), code, page.limit, page.offset, dissolved=dissolved)
    return Found(rows, total)


def get(who: Actor | None, unit_id: UUID) -> Unit:
    """One unit as it is called now. Raises NotFound."""
    if who is not None and not who.roles:
        raise NotFound()
    with reading(who) as t:
        return store.get(t, unit_id)


def by_code(t: Transaction, code: str) -> Unit | None:
    """The unit of a code, whatever its case."""
    return store.with_code(t, clean(code).upper())


def clusters(who: Actor) -> tuple[Unit, ...]:
    """Emulation clusters and blocks at work."""
    if not who.roles:
        return ()
    with reading(who) as t:
        return tuple(unit for unit in store.everything(t, dissolved=False) if unit.kind is UnitKind.CLUSTER)


def children(who: Actor, unit_id: UUID) -> tuple[Unit, ...]:
    """The living units directly below."""
    with reading(who) as t:
        return store.children(t, unit_id)


def names(who: Actor | None, unit_id: UUID) -> tuple[UnitName, ...]:
    """All names of a unit, oldest first."""
    with reading(who) as t:
        return store.names(t, unit_id)


def life(who: Actor, unit_id: UUID) -> tuple[Succession, ...]:
    """What happened to a unit and what it came from, oldest first."""
    with reading(who) as t:
        return store.successions(t, unit_id)


def name_on(unit_id: UUID, day: date) -> UnitName:
    """How a unit was called on a day: what a paper of that day quotes. Raises NotFound."""
    with reading(None) as t:
        found = rules.name_on(store.names(t, unit_id), day)
    if found is None:
        raise NotFound("Không tìm thấy đơn vị này.")
    return found


def parents(t: Transaction) -> dict[UUID, UUID | None]:
    """Every unit's present parent."""
    return store.parents(t)


def subtree(t: Transaction, unit_id: UUID) -> frozenset[UUID]:
    """The unit and everything below it as the tree stands now."""
    return store.subtree(t, unit_id)


def require_living(t: Transaction, unit_id: UUID, day: date, *, field: str = "unit_id") -> Unit:
    """The unit, which must exist on a day. Raises NotFound, Invalid (TT 15/2025/TT-BNV: a dissolved unit is not rewarded)."""
    unit = store.get(t, unit_id)
    if unit.dissolved_on(day):
        assert unit.to_date is not None
        raise Invalid({field: f"«{unit.name}» đã giải thể từ {dates.short(unit.to_date)}. Anh/chị chọn đơn vị tiếp nhận."})
    return unit
