"""Dates, moments and working days as Vietnamese offices write and count them.

The law dates things by the local calendar (Asia/Ho_Chi_Minh); moments are stored as naive UTC.
"""

import calendar
import re
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from vietnamese.text import clean, quoted

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)


@dataclass(frozen=True)
class _Fixed:
    at: datetime
    since: float


_fixed: list[_Fixed] = []
_pretended: ContextVar[_Fixed | None] = ContextVar("pretended", default=None)


def _other_clock() -> _Fixed | None:
    return _pretended.get() or (_fixed[-1] if _fixed else None)


def now_utc() -> datetime:
    """This moment as a naive UTC datetime, as it is stored."""
    other = _other_clock()
    if other is not None:
        return other.at + timedelta(seconds=time.monotonic() - other.since)
    return datetime.now(UTC).replace(tzinfo=None)


def today() -> date:
    """The local date of today: the only place where the product asks the clock for a day."""
    other = _other_clock()
    return to_local(other.at).date() if other is not None else datetime.now(LOCAL).date()


@contextmanager
def pretended(moment: datetime) -> Iterator[None]:
    """Let this thread alone live at a naive UTC moment: how the sample campaign is given its year."""
    token = _pretended.set(_Fixed(moment, time.monotonic()))
    try:
        yield
    finally:
        _pretended.reset(token)


@contextmanager
def fixed(day: date | datetime) -> Iterator[None]:
    """Fix today for tests, in all threads: a date (clock starts at local noon) or a naive UTC moment.

    `now_utc()` goes on ticking from there, so that later things stay later; `today()` does not change.
    """
    at = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day, 5)  # noqa: DTZ001 - stored moments are naive UTC
    _fixed.append(_Fixed(at, time.monotonic()))
    try:
        yield
    finally:
        _fixed.pop()


def to_local(moment_utc: datetime) -> datetime:
    """A stored naive UTC moment as local time."""
    return moment_utc.replace(tzinfo=UTC).astimezone(LOCAL)


def short(day: date) -> str:
    """05/11/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def long(day: date) -> str:
    """ "ngày 05 tháng 11 năm 2026"; days under 10 and the months 1 and 2 take a zero (NĐ 30/2020, annex I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment(moment_utc: datetime) -> str:
    """A stored moment in local time: "24/11/2026 14:32"."""
    local = to_local(moment_utc)
    return f"{short(local.date())} {local.hour:02d}:{local.minute:02d}"


def weekday(day: date) -> str:
    """ "Thứ Hai" … "Chủ Nhật"."""
    return _WEEKDAYS[day.weekday()]


def parse(text: str) -> date:
    """Read a date: "31/12/2026", "5-11-2026", "2026-11-05", "ngày 05 tháng 11 năm 2026".

    Raises ValueError with a Vietnamese sentence that says what is wrong (form, month, day, year).
    """
    cleaned = clean(text)
    if not cleaned:
        raise ValueError("Anh/chị chưa nhập ngày.")
    if match := _DAY_FIRST.fullmatch(cleaned) or _IN_WORDS.fullmatch(cleaned):
        day, month, year = (int(g) for g in match.groups())
    elif match := _YEAR_FIRST.fullmatch(cleaned):
        year, month, day = (int(g) for g in match.groups())
    else:
        raise ValueError(f"{quoted(cleaned)} không phải ngày. Anh/chị nhập đủ ngày/tháng/năm, ví dụ 05/11/2026.")
    return _checked(year, month, day)


def _checked(year: int, month: int, day: int) -> date:
    if not 1900 <= year <= 2200:
        raise ValueError(f"Năm {year} không hợp lý. Anh/chị kiểm tra lại năm.")
    if not 1 <= month <= 12:
        raise ValueError(f"Không có tháng {month}. Anh/chị nhập theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise ValueError(
            f"Tháng {month:02d}/{year} chỉ có {last} ngày, không có ngày {day}. Anh/chị kiểm tra lại ngày."
        )
    return date(year, month, day)


def days_left(today: date, deadline: date) -> int:
    """Calendar days from today to the deadline; 0 on the day itself, negative when it is over."""
    return (deadline - today).days


def is_working_day(day: date, holidays: Collection[date] = ()) -> bool:
    """Monday to Friday and not in `holidays`."""
    return day.weekday() < 5 and day not in holidays


def working_days_between(start: date, end: date, holidays: Iterable[date] = ()) -> int:
    """Working days after `start` up to and with `end`; negative when `end` comes before `start`.

    The first day does not count (Bộ luật Dân sự Đ147). `holidays` is the installation's editable list.
    """
    if end < start:
        return -working_days_between(end, start, holidays)
    weeks, rest = divmod((end - start).days, 7)
    loose = sum((end - timedelta(days=i)).weekday() < 5 for i in range(rest))
    off = sum(start < day <= end and day.weekday() < 5 for day in set(holidays))
    return weeks * 5 + loose - off


def add_working_days(start: date, days: int, holidays: Iterable[date] = ()) -> date:
    """The day on which `days` working days after `start` are over (before `start` when negative)."""
    off, step, day = set(holidays), 1 if days >= 0 else -1, start
    for _ in range(abs(days)):
        day += timedelta(days=step)
        while not is_working_day(day, off):
            day += timedelta(days=step)
    return day
