"""Findings that a chart's title may say, and when it may not: made from the data by a rule."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil, floor
from uuid import UUID

from recognition.insight.terms import SMALLEST_GROUP, FieldRow, MonthDays, Step, UnitBar
from vietnamese.numbers import integer
from vietnamese.text import sort_key

#: How many units a chart shows.
MOST_UNITS = 10
OUTSIDE = "Ngoài danh sách"


def year_before(day: date) -> date:
    """The same day a year earlier; 29/02 becomes 28/02."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29/02 becomes 28/02 where that year has none."""
    for _ in range(years):
        day = year_before(day)
    return day


def quarter_of(day: date) -> tuple[date, date]:
    """The first and the last day of the calendar quarter."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    after = date(day.year + 1, 1, 1) if first.month == 10 else date(day.year, first.month + 3, 1)
    return first, after - timedelta(days=1)


def percentile(numbers: Mapping[int, int], share: float) -> float | None:
    """The number that `share` of all do not pass, between two neighbours in proportion (SQL's `percentile_cont`); None of nothing.

    `numbers`: number → how often it stands.
    """
    place = share * (sum(numbers.values()) - 1)
    before: int | None = None
    seen = 0
    for number in sorted(numbers):
        seen += numbers[number]
        if before is None and seen > floor(place):
            before = number
        if before is not None and seen > ceil(place):
            return before + (number - before) * (place - floor(place))
    return None


def together(days: Mapping[date, Mapping[int, int]]) -> dict[int, int]:
    """The days of all months: days → awards."""
    found: Counter[int] = Counter()
    for month in days.values():
        found.update(month)
    return dict(found)


def months(days: Mapping[date, Mapping[int, int]]) -> list[MonthDays]:
    """Month after month: awards, median and 90th percentile of days."""
    return [
        MonthDays(month, sum(days[month].values()), percentile(days[month], 0.5) or 0.0, percentile(days[month], 0.9) or 0.0)
        for month in sorted(days)
    ]


def leading(units: Mapping[UUID | None, Mapping[str, int]], most: int = MOST_UNITS) -> list[UUID | None]:
    """The units with most awards, and whoever has as many as the last of them."""
    totals = {unit: sum(kinds.values()) for unit, kinds in units.items()}
    least = sorted(totals.values(), reverse=True)[:most][-1] if totals else 0
    return [unit for unit, number in totals.items() if number >= least]


def bars(units: Mapping[UUID | None, Mapping[str, int]], names: Mapping[UUID, str], most: int = MOST_UNITS) -> list[UnitBar]:
    """The leading units by their names: most awards first, then in the order of their names."""
    found = [
        UnitBar(unit, names.get(unit, OUTSIDE) if unit else OUTSIDE, *(units[unit].get(kind, 0) for kind in ("individual", "collective", "household")))
        for unit in leading(units, most)
    ]
    return sorted(found, key=lambda bar: (-bar.total, sort_key(bar.unit), str(bar.unit_id)))[:most]


def fields(awards: Mapping[str, int], models: Mapping[str, int]) -> list[FieldRow]:
    """Models and awards field by field."""
    return [FieldRow(field, models.get(field, 0), awards.get(field, 0)) for field in sorted({*awards, *models})]


def units_title(bars: Sequence[UnitBar]) -> str:
    """Who leads, when one unit clearly does (more than the second); otherwise a plain title."""
    named = [bar for bar in bars if bar.unit_id is not None]
    if len(named) >= 2 and named[0].total > named[1].total:
        return f"{named[0].unit} dẫn đầu với {named[0].total} khen thưởng"
    return "Khen thưởng theo đơn vị"


def funnel_title(steps: Sequence[Step], still_open: int = 0) -> str:
    """How many in ten were praised, when there are at least ten cases; while some are still being looked at, how many so far."""
    if not steps or steps[0].number < 10:
        return "Hồ sơ qua từng bước"
    if still_open:
        return f"{integer(steps[-1].number)} trong {integer(steps[0].number)} hồ sơ đã được khen, {integer(still_open)} đang xét"
    tenths = round(10 * steps[-1].number / steps[0].number)
    return f"Cứ 10 hồ sơ gửi lên, {tenths} được khen"


def months_title(months: Sequence[MonthDays]) -> str:
    """Faster or slower, when the first and last measured months differ by at least two days."""
    measured = [month for month in months if month.cases >= SMALLEST_GROUP]
    if len(measured) < 2:
        return "Từ việc tới khen"
    change = measured[-1].median - measured[0].median
    if change <= -2:
        return "Từ việc tới khen: nhanh dần"
    if change >= 2:
        return "Từ việc tới khen: chậm dần"
    return "Từ việc tới khen: giữ đều"


def silent_title(number: int) -> str:
    """How many units have nominated nobody."""
    return f"{number} đơn vị chưa nêu gương nào" if number else "Mọi đơn vị đều đã nêu gương"
