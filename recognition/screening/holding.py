"""Words and checks of the register of disciplines and holds (NĐ 152/2025/NĐ-CP, Điều 4 khoản 4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.hall.entry import Entry
from recognition.hall.words import Word


class MeasureKind(Word):
    """A discipline, or a hold while something is being verified."""

    DISCIPLINE = "discipline", "Kỷ luật"
    HOLD = "hold", "Tạm dừng xét"


class DisciplineKind(Word):
    """Forms of discipline of cadres, civil servants, Party members and Party organisations."""

    REPRIMAND = "khiển trách", "Khiển trách"
    WARNING = "cảnh cáo", "Cảnh cáo"
    PAY_CUT = "hạ bậc lương", "Hạ bậc lương"
    DEMOTION = "giáng chức", "Giáng chức"
    REMOVAL = "cách chức", "Cách chức"
    DISMISSAL = "buộc thôi việc", "Buộc thôi việc"
    EXPULSION = "khai trừ", "Khai trừ"
    OTHER = "khác", "Hình thức khác"


class HoldReason(Word):
    """Why nothing is decided yet (NĐ 152/2025, Điều 4 khoản 4)."""

    DISCIPLINE = "đang xem xét kỷ luật", "Đang xem xét kỷ luật"
    INVESTIGATION = "đang điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm", "Đang điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm"
    COMPLAINT = "đơn khiếu nại, tố cáo đang được xác minh", "Đơn khiếu nại, tố cáo đang được xác minh"
    PRESS = "báo chí phản ánh đang được xác minh", "Báo chí phản ánh đang được xác minh"


CLAUSE = "Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4"


@dataclass(frozen=True)
class MeasureInput:
    """A measure as typed: on a person, or on a unit itself; a hold may be on one case alone."""

    kind: MeasureKind
    reason: str = ""
    paper: str = ""
    clause: str = CLAUSE
    from_date: date | None = None
    to_date: date | None = None
    person_id: UUID | None = None
    unit_id: UUID | None = None
    nomination_id: UUID | None = None


@dataclass(frozen=True)
class MeasureLine:
    """A measure of the register."""

    id: UUID
    kind: MeasureKind
    reason: str
    paper: str
    clause: str
    from_date: date
    to_date: date | None
    cleared_paper: str
    person_id: UUID | None
    unit_id: UUID | None
    nomination_id: UUID | None
    whom: str
    version: int

    def in_force(self, day: date) -> bool:
        """Whether it runs on a day, both ends included."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


def check(data: MeasureInput, today: date) -> MeasureInput:
    """The measure, tidied. Raises Invalid: one recipient, a paper, days in order, none before it happened."""
    entry = Entry()
    named = [each for each in (data.person_id, data.unit_id, data.nomination_id) if each is not None]
    if len(named) != 1 or (data.nomination_id is not None and data.kind is MeasureKind.DISCIPLINE):
        entry.refuse("whom", "Anh/chị chọn một người, một đơn vị hoặc một hồ sơ.")
    reasons: type[Word] = DisciplineKind if data.kind is MeasureKind.DISCIPLINE else HoldReason
    reason = entry.choice("reason", data.reason, reasons, "Hình thức, lý do")
    paper = entry.line("paper", data.paper, "Số, ngày văn bản", most=200)
    clause = entry.line("clause", data.clause, "Điều khoản", most=200)
    start = entry.day("from_date", data.from_date, "Từ ngày", latest=today)
    end = entry.maybe_day("to_date", data.to_date, "Đến ngày")
    entry.order("to_date", start, end, ("Từ ngày", "Đến ngày"))
    entry.done()
    return MeasureInput(data.kind, str(reason), paper, clause, start, end, data.person_id, data.unit_id, data.nomination_id)
