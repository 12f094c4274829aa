"""First-level units: what figures are broken down by."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Unit:
    """A unit as it is called now. `to_date`: the day of its dissolution."""

    unit_id: UUID
    parent_id: UUID | None
    name: str
    kind: str
    to_date: date | None


@dataclass(frozen=True)
class Branch:
    """A first-level unit, counted with everything below it. `waited`: it lives, so that a zero of it is a gap."""

    unit_id: UUID
    name: str
    waited: bool
