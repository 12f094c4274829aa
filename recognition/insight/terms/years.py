"""Several years side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.hall.words import Word


class Measure(Word):
    """What is counted of a year."""

    AWARDS = "awards", "Khen thưởng"
    NOMINATIONS = "nominations", "Đề nghị đã gửi"
    MODELS = "models", "Mô hình"
    RECIPIENTS = "recipients", "Người, tập thể được khen"


class Part(Word):
    """What a line of the table is a part of."""

    TOTAL = "total", "Tất cả"
    RECIPIENT_KIND = "recipient_kind", "Khen thưởng theo đối tượng"
    AWARD_FIELD = "award_field", "Khen thưởng theo lĩnh vực"
    MODEL_FIELD = "model_field", "Mô hình theo lĩnh vực"
    AWARD_UNIT = "award_unit", "Khen thưởng theo đơn vị"
    NOMINATION_UNIT = "nomination_unit", "Đề nghị theo đơn vị"
    MODEL_UNIT = "model_unit", "Mô hình theo đơn vị"


@dataclass(frozen=True)
class YearsAsked:
    """Which years, of which unit with everything below it. `same_stretch`: where the running year is among them, every year
    is counted from 1 January to the day of today only."""

    years: tuple[int, ...]
    unit_id: UUID | None = None
    same_stretch: bool = True


@dataclass(frozen=True)
class Change:
    """From one year to the next: a number, and percent of the earlier one (None over a zero)."""

    number: int
    percent: float | None


@dataclass(frozen=True)
class Line:
    """One line of the table: a number for each year (None: nothing is known of that year), a change for each pair of years (None: one of the two is
    not known)."""

    part: Part
    name: str
    numbers: Sequence[int | None]
    changes: Sequence[Change | None]


@dataclass(frozen=True)
class Count:
    """How many of something in a year. `unit_id` None: of no unit of ours; kind of recipient and field where they are told."""

    year: int
    number: int
    unit_id: UUID | None = None
    kind: str | None = None
    field: str | None = None


@dataclass(frozen=True)
class YearsCounted:
    """What was counted, before it becomes lines."""

    awards: Sequence[Count]
    nominations: Sequence[Count]
    models: Sequence[Count]
    recipients: Sequence[Count]
    begun: int | None
    """The year of the first case or model ever in view."""


@dataclass(frozen=True)
class Comparison:
    """The years from the earliest to the latest, with what each line counts."""

    years: tuple[int, ...]
    labels: tuple[str, ...]
    """Each year as a heading: `2026 (đến 26/11)` where only a part of it is counted."""
    until: date | None
    """The last day that is counted of the running year; None when it is not among the years, or is over."""
    same_stretch: bool
    """Every year is counted up to the same day."""
    empty: tuple[int, ...]
    """Years of which nothing at all was recorded."""
    pairs: tuple[tuple[int, int], ...]
    """The years that are set against each other: each known year with the next known one."""
    lines: Sequence[Line]
    title: str
    remarks: tuple[str, ...]
    """What a reader must know of the numbers, each a sentence."""

    def part(self, part: Part) -> list[Line]:
        """The lines of one part of the table."""
        return [line for line in self.lines if line.part is part]
