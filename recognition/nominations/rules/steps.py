"""The steps inside the unit: returning, answering, recalling."""

from collections.abc import Iterable

from recognition.campaigns.rules import too_long
from recognition.hall.words import State
from recognition.nominations.terms import Answer, Reason
from vietnamese import text


def check_reasons(reasons: Iterable[Reason]) -> dict[str, str]:
    """A return says why: at least one sentence, none longer than 1,000 characters."""
    given = [reason for reason in reasons if text.clean(reason.sentence)]
    if not given:
        return {"reasons": "Anh/chị ghi ít nhất một lý do để người lập hồ sơ biết cần sửa gì."}
    for reason in given:
        sentence = too_long(reason.sentence, 1_000, "Lý do")
        if sentence:
            return {"reasons": sentence}
    return {}


def check_opinion(answer: Answer | None, reason: str) -> dict[str, str]:
    """Yes or no; a no says why."""
    if answer is None:
        return {"answer": "Anh/chị chọn đồng ý hoặc không đồng ý."}
    if answer is Answer.OBJECT and not text.clean(reason):
        return {"reason": "Anh/chị ghi lý do không đồng ý."}
    sentence = too_long(reason, 1_000, "Lý do")
    return {"reason": sentence} if sentence else {}


def may_recall(state: State, endorsed_by_somebody: bool) -> bool:
    """Nobody has acted yet: only sent, or passed on by itself where the unit asks no leader (house, states)."""
    return state is State.SUBMITTED or (state is State.ENDORSED and not endorsed_by_somebody)
