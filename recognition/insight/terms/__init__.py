"""What the leaders' page and the search show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

#: Groups smaller than this are not broken down further.
SMALLEST_GROUP = 5


@dataclass(frozen=True)
class Filters:
    """Which part of the campaign: days, both included; one unit with everything below it; one campaign."""

    from_date: date
    to_date: date
    unit_id: UUID | None = None
    campaign_id: UUID | None = None


@dataclass(frozen=True)
class UnitBar:
    """Awards of one unit by kind of recipient."""

    unit_id: UUID | None
    unit: str
    individual: int
    collective: int
    household: int

    @property
    def total(self) -> int:
        """All awards of the unit."""
        return self.individual + self.collective + self.household


@dataclass(frozen=True)
class Given:
    """Awards counted three ways. Days are calendar days from deed to decision, of the awards that tell the day of the deed."""

    units: Mapping[UUID | None, Mapping[str, int]]
    """Unit (None: none of ours) → kind of recipient → awards."""
    direct: int
    """Individuals who are direct workers."""
    fields: Mapping[str, int]
    days: Mapping[date, Mapping[int, int]]
    """First day of a month → days → awards."""

    def of_kind(self, kind: str) -> int:
        """All awards to one kind of recipient."""
        return sum(kinds.get(kind, 0) for kinds in self.units.values())

    @property
    def total(self) -> int:
        """All awards."""
        return sum(sum(kinds.values()) for kinds in self.units.values())


@dataclass(frozen=True)
class Step:
    """How many cases reached a step of the road."""

    name: str
    number: int


@dataclass(frozen=True)
class MonthDays:
    """From deed to award in one month, in calendar days."""

    month: date
    cases: int
    median: float
    ninetieth: float


@dataclass(frozen=True)
class FieldRow:
    """Models and awards of one field."""

    field: str
    models: int
    awards: int


@dataclass(frozen=True)
class SilentUnit:
    """A unit that nominated nobody in the period."""

    unit_id: UUID
    name: str
    people: int


@dataclass(frozen=True)
class Headline:
    """The four figures on top. Days are calendar days from deed to decision; None when nothing was measured."""

    awards: int
    awards_before: int
    direct: int
    individuals: int
    median: float | None
    ninetieth: float | None
    silent: int
    units: int

    @property
    def direct_share(self) -> float | None:
        """Direct workers among the awards to individuals; None without any, or where they or the others are so few that people would be told apart."""
        few = any(0 < number < SMALLEST_GROUP for number in (self.direct, self.individuals - self.direct))
        return None if few or not self.individuals else self.direct / self.individuals


@dataclass(frozen=True)
class Titles:
    """What each chart finds, in one line; a plain title where no finding is sure."""

    units: str
    funnel: str
    months: str
    silent: str


@dataclass(frozen=True)
class Dashboard:
    """All that the page draws."""

    headline: Headline
    units: Sequence[UnitBar]
    funnel: Sequence[Step]
    months: Sequence[MonthDays]
    fields: Sequence[FieldRow]
    silent: Sequence[SilentUnit]
    titles: Titles


@dataclass(frozen=True)
class Hit:
    """One thing found: what kind, its name, one soft line, where it opens."""

    kind: str
    id: UUID
    title: str
    detail: str


@dataclass(frozen=True)
class Hits:
    """Found things of one kind and how many there are in all (`more` when the count stopped)."""

    kind: str
    rows: Sequence[Hit]
    more: bool = False


@dataclass(frozen=True)
class HistoryLine:
    """One award in somebody's history."""

    decided_on: date
    number_text: str
    award: str
    name: str
    unit: str
    wording: str
    state: str
    decision_id: UUID = field(default=UUID(int=0))


@dataclass(frozen=True)
class History:
    """Somebody's awards under the present name."""

    name: str
    detail: str
    lines: Sequence[HistoryLine]


@dataclass(frozen=True)
class Overlooked:
    """Somebody with recorded deeds and no award lately. Issuer, title, state and day are those of the latest case."""

    recipient_id: UUID
    kind: str
    name: str
    person_id: UUID | None
    issuer_id: UUID
    unit: str | None
    deeds: int
    title: str
    state: str
    ended_on: date
    last_award: date | None


@dataclass(frozen=True)
class NotYet:
    """Whom nobody has praised yet, and the units that are silent in the running quarter."""

    since: date
    people: Sequence[Overlooked]
    quarter: tuple[date, date]
    units: Sequence[SilentUnit]


KINDS = {
    "person": "Người",
    "unit": "Đơn vị",
    "nomination": "Đề nghị khen thưởng",
    "model": "Mô hình Dân vận khéo",
    "decision": "Quyết định",
    "certificate": "Giấy khen",
}

FIELDS = {
    "economy": "Kinh tế",
    "culture_society": "Văn hoá, xã hội",
    "defence_security": "Quốc phòng, an ninh",
    "political_system": "Xây dựng hệ thống chính trị",
}
