"""Words and shapes of the book of grassroots democracy."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.campaigns.themes import Democracy, Papi
from recognition.hall.words import Word
from recognition.nominations.terms import Tags

#: About nothing in particular.
NO_TAGS = Tags()


class Kind(Word):
    """What a record tells of (dispatch 1772-CV/ĐUK, points 1 to 3)."""

    DIALOGUE = "dialogue", "Đối thoại, tiếp xúc"
    REVIEW = "review", "Sơ kết công tác dân vận"
    OUTREACH = "outreach", "Buổi tuyên truyền"
    INSPECTION = "inspection", "Kiểm tra, giám sát"


#: What a unit writes down by itself, after it happened.
OWN = (Kind.DIALOGUE, Kind.REVIEW, Kind.OUTREACH)


class Standing(Word):
    """How a promise stands on a day."""

    NONE = "none", "Không có cam kết"
    KEPT = "kept", "Đã làm"
    OPEN = "open", "Đang làm"
    LATE = "late", "Quá hạn"


class Stage(Word):
    """How far an inspection of the plan has come."""

    PLANNED = "planned", "Theo kế hoạch"
    OVERDUE = "overdue", "Quá quý chưa làm"
    DONE = "done", "Đã kiểm tra"


@dataclass(frozen=True)
class PlanInput:
    """Inspections of one quarter as planned: one for each unit. `by_unit_id` None: the organ's own plan."""

    issuer_id: UUID | None
    by_unit_id: UUID | None
    unit_ids: tuple[UUID, ...]
    year: int
    quarter: int
    title: str
    content: str = ""


@dataclass(frozen=True)
class ResultInput:
    """What an inspection came to, as typed. `model_id`: the model that was looked at on the spot."""

    on_date: date | None
    chair: str
    result: str
    place: str = ""
    model_id: UUID | None = None


@dataclass(frozen=True)
class RecordInput:
    """A dialogue, a review or an outreach session as typed. `people` None: not said."""

    kind: Kind
    unit_id: UUID | None
    issuer_id: UUID | None
    on_date: date | None
    title: str
    place: str = ""
    chair: str = ""
    organisations: str = ""
    people: int | None = None
    content: str = ""
    result: str = ""
    tags: Tags = NO_TAGS


@dataclass(frozen=True)
class PointInput:
    """A question with its answer and promise, or a finding with what is to be mended, as typed."""

    said: str
    said_by: str = ""
    answer: str = ""
    promise: str = ""
    responsible: str = ""
    due: date | None = None


@dataclass(frozen=True)
class Point:
    """One question or finding. `done_on` with `done_how`: the promise was kept."""

    id: UUID
    record_id: UUID
    position: int
    said_by: str
    said: str
    answer: str
    promise: str
    responsible: str
    due: date | None
    done_on: date | None
    done_how: str


@dataclass(frozen=True)
class Record:
    """One record with its points. `on_date` None: an inspection that is planned."""

    id: UUID
    code: str
    kind: Kind
    unit_id: UUID
    unit_name: str
    issuer_id: UUID
    on_date: date | None
    title: str
    place: str
    chair: str
    organisations: str
    people: int | None
    content: str
    result: str
    tags: Tags
    by_unit_id: UUID | None
    plan_year: int | None
    plan_quarter: int | None
    model_id: UUID | None
    created_by: UUID
    version: int
    points: tuple[Point, ...] = ()
    council_id: UUID | None = None
    session_id: UUID | None = None
    recipients: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Line:
    """One row of the book, with how many questions were raised, answered, promised, kept, and are overdue."""

    id: UUID
    code: str
    kind: Kind
    unit_id: UUID
    unit_name: str
    on_date: date | None
    title: str
    place: str
    chair: str
    organisations: str
    people: int | None
    plan_year: int | None
    plan_quarter: int | None
    tags: Tags
    points: int
    answered: int
    promised: int
    kept: int
    late: int
    by_name: str = ""
    """Whose plan an inspection belongs to."""
    result: str = ""

    @property
    def open(self) -> int:
        """Promises that are not kept yet."""
        return self.promised - self.kept


@dataclass(frozen=True)
class Filters:
    """What is looked for. Days are inclusive; `late` keeps records with a promise past its day."""

    search: str = ""
    kinds: tuple[Kind, ...] = OWN
    unit_ids: frozenset[UUID] | None = None
    from_date: date | None = None
    to_date: date | None = None
    late: bool = False
    papi: Papi | None = None
    democracy: Democracy | None = None
    plan_year: int | None = None
    stage: Stage | None = None
    model_id: UUID | None = None
    """Inspections that looked at this model on the spot."""


@dataclass(frozen=True)
class Promise:
    """An open promise as it waits for its unit."""

    record_id: UUID
    record_title: str
    kind: Kind
    unit_name: str
    promise: str
    responsible: str
    due: date


class Span(Word):
    """The stretch of a year that a unit reports on."""

    FIRST_HALF = "first_half", "6 tháng đầu năm"
    SECOND_HALF = "second_half", "6 tháng cuối năm"
    YEAR = "year", "Cả năm"


@dataclass(frozen=True)
class Acts:
    """Counts of other nouns in a stretch of time: models registered and recognised, deeds sent on, awards and those of them for deeds."""

    models: int = 0
    recognised: int = 0
    deeds: int = 0
    awards: int = 0
    deed_awards: int = 0


@dataclass(frozen=True)
class Summary:
    """What a unit's report is composed from."""

    dialogues: tuple[Line, ...]
    reviews: tuple[Line, ...]
    sessions: tuple[Line, ...]
    inspections: tuple[Line, ...]
    acts: Acts
    promises: tuple[Promise, ...]

    @property
    def records(self) -> tuple[Line, ...]:
        """Everything that was recorded."""
        return (*self.dialogues, *self.reviews, *self.sessions, *self.inspections)
