"""Lists that were begun and not finished: rows to mend or to answer, rows ready to go in."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.paging import Page
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.lists import actions
from recognition.lists.terms import BatchState


def items(who: Actor) -> list[WorkItem]:
    """One row per open list that still has rows waiting."""
    if not allowed(who, Verb.IMPORT_LIST):
        return []
    found = []
    for row in actions.find(who, Page(1, 10)).rows:
        told = row.figures
        if row.state is BatchState.OPEN and told.waiting:
            detail = ", ".join(f"{number} {word}" for number, word in ((told.ask, "cần trả lời"), (told.wrong, "cần sửa"), (told.good, "nhập được")) if number)
            found.append(WorkItem("table_view", f"Danh sách «{row.file_name}»", f"{row.unit_name} · {detail}", "Xem tiếp", "pages/lists/batch.py", row.id))
    return found
