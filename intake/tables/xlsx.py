"""Reading .xlsx: cells as they are stored, never the size that the file claims to have."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intake.archive import BROKEN, Archive
from intake.errors import Refused
from intake.limits import Limits
from intake.tables import xml
from intake.tables.grid import (
    BOOL,
    DATE,
    ERROR,
    FORMULA,
    NUMBER,
    TEXT,
    Book,
    Budget,
    Cell,
    Row,
    Sheet,
    place,
    split_place,
)
from intake.tables.package import Relation, content_types, main_part, nothing, refuse_macros, relations
from intake.tables.styles import PLAIN, Style, legacy_font, number_text, read_styles, serial_date
from intake.tables.texts import read_comments, shared_strings, unescape
from vietnamese.encodings import Font

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MERGES = 20_000
_SHEET_NAME = re.compile(r"(?:'([^'!]{1,60})'|([^\s'!(),;=+*/<>&-]{1,60}))!")
BINARY = "Tệp Excel nhị phân (.xlsb) chưa được nhận; anh/chị mở bằng Excel, lưu lại thành .xlsx rồi tải lên."


def read_xlsx(data: bytes, limits: Limits) -> Book:
    """All worksheets of a workbook. Raises Refused."""
    archive = Archive(data, limits)
    kinds = content_types(archive)
    refuse_macros(archive, kinds)
    part = main_part(archive, "xl/workbook.xml")
    if "sheet.binary" in kinds or part.lower().endswith(".bin"):
        raise Refused(BINARY)
    links = relations(archive, part)
    book = _workbook(archive, part)
    styles = read_styles(archive, _target(links, "styles"))
    strings = shared_strings(archive, _target(links, "sharedStrings"))
    budget = Budget(limits)
    sheets: list[Sheet] = []
    if len(book.sheets) > limits.sheets:
        raise Refused(f"Tệp có hơn {limits.sheets} trang tính; anh/chị giữ lại trang có danh sách rồi tải lại.")
    for name, relation_id, hidden in book.sheets:
        link = links.get(relation_id)
        if link is None or link.kind != "worksheet":
            continue  # a chart sheet, or a pointer to nothing
        sheet = Sheet(name, hidden=hidden, from_1904=book.from_1904)
        reader = _SheetReader(sheet, strings, styles, book.from_1904, budget)
        xml.stream(archive.chunks(link.target), reader.start, reader.end, reader.text)
        read_comments(archive, link.target, sheet)
        sheets.append(sheet)
    if not sheets:
        raise Refused(BROKEN)
    return Book(sheets)


def _target(links: dict[str, Relation], kind: str) -> str | None:
    return next((link.target for link in links.values() if link.kind == kind), None)


class _Workbook:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), xml.attribute(attributes, "id") or "", hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")


def _workbook(archive: Archive, part: str) -> _Workbook:
    reader = _Workbook()
    # "id" without prefix never stands on <sheet>; sheetId has its own name.
    xml.stream(archive.chunks(part), reader.start, nothing, nothing)
    return reader


class _SheetReader:
    """Cells of one sheet as they pass by."""

    def __init__(
        self, sheet: Sheet, strings: list[tuple[str, Font | None]], styles: list[Style], from_1904: bool, budget: Budget
    ) -> None:
        self.sheet, self.strings, self.from_1904, self.budget = sheet, strings, from_1904, budget
        self.by_style = {str(index): style for index, style in enumerate(styles)}
        self.by_letters: dict[str, int] = {}
        self.row_number = self.column = 0
        self.row: Row = {}
        self.row_hidden = self.spaces = False
        self.seen: set[int] = set()
        self.kind, self.style = "n", PLAIN
        self.formula = self.collecting = self.in_formula = False
        self.parts: list[str] = []
        self.formula_parts: list[str] = []
        self.inline_font: Font | None = None
        self.phonetic = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self.collecting = not self.phonetic
        elif name in ("f", "formula1"):
            self.formula = True
            self.formula_parts = []
            self.in_formula = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "rPh":
            self.phonetic += 1
        elif name == "rFont":
            self.inline_font = self.inline_font or legacy_font(attributes.get("val"))

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self.collecting = False
        elif name == "c":
            self._end_cell()
        elif name in ("f", "formula1"):
            self.in_formula = False
            self._refer("".join(self.formula_parts))
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self.phonetic -= 1

    def text(self, data: str) -> None:
        if self.collecting:
            self.parts.append(data)
        elif self.in_formula:
            self.formula_parts.append(data)

    def _refer(self, formula: str) -> None:
        if "!" in formula and len(formula) < 10_000 and len(self.sheet.refers) < 100:
            self.sheet.refers.update(quoted or bare for quoted, bare in _SHEET_NAME.findall(formula))

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        given = attributes.get("r")
        number = int(given) if given and given.isascii() and given.isdigit() and len(given) < 8 else self.row_number + 1
        if not 1 <= number <= LAST_ROW:
            raise Refused(BROKEN)
        self.row_number, self.column, self.row, self.spaces = number, 0, {}, False
        self.row_hidden = attributes.get("hidden") in ("1", "true")

    def _end_row(self) -> None:
        if not self.row:
            if self.spaces:
                self.sheet.blank.add(self.row_number)
            return
        if self.row_number in self.sheet.rows:
            raise Refused(BROKEN)  # one row twice: nobody could say which one holds
        self.budget.row()
        self.sheet.rows[self.row_number] = self.row
        if self.row_hidden:
            self.sheet.hidden_rows.add(self.row_number)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self.column += 1
        given = attributes.get("r")
        if given:
            column = self.by_letters.get(given.rstrip("0123456789"))
            self.column = self._new_column(given) if column is None else column
        if self.row_number == 0:
            raise Refused(BROKEN)
        self.kind = attributes.get("t", "n")
        self.style = self.by_style.get(attributes.get("s", ""), PLAIN)
        self.formula = False
        self.parts = []
        self.inline_font = None

    def _new_column(self, given: str) -> int:
        try:
            _, column = split_place(given)
        except ValueError as error:
            raise Refused(BROKEN) from error
        if column > LAST_COLUMN:
            raise Refused(BROKEN)
        self.by_letters[given.rstrip("0123456789")] = column
        return column

    def _end_cell(self) -> None:
        raw = "".join(self.parts)
        cell = self._cell(raw)
        if cell is None:
            self.spaces = self.spaces or bool(raw)
            return
        if len(cell.text) > self.budget.limits.cell_chars:
            self.budget.text(self.sheet.name, place(self.row_number, self.column), cell.text)
        self.row[self.column] = cell
        if self.column not in self.seen:
            self.seen.add(self.column)
            self.budget.column(self.sheet.name, self.seen)

    def _cell(self, raw: str) -> Cell | None:
        formula, font = self.formula, self.style.font
        if self.kind == "s":
            if not raw.strip():
                return None
            try:
                text, own = self.strings[int(raw)]
            except (ValueError, IndexError) as error:
                raise Refused(BROKEN) from error
            return Cell(text, TEXT, formula, own or font) if text.strip() else None
        if self.kind in ("str", "inlineStr"):
            text = unescape(raw)
            if text.strip():
                return Cell(text, TEXT, formula, self.inline_font or font)
            return Cell("", FORMULA, True) if formula else None
        raw = raw.strip()
        if not raw:
            return Cell("", FORMULA, True) if formula else None
        if self.kind == "e":
            return Cell(raw, ERROR, formula)
        if self.kind == "b":
            return Cell("TRUE" if raw in ("1", "true") else "FALSE", BOOL, formula)
        if self.kind == "d":
            return Cell(raw.removesuffix("T00:00:00").replace("T", " "), DATE, formula)
        return self._number(raw, formula)

    def _number(self, raw: str, formula: bool) -> Cell:
        if self.style.date:
            try:
                moment = serial_date(float(raw), self.from_1904)
            except ValueError:
                moment = None
            if moment is not None:
                return Cell(moment, DATE, formula)
        return Cell(number_text(raw, self.style), NUMBER, formula)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        try:
            (top, left), (bottom, right) = split_place(first), split_place(last or first)
        except ValueError:
            return
        if len(self.sheet.merges) >= MERGES:
            raise Refused(BROKEN)
        if (top, left) <= (bottom, right) and left <= right:
            self.sheet.merges.append((top, left, bottom, right))
