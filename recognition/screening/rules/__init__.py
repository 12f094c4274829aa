"""The law of screening as pure functions. Each rule has one name, one clause, and may be replaced by dated data.

Sources: Luật Thi đua, khen thưởng 06/2022/QH15 Đ5, Đ84; Nghị định 152/2025/NĐ-CP Đ4, Đ33, Đ34; Thông tư 15/2025/TT-BNV;
for what provinces and committees decide themselves the clause says so and the rule counts as not verified.
"""

from collections.abc import Callable, Sequence

from recognition.hall.errors import Invalid, refuse
from recognition.hall.lengths import REASON, bounded
from recognition.screening.rules.answers import CLAUSES, OVERRIDABLE, REGULATIONS, not_asked
from recognition.screening.rules.awarded import counting, elsewhere, interval, once, picture, same_year
from recognition.screening.rules.paper import authority, deadline, dossier, endorsed, period, score
from recognition.screening.rules.standing import discipline, dissolved, enterprise, hold, opinion, posthumous, told
from recognition.screening.terms import Check, Facts, Outcome

__all__ = ["ALL", "CLAUSES", "OVERRIDABLE", "REGULATIONS", "check_acceptance", "check_override", "checks", "mean"]

ALL: tuple[Callable[[Facts], Check], ...] = (
    once, elsewhere, discipline, hold, dissolved, posthumous, authority, deadline, period, dossier, endorsed, told, opinion, enterprise, same_year, interval,
    counting, picture, score,
)  # fmt: skip

_ORDER = {Outcome.FAIL: 0, Outcome.ASK: 1, Outcome.PASS: 2}


def checks(facts: Facts) -> tuple[Check, ...]:
    """Every rule's answer: failed ones first, then open ones; what the regulations of the day do not ask passes."""
    found = (not_asked(rule.__name__) if rule.__name__ in facts.not_asked else rule(facts) for rule in ALL)
    return tuple(sorted(found, key=lambda check: _ORDER[check.outcome]))


def mean(locked: int, points: int) -> int | None:
    """The mean of so many totals in hundredths of a point, rounded half up; None of none."""
    return (points * 200 + locked) // (2 * locked) if locked else None


def check_acceptance(found: Sequence[Check]) -> None:
    """Refuse to shortlist a case with an unsettled failure. Raises Invalid, one sentence per rule."""
    open_ones = {check.rule: f"{check.sentence}. {check.mend}".strip() for check in found if check.outcome is Outcome.FAIL and not check.settled}
    if open_ones:
        raise Invalid(open_ones)


def check_override(rule: str, reason: str) -> None:
    """Only some rules may be settled by a person, and never without a reason. Raises Invalid."""
    if rule not in OVERRIDABLE:
        raise Invalid({rule: "Điều kiện này do luật định, không thể chấp nhận bằng lý do. Anh/chị trả lại, từ chối hoặc chờ hết thời hạn."})
    if len(reason.strip()) < 10:
        raise Invalid({rule: "Anh/chị ghi rõ lý do chấp nhận, ít nhất 10 ký tự; lý do này được lưu cùng hồ sơ."})
    refuse(bounded((rule, reason, REASON, "Lý do")))
