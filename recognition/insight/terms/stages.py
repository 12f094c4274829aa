"""How long cases wait at each stage, and which wait longest now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.hall.words import State, Word


class Span(Word):
    """A stretch of a case's road, from one stamp to the next. Days are calendar days between two local dates."""

    ENDORSE = "endorse", "Cấp uỷ xác nhận"
    ACCEPT = "accept", "Tiếp nhận"
    SCREEN = "screen", "Thẩm định"
    VOTE = "vote", "Họp Hội đồng"
    DECIDE = "decide", "Ra quyết định"
    ISSUE = "issue", "Cấp giấy khen"
    WHOLE = "whole", "Từ gửi tới quyết định"


FROM_TO: Mapping[Span, str] = {
    Span.ENDORSE: "từ ngày gửi tới ngày cấp uỷ đơn vị xác nhận",
    Span.ACCEPT: "từ ngày xác nhận tới ngày thư ký tiếp nhận",
    Span.SCREEN: "từ ngày tiếp nhận tới ngày vào danh sách trình",
    Span.VOTE: "từ ngày vào danh sách tới ngày họp Hội đồng",
    Span.DECIDE: "từ ngày họp (không họp thì từ bước trước) tới ngày ký quyết định",
    Span.ISSUE: "từ ngày ký quyết định tới ngày vào số giấy khen đầu tiên",
    Span.WHOLE: "từ ngày gửi tới ngày ký quyết định",
}


@dataclass(frozen=True)
class Due:
    """Cases of campaigns that set a day for the stage: done by that day, done after it, still open past it."""

    in_time: int
    late: int
    overdue: int


@dataclass(frozen=True)
class Counted:
    """What was read: days → cases of each span; deadlines; per first-level unit (median of the unit's own endorsement,
    median and 90th percentile of the whole way, cases); open cases."""

    days: Mapping[Span, Mapping[int, int]]
    due: Mapping[Span, Due]
    units: Mapping[tuple[str, UUID], float]
    cases: Mapping[UUID, int]
    open: Mapping[UUID, int]


@dataclass(frozen=True)
class Measured:
    """One span: cases that went through it, median and 90th percentile in days (None when none did)."""

    span: Span
    cases: int
    median: float | None
    ninetieth: float | None
    due: Due | None


@dataclass(frozen=True)
class UnitStage:
    """A first-level unit with everything below it. Days; None where nothing was measured."""

    name: str
    cases: int
    endorse: float | None
    whole: float | None
    ninetieth: float | None
    open: int


@dataclass(frozen=True)
class Waiting:
    """A case that waits now: in which state, since when (local date), the campaign's day for its stage."""

    nomination_id: UUID
    code: str
    title: str
    unit: str
    state: State
    since: date
    campaign_id: UUID | None
    days: int = 0
    deadline: date | None = None


@dataclass(frozen=True)
class Stages:
    """All that the page draws."""

    spans: Sequence[Measured]
    units: Sequence[UnitStage]
    waiting: Sequence[Waiting]
    title: str
    open: int
    """All cases that wait now; `waiting` names the longest of them."""
