"""Where units act and where nobody does, content by content, and how the gaps are said (dispatch 1772-CV/ĐUK, point 1)."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from recognition.campaigns.themes import Democracy, Papi
from recognition.grassroots.dimension_terms import Act, ContentLine, Dimension, Dimensions, Tagged, UnitLine
from recognition.insight.terms.branches import Branch
from recognition.nominations.terms import Tags
from vietnamese import text

#: How many units a sentence names before it only counts the rest, and how many years back may be asked.
MOST_NAMED, LOOK_BACK = 6, 6


def check(year: int, today: date) -> dict[str, str]:
    """A year that is not to come and not too long ago."""
    first = today.year - LOOK_BACK + 1
    return {} if first <= year <= today.year else {"year": f"Năm {year} ngoài khoảng xem được. Anh/chị chọn từ {first} đến {today.year}."}


def contents(by: Dimension) -> tuple[tuple[str, str], ...]:
    """The contents as code and numbered name: a table of nine columns has room for the number only."""
    known: tuple[Papi | Democracy, ...] = tuple(Papi) if by is Dimension.PAPI else tuple(Democracy)
    return tuple((each.value, f"{number}. {each.label}") for number, each in enumerate(known, 1))


def _codes(tags: Tags, by: Dimension) -> frozenset[str]:
    return frozenset(each.value for each in (tags.papi if by is Dimension.PAPI else tags.democracy))


def view(by: Dimension, acts: Sequence[Tagged], leaders: Mapping[UUID, UUID], branches: Sequence[Branch]) -> Dimensions:
    """The view of a year. An act with two tags counts for both contents; a unit is counted under its first-level unit."""
    known = contents(by)
    cells: dict[tuple[UUID, str], int] = {}
    kinds: dict[tuple[str, Act], int] = {}
    untagged = 0
    for act in acts:
        unit = leaders.get(act.unit_id)
        if unit is None:
            continue
        codes = _codes(act.tags, by)
        untagged += 0 if codes else act.number
        for code in codes:
            cells[unit, code] = cells.get((unit, code), 0) + act.number
            kinds[code, act.what] = kinds.get((code, act.what), 0) + act.number
    units = [UnitLine(branch.name, tuple(cells.get((branch.unit_id, code), 0) for code, _ in known), branch.waited) for branch in branches]
    units = [line for line in units if line.waited or any(line.numbers)]
    lines = [
        ContentLine(name, sum(bool(line.numbers[place]) for line in units if line.waited), tuple(kinds.get((code, what), 0) for what in Act))
        for place, (code, name) in enumerate(known)
    ]
    of = sum(line.waited for line in units)
    return Dimensions(tuple(name for _, name in known), lines, units, of, title(lines, of), sentences(lines, units, of, untagged))


def title(lines: Sequence[ContentLine], of: int) -> str:
    """How many contents nobody does anything about; else which one the fewest units do."""
    empty = [line for line in lines if not any(line.numbers)]
    if len(empty) == len(lines):
        return "Chưa có hoạt động nào gắn với nội dung nào"
    if empty:
        return f"{len(empty)} trong {len(lines)} nội dung chưa đơn vị nào có hoạt động"
    fewest = min(line.units for line in lines)
    least = [line.name for line in lines if line.units == fewest]
    if fewest == of:
        return "Đơn vị nào cũng có hoạt động ở mọi nội dung"
    return f"Ít đơn vị làm nhất: «{least[0]}», {fewest} trong {of} đơn vị" if len(least) == 1 else f"{len(least)} nội dung chỉ có {fewest} trong {of} đơn vị làm"


def sentences(lines: Sequence[ContentLine], units: Sequence[UnitLine], of: int, untagged: int) -> tuple[str, ...]:
    """The gaps by name: contents of nobody, contents of fewer than half of the units with who is missing, units without anything."""
    some = [line for line in units if any(line.numbers)]
    said: list[str] = []
    for place, line in enumerate(lines):
        missing = [unit.name for unit in some if unit.waited and not unit.numbers[place]]
        if not any(line.numbers):
            said.append(f"«{line.name}»: chưa đơn vị nào có hoạt động.")
        elif line.units * 2 < of and missing:
            said.append(f"«{line.name}»: {line.units} trong {of} đơn vị; chưa có ở {_listed(missing)}.")
    nothing = [unit.name for unit in units if unit.waited and not any(unit.numbers)]
    if nothing:
        said.append(f"Chưa có hoạt động ở nội dung nào: {_listed(nothing)}.")
    if untagged:
        said.append(f"{untagged} hoạt động không gắn nội dung nào nên không có trong bảng.")
    return tuple(said)


def _listed(names: Sequence[str]) -> str:
    return text.first_few(names, MOST_NAMED, "đơn vị")
