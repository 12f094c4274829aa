"""The unit tree: no unit above itself, names that follow each other without a gap."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from recognition.units.terms import Parents, Unit, UnitName, UnitNode
from vietnamese import dates
from vietnamese.text import sort_key

CODE = re.compile(r"[A-Z0-9Đ]+(?:[._/-][A-Z0-9Đ]+)*")


def below(parents: Parents, root: UUID) -> frozenset[UUID]:
    """The units under `root`, itself not included. A circle in the data does not hang it."""
    children: dict[UUID, list[UUID]] = {}
    for unit, parent in parents.items():
        if parent is not None:
            children.setdefault(parent, []).append(unit)
    found: set[UUID] = set()
    waiting = [root]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found and child != root:
                found.add(child)
                waiting.append(child)
    return frozenset(found)


def wrong_parent(parents: Parents, unit_id: UUID, parent_id: UUID | None) -> str | None:
    """Why a unit cannot stand under `parent_id`: it is the unit itself or lies below it. None when it can."""
    if parent_id is None:
        return None
    if parent_id == unit_id:
        return "Đơn vị không thể trực thuộc chính mình. Anh/chị chọn đơn vị cấp trên khác."
    if parent_id in below(parents, unit_id):
        return "Đơn vị cấp trên vừa chọn đang trực thuộc chính đơn vị này. Anh/chị chọn đơn vị khác."
    return None


def name_on(names: Sequence[UnitName], day: date) -> UnitName | None:
    """The name used on a day; before the first name the first, so that old papers are never nameless."""
    ordered = sorted(names, key=lambda name: name.from_date)
    for name in ordered:
        if name.from_date <= day and (name.to_date is None or day <= name.to_date):
            return name
    return ordered[0] if ordered and day < ordered[0].from_date else None


def wrong_change_day(current: UnitName, on_date: date, today: date) -> str | None:
    """Why a name or a parent cannot change on a day. None when it can."""
    if on_date > today:
        return f"Ngày {dates.short(on_date)} chưa tới. Anh/chị ghi thay đổi này từ ngày đó."
    if on_date <= current.from_date:
        return f"«{current.name}» dùng từ {dates.short(current.from_date)}, nên ngày thay đổi phải sau ngày đó. Nếu chỉ gõ nhầm, anh/chị dùng «Sửa thông tin»."
    return None


def last_day_before(on_date: date) -> date:
    """The last day of what ends when something else begins on `on_date`."""
    return on_date - timedelta(days=1)


def as_tree(units: Iterable[Unit]) -> tuple[UnitNode, ...]:
    """Units depth first, sisters by kind of level then name; a unit whose parent is not among them is a root."""
    known = {unit.id: unit for unit in units}
    children: dict[UUID | None, list[Unit]] = {}
    for unit in known.values():
        parent = unit.parent_id if unit.parent_id in known else None
        children.setdefault(parent, []).append(unit)
    for sisters in children.values():
        sisters.sort(key=lambda unit: (unit.to_date is not None, sort_key(unit.name), str(unit.id)))
    found: list[UnitNode] = []
    waiting = [(unit, 0) for unit in reversed(children.get(None, []))]
    seen: set[UUID] = set()
    while waiting:
        unit, depth = waiting.pop()
        if unit.id in seen:
            continue
        seen.add(unit.id)
        mine = children.get(unit.id, [])
        found.append(UnitNode(unit, depth, len(mine)))
        waiting.extend((child, depth + 1) for child in reversed(mine))
    return tuple(found)
