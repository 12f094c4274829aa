"""What waits on models: registrations to approve, reports to check, silence; for the unit, years to start and to report, signs of life that are due."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.terms import ModelFilters, ModelLine
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import ModelState, Verb
from vietnamese import dates

_SHOWN = 5
#: Who acts next, in which state, in which words, on which button.
_WAITS = (
    (Verb.APPROVE_MODEL, ModelState.REGISTERED, "chờ duyệt đăng ký", "Xem, duyệt"),
    (Verb.CHECK_MODEL, ModelState.SELF_SCORED, "đã báo cáo, chờ thẩm định", "Thẩm định"),
    (Verb.RECOGNISE_MODEL, ModelState.CHECKED, "đã thẩm định, chờ công nhận", "Công nhận"),
    (Verb.START_MODEL, ModelState.APPROVED, "đã duyệt, chờ triển khai", "Triển khai"),
    (Verb.REPORT_MODEL, ModelState.WORKING, "đang triển khai, chờ báo cáo năm", "Báo cáo"),
)


def items(who: Actor) -> list[WorkItem]:
    """A few rows of each kind; when there are more, one row opens the list."""
    if not allowed(who, Verb.SEE_MODELS):
        return []
    found: list[WorkItem] = []
    for verb, state, why, button in _WAITS:
        if not allowed(who, verb):
            continue
        page = actions.find(who, ModelFilters(states=(state,)), limit=_SHOWN)
        found += [_row(row, why, button) for row in page.rows]
        if page.total > _SHOWN:
            found.append(WorkItem("diversity_3", f"{page.total - _SHOWN} mô hình nữa {why}", "Mở danh sách để xem tất cả", "Mở danh sách", "pages/models/list.py"))
    return found + _wanted(who) + _silent(who)


def _wanted(who: Actor) -> list[WorkItem]:
    """For the unit: models from which a sign of life is wanted."""
    if not allowed(who, Verb.NOTE_MODEL):
        return []
    due = actions.wanted(who)
    rows = [
        WorkItem(
            "diversity_3", row.name, f"{row.code} · cần ghi giữa kỳ, dấu hiệu gần nhất {dates.short(life.last_sign)}", Verb.NOTE_MODEL.label,
            "pages/models/model.py", row.year_id, life.due,
        )
        for row, life in due[:_SHOWN]
    ]  # fmt: skip
    if len(due) > _SHOWN:
        rows.append(WorkItem("diversity_3", f"{len(due) - _SHOWN} mô hình nữa cần ghi giữa kỳ", "Mở danh sách để xem tất cả", "Mở danh sách", "pages/models/list.py"))
    return rows


def _silent(who: Actor) -> list[WorkItem]:
    """For the secretary: how many models are silent, in one row."""
    if not allowed(who, Verb.CHECK_MODEL):
        return []
    number = len(actions.silent(who))
    why = f"Quá {actions.silent_after()} ngày không có dấu hiệu hoạt động nào; đơn vị đã được nhắc"
    return [WorkItem("notifications_off", f"{number} mô hình im lặng", why, "Xem mô hình", "pages/models/list.py", parameters={"im-lang": "1"})] if number else []


def _row(row: ModelLine, why: str, button: str) -> WorkItem:
    return WorkItem("diversity_3", row.name, f"{row.code} · {row.unit_name} · {why}", button, "pages/models/model.py", row.year_id, row.due)
