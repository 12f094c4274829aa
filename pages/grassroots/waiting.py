"""What waits in the book: promises of one's own unit, the nearest day first; for the secretary, how many are overdue."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.grassroots import actions
from recognition.grassroots.terms import Promise
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates

_SHOWN = 5
_LIST, _RECORD = "pages/grassroots/list.py", "pages/grassroots/record.py"


def items(who: Actor) -> list[WorkItem]:
    """A few rows; when there are more, one row opens the list."""
    found: list[WorkItem] = []
    if allowed(who, Verb.KEEP_PROMISE):
        promises = actions.wanted(who)
        found += [_row(each) for each in promises[:_SHOWN]]
        if len(promises) > _SHOWN:
            found.append(WorkItem("forum", f"{len(promises) - _SHOWN} cam kết nữa chưa thực hiện", "Mở sổ để xem tất cả", "Mở sổ", _LIST))
    elif allowed(who, Verb.SEE_GRASSROOTS):
        number = len(actions.late(who))
        if number:
            found.append(WorkItem("forum", f"{number} cam kết của đơn vị quá hạn", "Hứa ở đối thoại, chưa ghi đã thực hiện; đơn vị đã được nhắc", "Xem sổ", _LIST, parameters={"qua-han": "1"}))
    return found


def _row(promise: Promise) -> WorkItem:
    overdue = promise.due < dates.today()
    why = f"{promise.record_title} · {promise.responsible}" + (" · quá hạn" if overdue else "")
    return WorkItem("forum", promise.promise, why, Verb.KEEP_PROMISE.label, _RECORD, promise.record_id, promise.due)
