"""Sheets that wait to be scored."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.reviewing.actions import phasing, sheets
from recognition.reviewing.phases import Phase, Standing, Task, standing
from recognition.reviewing.terms import AssignmentState, Line
from vietnamese import dates

_SHOWN = 6
_VERBS = {Task.SCORE: "Chấm điểm", Task.COMMENT: "Nhận xét", Task.RECOMMEND: "Kiến nghị"}


def _verb(phases: Mapping[UUID, Phase], line: Line) -> str:
    return _VERBS[phases[line.phase_id].task if line.phase_id else Task.SCORE]


def items(who: Actor) -> list[WorkItem]:
    """The open sheets, a few of them; when there are more, one row opens the list."""
    if not allowed(who, Verb.SCORE):
        return []
    lines = [line for line in sheets.mine(who) if line.state is AssignmentState.OPEN]
    phases = phasing.mine(who, [line.phase_id for line in lines if line.phase_id])
    waiting = [line for line in lines if line.phase_id is None or standing(phases[line.phase_id], dates.today()) is Standing.OPEN]
    found = [
        WorkItem("grading", f"{line.recipient}: {line.title}", f"{line.code} · {line.unit} · chờ anh/chị {_verb(phases, line).lower()}", _verb(phases, line), "pages/reviewing/sheet.py", line.assignment_id, line.due)
        for line in waiting[:_SHOWN]
    ]
    if len(waiting) > _SHOWN:
        found.append(WorkItem("grading", f"{len(waiting) - _SHOWN} hồ sơ nữa chờ chấm điểm", "Mở danh sách để xem tất cả", "Mở danh sách", "pages/reviewing/mine.py"))
    return found
