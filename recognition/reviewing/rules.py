"""Scoring as pure functions. Points are whole; means are hundredths of a point, rounded half up; sums are exact.

Sources: the campaign's own score sheet (100 points, bonus on top); whoever would be rewarded does not judge (Luật Thi đua,
khen thưởng, Điều 5: fairness); spread and leaning are shown to the secretary, they change nothing by themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import isqrt
from uuid import UUID

from recognition.campaigns.terms import Criterion
from recognition.hall.lengths import REASON, bounded
from recognition.reviewing.terms import Assignment, AssignmentState, CaseResult, Reviewer
from vietnamese import text

REASON_LEAST = 10
#: Characters of a remark on a case.
REMARK_MOST = 2_000
DIFFERENCE_LEAST = 3
NOTHING: Mapping[UUID, int] = {}
NO_REASONS: Mapping[UUID, str] = {}


def check_points(criteria: Sequence[Criterion], points: Mapping[UUID, int | None], reasons: Mapping[UUID, str] | None = None) -> dict[str, str]:
    """What is wrong with points as typed: outside 0 to the line's maximum, or of a line that is not there."""
    lines = {line.id: line for line in criteria if line.id is not None}
    wrong: dict[str, str] = {}
    for criterion_id, given in points.items():
        line = lines.get(criterion_id)
        if line is None:
            wrong["points"] = "Tiêu chí này không còn trong phiếu chấm. Anh/chị tải lại trang."
        elif given is not None and not 0 <= given <= line.max_points:
            wrong[str(criterion_id)] = f"Điểm của «{line.name}» từ 0 đến {line.max_points}; điểm 0 cũng là một điểm."
    for criterion_id, reason in (reasons or {}).items():
        wrong |= bounded((str(criterion_id), reason, 500, "Nhận xét"))
    return wrong


def check_remark(remark: str) -> dict[str, str]:
    """Field → sentence of a remark on a case that is too long."""
    return bounded(("remark", remark, REMARK_MOST, "Nhận xét"))


def missing(criteria: Sequence[Criterion], points: Mapping[UUID, int]) -> tuple[Criterion, ...]:
    """Lines without points. A bonus line may stay empty: it counts as no bonus; a zero elsewhere must be written."""
    return tuple(line for line in criteria if line.id not in points and not line.bonus)


def total(criteria: Sequence[Criterion], points: Mapping[UUID, int]) -> int | None:
    """The sum with the bonus, None while a line lacks its points."""
    if not criteria or missing(criteria, points):
        return None
    return sum(points.get(line.id, 0) for line in criteria if line.id is not None)


def check_lock(
    criteria: Sequence[Criterion], points: Mapping[UUID, int], own: Mapping[UUID, int] = NOTHING, reasons: Mapping[UUID, str] = NO_REASONS
) -> dict[str, str]:  # fmt: skip
    """A sheet is locked whole, and says why where it differs from the unit's own points (`own`)."""
    open_lines = missing(criteria, points)
    if not open_lines:
        return _unexplained(criteria, points, own, reasons)
    named = ", ".join(f"«{line.name}»" for line in open_lines[:3])
    more = f" và {len(open_lines) - 3} tiêu chí khác" if len(open_lines) > 3 else ""
    return {"points": f"Còn {len(open_lines)} tiêu chí chưa có điểm: {named}{more}. Nếu không chấm được hồ sơ này, anh/chị chọn «Không chấm hồ sơ này»."}


def _unexplained(criteria: Sequence[Criterion], points: Mapping[UUID, int], own: Mapping[UUID, int], reasons: Mapping[UUID, str]) -> dict[str, str]:
    wrong = {}
    for line in criteria:
        if line.id is not None and line.id in own and line.id in points and points[line.id] != own[line.id] and len(text.clean(reasons.get(line.id, ""))) < DIFFERENCE_LEAST:
            wrong[str(line.id)] = f"Đơn vị tự chấm {own[line.id]}, anh/chị chấm {points[line.id]}. Anh/chị ghi lý do chênh lệch."
    return wrong


def check_reason(reason: str, field: str = "reason") -> dict[str, str]:
    """A change of a locked sheet, and abstaining, say why."""
    if len(text.clean(reason)) < REASON_LEAST:
        return {field: f"Anh/chị ghi rõ lý do, ít nhất {REASON_LEAST} ký tự; lý do được lưu cùng phiếu chấm."}
    return bounded((field, reason, REASON, "Lý do"))


def conflict(reviewer: Reviewer, recipients: frozenset[UUID], created_by: UUID, units: frozenset[UUID]) -> str | None:
    """Why somebody does not score a case: nominee, maker, or of its unit. None when they may."""
    if reviewer.person_id is not None and reviewer.person_id in recipients:
        return "là người được đề nghị"
    if reviewer.account_id == created_by:
        return "là người lập hồ sơ"
    if reviewer.units & units:
        return "công tác ở đơn vị của hồ sơ"
    return None


