"""What waits among letters: drafts to look at, công văn to print and send, letters that could not be sent."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.reminding import actions
from recognition.reminding.terms import LetterState

_PAGE = "pages/reminding/outbox.py"


def items(who: Actor) -> list[WorkItem]:
    """One row for all letters of the organs whose secretary `who` is."""
    if not allowed(who, Verb.SEE_OUTBOX):
        return []
    counts = actions.counts(who)
    said = (
        (LetterState.DRAFT, "{} thư nhắc chờ anh/chị duyệt", "Phần mềm đã soạn, chưa gửi đi đâu", "Xem, duyệt"),
        (LetterState.FAILED, "{} thư gửi chưa được", "Xem lý do rồi gửi lại", "Xem thư"),
        (LetterState.APPROVED, "{} thư đã duyệt, chưa gửi xong", "In công văn, gửi rồi ghi số", "Xem thư"),
    )
    return [WorkItem("mark_email_unread", title.format(counts.of(state)), detail, verb, _PAGE) for state, title, detail, verb in said if counts.of(state)]
