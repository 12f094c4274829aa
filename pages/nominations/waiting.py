"""What waits on cases: returned to me and my drafts; for a leader, what was sent for confirmation; what waits for others."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Role, State, Verb
from recognition.nominations import actions
from recognition.nominations.terms import Filters, NominationLine, OpinionCase

_SHOWN = 6
_LIST, _CASE = "pages/nominations/list.py", "pages/nominations/case.py"


def items(who: Actor) -> list[WorkItem]:
    """Rows of work, a few of each kind; when there are more, one row opens the list."""
    found: list[WorkItem] = []
    if allowed(who, Verb.GIVE_OPINION):
        found += [_asked(one) for one in actions.asked_of(who, _SHOWN)]
    if not allowed(who, Verb.ENDORSE) and not allowed(who, Verb.NOMINATE):
        return found
    counts = actions.counts(who)
    if allowed(who, Verb.ENDORSE):
        found += _rows(who, State.SUBMITTED, counts, "verified_user", "chờ anh/chị xác nhận", "Xem, xác nhận")
    if allowed(who, Verb.NOMINATE):
        found += _rows(who, State.RETURNED, counts, "undo", "trả lại để sửa", "Sửa hồ sơ")
        found += _rows(who, State.DRAFT, counts, "edit_note", "bản nháp chưa gửi", "Viết tiếp")
        if not who.has(Role.UNIT_LEADER):
            found += _rows(who, State.SUBMITTED, counts, "send", "chờ lãnh đạo đơn vị xác nhận", "Xem", badge="Lãnh đạo đơn vị")
    return found


def _asked(one: OpinionCase) -> WorkItem:
    detail = f"{one.code} · {one.unit_name} đề nghị, xin ý kiến đơn vị anh/chị"
    return WorkItem("forum", f"{one.recipient_name}: {one.title}", detail, "Cho ý kiến", "pages/nominations/opinion.py", one.opinion.nomination_id, one.opinion.due)


def _rows(who: Actor, state: State, counts: dict[State, int], icon: str, why: str, verb: str, *, badge: str = "") -> list[WorkItem]:
    if not counts.get(state):
        return []
    page = actions.find(who, Filters(states=(state,)), limit=_SHOWN, counts=counts)
    rows = [_row(row, icon, why, verb, badge) for row in page.rows]
    if page.total > _SHOWN:
        rows.append(WorkItem(icon, f"{page.total - len(rows)} hồ sơ nữa {why}", "Mở danh sách để xem tất cả", "Mở danh sách", _LIST, for_others=bool(badge), badge=badge))
    return rows


def _row(row: NominationLine, icon: str, why: str, verb: str, badge: str) -> WorkItem:
    title = ": ".join(part for part in (row.recipient_name, row.title) if part) or f"{row.subject.label} chưa đặt tên"
    detail = " · ".join(part for part in (row.code, row.unit_name, why) if part)
    return WorkItem(icon, title, detail, verb, _CASE, row.id, row.due if not badge else None, badge, bool(badge))
