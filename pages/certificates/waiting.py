"""What waits for the clerk: decisions whose papers have no numbers yet."""

from __future__ import annotations

from pages.home.providers import WorkItem
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.issuing import actions


def items(who: Actor) -> list[WorkItem]:
    """One row per decision."""
    if not allowed(who, Verb.ISSUE):
        return []
    return [
        WorkItem(
            "workspace_premium", f"Cấp {row.papers} giấy khen theo Quyết định số {row.number_text}", parts.sentence(row.title), "Cấp giấy khen",
            "pages/certificates/decision.py", row.decision_id,
        )
        for row in actions.waiting(who, 20)
    ]  # fmt: skip
