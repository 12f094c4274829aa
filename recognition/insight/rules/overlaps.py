"""The calendar of campaigns: what overlaps, what could be one campaign, which weeks ask several papers of one unit.

No regulation sets any of these figures; they are suggestions, and whoever launches the campaigns decides.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

from recognition.campaigns.terms import Stage
from recognition.campaigns.themes import Field
from recognition.insight.terms.overlaps import Calendar, Pair, Planned, Week
from vietnamese import dates

#: Deadlines by which a unit hands something in; the others are the office's own.
OF_UNITS = (Stage.REGISTER, Stage.REPORT, Stage.NOMINATE)
#: From how many papers on a week is told.
SEVERAL = 2
#: Two campaigns could be one from this part of the shorter one's days on.
ALIKE = 0.5
SUGGESTION = "Đây là gợi ý; việc gộp hay giữ do cơ quan phát động quyết định."


def drawn(planned: Sequence[Planned], today: date) -> Calendar:
    """The whole page."""
    found, busy = pairs(planned), weeks(planned, today)
    return Calendar(planned, found, busy, title(planned, found), weeks_title(busy), today)


def pairs(planned: Sequence[Planned]) -> list[Pair]:
    """Campaigns with days in common on the same units; where one has no units yet, with a field in common. The most alike first."""
    found = [pair for one, other in combinations(planned, 2) if (pair := _pair(one, other))]
    return sorted(found, key=lambda pair: (not pair.merge, pair.units is None, -len(pair.fields), -(pair.units or 0), -pair.days, pair.first.name, pair.second.name))


def _pair(one: Planned, other: Planned) -> Pair | None:
    first, last = max(one.from_date, other.from_date), min(one.to_date, other.to_date)
    if last < first:
        return None
    fields = [field for field in Field if field in one.fields & other.fields]
    units = len(one.units & other.units) if one.launched and other.launched else None
    if units == 0 or (units is None and not fields):
        return None
    shorter = min((each.to_date - each.from_date).days + 1 for each in (one, other))
    merge = bool(fields) and (last - first).days + 1 >= ALIKE * shorter
    return Pair(one, other, first, last, fields, units, merge, _sentence(one, other, (first, last), fields, units, merge))


def _sentence(one: Planned, other: Planned, days: tuple[date, date], fields: Sequence[Field], units: int | None, merge: bool) -> str:
    first, last = days
    when = f"{called(one)} và {called(other)} cùng diễn ra {(last - first).days + 1} ngày, {dates.short(first)} - {dates.short(last)}"
    about = f"chung lĩnh vực {', '.join(f'«{field.label}»' for field in fields)}" if fields else "không ghi lĩnh vực nào chung"
    where = "có phong trào chưa phát động nên chưa biết chung đơn vị nào" if units is None else f"chung {units} đơn vị"
    return f"{when}; {about}; {where}." + _advice(one, other, merge)


def _advice(one: Planned, other: Planned, merge: bool) -> str:
    if not merge:
        return ""
    return " Nên xem xét gộp làm một." if one.issuer_id == other.issuer_id else f" {one.issuer} và {other.issuer} nên bàn phối hợp hoặc gộp."


def weeks(planned: Sequence[Planned], today: date) -> list[Week]:
    """Weeks from the running one on in which some unit hands in several papers, the earliest first."""
    falling: dict[date, list[tuple[date, str, frozenset[UUID]]]] = {}
    for one in planned:
        for stage, day in one.deadlines:
            if stage in OF_UNITS and one.units:
                falling.setdefault(monday(day), []).append((day, f"{stage.label} ({one.name}, {dates.short(day)})", one.units))
    return [week for first in sorted(falling) if first >= monday(today) and (week := _week(first, falling[first]))]


def called(one: Planned) -> str:
    """The name in quotation marks, unless it has its own."""
    return one.name if "«" in one.name else f"«{one.name}»"


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def _week(first: date, papers: Sequence[tuple[date, str, frozenset[UUID]]]) -> Week | None:
    loads = Counter(unit for _, _, units in papers for unit in units)
    several = sum(load >= SEVERAL for load in loads.values())
    return Week(first, first + timedelta(days=6), tuple(name for _, name, _ in sorted(papers, key=lambda paper: paper[:2])), max(loads.values()), several) if several else None


def title(planned: Sequence[Planned], found: Sequence[Pair]) -> str:
    """Which two campaigns overlap most, and whether they could be one."""
    if not planned:
        return "Không có phong trào nào đang hoặc sắp diễn ra"
    if len(planned) == 1:
        return f"Một phong trào đang hoặc sắp diễn ra: {planned[0].name}"
    if not found:
        return "Không có hai phong trào nào trùng cả thời gian và đơn vị"
    most = found[0]
    fields = f", {len(most.fields)} lĩnh vực" if most.fields else ""
    units = f", {most.units} đơn vị" if most.units is not None else ""
    advice = "; nên xem xét gộp" if most.merge else ""
    return f"{called(most.first)} và {called(most.second)} trùng nhau nhiều nhất: {most.days} ngày{fields}{units}{advice}"


def weeks_title(busy: Sequence[Week]) -> str:
    """The week that asks most of one unit."""
    if not busy:
        return "Không tuần nào đơn vị phải nộp từ hai giấy tờ trở lên"
    most = max(busy, key=lambda week: (week.most, week.units))
    return f"Tuần {dates.short(most.monday)} - {dates.short(most.sunday)}: {most.units} đơn vị phải nộp từ hai giấy tờ trở lên, nhiều nhất {most.most}"
