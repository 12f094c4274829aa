"""Which first-level unit a unit is counted under."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from recognition.insight.terms.branches import Branch, Unit

#: What is counted without a unit of ours.
OUTSIDE = "Ngoài danh sách"


def under(units: Sequence[Unit], within: Collection[UUID] | None) -> dict[UUID, UUID]:
    """Unit → its first-level unit, of the units in view (`within`; None: all).

    The highest units in view lead. Where one stands alone above all others, the ones right below it lead instead, and it
    stands for itself: figures of a whole committee say nothing when they are one row. Clusters and dissolved units beside it
    do not take that from it.
    """
    inside = {unit.unit_id for unit in units} if within is None else set(within)
    parents = {unit.unit_id: unit.parent_id if unit.parent_id in inside else None for unit in units if unit.unit_id in inside}
    tops = {unit.unit_id for unit in units if unit.unit_id in inside and parents[unit.unit_id] is None and unit.kind != "cluster" and unit.to_date is None}
    alone = next(iter(tops)) if len(tops) == 1 else None
    return {unit: _leader(unit, parents, alone) for unit in parents}


def _leader(unit: UUID, parents: Mapping[UUID, UUID | None], alone: UUID | None) -> UUID:
    seen = {unit}
    while (above := parents[unit]) is not None and above != alone and above not in seen:
        unit = above
        seen.add(unit)
    return unit


def named(units: Sequence[Unit], within: Collection[UUID] | None, today: date) -> list[Branch]:
    """The first-level units in the order of `units`. One that was dissolved, is a cluster, or stands above all the others is not waited for."""
    leaders = under(units, within)
    first = set(leaders.values())
    above = {unit.parent_id for unit in units if unit.unit_id in first}
    return [Branch(unit.unit_id, unit.name, _lives(unit, today) and unit.unit_id not in above) for unit in units if unit.unit_id in first]


def _lives(unit: Unit, today: date) -> bool:
    return unit.kind != "cluster" and (unit.to_date is None or unit.to_date > today)