def deal(cases: Sequence[UUID], loads: Mapping[UUID, int], barred: Mapping[UUID, frozenset[UUID]], taken: Mapping[UUID, frozenset[UUID]], each: int) -> dict[UUID, tuple[UUID, ...]]:
    """Give every case up to `each` reviewers, those with the least work first; never a barred one, never the same twice.

    Equal loads go in the order of `loads`, so that the same input deals the same.
    """
    work, order = dict(loads), {account: at for at, account in enumerate(loads)}
    dealt: dict[UUID, tuple[UUID, ...]] = {}
    for case in cases:
        have = taken.get(case, frozenset())
        free = sorted((account for account in work if account not in barred.get(case, frozenset()) | have), key=lambda account: (work[account], order[account]))
        chosen = tuple(free[: max(0, each - len(have))])
        for account in chosen:
            work[account] += 1
        dealt[case] = chosen
    return dealt


# -- comparing ------------------------------------------------------------------------------------------------------------


def hundredths(value: Fraction) -> int:
    """A number as hundredths, rounded half up (half away from zero)."""
    scaled = value * 100
    return int(scaled + Fraction(1, 2)) if scaled >= 0 else -int(-scaled + Fraction(1, 2))


def mean(values: Iterable[int | Fraction]) -> Fraction | None:
    """The mean, None of nothing."""
    found = [Fraction(value) for value in values]
    return sum(found, Fraction(0)) / len(found) if found else None


def deviation(values: Sequence[int | Fraction]) -> Fraction:
    """The standard deviation of a whole group, to a thousandth."""
    middle = mean(values)
    if middle is None:
        return Fraction(0)
    variance = sum(((Fraction(value) - middle) ** 2 for value in values), Fraction(0)) / len(values)
    scaled = variance * 1_000_000
    return Fraction(isqrt(scaled.numerator // scaled.denominator), 1_000)


def totals(criteria: Sequence[Criterion], sheets: Iterable[Assignment]) -> dict[UUID, dict[UUID, int]]:
    """Case → reviewer → total, of locked sheets only: an abstention is no zero, it is not there."""
    found: dict[UUID, dict[UUID, int]] = {}
    for sheet in sheets:
        whole = total(criteria, sheet.points)
        if sheet.state is AssignmentState.LOCKED and whole is not None:
            found.setdefault(sheet.nomination_id, {})[sheet.account_id] = whole
    return found


def normalised(found: Mapping[UUID, Mapping[UUID, int]]) -> dict[UUID, Fraction]:
    """Case → mean of totals brought to one scale: each reviewer's own mean and deviation become those of all.

    A reviewer whose totals do not differ (or who has one) is only moved to the common mean.
    """
    by_reviewer: dict[UUID, list[int]] = {}
    for row in found.values():
        for account, points in row.items():
            by_reviewer.setdefault(account, []).append(points)
    everything = [points for row in found.values() for points in row.values()]
    middle, wide = mean(everything), deviation(everything)
    if middle is None:
        return {}
    result = {}
    for case, row in found.items():
        moved = []
        for account, points in row.items():
            own, own_wide = mean(by_reviewer[account]) or Fraction(0), deviation(by_reviewer[account])
            stretch = wide / own_wide if own_wide else Fraction(0)
            moved.append((points - own) * stretch + middle)
        result[case] = mean(moved) or Fraction(0)
    return result


def case_figures(row: Mapping[UUID, int], brought: Fraction | None) -> tuple[int | None, int | None, int | None, int | None]:
    """Mean, least, most, normalised mean of one case's totals."""
    middle = mean(row.values())
    if middle is None:
        return None, None, None, None
    return hundredths(middle), min(row.values()), max(row.values()), None if brought is None else hundredths(brought)


def leaning(account: UUID, found: Mapping[UUID, Mapping[UUID, int]]) -> tuple[int | None, int | None]:
    """A reviewer's mean, and how far they lie from the others on the same cases (minus: stricter); None without others."""
    own = [row[account] for row in found.values() if account in row]
    apart = []
    for row in found.values():
        others = mean(points for other, points in row.items() if other != account)
        if account in row and others is not None:
            apart.append(row[account] - others)
    middle, lean = mean(own), mean(apart)
    return (None if middle is None else hundredths(middle)), (None if lean is None else hundredths(lean))


def ranked(cases: Iterable[CaseResult]) -> tuple[CaseResult, ...]:
    """By mean, the highest first; what has none last; equal ones by code."""
    return tuple(sorted(cases, key=lambda case: (case.mean is None, -(case.mean or 0), case.code)))
