"""What waits for the secretary after a vote: decisions to draft, to record, to make public."""

from __future__ import annotations

from pages.home.providers import WorkItem
from pages.shared import parts
from recognition.decisions import actions
from recognition.decisions.terms import DecisionState
from recognition.hall.actor import Actor
from recognition.hall.paging import Page
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates


def items(who: Actor) -> list[WorkItem]:
    """Closed sessions without a decision, drafts, and public posting with its legal deadline."""
    if not allowed(who, Verb.DRAFT_DECISION):
        return []
    found = [
        WorkItem(
            "edit_document", f"Lập dự thảo quyết định: {each.name}", f"Họp {dates.short(each.on_date)} · {each.commend + each.recognise} trường hợp đạt",
            "Lập dự thảo", "pages/decisions/new.py", parameters={"phien": str(each.session_id)},
        )
        for each in actions.sessions_waiting(who)
    ]  # fmt: skip
    found += [
        WorkItem("draw", parts.sentence(row.title), f"Dự thảo · {row.awards} trường hợp", "Vào số", "pages/decisions/decision.py", row.id)
        for row in actions.find(who, state=DecisionState.DRAFT, page=Page(1, 20)).rows
    ]
    found += [
        WorkItem("campaign", f"Công khai Quyết định số {task.number_text}", parts.sentence(task.title), "Công khai", "pages/decisions/decision.py", task.decision_id, task.due)
        for task in actions.tasks(who, 20)
    ]
    return found
