"""Sheets that wait to be scored."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.reviewing.actions import sheets
from recognition.reviewing.terms import AssignmentState

_SHOWN = 6


def items(who: Actor) -> list[WorkItem]:
    """The open sheets, a few of them; when there are more, one row opens the list."""
    if not allowed(who, Verb.SCORE):
        return []
    waiting = [line for line in sheets.mine(who) if line.state is AssignmentState.OPEN]
    found = [
        WorkItem("grading", f"{line.recipient}: {line.title}", f"{line.code} · {line.unit} · chờ anh/chị chấm điểm", "Chấm điểm", "pages/reviewing/sheet.py", line.assignment_id, line.due)
        for line in waiting[:_SHOWN]
    ]
    if len(waiting) > _SHOWN:
        found.append(WorkItem("grading", f"{len(waiting) - _SHOWN} hồ sơ nữa chờ chấm điểm", "Mở danh sách để xem tất cả", "Mở danh sách", "pages/reviewing/mine.py"))
    return found
