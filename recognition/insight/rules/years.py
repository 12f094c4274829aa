"""Several years side by side: what may be compared, and what a change is."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar
from uuid import UUID

from recognition.campaigns.themes import Field
from recognition.insight.rules.branches import OUTSIDE
from recognition.insight.terms.branches import Branch
from recognition.insight.terms.years import Change, Comparison, Count, Line, Measure, Part, YearsAsked, YearsCounted
from vietnamese import numbers

FEWEST, MOST = 2, 5
#: How many years back one may look; decisions made elsewhere in earlier years can be recorded.
LOOK_BACK = 10
#: Over fewer than this a percent says more than the numbers do.
FEWEST_FOR_PERCENT = 10
KINDS = {"individual": "Khen thưởng cho cá nhân", "collective": "Khen thưởng cho tập thể", "household": "Khen thưởng cho hộ gia đình"}
NO_FIELD = "Không ghi lĩnh vực"
Key = TypeVar("Key")


def check(years: Sequence[int], today: date) -> dict[str, str]:
    """Two to five years, none of them to come, none longer ago than can be asked for."""
    chosen = set(years)
    if not chosen:
        return {"years": f"Anh/chị chưa chọn năm nào. Chọn từ {FEWEST} đến {MOST} năm để so."}
    if len(chosen) < FEWEST:
        return {"years": f"Mới chọn năm {years[0]}. Anh/chị chọn thêm ít nhất một năm nữa để so."}
    if len(chosen) > MOST:
        return {"years": f"Đang chọn {len(chosen)} năm. Anh/chị bớt còn nhiều nhất {MOST} năm để đọc được."}
    first = today.year - LOOK_BACK + 1
    wrong = sorted(year for year in chosen if not first <= year <= today.year)
    if wrong:
        return {"years": f"Năm {wrong[0]} ngoài khoảng so được. Anh/chị chọn từ {first} đến {today.year}."}
    return {}


def running(years: Sequence[int], today: date) -> date | None:
    """Today, where the year that is not over yet is among the years."""
    return today if today.year in years and (today.month, today.day) != (12, 31) else None


def change(before: int | None, after: int | None) -> Change | None:
    """How much more or fewer; no percent over so few, nothing where one of the two is not known."""
    if before is None or after is None:
        return None
    return Change(after - before, 100 * (after - before) / before if before >= FEWEST_FOR_PERCENT else None)


def pairs(known: Sequence[int], partial: int | None) -> tuple[tuple[int, int], ...]:
    """Each year of which something is known with the next such year; the one that is counted in part only stands alone."""
    whole = [year for year in known if year != partial]
    return tuple(pairwise(whole))


def compare(asked: YearsAsked, counted: YearsCounted, leaders: Mapping[UUID, UUID], branches: Sequence[Branch], today: date) -> Comparison:
    """The table. The running year is set against others only where all years are counted up to the same day.

    `leaders`: unit → the first-level unit that it is counted under.
    """
    years = tuple(sorted(set(asked.years)))
    until = running(years, today)
    same = asked.same_stretch and until is not None
    kept = (counted.awards, counted.nominations, counted.models)
    known = [year for year in years if any(row.year == year and row.number for rows in kept for row in rows)]
    of_old = [year for year in known if counted.begun is None or year < counted.begun]
    set_against = pairs(known, until.year if until and not same else None)

    def line(part: Part, name: str, found: Mapping[int, int]) -> Line:
        told = {year: found.get(year, 0) for year in known if year not in of_old or _in_decisions(part, name)}
        return Line(part, name, [told.get(year) for year in years], [change(told.get(before), told.get(after)) for before, after in set_against])

    lines = [line(*each) for each in (*_totals(counted), *_kinds(counted), *_fields(counted), *_units(counted, leaders, branches))]
    empty = tuple(year for year in years if year not in known)
    said = remarks(until, same, empty, of_old)
    return Comparison(years, labels(years, until, same), until, same, empty, set_against, lines, title(lines[0], years, set_against, known, of_old, same), said)


def _in_decisions(part: Part, name: str) -> bool:
    """Whether a decision of old that was written up tells it; what it does not tell is not known, which is no zero."""
    return part in (Part.RECIPIENT_KIND, Part.AWARD_UNIT) or name in (Measure.AWARDS.label, Measure.RECIPIENTS.label, NO_FIELD)


_Numbers = tuple[Part, str, Mapping[int, int]]


def _by(rows: Sequence[Count], key: Callable[[Count], Key]) -> dict[Key, dict[int, int]]:
    """What rows are told apart by → year → their sum."""
    found: dict[Key, dict[int, int]] = {}
    for row in rows:
        years = found.setdefault(key(row), {})
        years[row.year] = years.get(row.year, 0) + row.number
    return found


def _totals(counted: YearsCounted) -> list[_Numbers]:
    measured = ((Measure.AWARDS, counted.awards), (Measure.NOMINATIONS, counted.nominations), (Measure.MODELS, counted.models), (Measure.RECIPIENTS, counted.recipients))
    return [(Part.TOTAL, measure.label, _by(rows, lambda _: None).get(None, {})) for measure, rows in measured]


def _kinds(counted: YearsCounted) -> list[_Numbers]:
    found = _by(counted.awards, lambda row: row.kind)
    return [(Part.RECIPIENT_KIND, name, found.get(kind, {})) for kind, name in KINDS.items()]


def _fields(counted: YearsCounted) -> list[_Numbers]:
    """The four fields, and the awards that name none, where there are any."""
    made: list[_Numbers] = []
    for part, rows in ((Part.AWARD_FIELD, counted.awards), (Part.MODEL_FIELD, counted.models)):
        found = _by(rows, lambda row: row.field)
        made += [(part, field.label, found.get(field.value, {})) for field in Field]
        if None in found:
            made.append((part, NO_FIELD, found[None]))
    return made


def _units(counted: YearsCounted, leaders: Mapping[UUID, UUID], branches: Sequence[Branch]) -> list[_Numbers]:
    """First-level units with a number in any of the years, the largest first."""
    made: list[_Numbers] = []
    for part, rows in ((Part.AWARD_UNIT, counted.awards), (Part.NOMINATION_UNIT, counted.nominations), (Part.MODEL_UNIT, counted.models)):
        found = _by(rows, lambda row: leaders.get(row.unit_id) if row.unit_id else None)
        named: list[_Numbers] = [(part, branch.name, found[branch.unit_id]) for branch in branches if branch.unit_id in found]
        if None in found:
            named.append((part, OUTSIDE, found[None]))
        made += sorted(named, key=lambda one: -sum(one[2].values()))
    return made


def title(awards: Line, years: Sequence[int], set_against: Sequence[tuple[int, int]], known: Sequence[int], of_old: Sequence[int], same: bool) -> str:
    """The finding about awards between the last two years that are set against each other; a plain title where there are none.

    Of a year of which only decisions were written up nobody knows whether all were: the two numbers, and no word of more or fewer.
    """
    if not known:
        return "Chưa có số liệu của những năm này"
    if not set_against:
        return f"Chỉ năm {known[0]} có số liệu" if len(known) == 1 else "Khen thưởng qua các năm"
    earlier, later = set_against[-1]
    last, when = awards.changes[-1], " cùng kỳ" if same else ""
    if earlier in of_old:
        before, after = (numbers.integer(awards.numbers[years.index(year)] or 0) for year in (earlier, later))
        return f"Khen thưởng: {after} năm {later}; {before} của{when} năm {earlier} theo quyết định được ghi lại"
    if last is None or last.number == 0:
        return f"Số khen thưởng năm {later} bằng{when} năm {earlier}"
    percent = f" ({numbers.integer(abs(round(last.percent)))} %)" if last.percent is not None else ""
    return f"Khen thưởng năm {later} {'tăng' if last.number > 0 else 'giảm'} {numbers.integer(abs(last.number))}{percent} so với{when} năm {earlier}"


def labels(years: Sequence[int], until: date | None, same: bool) -> tuple[str, ...]:
    """Years as headings: `2026 (đến 26/11)` where only a part of it is counted."""
    return tuple(f"{year} (đến {until:%d/%m})" if until and (same or year == until.year) else str(year) for year in years)


def remarks(until: date | None, same: bool, empty: Sequence[int], of_old: Sequence[int]) -> tuple[str, ...]:
    """What a reader must know of the numbers: how far a year is counted, which years have nothing or only decisions of old."""
    said: list[str] = []
    if until and same:
        said.append(f"Mỗi năm tính từ ngày 01/01 đến ngày {until:%d/%m}.")
    elif until:
        said.append(f"Năm {until.year} mới tính đến ngày {until:%d/%m}, chưa hết năm, nên không ghi mức tăng giảm so với năm trọn.")
    part = " trong khoảng ngày này" if same else ""
    if empty:
        said.append(f"Năm {_listed(empty)} chưa có số liệu nào trong sổ{part}: để trống, không tính là không.")
    if of_old:
        said.append(f"Năm {_listed(of_old)} trong sổ chỉ có quyết định khen thưởng được ghi lại, có thể chưa đủ; đề nghị và mô hình để trống.")
    return tuple(said)


def _listed(years: Sequence[int]) -> str:
    return ", ".join(str(year) for year in years)
