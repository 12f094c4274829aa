"""What mapping finds in a sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from intake.mapping.fields import Field


class Role(StrEnum):
    """What a column adds to its field."""

    WHOLE = ""
    PART = "part"  # several columns under one heading, joined by a space
    MALE = "male"  # year of birth, or a mark, under "Nam"
    FEMALE = "female"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ASIDE = "aside"  # of a second table that stands to the right of the first
    MARK = "mark"  # an "x" means what the heading says: "Giấy khen | Bằng khen"


@dataclass
class Column:
    """One column of a block: where, under which words, what it means, how sure (0 to 1)."""

    index: int
    heading: str
    field: Field | None
    confidence: float
    role: Role = Role.WHOLE
    kind: str | None = None  # a name column for one kind only: "Tên tập thể"


@dataclass
class Block:
    """A table inside a sheet: heading rows `top` to `bottom`, then rows up to `last`."""

    top: int
    bottom: int
    last: int
    columns: list[Column] = field(default_factory=list)
    headless: bool = False

    def of(self, wanted: Field) -> list[Column]:
        """The columns of a field, from left to right."""
        return [column for column in self.columns if column.field is wanted]


@dataclass(frozen=True)
class Remembered:
    """A unit's remembered layout for one heading; `field` None means "leave this column out"."""

    heading: str
    field: Field | None
    sheet: str | None = None
