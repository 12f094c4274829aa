"""Fairness: shares beside the people that the register knows, never beside a wish; small groups stay untold.

Luật Thi đua, khen thưởng 06/2022/QH15, Điều 5 asks to heed those who work directly and the equality of women and men; it sets no ratio,
and none is invented here.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from statistics import median_low
from uuid import UUID

from recognition.insight.rules import years as years_rules
from recognition.insight.rules.gathering import MOST, again, again_title, gathered, gathered_title, leading, units
from recognition.insight.terms import SMALLEST_GROUP
from recognition.insight.terms.fairness import FairCounted, Fairness, Finding, Group, Portion, Tally
from recognition.insight.terms.years import Count

LAW = "Luật Thi đua, khen thưởng 2022, Điều 5: chú trọng người trực tiếp lao động, sản xuất; bình đẳng giới. Luật không đặt tỷ lệ; trang này chỉ so với nhân sự có trong sổ."
#: The least difference of two shares that is told as one.
LEAST_DIFFERENCE = 0.05

__all__ = ["LAW", "MOST", "by_unit", "judged", "leading"]

_Belongs = Callable[[Tally], bool | None]


def by_unit(counts: Sequence[Count]) -> dict[UUID | None, int]:
    """Unit (None: none of ours) → awards."""
    found: Counter[UUID | None] = Counter()
    for count in counts:
        found[count.unit_id] += count.number
    return dict(found)


def judged(year: int, counted: FairCounted, names: Mapping[UUID, str], today: date) -> Fairness:
    """The whole page of one year. `names`: of the units that `leading` gives."""
    sizes: Counter[UUID | None] = Counter()
    for tally in counted.people:
        sizes[tally.unit_id] += tally.number
    limit = small_limit([number for unit, number in sizes.items() if unit is not None])
    belongs = _groups({unit for unit, number in sizes.items() if limit and number <= limit}, set(sizes))
    findings = [finding(group, counted.awarded, counted.people, belongs[group]) for group in Group if group is not Group.SMALL or limit]
    awarded, people = (sum(tally.number for tally in tallies) for tallies in (counted.awarded, counted.people))
    told = gathered(year, counted.holders, counted.awards, sizes)
    repeated = again(counted.holders, people)
    return Fairness(
        year, title(year, findings, awarded, people), findings if awarded >= SMALLEST_GROUP else [], small_units(limit),
        gathered_title(year, told, sum(unit is not None for unit in counted.awards), sizes), told, units(counted.awards, sizes, names),
        again_title(year, repeated), repeated, remarks(year, awarded, people, today),
    )  # fmt: skip


def small_limit(sizes: Sequence[int]) -> int:
    """The number of people up to which a unit is of the smaller half; 0 where no unit is twice as large, so that none is small beside the others."""
    limit = median_low(sizes) if sizes else 0
    return limit if any(size >= 2 * limit for size in sizes) else 0


def small_units(limit: int) -> str:
    """Which units are called small."""
    return f"Đơn vị nhỏ: nửa số đơn vị ít người hơn, từ {limit} người trở xuống." if limit else "Không tách đơn vị nhỏ: các đơn vị có số người gần nhau."


def _groups(small: set[UUID | None], known: set[UUID | None]) -> dict[Group, _Belongs]:
    """Whether somebody is of a group; None where the register does not tell."""
    return {
        Group.DIRECT: lambda tally: None if tally.recipient_class is None else tally.recipient_class == "direct_worker",
        Group.MANAGER: lambda tally: None if tally.recipient_class is None else tally.recipient_class == "manager",
        Group.WOMEN: lambda tally: None if tally.gender is None else tally.gender == "female",
        Group.SMALL: lambda tally: tally.unit_id in small if tally.unit_id is not None and tally.unit_id in known else None,
    }


def portion(tallies: Sequence[Tally], belongs: _Belongs) -> Portion:
    """A group of them. It stays untold when it or the rest is of one to four people: by one of the two numbers everybody knows the other."""
    found: Counter[bool | None] = Counter()
    for tally in tallies:
        found[belongs(tally)] += tally.number
    hidden = any(0 < found[side] < SMALLEST_GROUP for side in (True, False))
    return Portion(found[True], found[True] + found[False], found[None], hidden)


def finding(group: Group, awarded: Sequence[Tally], people: Sequence[Tally], belongs: _Belongs) -> Finding:
    """One group, compared, in one sentence."""
    given, there = portion(awarded, belongs), portion(people, belongs)
    return Finding(group, given, there, differs(given, there), _sentence(group, given, there))


def differs(given: Portion, there: Portion) -> bool:
    """Whether the shares differ by five points or more, and by more than twice what chance makes of so few awards (two standard deviations)."""
    share, expected = given.share, there.share
    if share is None or expected is None:
        return False
    apart = abs(share - expected)
    return apart >= LEAST_DIFFERENCE - 1e-9 and apart**2 * given.known > 4 * expected * (1 - expected)


def _sentence(group: Group, given: Portion, there: Portion) -> str:
    if given.hidden or there.hidden:
        return f"{group.label}: có nhóm dưới {SMALLEST_GROUP} người nên không nêu số."
    share, expected = given.share, there.share
    if share is None:
        return f"{group.label}: phần lớn người được khen không rõ nên không tính tỷ lệ." if given.unknown else f"{group.label}: chưa có ai được khen."
    if expected is None:
        return f"{group.label}: {percent(share)} cá nhân được khen; sổ nhân sự chưa đủ để so."
    return f"{group.label}: {percent(share)} cá nhân được khen, {percent(expected)} nhân sự; {_verdict(given, there, share, expected)}."


def _verdict(given: Portion, there: Portion, share: float, expected: float) -> str:
    if not differs(given, there):
        return "tương đương" if abs(share - expected) < LEAST_DIFFERENCE else "chênh lệch có thể chỉ là ngẫu nhiên"
    return f"{'cao' if share > expected else 'thấp'} hơn {round(100 * abs(share - expected))} điểm phần trăm"


def title(year: int, findings: Sequence[Finding], awarded: int, people: int) -> str:
    """The greatest clear difference; otherwise whether there is none or nothing to compare."""
    if not awarded:
        return f"Năm {year} chưa có cá nhân nào được khen"
    if awarded < SMALLEST_GROUP:
        return f"Năm {year} chỉ có {awarded} cá nhân được khen, quá ít để chia nhóm"
    if not people:
        return "Chưa có nhân sự trong sổ để so"
    clear = sorted((one for one in findings if one.clear), key=lambda one: -round(abs(one.difference or 0), 6))
    if clear:
        first = clear[0]
        side = "cao" if (first.difference or 0) > 0 else "thấp"
        return f"{first.group.label}: {percent(first.awarded.share or 0)} cá nhân được khen, {side} hơn phần trong nhân sự ({percent(first.people.share or 0)})"
    compared = any(one.difference is not None for one in findings)
    return "Chưa thấy nhóm nào được khen nhiều hay ít hơn hẳn phần trong nhân sự" if compared else "Ai được khen, so với nhân sự"


def remarks(year: int, awarded: int, people: int, today: date) -> tuple[str, ...]:
    """What a reader must know of the numbers."""
    said = [f"{awarded} cá nhân được khen trong năm {year}, {people} người đang giữ chức vụ trong sổ ở các đơn vị này."]
    until = years_rules.running([year], today)
    if until:
        said.append(f"Năm {year} mới tính đến ngày {until:%d/%m}.")
    return tuple(said)


def percent(share: float) -> str:
    """`62 %`."""
    return f"{round(100 * share)} %"
