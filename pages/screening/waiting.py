"""What waits for the secretary: endorsed cases to accept, accepted ones to screen."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Filters, NominationLine
from recognition.screening.actions import holding
from vietnamese import dates

_SHOWN = 8


def _item(row: NominationLine, verb: str) -> WorkItem:
    subject = f"{row.recipient_name}: {row.title}" if row.recipient_name else row.title
    return WorkItem("fact_check", subject, f"{row.subject.label} · {row.unit_name} · {row.code}", verb, "pages/nominations/case.py", row.id, row.due)


def _concerning(who: Actor) -> list[WorkItem]:
    """What the register of disciplines and holds says of the person and of the units that they lead; shown to nobody else."""
    return [
        WorkItem(
            "pause_circle", f"{one.kind.label}: {one.whom}", f"{one.reason} · {one.paper} · từ {dates.short(one.from_date)}; hồ sơ chưa gửi, chưa xét được",
            "Xem đề nghị", "pages/nominations/list.py", badge="Thư ký", for_others=True,
        )
        for one in holding.concerning(who)
        if one.in_force(dates.today())
    ]  # fmt: skip


def items(who: Actor) -> list[WorkItem]:
    """The oldest cases first become rows; when there are many, one row opens the list. Measures that concern the person first."""
    found = _concerning(who)
    if not allowed(who, Verb.SCREEN):
        return found
    for state, verb, words in ((State.ENDORSED, "Tiếp nhận", "chờ tiếp nhận"), (State.ACCEPTED, "Thẩm định", "đang thẩm định")):
        page = nominations.find(who, Filters(states=(state,)), limit=_SHOWN)
        if page.total > _SHOWN:
            found.append(WorkItem("inbox", f"{page.total} hồ sơ {words}", "Mở danh sách để làm nhiều hồ sơ cùng lúc", "Mở danh sách", "pages/screening/queue.py"))
        else:
            found += [_item(row, verb) for row in page.rows]
    return found
