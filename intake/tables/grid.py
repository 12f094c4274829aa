"""What every reader gives: sheets of cells, sparse, with what the file says about each cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from intake.errors import Refused
from intake.limits import Limits
from vietnamese.encodings import Font

TEXT, NUMBER, DATE, BOOL, ERROR, FORMULA = "text", "number", "date", "bool", "error", "formula"

ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"))


class Cell(NamedTuple):
    """One cell. `text` is what people see; a date is ISO; FORMULA is a formula that holds no result."""

    text: str
    kind: str = TEXT
    computed: bool = False  # the file holds a formula here
    font: Font | None = None  # when the cell's font is a legacy one


Row = dict[int, Cell]


@dataclass
class Sheet:
    """A sheet or a Word table. Rows and columns count from 1; only cells with content are kept."""

    name: str
    rows: dict[int, Row] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)  # row, column, last row, last column
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    blank: set[int] = field(default_factory=set)  # rows that hold spaces only
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    refers: set[str] = field(default_factory=set)  # other sheets that formulas and drop-downs point at
    converted: str | None = None  # the whole text was in this old encoding, and is Unicode now
    originals: dict[tuple[int, int], str] = field(default_factory=dict)  # cells of such a text as they were
    from_1904: bool = False  # its serial numbers count from 1904
    struck: set[int] = field(default_factory=set)  # rows that somebody deleted while Word kept track of changes
    before: list[str] = field(default_factory=list)  # Word paragraphs above the table
    _columns: frozenset[int] | None = field(default=None, repr=False, compare=False)

    def get(self, row: int, column: int) -> Cell | None:
        """The cell at that place, or None."""
        line = self.rows.get(row)
        return line.get(column) if line else None

    def columns_seen(self) -> frozenset[int]:
        """All columns that hold something; counted once, when the sheet is complete."""
        if self._columns is None:
            self._columns = frozenset(column for line in self.rows.values() for column in line)
        return self._columns


@dataclass
class Book:
    """A file's sheets, in its order, and what the reader left out."""

    sheets: list[Sheet]
    notes: list[str] = field(default_factory=list)


class Budget:
    """Counts rows, columns and characters while a file is being read, and stops it when it is too much."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.rows_left = limits.rows + limits.heading_rows

    def row(self) -> None:
        """One more row with content. Raises Refused."""
        self.rows_left -= 1
        if self.rows_left < 0:
            raise too_many_rows(self.limits)

    def column(self, sheet: str, seen: set[int]) -> None:
        """After a new column was seen. Raises Refused."""
        if len(seen) > self.limits.columns:
            raise Refused(
                f"Trang «{sheet}» có hơn {self.limits.columns} cột; anh/chị giữ lại những cột cần cho danh sách rồi tải lại."
            )

    def text(self, sheet: str, place: str, text: str) -> None:
        """One cell's text. Raises Refused."""
        if len(text) > self.limits.cell_chars:
            raise Refused(
                f"Ô {place} của trang «{sheet}» dài hơn {self.limits.cell_chars} ký tự; anh/chị rút ngắn ô này rồi tải lại."
            )


def too_many_rows(limits: Limits) -> Refused:
    """The sentence for a list that is too long."""
    return Refused(f"Danh sách có hơn {limits.rows} dòng; anh/chị chia thành nhiều tệp nhỏ hơn rồi tải lại.")


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """1 -> "A", 27 -> "AA"."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def place(row: int, column: int) -> str:
    """(5, 2) -> "B5"."""
    return f"{letters(column)}{row}"


def split_place(name: str) -> tuple[int, int]:
    """ "B5" -> (5, 2). Raises ValueError."""
    column = 0
    for index, char in enumerate(name):
        if "A" <= char <= "Z" and index < 4:
            column = column * 26 + ord(char) - 64
        else:
            digits = name[index:]
            if index and digits.isascii() and digits.isdigit() and int(digits) > 0:
                return int(digits), column
            break
    raise ValueError(name)


def ordered(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    """Rows with content from top to bottom."""
    for number in sorted(sheet.rows):
        yield number, sheet.rows[number]
