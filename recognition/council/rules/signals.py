"""Gentle signals for the chair: reading and scoring that look like stamping. Nothing follows from them by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from recognition.council.terms import Signal

#: Fewer cases say nothing.
LEAST = 5
#: Opened one after another faster than this, a dossier was hardly read.
SECONDS = 20
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Sheet:
    """What one reviewer locked on one case: the local moment, the last day, criterion → points."""

    locked_at: datetime
    due: date | None
    points: Mapping[UUID, int]


def reading(name: str, moments: Sequence[datetime]) -> list[Signal]:
    """Dossiers opened by one member: many, one right after the other."""
    if len(moments) < LEAST:
        return []
    whole = int((max(moments) - min(moments)).total_seconds())
    if whole >= SECONDS * (len(moments) - 1):
        return []
    return [Signal(name, f"mở {len(moments)} hồ sơ trong {_spoken(whole)}.")]


def scoring(name: str, sheets: Sequence[Sheet]) -> list[Signal]:
    """Sheets of one reviewer: all alike, or all in the last hour of the last day."""
    if len(sheets) < LEAST:
        return []
    found = []
    if len({tuple(sorted(sheet.points.items())) for sheet in sheets}) == 1:
        found.append(Signal(name, f"chấm {len(sheets)} hồ sơ giống hệt nhau ở mọi tiêu chí."))
    moments = [sheet.locked_at for sheet in sheets]
    days = {sheet.due for sheet in sheets}
    if max(moments) - min(moments) <= HOUR and None not in days and min(moments).date() >= max(day for day in days if day is not None):
        found.append(Signal(name, f"khoá cả {len(sheets)} phiếu chấm trong một giờ, vào ngày hết hạn."))
    return found


def _spoken(seconds: int) -> str:
    return f"{seconds} giây" if seconds < 60 else f"{seconds // 60} phút" + (f" {seconds % 60} giây" if seconds % 60 else "")
