"""Excel and CSV from rows: right types, readable widths, ready to print, no cell that acts as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import xlsxwriter

from vietnamese import dates

Value = str | int | float | bool | date | datetime | Decimal | Fraction | None
ColumnKind = Literal["text", "ordinal", "number", "money", "percent", "date", "moment"]
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_ILLEGAL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "ordinal": {"num_format": "0", "align": "center"},
    "number": {"num_format": "#,##0.##", "align": "right"},
    "money": {"num_format": "#,##0", "align": "right"},
    "percent": {"num_format": "0.00%", "align": "right"},
    "date": {"num_format": "dd/mm/yyyy", "align": "center"},
    "moment": {"num_format": "dd/mm/yyyy hh:mm", "align": "center"},
}
MAX_CELL = 32_767
#: Characters across a page of A4 that can still be read, and what a text column gets in a wider table.
_READABLE, _NARROW = 150, 26


@dataclass(frozen=True)
class SheetColumn:
    """A column: title, kind of its values, width in characters (0: fitted to what it holds)."""

    title: str
    kind: ColumnKind = "text"
    width: float = 0
    total: bool = False


def table(
    title: str,
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[Value]],
    *,
    subtitle: str = "",
    paper: Literal["A4", "A3"] = "A4",
    sheet: str = "Danh sách",
    signers: Sequence[str] = (),
) -> bytes:
    """A workbook of one table as .xlsx: titled, frozen head, filters, totals, landscape print on A4 or A3.

    Dates and numbers stay dates and numbers; every text stays text, whatever it begins with.
    Raises ValueError when a row has another number of cells than there are columns.
    """
    made = [list(row) for row in rows]
    if any(len(row) != len(columns) for row in made):
        raise ValueError("Có dòng không đủ số cột. Bảng chưa được lập.")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        _write_table(book, book.add_worksheet(sheet[:31]), title, subtitle, columns, made, paper, signers)
    return out.getvalue()


_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "remove_timezone": True,
}


def _write_table(
    book: Any,
    sheet: Any,
    title: str,
    subtitle: str,
    columns: Sequence[SheetColumn],
    rows: list[list[Value]],
    paper: str,
    signers: Sequence[str],
) -> None:
    looks = _looks(book)
    last = len(columns) - 1
    _headline(sheet, looks, title, subtitle, last)
    top = 3 if subtitle else 2
    widths = _widths(columns, rows)
    sheet.set_row(top, _height([column.title for column in columns], widths))
    for c, column in enumerate(columns):
        sheet.write_string(top, c, safe_text(column.title), looks["head"])
        sheet.set_column(c, c, widths[c])
    for r, row in enumerate(rows, top + 1):
        sheet.set_row(r, _height(row, widths))
        for c, (value, column) in enumerate(zip(row, columns, strict=True)):
            write(sheet, r, c, value, looks[_look(column, value)], looks["quoted"])
    end = top + len(rows)
    if rows:
        sheet.autofilter(top, 0, end, last)
    end = _totals(sheet, looks, columns, rows, end + 1)
    for i, signer in enumerate(signers):
        sheet.write_string(
            end + 2, min(i * max(last // max(len(signers) - 1, 1), 1), last), safe_text(signer), looks["bold"]
        )
    _print_setup(sheet, top, paper)


def _look(column: SheetColumn, value: Value) -> str:
    """The name of a cell's format: a whole number has no lonely decimal mark behind it."""
    whole = column.kind == "number" and isinstance(value, int | float | Decimal | Fraction) and value == int(value)
    return "whole" if whole else column.kind


def _widths(columns: Sequence[SheetColumn], rows: list[list[Value]]) -> list[float]:
    """Characters per column; in a wide table long texts go over more lines, so that its print stays readable."""
    made = [column.width or _fitted(column, c, rows) for c, column in enumerate(columns)]
    if sum(made) <= _READABLE:
        return made
    return [width if column.width else min(width, _NARROW) for width, column in zip(made, columns, strict=True)]


def _headline(sheet: Any, looks: dict[str, Any], title: str, subtitle: str, last: int) -> None:
    sheet.set_row(0, 24)
    if last:
        sheet.merge_range(0, 0, 0, last, "", looks["title"])
    sheet.write_string(0, 0, safe_text(title), looks["title"])
    if subtitle:
        if last:
            sheet.merge_range(1, 0, 1, last, "", looks["subtitle"])
        sheet.write_string(1, 0, safe_text(subtitle), looks["subtitle"])


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
    cell = {**base, "border": 1}
    looks = {kind: book.add_format({**cell, **look}) for kind, look in _FORMATS.items()}
    looks["whole"] = book.add_format({**cell, "num_format": "#,##0", "align": "right"})
    looks["quoted"] = book.add_format({**cell, "text_wrap": True, "quote_prefix": True, "num_format": "@"})
    looks["head"] = book.add_format({**cell, "bold": True, "text_wrap": True, "align": "center", "bg_color": "#EDEDED"})
    looks["title"] = book.add_format({**base, "bold": True, "font_size": 14, "align": "center"})
    looks["subtitle"] = book.add_format({**base, "italic": True, "align": "center"})
    looks["bold"] = book.add_format({**base, "bold": True})
    looks["total"] = book.add_format({**cell, "bold": True, "num_format": "#,##0", "align": "right"})
    looks["total_text"] = book.add_format({**cell, "bold": True})
    return looks


