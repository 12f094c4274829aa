"""Findings that a chart's title may say, and when it may not: made from the data by a rule."""

from collections.abc import Sequence
from datetime import date, timedelta

from recognition.insight.terms import MonthDays, Step, UnitBar

#: Groups smaller than this are not broken down further.
SMALLEST_GROUP = 5


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


def units_title(bars: Sequence[UnitBar]) -> str:
    """Who leads, when one unit clearly does (more than the second); otherwise a plain title."""
    named = [bar for bar in bars if bar.unit_id is not None]
    if len(named) >= 2 and named[0].total > named[1].total:
        return f"{named[0].unit} dẫn đầu với {named[0].total} khen thưởng"
    return "Khen thưởng theo đơn vị"


def funnel_title(steps: Sequence[Step]) -> str:
    """How many in ten were praised, when there are at least ten cases."""
    if not steps or steps[0].number < 10:
        return "Hồ sơ qua từng bước"
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
