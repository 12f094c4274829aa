"""The words and shapes of a model's life between its reports."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.dan_van_kheo.terms import Figure
from recognition.hall.words import ModelState, Word


class Stage(Word):
    """How far the life of a model's year has come, in the order of the life line; the last two end it."""

    REGISTERED = "registered", "Đăng ký"
    WORKING = "working", "Triển khai"
    REPORTED = "reported", "Báo cáo"
    RECOGNISED = "recognised", "Công nhận"
    ALIVE_6 = "alive_6", "Còn hoạt động sau 6 tháng"
    ALIVE_12 = "alive_12", "Còn hoạt động sau 12 tháng"
    STOPPED = "stopped", "Đã dừng"
    ENDED = "ended", "Kết thúc"


@dataclass(frozen=True)
class NoteInput:
    """A mid-term note as it is typed. `going` None: not said yet; `reason` is why the model stopped."""

    on_date: date | None
    done: str
    figures: tuple[Figure, ...] = ()
    going: bool | None = None
    reason: str = ""


@dataclass(frozen=True)
class Note:
    """A mid-term note: on this day the model was still at work, or stopped for a reason. `made_on`: the local day on which it was written."""

    id: UUID
    on_date: date
    done: str
    figures: tuple[Figure, ...]
    going: bool
    reason: str
    by_name: str
    by: UUID
    made_on: date


@dataclass(frozen=True)
class Days:
    """What the life of a model's year is told from: local days. `signs`: days on which the model was seen at work."""

    state: ModelState
    registered_on: date
    started_on: date | None = None
    reported_on: date | None = None
    recognised_on: date | None = None
    signs: tuple[date, ...] = ()
    stopped_on: date | None = None
    ended: bool = False
    latest: bool = True


@dataclass(frozen=True)
class Step:
    """One step of the life line: when it was reached, or, where it was not, from when it can be (None: not known)."""

    stage: Stage
    on: date | None
    reached: bool


@dataclass(frozen=True)
class Life:
    """The life of a model's year as it is today. `due`: the day by which a sign of life is wanted; `silent_days`: since the last one, when silent."""

    stage: Stage
    last_sign: date
    due: date | None
    silent_days: int | None
    steps: tuple[Step, ...]
    stopped_on: date | None = None

    @property
    def silent(self) -> bool:
        """Whether a sign of life is overdue."""
        return self.silent_days is not None
