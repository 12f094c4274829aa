"""Campaigns side by side in time: which overlap, and which weeks bring a unit several papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.campaigns.terms import Stage
from recognition.campaigns.themes import Field


@dataclass(frozen=True)
class Planned:
    """A campaign under way or to come. `units`: those in view that it was launched to; `launched` False: nobody knows its units yet. Days are local."""

    campaign_id: UUID
    name: str
    issuer_id: UUID
    issuer: str
    launched: bool
    from_date: date
    to_date: date
    fields: frozenset[Field]
    deadlines: Sequence[tuple[Stage, date]]
    units: frozenset[UUID]


@dataclass(frozen=True)
class Pair:
    """Two campaigns with days in common. `units` None: one of them is not launched yet. `merge`: they are so alike that they could be one."""

    first: Planned
    second: Planned
    from_date: date
    to_date: date
    fields: Sequence[Field]
    units: int | None
    merge: bool
    sentence: str

    @property
    def days(self) -> int:
        """Calendar days in common, both ends included."""
        return (self.to_date - self.from_date).days + 1


@dataclass(frozen=True)
class Week:
    """A week in which some unit has at least two papers to hand in. `most`: papers of the unit with most of them; `units`: how many units have two or more."""

    monday: date
    sunday: date
    papers: Sequence[str]
    most: int
    units: int


@dataclass(frozen=True)
class Calendar:
    """All that the page draws; titles say the finding."""

    campaigns: Sequence[Planned]
    pairs: Sequence[Pair]
    weeks: Sequence[Week]
    title: str
    weeks_title: str
    today: date
