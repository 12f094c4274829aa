"""The words and shapes of how a model spreads from unit to unit."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.campaigns.themes import Field


@dataclass(frozen=True)
class LearnInput:
    """What a unit says when it learned from a model: since when, what it does otherwise, what came of it.

    `copied_model_id` is the unit's own registered model; None where it works without registering one.
    """

    unit_id: UUID
    on_date: date | None
    adapted: str = ""
    result: str = ""
    copied_model_id: UUID | None = None


@dataclass(frozen=True)
class Link:
    """One "learned from": a unit, with its own model or none, took over a model on a day."""

    model_id: UUID
    unit_id: UUID
    copied_model_id: UUID | None
    on_date: date


@dataclass(frozen=True)
class Source:
    """The model that is learned from, as far as the rules of a link look at it."""

    model_id: UUID
    unit_id: UUID
    registered_on: date


@dataclass(frozen=True)
class Spread:
    """How far a model came. Units are counted once; `median_days` is None while nobody began after the day from which it is counted."""

    direct: int
    """Units that learned from this very model."""
    reach: int
    """Those, and the units that learned from theirs, and so on."""
    depth: int
    """The longest chain of links; 0 where nobody learned."""
    median_days: int | None

    @property
    def sentence(self) -> str:
        """For everybody: how many units learned from it; empty where none did."""
        if not self.reach:
            return ""
        through = f" ({self.direct} trực tiếp, {self.reach - self.direct} qua đơn vị khác)" if self.reach > self.direct else ""
        return f"Mô hình đã được {self.reach} đơn vị học tập, làm theo{through}."


NO_SPREAD = Spread(0, 0, 0, None)


@dataclass(frozen=True)
class Copied:
    """A model from which units learned in a period, and how many."""

    year_id: UUID
    code: str
    name: str
    unit_name: str
    learners: int


@dataclass(frozen=True)
class Example:
    """A recognised model as any unit may read it to do likewise: how it works, no report, no score, no contact, nobody's name."""

    year_id: UUID
    model_id: UUID
    code: str
    name: str
    field: Field
    unit_id: UUID
    unit_name: str
    year: int
    situation: str
    content: str
    area: str
    forces: str
    resources: str
    results: str
    spread: str


@dataclass(frozen=True)
class ExampleLine:
    """One row of the list of recognised models."""

    year_id: UUID
    model_id: UUID
    code: str
    name: str
    field: Field
    unit_name: str
    year: int
    learners: int
