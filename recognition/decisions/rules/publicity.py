"""Công khai of an award decision: within 5 working days, at least 20 days in a row (Luật 10/2022/QH15 Đ47(2), Đ48)."""

from collections.abc import Iterable
from datetime import date

from recognition.hall.lengths import needed
from vietnamese import dates

#: Used where the catalogue has no regulation for the day.
WITHIN_WORKING_DAYS, AT_LEAST_DAYS = 5, 20


def due(decided_on: date, holidays: Iterable[date], within: int = WITHIN_WORKING_DAYS) -> date:
    """The last day to make a decision public."""
    return dates.add_working_days(decided_on, within, holidays)


def check(decided_on: date, start: date | None, end: date | None, where: str, least: int = AT_LEAST_DAYS) -> dict[str, str]:
    """Field → sentence: from when to when, where. Late posting is told, not refused: what happened must be written down."""
    wrong = needed("where", where.strip(), "Anh/chị ghi nơi công khai, ví dụ bảng tin của cơ quan hoặc cổng thông tin.", "Nơi công khai")
    if start is None:
        wrong["start"] = "Anh/chị chọn ngày bắt đầu công khai."
    elif start < decided_on:
        wrong["start"] = f"Ngày công khai {dates.short(start)} trước ngày quyết định {dates.short(decided_on)}."
    if end is None:
        wrong["end"] = "Anh/chị chọn ngày kết thúc công khai."
    elif start is not None and (end - start).days + 1 < least:
        wrong["end"] = f"Thời gian công khai ít nhất {least} ngày liên tục (Luật 10/2022/QH15, Điều 48). Anh/chị chọn ngày kết thúc muộn hơn."
    return wrong


def late(decided_on: date, start: date, holidays: Iterable[date], within: int = WITHIN_WORKING_DAYS) -> bool:
    """Whether posting began after the last day."""
    return start > due(decided_on, holidays, within)
