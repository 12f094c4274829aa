"""Reading .csv and .tsv as Excel and old programs write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from intake.errors import Refused
from intake.limits import Limits
from intake.tables.grid import ERROR, ERRORS, FORMULA, TEXT, Book, Budget, Cell, Row, Sheet, place
from vietnamese import encodings

SEPARATORS = ";,\t|"
NOT_TEXT = "Tệp không phải là văn bản CSV; anh/chị mở bằng Excel, lưu lại thành .xlsx rồi tải lên."
UNCLOSED = "Tệp CSV có dấu ngoặc kép không đóng; anh/chị mở bằng Excel, lưu lại thành .xlsx rồi tải lên."


def read_delimited(data: bytes, limits: Limits, name: str = "CSV") -> Book:
    """The one sheet of a text table. Raises Refused."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\0" in data:
        raise Refused(NOT_TEXT)
    text, encoding = encodings.decode(data)
    text = text.removeprefix("\ufeff")
    if wide and "\0" in text:
        raise Refused(NOT_TEXT)
    if (
        text.count("\ufffd") > 1 + len(text) // 100
        or sum(ord(c) < 32 and c not in "\t\r\n\f\v" for c in text[:20_000]) > 2
    ):
        raise Refused(NOT_TEXT)
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first.strip()[4], f'"{first.strip()}"\n{rest}'  # the line stays, as a row of its own
    else:
        separator = sniff(text)
    sheet = Sheet(name, converted=encoding if encoding in ("tcvn3", "vni") else None)
    budget = Budget(limits)
    seen: set[int] = set()
    csv.field_size_limit(max(limits.list_bytes, 131_072))
    try:
        for number, values in enumerate(_rows(text, separator), start=1):
            _add(sheet, number, values, budget, seen)
        if sheet.converted:
            _keep_originals(sheet, _rows(encodings.as_western(data), separator))
    except csv.Error as error:
        raise Refused(UNCLOSED) from error
    notes = [f"Tệp dùng bảng mã {encoding}, đã chuyển sang Unicode."] if not encoding.startswith("utf") else []
    return Book([sheet], notes)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)


def _keep_originals(sheet: Sheet, before: Iterator[list[str]]) -> None:
    """The cells of an old encoding as its bytes show them without its font; signs that part cells are the same in both."""
    for number, values in enumerate(before, start=1):
        for column, cell in sheet.rows.get(number, {}).items():
            if column <= len(values) and not cell.text.isascii():
                sheet.originals[number, column] = values[column - 1]


def _add(sheet: Sheet, number: int, values: list[str], budget: Budget, seen: set[int]) -> None:
    row: Row = {}
    for column, text in enumerate(values, start=1):
        if not text.strip():
            continue
        budget.text(sheet.name, place(number, column), text)
        if column not in seen:
            seen.add(column)
            budget.column(sheet.name, seen)
        row[column] = _cell(text)
    if row:
        budget.row()
        sheet.rows[number] = row
    elif any(values):
        sheet.blank.add(number)


def _cell(text: str) -> Cell:
    bare = text.strip()
    if bare in ERRORS:
        return Cell(bare, ERROR)
    if bare.startswith('="') and bare.endswith('"') and len(bare) > 3:
        return Cell(bare[2:-1], TEXT)  # ="0123": how programs keep a leading zero
    if bare.startswith("=") and len(bare) > 1:
        return Cell("", FORMULA, True)
    return Cell(text, TEXT)


def sniff(text: str) -> str:
    """The separator: the sign that cuts the first lines into the most columns, most evenly."""
    sample = text[:50_000]
    best, best_score = ",", 0.0
    for separator in SEPARATORS:
        try:
            rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(row)][:60]
        except csv.Error:
            continue
        widths = sorted(len(row) for row in rows)
        if not widths:
            continue
        common = max(set(widths), key=widths.count)
        score = (common - 1) * widths.count(common) / len(widths) if common > 1 else 0.0
        score += 0.01 * (widths[-1] - 1)
        if score > best_score:
            best, best_score = separator, score
    return best
