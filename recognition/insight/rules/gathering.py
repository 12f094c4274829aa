"""How far awards gather on the same people and units, and who is praised year after year."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from recognition.insight.terms import SMALLEST_GROUP
from recognition.insight.terms.fairness import Again, Gathered, Holder, UnitShare
from vietnamese.text import sort_key

#: How many of the most awarded are looked at together.
MOST = 10
INDIVIDUALS, COLLECTIVES = "individual", "collective"
_Sizes = Mapping[UUID | None, int]


def leading(awards: Mapping[UUID | None, int]) -> list[UUID]:
    """The ten units with most awards, and whoever has as many as the tenth of them."""
    named = {unit: number for unit, number in awards.items() if unit is not None}
    least = sorted(named.values(), reverse=True)[:MOST][-1] if named else 0
    return [unit for unit, number in named.items() if number >= least]


def units(awards: Mapping[UUID | None, int], sizes: _Sizes, names: Mapping[UUID, str]) -> list[UnitShare]:
    """The ten units with most awards; equal ones in the order of their names. People of a very small unit are not counted out."""
    given, people = sum(awards.values()), sum(sizes.values())
    first = sorted(leading(awards), key=lambda unit: (-awards[unit], sort_key(names.get(unit, "")), str(unit)))[:MOST]
    found: list[UnitShare] = []
    for unit in first:
        there = sizes.get(unit, 0)
        told = there if there >= SMALLEST_GROUP else None
        found.append(UnitShare(names.get(unit, ""), awards[unit], told, awards[unit] / given, told / people if told else None))
    return found


def gathered(year: int, holders: Sequence[Holder], awards: Mapping[UUID | None, int], sizes: _Sizes) -> list[Gathered]:
    """The ten most awarded people of the year and of three years, the ten most awarded units of the year; only where there are more than ten."""
    people = sum(sizes.values())
    persons = [one for one in holders if one.kind == INDIVIDUALS]
    first = sorted((unit for unit in awards if unit is not None), key=lambda unit: (-awards[unit], -sizes.get(unit, 0)))[:MOST]
    weight = sum(sizes.get(unit, 0) for unit in first) / people if people else None
    found = [
        _persons(f"Cá nhân, năm {year}", ((one.this, one.number) for one in persons), people),
        _persons(f"Cá nhân, ba năm {year - 2} - {year}", ((one.this + one.last + one.before, one.number) for one in persons), people),
        Gathered(f"Đơn vị, năm {year}", sum(unit is not None for unit in awards), sum(awards.values()), sum(awards[unit] for unit in first), weight),
    ]
    return [one for one in found if one.holders > MOST]


def _persons(name: str, held: Iterable[tuple[int, int]], people: int) -> Gathered:
    """`held`: awards of one person, people with so many."""
    found: Counter[int] = Counter()
    for awards, number in held:
        if awards:
            found[awards] += number
    top, left = 0, MOST
    for awards in sorted(found, reverse=True):
        taken = min(left, found[awards])
        top, left = top + awards * taken, left - taken
    holders = sum(found.values())
    return Gathered(name, holders, sum(awards * number for awards, number in found.items()), top, MOST / people if people else None)


def gathered_title(year: int, told: Sequence[Gathered], awarded: int, sizes: _Sizes) -> str:
    """How much the ten units with most awards have; with no more than ten, how many units have any."""
    if not awarded:
        return f"Năm {year} chưa đơn vị nào có khen thưởng"
    if awarded <= MOST:
        there = sum(unit is not None for unit in sizes)
        return f"{awarded} đơn vị có khen thưởng trong năm {year}" + (f"; sổ có {there} đơn vị có người" if there else "")
    one = told[-1]
    beside = f", có {round(100 * one.weight)} % nhân sự" if one.weight is not None else ""
    return f"{MOST} đơn vị được khen nhiều nhất nhận {round(100 * one.share)} % khen thưởng{beside}"


def again(holders: Sequence[Holder], people: int) -> list[Again]:
    """People with a present post, and collectives: who was praised in the year before, and again. One to four people are not told, collectives are."""
    persons = [one for one in holders if one.kind == INDIVIDUALS and one.present]
    collectives = [one for one in holders if one.kind == COLLECTIVES]
    last, both, thrice = _repeated(persons)
    this = sum(one.number for one in persons if one.this)
    others = (this - both) / (people - last) if people > last and _told(both) is not None else None
    return [Again("Cá nhân đang giữ chức vụ", last, _told(both), _told(thrice), others), Again("Tập thể", *_repeated(collectives), None)]


def _repeated(holders: Sequence[Holder]) -> tuple[int, int, int]:
    """Praised in the year before; of them also in the year; of these also two years before."""
    last = [one for one in holders if one.last]
    both = [one for one in last if one.this]
    return sum(one.number for one in last), sum(one.number for one in both), sum(one.number for one in both if one.before)


def _told(number: int) -> int | None:
    return None if 0 < number < SMALLEST_GROUP else number


def again_title(year: int, told: Sequence[Again]) -> str:
    """Whether those praised in the year before are praised more often than others; a plain title where too few were."""
    persons = told[0]
    if not persons.last:
        return f"Sổ chưa có cá nhân nào được khen năm {year - 1} để biết ai được khen lại"
    if persons.share is None or persons.last < SMALLEST_GROUP:
        return "Được khen lại năm sau"
    beside = f"; những người khác: {round(100 * persons.others)} %" if persons.others is not None else ""
    return f"{round(100 * persons.share)} % người được khen năm {year - 1} lại được khen năm {year}{beside}"
