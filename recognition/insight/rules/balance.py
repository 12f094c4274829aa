"""The map of fields and units: which cells are gaps, and how they are told."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from recognition.campaigns.themes import Field
from recognition.insight.rules.branches import OUTSIDE
from recognition.insight.rules.years import LOOK_BACK
from recognition.insight.terms.balance import Balance, BalanceRow, What
from recognition.insight.terms.branches import Branch
from recognition.insight.terms.years import Count
from vietnamese import text

#: How many units a sentence names before it only counts the rest.
MOST_NAMED = 6


def check(year: int, today: date) -> dict[str, str]:
    """A year that is not to come and not too long ago."""
    first = today.year - LOOK_BACK + 1
    return {} if first <= year <= today.year else {"year": f"Năm {year} ngoài khoảng xem được. Anh/chị chọn từ {first} đến {today.year}."}


def drawn(what: What, year: int, counts: Sequence[Count], leaders: Mapping[UUID, UUID], branches: Sequence[Branch]) -> Balance:
    """The map of one year. A unit that is not waited for has a row only where it has a number; what names no field is told beside."""
    cells: dict[tuple[UUID | None, str | None], int] = {}
    for count in counts:
        place = (leaders.get(count.unit_id) if count.unit_id else None, count.field)
        cells[place] = cells.get(place, 0) + count.number
    named: list[tuple[UUID | None, str, bool]] = [*((branch.unit_id, branch.name, branch.waited) for branch in branches), (None, OUTSIDE, False)]
    rows = [BalanceRow(name, tuple(cells.get((unit, field.value), 0) for field in Field), waited) for unit, name, waited in named]
    rows = [row for row in rows if row.waited or any(row.numbers)]
    unnamed = sum(number for (_, field), number in cells.items() if field is None)
    return Balance(tuple(field.label for field in Field), rows, title(what, year, rows), sentences(what, rows, unnamed))


def title(what: What, year: int, rows: Sequence[BalanceRow]) -> str:
    """How many cells are empty, and in which field most of them are."""
    if not any(any(row.numbers) for row in rows):
        return f"Năm {year} chưa có {what.label.lower()} nào ghi lĩnh vực"
    gaps = [sum(place in row.gaps for row in rows) for place in range(len(Field))]
    if not sum(gaps):
        return f"Năm {year}, đơn vị nào cũng có {what.label.lower()} ở cả bốn lĩnh vực"
    cells = len(Field) * len(rows)  # every row that is drawn, so that who counts them finds the same
    most = [field.label for field, number in zip(Field, gaps, strict=True) if number == max(gaps)]
    return f"{sum(gaps)} trong {cells} ô còn trống" + (f", nhiều nhất ở «{most[0]}»" if len(most) == 1 else "")


def sentences(what: What, rows: Sequence[BalanceRow], unnamed: int) -> tuple[str, ...]:
    """The gaps by name: fields without anything anywhere, units missing in a field, units without anything; awards of no field."""
    thing = what.label.lower()
    some = [row for row in rows if any(row.numbers)]
    said: list[str] = []
    for place, field in enumerate(Field):
        missing = [row.name for row in some if place in row.gaps]
        if some and not any(row.numbers[place] for row in some):
            said.append(f"«{field.label}»: chưa đơn vị nào có {thing}.")
        elif missing:
            said.append(f"«{field.label}»: {len(missing)} đơn vị chưa có {thing}: {_listed(missing)}.")
    nothing = [row.name for row in rows if row.waited and not any(row.numbers)]
    if nothing:
        said.append(f"Chưa có {thing} ở lĩnh vực nào: {_listed(nothing)}.")
    if unnamed:
        said.append(f"{unnamed} {thing} không ghi lĩnh vực nên không có trên bản đồ.")
    return tuple(said)


def _listed(names: Sequence[str]) -> str:
    return text.first_few(names, MOST_NAMED, "đơn vị")
