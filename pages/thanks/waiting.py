"""What waits for the secretary: words under published examples that nobody has looked at."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.thanks import actions

_SHOWN = 5


def items(who: Actor) -> list[WorkItem]:
    """One row per example, the longest waiting first."""
    if not allowed(who, Verb.APPROVE_WORDS):
        return []
    return [
        WorkItem(
            "local_florist", f"{one.number} lời chúc mừng gửi {one.name}", "Xem, rồi đưa lên trang công khai hoặc để trong chương trình", "Xem lời",
            "pages/thanks/example.py", one.publication_id,
        )
        for one in actions.awaiting(who, _SHOWN)
    ]  # fmt: skip
