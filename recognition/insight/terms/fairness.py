"""Who is praised, compared with the people that the register knows, and how far awards gather on the same ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from recognition.hall.words import Word


class Group(Word):
    """A group whose share is looked at. A small unit: one of the smaller half of the units."""

    DIRECT = "direct", "Người lao động trực tiếp"
    MANAGER = "manager", "Lãnh đạo, quản lý"
    WOMEN = "women", "Nữ"
    SMALL = "small", "Người ở đơn vị nhỏ"


@dataclass(frozen=True)
class FairnessAsked:
    """One year, of one unit with everything below it or of all in view."""

    year: int
    unit_id: UUID | None = None


@dataclass(frozen=True)
class Tally:
    """How many people of one kind. None: the register does not tell it, and nothing guesses it."""

    number: int
    unit_id: UUID | None
    recipient_class: str | None
    gender: str | None


@dataclass(frozen=True)
class Holder:
    """How many individuals or collectives have so many awards in the year, in the one before it and in the one before that.

    `present`: people with a present post in the units in view.
    """

    kind: str
    this: int
    last: int
    before: int
    present: bool
    number: int


@dataclass(frozen=True)
class FairCounted:
    """What was read. `awards`: unit (None: none of ours) → awards of the year to anybody."""

    awarded: Sequence[Tally]
    people: Sequence[Tally]
    holders: Sequence[Holder]
    awards: Mapping[UUID | None, int]


@dataclass(frozen=True)
class Portion:
    """A group among all whose trait is known. `hidden`: the group or the rest is so small that no number is told."""

    number: int
    known: int
    unknown: int
    hidden: bool

    @property
    def share(self) -> float | None:
        """From 0 to 1; None of nobody, of a group too small to tell, and where most are unknown."""
        return None if self.hidden or not self.known or self.known < self.unknown else self.number / self.known


@dataclass(frozen=True)
class Finding:
    """A group among the awarded and among the people. `clear`: the two shares differ by more than chance explains."""

    group: Group
    awarded: Portion
    people: Portion
    clear: bool
    sentence: str

    @property
    def difference(self) -> float | None:
        """Share among the awarded less share among the people; None where one of the two is not told."""
        awarded, people = self.awarded.share, self.people.share
        return None if awarded is None or people is None else awarded - people


@dataclass(frozen=True)
class UnitShare:
    """One of the units with most awards. `people` None: fewer than are told. Shares of all awards and of all people, from 0 to 1."""

    name: str
    awards: int
    people: int | None
    award_share: float
    people_share: float | None


@dataclass(frozen=True)
class Gathered:
    """What the ten with most awards have. `weight`: their part of all people, from 0 to 1; None where it is not known."""

    name: str
    holders: int
    awards: int
    top: int
    weight: float | None

    @property
    def share(self) -> float:
        """The part of all awards that they have."""
        return self.top / self.awards if self.awards else 0.0


@dataclass(frozen=True)
class Again:
    """Who was praised in the year before, and of them again in the year. None: too few to tell.

    `others`: of those with a post who were not praised in the year before, the part that was praised in the year.
    """

    name: str
    last: int
    again: int | None
    thrice: int | None
    others: float | None

    @property
    def share(self) -> float | None:
        """The part that was praised again; None where it is not told."""
        return None if self.again is None or not self.last else self.again / self.last


@dataclass(frozen=True)
class Fairness:
    """All that the page draws. Titles say the finding where one is sure."""

    year: int
    title: str
    findings: Sequence[Finding]
    small: str
    """Which units are called small, or that none are."""
    gathered_title: str
    gathered: Sequence[Gathered]
    units: Sequence[UnitShare]
    again_title: str
    again: Sequence[Again]
    remarks: Sequence[str]
