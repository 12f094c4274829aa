"""The yearly plan of inspections, and what one of them came to (dispatch 1772-CV/ĐUK, point 3)."""

from datetime import date

from recognition.grassroots.rules import LINE_LENGTH, POINT_LENGTH, STORY_LENGTH, TITLE_LENGTH, check_day
from recognition.grassroots.terms import PlanInput, ResultInput, Stage
from recognition.hall.lengths import too_long
from vietnamese import dates, text

#: A plan is written for this year, the next one, or put in afterwards for a few years back.
YEARS_BACK = 5
MOST_UNITS = 500


def last_day(year: int, quarter: int) -> date:
    """The last day of a quarter."""
    return date(year, 3 * quarter, 31 if quarter in (1, 4) else 30)


def quarter_of(day: date) -> int:
    """The quarter of a day, 1 to 4."""
    return (day.month + 2) // 3


def stage(year: int, quarter: int, on_date: date | None, today: date) -> Stage:
    """How far an inspection has come: overdue from the day after its quarter."""
    if on_date is not None:
        return Stage.DONE
    return Stage.OVERDUE if last_day(year, quarter) < today else Stage.PLANNED


def check_plan(data: PlanInput, today: date) -> dict[str, str]:
    """A plan says which units, in which quarter, about what."""
    wrong: dict[str, str] = {}
    if data.issuer_id is None:
        wrong["issuer_id"] = "Anh/chị chọn cơ quan theo dõi."
    if not data.unit_ids:
        wrong["unit_ids"] = "Anh/chị chọn ít nhất một đơn vị được kiểm tra."
    if len(data.unit_ids) > MOST_UNITS:
        wrong["unit_ids"] = f"Một lần lập được nhiều nhất {MOST_UNITS} đơn vị. Anh/chị chia làm nhiều lần."
    if not today.year - YEARS_BACK <= data.year <= today.year + 1:
        wrong["year"] = f"Kế hoạch lập cho năm {today.year - YEARS_BACK} đến {today.year + 1}."
    if data.quarter not in (1, 2, 3, 4):
        wrong["quarter"] = "Anh/chị chọn quý I, II, III hoặc IV."
    if not text.clean(data.title):
        wrong["title"] = "Anh/chị ghi nội dung kiểm tra."
    for field, value, limit, what in (("title", data.title, TITLE_LENGTH, "Nội dung kiểm tra"), ("content", data.content, STORY_LENGTH, "Yêu cầu chi tiết")):
        if sentence := too_long(value, limit, what):
            wrong[field] = sentence
    return wrong


def check_result(data: ResultInput, year: int, today: date) -> dict[str, str]:
    """A result has its day (not in the future, not before the plan's year), who inspected, the conclusion."""
    wrong = check_day("on_date", data.on_date, today)
    if data.on_date is not None and not wrong and data.on_date.year < year:
        wrong["on_date"] = f"Cuộc kiểm tra thuộc kế hoạch năm {year}; ngày {dates.short(data.on_date)} trước năm đó. Anh/chị xem lại."
    if not text.clean(data.chair):
        wrong["chair"] = "Anh/chị ghi ai đã kiểm tra."
    if not text.clean(data.result):
        wrong["result"] = "Anh/chị ghi kết luận kiểm tra."
    limits = (("chair", data.chair, POINT_LENGTH, "Phần người kiểm tra"), ("result", data.result, STORY_LENGTH, "Kết luận"), ("place", data.place, LINE_LENGTH, "Địa điểm"))
    for field, value, limit, what in limits:
        if sentence := too_long(value, limit, what):
            wrong[field] = sentence
    return wrong
