"""A table as PDF, ready for the printer: ruled, its head on each page, pages numbered."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from documents import measure
from documents.pages import Sheets
from documents.sheets import SheetColumn, Value, shown, total
from vietnamese import numbers

_SIZES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
_MARGIN, _PAD, _FOOT = 12.0, 1.2, 14.0
_EVERY = 100
"""Rows between two words of progress."""


class _Table(Sheets):
    """Draws rows downwards and turns the page when one does not fit."""

    def __init__(self, columns: Sequence[SheetColumn], paper: str, size: float):
        super().__init__()
        self._columns, self._paper, self._size = columns, paper, size
        self._line = size * 0.42
        self.set_auto_page_break(False)
        wide = _SIZES[paper][1] - 2 * _MARGIN
        shares = [column.width or 16 for column in columns]
        self._widths = [wide * share / sum(shares) for share in shares]

    def footer(self) -> None:
        """ "3 / 12" at the foot."""
        self.set_font("Tinos", "", 10)
        self.set_xy(0, self.h - 10)
        self.cell(self.w, 5, f"{self.page_no()} / {{nb}}", align="C")

    def begin(self, title: str, subtitle: str) -> None:
        """The first page with its titles."""
        self._turn()
        self.say(title, 15, style="B", align="C", gap=0)
        if subtitle:
            self.say(subtitle, 12, style="I", align="C", gap=0)
        self.ln(3)
        self._head()

    def row(self, cells: Sequence[str], aligns: Sequence[str], *, bold: bool = False) -> None:
        """One row as high as its longest cell; a new page with the head when it does not fit."""
        wrapped = [self._wrap(text, width, bold=bold) for text, width in zip(cells, self._widths, strict=True)]
        height = max(len(lines) for lines in wrapped) * self._line + 2 * _PAD
        if self.get_y() + height > self.h - _FOOT:
            self._turn()
            self._head()
        self._draw(wrapped, aligns, height, bold=bold)

    def _turn(self) -> None:
        width, height = _SIZES[self._paper]
        self.add_page(format=(height, width))
        self.set_margins(_MARGIN, _MARGIN)
        self.set_xy(_MARGIN, _MARGIN)

    def _head(self) -> None:
        titles = [
            self._wrap(column.title, width, bold=True)
            for column, width in zip(self._columns, self._widths, strict=True)
        ]
        height = max(len(lines) for lines in titles) * self._line + 2 * _PAD
        self.set_fill_color(237)
        self.rect(_MARGIN, self.get_y(), sum(self._widths), height, style="F")
        self._draw(titles, ["C"] * len(titles), height, bold=True)

    def _wrap(self, text: str, width: float, *, bold: bool) -> list[str]:
        room = width - 2 * _PAD
        whole = measure.lines(self.shown(text), self._size, room, bold=bold)
        lines = [part for line in whole for part in measure.pieces(line, self._size, room, bold=bold)]
        most = int((_SIZES[self._paper][0] - 3 * _MARGIN - _FOOT) / self._line)
        return lines if len(lines) <= most else [*lines[: most - 1], "…"]

    def _draw(self, cells: Sequence[list[str]], aligns: Sequence[str], height: float, *, bold: bool) -> None:
        self.set_font("Tinos", "B" if bold else "", self._size)
        x, top = _MARGIN, self.get_y()
        for lines, width, align in zip(cells, self._widths, aligns, strict=True):
            self.rect(x, top, width, height)
            y = top + (height - len(lines) * self._line) / 2 + self._line * 0.78
            for i, line in enumerate(lines):
                free = width - 2 * _PAD - measure.width(line, self._size, bold=bold)
                shift = {"L": 0.0, "C": free / 2, "R": free}[align]
                self.text(x + _PAD + shift, y + i * self._line, line)
            x += width
        self.set_xy(_MARGIN, top + height)


def table_pdf(
    title: str,
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[Value]],
    *,
    subtitle: str = "",
    paper: Literal["A4", "A3"] = "A4",
    size: float = 10.5,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """The table across an A4 or A3 sheet as PDF, with totals where a column asks for one; widths as in the Excel file.

    `progress` hears (rows drawn, all rows) now and then. Raises ValueError when a row has another number of cells than there are columns.
    """
    made = [list(row) for row in rows]
    if any(len(row) != len(columns) for row in made):
        raise ValueError("Có dòng không đủ số cột. Bảng chưa được lập.")
    out = _Table(columns, paper, size)
    out.begin(title, subtitle)
    aligns = [_ALIGNS.get(column.kind, "L") for column in columns]
    for number, row in enumerate(made, 1):
        out.row([_said(value, column) for value, column in zip(row, columns, strict=True)], aligns)
        if progress is not None and (number % _EVERY == 0 or number == len(made)):
            progress(number, len(made))
    if any(column.total for column in columns):
        out.row(_totals(columns, made), aligns, bold=True)
    return bytes(out.output())


_ALIGNS = {"ordinal": "C", "number": "R", "money": "R", "percent": "R", "date": "C", "moment": "C"}


def _said(value: Value, column: SheetColumn) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and column.kind in ("money", "number"):
        return numbers.integer(value)
    return shown(value)


def _totals(columns: Sequence[SheetColumn], rows: Sequence[Sequence[Value]]) -> list[str]:
    sums = [_said(total(row[c] for row in rows), column) if column.total else "" for c, column in enumerate(columns)]
    return [sums[0] or "Tổng", *sums[1:]]
