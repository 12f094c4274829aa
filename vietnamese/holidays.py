"""The public holidays that fall on the same date each year: a first filling of an editable list.

Tết, Giỗ Tổ (10/3 of the lunar calendar), the second day of Quốc khánh and days moved from weekends change each
year and are announced by the government: they are data that an administrator types in, never computed here.
Source: Bộ luật Lao động 2019, Điều 112.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FixedHoliday:
    """A holiday with its month, day and Vietnamese name."""

    month: int
    day: int
    name: str


DEFAULT_FIXED = (
    FixedHoliday(1, 1, "Tết Dương lịch"),
    FixedHoliday(4, 30, "Ngày Chiến thắng"),
    FixedHoliday(5, 1, "Ngày Quốc tế lao động"),
    FixedHoliday(9, 2, "Quốc khánh"),
)


def of_years(years: Iterable[int], fixed: Iterable[FixedHoliday] = DEFAULT_FIXED) -> dict[date, str]:
    """The dates and names of the fixed holidays in these years, in order."""
    found = {date(year, h.month, h.day): h.name for year in years for h in fixed}
    return dict(sorted(found.items()))
