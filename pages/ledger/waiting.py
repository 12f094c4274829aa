"""What waits in the ledger: claims that may be one thing."""

from __future__ import annotations

from pages.home.providers import WorkItem
from pages.insight import kept
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.ledger import actions
from recognition.ledger.terms import Question


def open_questions(who: Actor) -> tuple[Question, ...]:
    """What is still a question, asked anew only when something in the log has changed. Raises NotAllowed."""
    return kept.answer("claims_open", who, None, lambda: actions.questions(who))


def items(who: Actor) -> list[WorkItem]:
    """One row for all questions of the organs whose secretary `who` is."""
    if not allowed(who, Verb.SEE_CLAIM_QUESTIONS):
        return []
    number = len(open_questions(who))
    if not number:
        return []
    return [WorkItem("help", f"{number} chỗ có thể nhiều đơn vị cùng kê một công trình", "Trả lời để sổ kết quả chỉ tính một lần", "Xem, trả lời", "pages/ledger/questions.py")]