def write(sheet: Any, r: int, c: int, value: Value, look: Any, quoted: Any) -> None:
    """Write one value with its own type; a text that Excel could take for a formula gets the text mark as well."""
    if value is None or value == "":
        sheet.write_blank(r, c, None, look)
    elif isinstance(value, bool):
        sheet.write_string(r, c, "Có" if value else "Không", look)
    elif isinstance(value, int) and abs(value) >= 10**15:
        sheet.write_string(r, c, str(value), quoted)  # Excel keeps fifteen digits only
    elif isinstance(value, int | float | Decimal | Fraction):
        sheet.write_number(r, c, float(value), look)
    elif isinstance(value, date) and value.year >= 1900:
        sheet.write_datetime(r, c, value, look)
    elif isinstance(value, date):
        sheet.write_string(r, c, dates.short(value), quoted)
    else:
        text = safe_text(value)
        sheet.write_string(r, c, text, quoted if text.startswith(_DANGEROUS) else look)


def safe_text(text: str) -> str:
    """The text as a cell can hold it: no control characters, at most 32,767 characters (cut with "…")."""
    clean = text.translate(_ILLEGAL).replace("\r\n", "\n")
    return clean if len(clean) <= MAX_CELL else clean[: MAX_CELL - 1] + "…"


def _fitted(column: SheetColumn, c: int, rows: list[list[Value]]) -> float:
    """A width between 6 and 45 characters that holds most of what is in the column."""
    if column.kind in ("date", "moment"):
        return 12 if column.kind == "date" else 17
    longest = max((len(shown(row[c])) for row in rows[:500]), default=0)
    words = max((len(word) for word in column.title.split()), default=0)
    return float(min(max(longest, words, len(column.title) / 2, 4) * 1.15 + 2, 45))


def _height(row: Sequence[Value], widths: Sequence[float]) -> float:
    """The height in points that the longest wrapped text of a row needs; at most what Excel allows."""
    lines = 1
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str) and (len(value) > width - 2 or "\n" in value):
            lines = max(lines, sum(1 + int(len(part) * 0.95 / (width - 1)) for part in value.split("\n")))
    return float(min(4 + lines * 15.75, 409))


def total(values: Iterable[Value]) -> int | float | Decimal | Fraction:
    """The sum of a column's numbers; an empty cell counts nothing."""
    return sum(value for value in values if isinstance(value, int | float | Decimal | Fraction))


def _totals(sheet: Any, looks: dict[str, Any], columns: Sequence[SheetColumn], rows: list[list[Value]], r: int) -> int:
    if not any(column.total for column in columns):
        return r
    before = next(c for c, column in enumerate(columns) if column.total)
    if before > 1:
        sheet.merge_range(r, 0, r, before - 1, "Tổng cộng", looks["total_text"])
    elif before:
        sheet.write_string(r, 0, "Tổng cộng", looks["total_text"])
    for c, column in enumerate(columns[before:], before):
        if column.total:
            sheet.write_number(r, c, float(total(row[c] for row in rows)), looks["total"])
        else:
            sheet.write_blank(r, c, None, looks["total_text"])
    return r + 1


def _print_setup(sheet: Any, top: int, paper: str) -> None:
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.set_paper(9 if paper == "A4" else 8)
    sheet.set_margins(left=0.6, right=0.5, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P/&N")


def shown(value: Value) -> str:
    """A value as CSV and column widths see it: dates dd/mm/yyyy, numbers plain, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, datetime):
        return f"{dates.short(value.date())} {value:%H:%M}"
    if isinstance(value, date):
        return dates.short(value)
    if isinstance(value, Fraction):
        return str(float(value))
    return str(value)


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A CSV file that Excel opens rightly (UTF-8 with BOM); texts that could act as formulas get a leading '."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_csv_cell(title) for title in columns])
    for row in rows:
        writer.writerow([_csv_cell(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(value: Value) -> str:
    text = shown(value)
    if not isinstance(value, str):
        return text
    text = text.translate(_ILLEGAL)
    return f"'{text}" if text.lstrip(" ").startswith(_DANGEROUS) else text


REGISTER_COLUMNS = (
    SheetColumn("Số vào sổ", "ordinal", 10),
    SheetColumn("Số quyết định", width=16),
    SheetColumn("Ngày quyết định", "date"),
    SheetColumn("Họ và tên, tên tập thể", width=30),
    SheetColumn("Đơn vị", width=30),
    SheetColumn("Hình thức", width=16),
    SheetColumn("Nội dung thành tích", width=45),
    SheetColumn("Số tiền (đồng)", "money", 15, total=True),
    SheetColumn("Ký nhận", width=16),
    SheetColumn("Ghi chú", width=18),
)


def register(title: str, rows: Iterable[Sequence[Value]], *, subtitle: str = "") -> bytes:
    """Sổ cấp giấy khen as .xlsx, with the columns of the paper book in `REGISTER_COLUMNS`, on A3."""
    return table(title, REGISTER_COLUMNS, rows, subtitle=subtitle, paper="A3", sheet="Sổ cấp")
