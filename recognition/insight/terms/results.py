"""What a unit is told of its cases in a campaign: how far each came, what became of it, what it lacked."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from uuid import UUID

from recognition.hall.words import State


@dataclass(frozen=True)
class Given:
    """What the last decision on a case says."""

    award: str
    number_text: str
    decided_on: date
    in_force: bool


@dataclass(frozen=True)
class Lack:
    """A condition that the case did not meet: the rule's name, its clause."""

    rule: str
    clause: str


@dataclass(frozen=True)
class Share:
    """What the reviewers gave a criterion, as a share of its most points."""

    criterion: str
    share: Fraction


@dataclass(frozen=True)
class Outcome:
    """All that is told of one case. `reasons` were recorded with the last step; `shares` only when every sheet is locked.
    No count of votes is ever here.
    """

    case_id: UUID
    unit_id: UUID
    unit: str
    recipient: str
    title: str
    state: State
    reasons: tuple[str, ...] = ()
    met_on: date | None = None
    given: Given | None = None
    lacks: tuple[Lack, ...] = ()
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True)
class Told:
    """One row of the letter."""

    name: str
    result: str
    counted: str = ""
    missing: str = ""
    hint: str = ""


@dataclass(frozen=True)
class UnitCases:
    """A unit under its last name, with how many cases it has in the campaign; `ended_on` when it was dissolved."""

    id: UUID
    name: str
    cases: int
    ended_on: date | None = None


@dataclass(frozen=True)
class Letter:
    """The letter of one unit, composed from the record."""

    unit: UnitCases
    campaign: str
    issuer_id: UUID
    paragraphs: tuple[str, ...]
    rows: tuple[Told, ...] = field(default_factory=tuple)
