"""What waits in the ledger: claims that may be one thing."""

from __future__ import annotations

from pages.home.providers import WorkItem
from pages.insight import kept
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.ledger import actions


def items(who: Actor) -> list[WorkItem]:
    """One row for all questions of the organs whose secretary `who` is."""
    if not allowed(who, Verb.SEE_CLAIM_QUESTIONS):
        return []
    number = kept.answer("claim_questions", who, None, lambda: len(actions.questions(who)))
    if not number:
        return []
    return [WorkItem("help", f"{number} chỗ có thể nhiều đơn vị cùng kê một công trình", "Trả lời để sổ kết quả chỉ tính một lần", "Xem, trả lời", "pages/ledger/questions.py")]
