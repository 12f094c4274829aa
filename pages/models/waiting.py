"""What waits on models: registrations to approve, reports to check; for the unit, years to start and to report."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.terms import ModelFilters, ModelLine
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import ModelState, Verb

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
    return found


def _row(row: ModelLine, why: str, button: str) -> WorkItem:
    return WorkItem("diversity_3", row.name, f"{row.code} · {row.unit_name} · {why}", button, "pages/models/model.py", row.year_id, row.due)
