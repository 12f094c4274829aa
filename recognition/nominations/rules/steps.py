"""The steps inside the unit: returning, answering, recalling."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from recognition.campaigns.terms import Criterion
from recognition.hall.lengths import too_long
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


def check_self_scores(criteria: Iterable[Criterion], points: Mapping[UUID, int | None]) -> dict[str, str]:
    """What is wrong with a unit's own points: of a line that is not there, or outside 0 to the line's maximum."""
    lines = {line.id: line for line in criteria}
    wrong: dict[str, str] = {}
    for criterion_id, given in points.items():
        line = lines.get(criterion_id)
        if line is None:
            wrong[""] = "Tiêu chí này không còn trong phong trào. Anh/chị tải lại trang."
        elif given is not None and not 0 <= given <= line.max_points:
            wrong[str(criterion_id)] = f"Điểm của «{line.name}» từ 0 đến {line.max_points}."
    return wrong


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
