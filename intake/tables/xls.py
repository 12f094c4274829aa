"""Reading .xls (Excel 97-2003) through calamine."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import python_calamine as calamine

from intake.archive import BROKEN, LOCKED
from intake.errors import Refused
from intake.limits import Limits
from intake.tables.grid import BOOL, DATE, ERROR, NUMBER, TEXT, Book, Budget, Cell, Row, Sheet, place
from intake.tables.package import MACROS
from intake.tables.styles import PLAIN, number_text

Value = int | float | str | bool | time | date | datetime | timedelta


def read_xls(data: bytes, limits: Limits) -> Book:
    """All worksheets of an old workbook. Raises Refused."""
    if "_VBA_PROJECT".encode("utf-16-le") in data or "VBA".encode("utf-16-le") + b"\0\0" in data:
        raise Refused(MACROS)
    budget = Budget(limits)
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            kinds = book.sheets_metadata
            if len(kinds) > limits.sheets:
                raise Refused(f"Tệp có hơn {limits.sheets} trang tính; anh/chị giữ lại trang có danh sách rồi tải lại.")
            sheets = [
                _sheet(book.get_sheet_by_name(kind.name), kind.visible != calamine.SheetVisibleEnum.Visible, budget)
                for kind in kinds
                if kind.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError as error:
        raise Refused(LOCKED) from error
    except (Refused, MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:
        if isinstance(error, SystemExit):
            raise
        raise Refused(BROKEN) from error
    if not sheets:
        raise Refused(BROKEN)
    return Book(sheets)


def _sheet(source: calamine.CalamineSheet, hidden: bool, budget: Budget) -> Sheet:
    sheet = Sheet(source.name, hidden=hidden)
    top, left = source.start or (0, 0)
    seen: set[int] = set()
    for number, values in enumerate(source.iter_rows(), start=1):
        if number <= top and not any(value != "" for value in values):
            continue
        row: Row = {}
        for column, value in enumerate(values, start=left + 1):  # rows come from the top, columns from the first used
            cell = _cell(value)
            if cell is None:
                continue
            if len(cell.text) > budget.limits.cell_chars:
                budget.text(sheet.name, place(number, column), cell.text)
            row[column] = cell
            if column not in seen:
                seen.add(column)
                budget.column(sheet.name, seen)
        if row:
            budget.row()
            sheet.rows[number] = row
        elif any(value != "" for value in values):
            sheet.blank.add(number)
    sheet.merges = [(r1 + 1, c1 + 1, r2 + 1, c2 + 1) for (r1, c1), (r2, c2) in (source.merged_cell_ranges or [])]
    return sheet


def _cell(value: Value) -> Cell | None:
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", BOOL)
    if isinstance(value, str):
        if not value.strip():
            return None
        return Cell(value, ERROR if value.startswith("#") and value.rstrip("!?").isupper() else TEXT)
    if isinstance(value, (int, float)):
        return Cell(number_text(repr(value), PLAIN), NUMBER)
    if isinstance(value, datetime):
        return Cell(value.isoformat(sep=" ").removesuffix(" 00:00:00"), DATE)
    return Cell(str(value), DATE)
