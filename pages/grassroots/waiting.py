"""What waits in the book: promises of one's own unit, the nearest day first; for the secretary, how many are overdue."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.grassroots import actions
from recognition.grassroots.terms import Kind, Promise
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates

_SHOWN = 5
_LIST, _PLAN, _RECORD, _INSPECTION = (f"pages/grassroots/{name}.py" for name in ("list", "plan", "record", "inspection"))


def items(who: Actor) -> list[WorkItem]:
    """A few rows; when there are more, one row opens the list."""
    found: list[WorkItem] = []
    if allowed(who, Verb.KEEP_PROMISE):
        promises = actions.wanted(who)
        found += [_row(each) for each in promises[:_SHOWN]]
        if len(promises) > _SHOWN:
            found.append(WorkItem("forum", f"{len(promises) - _SHOWN} cam kết nữa chưa thực hiện", "Mở sổ để xem tất cả", "Mở sổ", _LIST))
    elif allowed(who, Verb.SEE_GRASSROOTS):
        late = {"qua-han": "1"}
        if promises := actions.late(who):
            why = f"Hứa ở đối thoại, chưa ghi đã thực hiện; lâu nhất là hạn {dates.short(promises[0].due)}"
            found.append(WorkItem("forum", f"{len(promises)} cam kết của đơn vị quá hạn", why, "Xem sổ", _LIST, deadline=promises[0].due, parameters=late))
        if faults := actions.late(who, (Kind.INSPECTION,)):
            why = f"Phát hiện khi kiểm tra, chưa ghi đã khắc phục; lâu nhất là hạn {dates.short(faults[0].due)}"
            found.append(WorkItem("fact_check", f"{len(faults)} hạn chế quá hạn khắc phục", why, "Xem kế hoạch", _PLAN, deadline=faults[0].due, parameters=late))
    return found + _inspections(who)


def _inspections(who: Actor) -> list[WorkItem]:
    """For whoever plans them: inspections of this quarter, and those whose quarter is over."""
    if not allowed(who, Verb.PLAN_INSPECTION):
        return []
    now, over, first = actions.due_now(who)
    if not now + over:
        return []
    why = ", ".join(([f"{over} cuộc quá quý"] if over else []) + ([f"{now} cuộc của quý này"] if now else []))
    return [WorkItem("fact_check", f"{now + over} cuộc kiểm tra chưa làm", f"{why}; kiểm tra xong thì ghi kết quả", "Xem kế hoạch", _PLAN, deadline=first)]


def _row(promise: Promise) -> WorkItem:
    overdue = promise.due < dates.today()
    why = f"{promise.record_title} · {promise.responsible}" + (" · quá hạn" if overdue else "")
    return WorkItem("forum", promise.promise, why, Verb.KEEP_PROMISE.label, _INSPECTION if promise.kind is Kind.INSPECTION else _RECORD, promise.record_id, promise.due)
