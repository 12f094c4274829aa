"""A list posted for opinions: how it is checked and what still waits for an answer.

NĐ 152/2025 Đ44(2): for the highest titles at least 10 working days before the council meets, the result in its minutes.
Elsewhere the days are the place's own.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from recognition.council.rules import presets
from recognition.council.terms import PostedOpinion, Posting, Session, SessionState, Stage
from vietnamese import dates

WORKING_DAYS_BEFORE = 10
CLAUSE = "Nghị định 152/2025/NĐ-CP, Điều 44 khoản 2"


def check(session: Session, stage: Stage, start: date, end: date) -> dict[str, str]:
    """Field → sentence where the days or the moment do not fit."""
    wrong = {}
    if end < start:
        wrong["to_date"] = f"Ngày kết thúc {dates.short(end)} trước ngày bắt đầu {dates.short(start)}. Anh/chị kiểm tra lại hai ngày."
    if stage is Stage.BEFORE and start > session.on_date:
        wrong["from_date"] = f"Niêm yết trước khi bỏ phiếu thì bắt đầu trước hoặc trong ngày họp {dates.short(session.on_date)}."
    if stage is Stage.RESULT and session.state is not SessionState.CLOSED:
        wrong["stage"] = "Kết quả bỏ phiếu niêm yết được sau khi phiên họp kết thúc."
    if stage is Stage.RESULT and start < session.on_date:
        wrong["from_date"] = f"Ngày bắt đầu trước ngày họp {dates.short(session.on_date)}."
    if session.state is SessionState.CANCELLED:
        wrong["stage"] = "Phiên họp đã huỷ nên không niêm yết."
    return wrong


def unanswered(postings: Iterable[Posting]) -> list[PostedOpinion]:
    """Opinions that nobody has answered yet."""
    return [each for posting in postings for each in posting.opinions if not each.answered]


def short(session: Session, postings: Sequence[Posting], holidays: Iterable[date]) -> str:
    """One sentence when the highest titles were not posted long enough before the meeting; empty when all is well."""
    high = sorted({item.award_name for item in session.items if item.award_code.rpartition(".")[2] in presets.HIGHEST})
    if not high:
        return ""
    last = dates.add_working_days(min((each.from_date for each in postings if each.stage is Stage.BEFORE), default=session.on_date), WORKING_DAYS_BEFORE, holidays)
    if any(each.stage is Stage.BEFORE for each in postings) and last <= session.on_date:
        return ""
    return f"{', '.join(high)}: danh sách cần niêm yết ít nhất {WORKING_DAYS_BEFORE} ngày làm việc trước khi họp ({CLAUSE})."
