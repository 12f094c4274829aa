"""Dates as lists write them: real dates, serial numbers, text, years alone."""

from __future__ import annotations

import re
from datetime import date

from intake.mapping.words import tidy
from intake.tables.grid import DATE, NUMBER, Cell
from intake.tables.styles import serial_date
from vietnamese import dates

FIRST_YEAR = 1900
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?")
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR = re.compile(r"(?:sinh\s+năm|năm\s+sinh|sinh|sn|năm)?\s*[:.]?\s*(\d{4})(?:\s*\((?:nam|nữ)\))?", re.IGNORECASE)
_MONTH = re.compile(r"(?:tháng\s*)?\d{1,2}\s*(?:[/.\-]|năm)\s*(\d{4})", re.IGNORECASE)
_ABOUT = re.compile(r"(?:khoảng|chừng|ước)\s*(?:năm\s*)?(\d{4})", re.IGNORECASE)
_NAMED = re.compile(r"(\d{1,2})[-/ ]([a-z]{3})[a-z]*[-/ ](\d{4}|\d{2})", re.IGNORECASE)
MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)  # as Excel in English shows them
_WORDS = re.compile(r"ngày\s*|sinh\s*|mùng\s*", re.IGNORECASE)


def day(cell: Cell, label: str, latest: date, from_1904: bool = False) -> tuple[date | int | None, str | None]:
    """A date, or a year alone, and what to say. Never guesses: None when it cannot be read.

    `latest` bounds years of birth and two-digit years. Day before month, always; month before day is only
    taken when the other way is impossible, and said. `from_1904`: the workbook counts its days from 1904.
    """
    text = tidy(cell.text).lstrip("'’` ").rstrip(".,; ")
    if cell.kind == DATE:
        made = _iso(text)
        return (
            (made, _range(made, label, latest))
            if made
            else (None, f"{label} «{text}» không phải ngày; anh/chị nhập lại.")
        )
    if found := _YEAR.fullmatch(text):
        year = int(found[1])
        if FIRST_YEAR <= year <= latest.year:
            return year, None
    if (cell.kind == NUMBER and not _PLAIN.fullmatch(text)) or (text.isascii() and text.isdigit() and len(text) == 5):
        return _serial(text, label, latest, from_1904)
    if found := _ISO.fullmatch(text):
        return _made(int(found[3]), int(found[2]), int(found[1]), text, label, latest)
    if found := _DAY.fullmatch(text):
        return _from_parts(found, text, label, latest)
    if (found := _ABOUT.fullmatch(text)) and FIRST_YEAR <= int(found[1]) <= latest.year:
        return int(found[1]), f"{label} «{text}» không chắc chắn; anh/chị kiểm tra lại năm {found[1]}."
    if (found := _NAMED.fullmatch(text)) and found[2].lower() in MONTHS:
        return day(Cell(f"{found[1]}/{MONTHS.index(found[2].lower()) + 1}/{found[3]}"), label, latest)
    if found := _PLAIN.fullmatch(text):
        return _made(int(found[3]), int(found[2]), int(found[1]), text, label, latest)
    if (found := _MONTH.fullmatch(text)) and FIRST_YEAR <= int(found[1]) <= latest.year:
        return int(found[1]), f"{label} «{text}» không có ngày; chỉ lấy năm {found[1]}."
    try:
        return dates.parse(text), None
    except ValueError:
        return None, f"{label} «{text}» không phải ngày; anh/chị nhập dạng ngày/tháng/năm."


def birth(cell: Cell, label: str, latest: date, from_1904: bool = False) -> tuple[date | int | None, str | None]:
    """Like `day`, for days and years of birth: two figures are a year too, and said."""
    text = tidy(cell.text).strip("'’` .").removesuffix(".0")
    if len(text) == 2 and text.isascii() and text.isdigit():
        year = int(text) + (2000 if 2000 + int(text) <= latest.year - 10 else 1900)
        return year, f"{label} «{text}» viết năm hai chữ số, hiểu là {year}."
    return day(cell._replace(text=text) if text.isdigit() else cell, label, latest, from_1904)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _serial(text: str, label: str, latest: date, from_1904: bool) -> tuple[date | int | None, str | None]:
    try:
        told = serial_date(float(text), from_1904) if float(text) > 366 else None
    except ValueError:
        told = None
    made = _iso(told) if told else None
    if made is None or made > latest:
        return None, f"{label} «{text}» không phải ngày; anh/chị nhập dạng ngày/tháng/năm."
    return made, f"{label} «{text}» là số ngày của Excel, đã đổi thành {dates.short(made)}."


def _from_parts(found: re.Match[str], text: str, label: str, latest: date) -> tuple[date | int | None, str | None]:
    year = int(found[3])
    if len(found[3]) == 4:
        return _made(int(found[1]), int(found[2]), year, text, label, latest)
    year += 2000 if 2000 + year <= latest.year - 10 else 1900
    made, warning = _made(int(found[1]), int(found[2]), year, text, label, latest)
    return made, warning or f"{label} «{text}» viết năm hai chữ số, hiểu là {year}."


def _made(
    day_: int, month: int, year: int, text: str, label: str, latest: date
) -> tuple[date | int | None, str | None]:
    try:
        made = date(year, month, day_)
    except ValueError:
        if month > 12 >= day_ and month <= 31:
            try:
                made = date(year, day_, month)
            except ValueError:
                return None, f"{label} «{text}» không có trong lịch; anh/chị kiểm tra lại."
            return made, f"{label} «{text}» viết tháng trước ngày, hiểu là {dates.short(made)}."
        return None, f"{label} «{text}» không có trong lịch; anh/chị kiểm tra lại."
    return made, _range(made, label, latest)


def _range(made: date, label: str, latest: date) -> str | None:
    if made > latest:
        return f"{label} {dates.short(made)} nằm sau hôm nay; anh/chị kiểm tra lại."
    if made.year < FIRST_YEAR + 10:
        return f"{label} {dates.short(made)} quá xa; anh/chị kiểm tra lại."
    return None
