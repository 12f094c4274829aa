"""Dates as lists write them: real dates, serial numbers, text, years alone."""

from __future__ import annotations

import re
from datetime import date

from intake.mapping.words import tidy
from intake.rows.numbers_of_people import Told
from intake.tables.grid import DATE, NUMBER, Cell
from intake.tables.styles import serial_date
from vietnamese import dates

FIRST_YEAR = 1900
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?")
_YEAR = re.compile(r"(?:sinh\s+năm|năm\s+sinh|sn|năm)?\s*[:.]?\s*(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"(?:tháng\s*)?\d{1,2}\s*[/.\-]\s*(\d{4})", re.IGNORECASE)
_WORDS = re.compile(r"ngày\s*|sinh\s*|mùng\s*", re.IGNORECASE)


def day(cell: Cell, label: str, latest: date) -> tuple[date | int | None, str | None]:
    """A date, or a year alone, and what to say. Never guesses: None when it cannot be read.

    `latest` bounds years of birth and two-digit years. Day before month, always; month before day is only
    taken when the other way is impossible, and said.
    """
    text = tidy(cell.text).lstrip("'’` ")
    if cell.kind == DATE:
        made = _iso(text)
        return (
            (made, _range(made, label, latest))
            if made
            else (None, f"{label} «{text}» không phải ngày; anh/chị nhập lại.")
        )
    if _YEAR.fullmatch(text):
        year = int(_YEAR.fullmatch(text)[1])  # type: ignore[index]
        if FIRST_YEAR <= year <= latest.year:
            return year, None
    if cell.kind == NUMBER or (text.isascii() and text.isdigit() and len(text) == 5):
        return _serial(text, label, latest)
    if found := _ISO.fullmatch(text):
        return _made(int(found[3]), int(found[2]), int(found[1]), text, label, latest)
    if found := _DAY.fullmatch(text):
        return _from_parts(found, text, label, latest)
    if (found := _MONTH.fullmatch(text)) and FIRST_YEAR <= int(found[1]) <= latest.year:
        return int(found[1]), f"{label} «{text}» không có ngày; chỉ lấy năm {found[1]}."
    try:
        return dates.parse(text), None
    except ValueError:
        return None, f"{label} «{text}» không phải ngày; anh/chị nhập dạng ngày/tháng/năm."


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _serial(text: str, label: str, latest: date) -> tuple[date | int | None, str | None]:
    try:
        told = serial_date(float(text)) if float(text) > 366 else None
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


def iso(told: date | int | None) -> Told:
    """A date as ISO text, a year as a number."""
    return Told(told.isoformat() if isinstance(told, date) else told)
