"""The words and shapes of the view by content: where units act, and where nobody does."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from recognition.hall.words import Word
from recognition.nominations.terms import Tags


class Dimension(Word):
    """By what the acts are sorted."""

    PAPI = "papi", "Tám nội dung PAPI"
    DEMOCRACY = "democracy", "Dân chủ ở cơ sở"


class Act(Word):
    """What counts as doing something."""

    MODEL = "model", "Mô hình"
    DEED = "deed", "Việc tốt"
    RECORD = "record", "Sổ dân chủ"
    AWARD = "award", "Khen thưởng"


@dataclass(frozen=True)
class Tagged:
    """So many acts of one unit with the same tags."""

    what: Act
    unit_id: UUID
    tags: Tags
    number: int


@dataclass(frozen=True)
class DimensionsAsked:
    """One year, of one unit with everything below it or of all in view."""

    year: int
    unit_id: UUID | None = None
    by: Dimension = Dimension.PAPI


@dataclass(frozen=True)
class ContentLine:
    """One content: how many units do something about it, and how many acts of each kind there are, in the order of `Act`."""

    name: str
    units: int
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class UnitLine:
    """A first-level unit with everything below it: acts of every kind for each content. `waited`: nothing from it is a gap."""

    name: str
    numbers: tuple[int, ...]
    waited: bool


@dataclass(frozen=True)
class Dimensions:
    """The whole view. `of`: how many units are waited for. `sessions` of outreach in the year reached `reached` people."""

    contents: tuple[str, ...]
    lines: Sequence[ContentLine]
    units: Sequence[UnitLine]
    of: int
    title: str
    sentences: tuple[str, ...]
    sessions: int = 0
    reached: int = 0
