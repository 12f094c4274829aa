"""Reading the tables of a Word file, with the paragraphs that stand above each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.archive import Archive
from intake.errors import Refused
from intake.limits import Limits
from intake.tables import xml
from intake.tables.grid import ERROR, ERRORS, TEXT, Book, Budget, Cell, Row, Sheet, place
from intake.tables.package import content_types, main_part, refuse_macros
from intake.tables.styles import legacy_font
from vietnamese.encodings import Font

SKIPPED = {"del", "moveFrom", "Fallback", "txbxContent", "instrText", "delText", "comment", "footnote", "endnote"}
NO_TABLE = "Tệp Word không có bảng nào; anh/chị lập danh sách thành bảng rồi tải lên."
SPAN = 63  # Word's own limit of columns


def read_docx(data: bytes, limits: Limits) -> Book:
    """All tables of the document as sheets "Bảng 1", "Bảng 2" … Raises Refused."""
    archive = Archive(data, limits)
    refuse_macros(archive, content_types(archive))
    reader = _Document(Budget(limits))
    xml.stream(archive.chunks(main_part(archive, "word/document.xml")), reader.start, reader.end, reader.text)
    if not reader.sheets:
        raise Refused(NO_TABLE)
    return Book(reader.sheets)


@dataclass
class _Table:
    """The outermost table while it is being read."""

    sheet: Sheet
    row: int = 0
    column: int = 0
    cells: Row = field(default_factory=dict)
    open_merges: dict[int, tuple[int, int, int]] = field(default_factory=dict)  # column -> first row, last row, width
    seen: set[int] = field(default_factory=set)
    struck: bool = False  # the row is marked as deleted


class _Document:
    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.sheets: list[Sheet] = []
        self.table: _Table | None = None
        self.depth = 0  # tables inside tables
        self.skipping = 0
        self.collecting = self.in_row_properties = False
        self.before: list[str] = []
        self.parts: list[str] = []
        self.span, self.merge = 1, ""
        self.font: Font | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "del" and self.in_row_properties and self.table is not None and self.depth == 1:
            self.table.struck = True
        if self.skipping or name in SKIPPED:
            self.skipping += 1
        elif name == "trPr":
            self.in_row_properties = True
        elif name == "t":
            self.collecting = True
        elif name in ("br", "cr"):
            self.parts.append("\n")
        elif name == "tab":
            self.parts.append("\t" if not self.collecting else "")
        elif name == "noBreakHyphen":
            self.parts.append("-")
        elif name == "rFonts":
            self.font = self.font or legacy_font(
                xml.attribute(attributes, "ascii") or xml.attribute(attributes, "hAnsi")
            )
        elif name in ("tbl", "tr", "tc", "gridSpan", "vMerge", "gridBefore"):
            self._start_table_part(name, attributes)

    def _start_table_part(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "tbl":
            self.depth += 1
            if self.depth == 1:
                sheet = Sheet(f"Bảng {len(self.sheets) + 1}", before=self.before[-6:])
                self.before, self.parts = [], []
                self.table = _Table(sheet)
            return
        if self.depth != 1 or self.table is None:
            return
        if name == "tr":
            self.table.row += 1
            self.table.column = 1
            self.table.cells, self.table.struck = {}, False
        elif name == "gridBefore":
            self.table.column += _count(xml.attribute(attributes, "val"))
        elif name == "tc":
            self.parts, self.span, self.merge, self.font = [], 1, "", None
        elif name == "gridSpan":
            self.span = _count(xml.attribute(attributes, "val"))
        elif name == "vMerge":
            self.merge = xml.attribute(attributes, "val") or "continue"

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        elif name == "trPr":
            self.in_row_properties = False
        elif name == "t":
            self.collecting = False
        elif name == "p":
            self._end_paragraph()
        elif name == "tbl":
            self._end_table()
        elif name == "tc" and self.depth == 1:
            self._end_cell()
        elif name == "tr" and self.depth == 1:
            self._end_row()
        elif name == "tc":
            self.parts.append("\t")

    def text(self, data: str) -> None:
        if self.collecting and not self.skipping:
            self.parts.append(data)

    def _end_paragraph(self) -> None:
        if self.depth:
            self.parts.append("\n")
            return
        text = "".join(self.parts).strip()
        self.parts = []
        if text:
            self.before = [*self.before[-20:], text]

    def _end_cell(self) -> None:
        table = self.table
        if table is None:
            return
        text = "".join(self.parts).strip()
        self.parts = []
        column, width = table.column, self.span
        table.column += width
        if self.merge == "continue" and column in table.open_merges:
            first, _, old = table.open_merges[column]
            table.open_merges[column] = (first, table.row, old)
        else:
            self._close_merge(table, column)
            if self.merge == "restart":
                table.open_merges[column] = (table.row, table.row, width)
            elif width > 1:
                table.sheet.merges.append((table.row, column, table.row, column + width - 1))
        if not text:
            return
        self.budget.text(table.sheet.name, place(table.row, column), text)
        if column not in table.seen:
            table.seen.add(column)
            self.budget.column(table.sheet.name, table.seen)
        table.cells[column] = Cell(text, ERROR if text in ERRORS else TEXT, False, self.font)

    def _close_merge(self, table: _Table, column: int) -> None:
        first, last, width = table.open_merges.pop(column, (0, 0, 0))
        if first and (last > first or width > 1):
            table.sheet.merges.append((first, column, last, column + width - 1))

    def _end_row(self) -> None:
        if self.table and self.table.cells:
            self.budget.row()
            if self.table.struck:
                self.table.sheet.struck.add(self.table.row)
            else:
                self.table.sheet.rows[self.table.row] = self.table.cells

    def _end_table(self) -> None:
        self.depth = max(0, self.depth - 1)
        if self.depth or self.table is None:
            return
        for column in list(self.table.open_merges):
            self._close_merge(self.table, column)
        if len(self.sheets) >= self.budget.limits.sheets:
            raise Refused(f"Tệp có hơn {self.budget.limits.sheets} bảng; anh/chị giữ lại bảng danh sách rồi tải lại.")
        self.sheets.append(self.table.sheet)
        self.table, self.parts = None, []


def _count(text: str | None) -> int:
    return min(int(text), SPAN) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
