"""Fields by first-level units: where something is done, and where nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from recognition.hall.words import Word


class What(Word):
    """What is counted in the cells."""

    MODELS = "models", "Mô hình"
    AWARDS = "awards", "Khen thưởng"


@dataclass(frozen=True)
class BalanceAsked:
    """One year, of one unit with everything below it or of all in view."""

    year: int
    unit_id: UUID | None = None
    what: What = What.MODELS


@dataclass(frozen=True)
class BalanceRow:
    """A first-level unit: a number for each field. `waited`: a zero of it is a gap."""

    name: str
    numbers: Sequence[int]
    waited: bool

    @property
    def gaps(self) -> list[int]:
        """The places of the fields in which nothing is done though something could be."""
        return [place for place, number in enumerate(self.numbers) if self.waited and number == 0]


@dataclass(frozen=True)
class Balance:
    """The map: fields from left to right, units from top to bottom, the finding, the gaps in sentences."""

    fields: tuple[str, ...]
    rows: Sequence[BalanceRow]
    title: str
    sentences: tuple[str, ...]
