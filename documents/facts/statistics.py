"""Facts of a form of statistics: its head, its table with numbered columns and rows, its signatures."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class StatisticsRow:
    """A row: name, code and unit of count; numbers in the order of the columns, None where a person fills in.

    A row without a code is a band over all columns.
    """

    name: str
    code: str = ""
    unit: str = ""
    numbers: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class StatisticsColumn:
    """A column of numbers with the number under its title."""

    name: str
    code: str


@dataclass(frozen=True)
class StatisticsForm:
    """A form filled in. `number` is empty for a table that no circular has; `group` stands over all columns after the first."""

    number: str
    basis: str
    due: str
    reporter: str
    receiver: str
    title: str
    period: str
    group: str
    columns: tuple[StatisticsColumn, ...]
    rows: tuple[StatisticsRow, ...]
    place: str
    day: date
    remarks: tuple[str, ...] = ()
    counts_units: bool = True
    """Whether the form has a column for the unit of count."""
