"""What waits in covenants: to be joined, to be reported, to be confirmed; for the secretary, who has not signed and who has not reported."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.covenants import actions
from recognition.covenants.terms import Line, Own, State
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

_ONE, _REPORT = "pages/covenants/covenant.py", "pages/covenants/report.py"


def items(who: Actor) -> list[WorkItem]:
    """A row for each covenant and unit of one's own; for the secretary a row for each thing that waits in a covenant."""
    found: list[WorkItem] = []
    if allowed(who, Verb.JOIN_COVENANT):
        found += [_join(own) for own in actions.to_join(who)]
    if allowed(who, Verb.REPORT_COVENANT):
        found += [_report(own) for own in actions.to_report(who)]
    if allowed(who, Verb.DRAW_COVENANT):
        found += [item for line in actions.unfinished(who) for item in _of(line)]
    return found


def _join(own: Own) -> WorkItem:
    return WorkItem("handshake", own.name, f"{own.unit_name} chưa ký; đọc rồi tán thành, ký giao ước", "Đọc, ký", _ONE, own.covenant_id, own.day)


def _report(own: Own) -> WorkItem:
    why = f"{own.unit_name} · trả lại để sửa: {own.reason}" if own.returned else f"{own.unit_name} chưa báo cáo kết quả từng chỉ tiêu"
    return WorkItem("handshake", own.name, why, "Báo cáo", _REPORT, own.covenant_id, own.day, parameters={"don-vi": str(own.unit_id)})


def _of(line: Line) -> list[WorkItem]:
    if line.state is State.DRAFT:
        return [WorkItem("handshake", f"Đưa ra ký: {line.name}", f"{line.code} · đã soạn, chưa đơn vị nào thấy", "Đưa ra ký", _ONE, line.id)]
    found = []
    if number := line.sent - line.confirmed:
        found.append(WorkItem("handshake", line.name, f"{number} báo cáo chờ xác nhận", "Xem, xác nhận", _ONE, line.id, line.report_by))
    if line.confirmed == line.parties:
        found.append(WorkItem("handshake", line.name, f"Đã xác nhận cả {line.parties} đơn vị; ghi kết luận để các đơn vị đọc", "Tổng kết", _ONE, line.id))
    if number := line.parties - line.joined:
        found.append(WorkItem("handshake", line.name, f"{number} trong {line.parties} đơn vị chưa ký", "Xem", _ONE, line.id, badge="Chờ ký", for_others=True))
    if actions.asked(line) and (number := line.parties - line.sent):
        found.append(WorkItem("handshake", line.name, f"{number} trong {line.parties} đơn vị chưa báo cáo", "Xem", _ONE, line.id, line.report_by, for_others=True))
    return found
