"""The words and shapes of a model and of its years."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.hall.words import ModelState, Word
from recognition.nominations.terms import Nominee, Tags


class Owner(Word):
    """Whose model it is: a collective's or one person's."""

    COLLECTIVE = "collective", "Mô hình tập thể"
    INDIVIDUAL = "individual", "Điển hình cá nhân"


class Novelty(Word):
    """Both a new model and one that goes on may be recognised, as yearly reviews do."""

    NEW = "new", "Mới"
    CONTINUED = "continued", "Tiếp tục"


class Measure(Word):
    """What yearly reports of provinces count, each with its usual unit."""

    HOUSEHOLDS = "households", "Số hộ được hưởng lợi"
    PEOPLE = "people", "Số người được hưởng lợi"
    MONEY = "money", "Kinh phí vận động"
    LABOUR = "labour", "Ngày công đóng góp"
    LAND = "land", "Đất hiến"
    HOUSES = "houses", "Nhà xây, sửa"
    WORKS = "works", "Công trình, phần việc"
    SESSIONS = "sessions", "Buổi tuyên truyền"
    LISTENERS = "listeners", "Lượt người dự tuyên truyền"
    OTHER = "other", "Chỉ số khác"

    @property
    def unit(self) -> str:
        """The usual unit."""
        return {
            "households": "hộ", "people": "người", "money": "đồng", "labour": "ngày công", "land": "m²", "houses": "căn", "works": "công trình",
            "sessions": "buổi", "listeners": "lượt người", "other": "",
        }[self.value]  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """One figure of a year's report. `amount` in hundredths of `unit`; `name` is for other measures; `about` says of which work and where."""

    measure: Measure
    amount: int
    unit: str
    name: str = ""
    about: str = ""

    @property
    def label(self) -> str:
        """What is counted."""
        return self.name if self.measure is Measure.OTHER else self.measure.label

    @property
    def titled(self) -> str:
        """What is counted, of which work."""
        return f"{self.label} ({self.about})" if self.about else self.label


NO_TAGS = Tags()


@dataclass(frozen=True)
class ModelInput:
    """The registration form: nine compulsory boxes and what stands around them (công văn 249/MTTQ-BTT, Thanh Khê, Đà Nẵng, 2026)."""

    unit_id: UUID
    name: str
    field: Field | None
    owner: Owner
    nominee: Nominee | None
    situation: str = ""
    aims: str = ""
    content: str = ""
    area: str = ""
    forces: str = ""
    resources: str = ""
    schedule: str = ""
    results: str = ""
    spread: str = ""
    contact: str = ""
    novelty: Novelty = Novelty.NEW
    level: str = "Cơ sở"
    tags: Tags = NO_TAGS


@dataclass(frozen=True)
class ReportInput:
    """A year's report with the unit's own score in hundredths of a point."""

    report: str
    figures: tuple[Figure, ...] = ()
    self_score: int | None = None


@dataclass(frozen=True)
class Year:
    """One year of a model."""

    id: UUID
    model_id: UUID
    year: int
    campaign_id: UUID
    campaign_name: str
    issuer_id: UUID
    state: ModelState
    report: str
    figures: tuple[Figure, ...]
    self_score: int | None
    checked_score: int | None
    check_reason: str
    decided_at: datetime | None
    created_at: datetime
    version: int


@dataclass(frozen=True)
class Model:
    """A model with the year that is looked at. Satisfies `hall.case.Case`."""

    id: UUID
    code: str
    name: str
    field: Field
    owner: Owner
    unit_id: UUID
    unit_name: str
    recipient_id: UUID | None
    recipient_name: str
    person_id: UUID | None
    situation: str
    aims: str
    content: str
    area: str
    forces: str
    resources: str
    schedule: str
    results: str
    spread: str
    contact: str
    novelty: Novelty
    level: str
    tags: Tags
    created_by: UUID
    created_at: datetime
    version: int
    year: Year
    years: tuple[Year, ...] = ()
    replications: tuple["Replication", ...] = ()
    sources: tuple["LearnedFrom", ...] = ()
    council_id: UUID | None = None
    session_id: UUID | None = None

    @property
    def title(self) -> str:
        """The name, as notices call it."""
        return self.name

    @property
    def issuer_id(self) -> UUID:
        """Who checks and recognises this year."""
        return self.year.issuer_id

    @property
    def recipients(self) -> frozenset[UUID]:
        """The person whose model it is, if it is one's."""
        return frozenset() if self.person_id is None else frozenset({self.person_id})


@dataclass(frozen=True)
class Replication:
    """A unit that took the model over: since when, what it does otherwise (`note`), what came of it, its own model where it registered one."""

    unit_id: UUID
    unit_name: str
    on_date: date
    note: str
    result: str = ""
    copied_model_id: UUID | None = None
    copied_name: str = ""


@dataclass(frozen=True)
class LearnedFrom:
    """The model from which this one learned."""

    model_id: UUID
    name: str
    unit_name: str
    on_date: date


@dataclass(frozen=True)
class ModelFilters:
    """What a list of models asks for."""

    search: str = ""
    states: tuple[ModelState, ...] = ()
    year: int | None = None
    field: Field | None = None
    owner: Owner | None = None
    papi: Papi | None = None
    democracy: Democracy | None = None
    unit_id: UUID | None = None
    campaign_id: UUID | None = None
    year_ids: tuple[UUID, ...] | None = None
    """Only these years of models, such as the silent ones."""


@dataclass(frozen=True)
class ModelLine:
    """One row of the list: a model in a year."""

    year_id: UUID
    model_id: UUID
    code: str
    name: str
    field: Field
    owner: Owner
    unit_name: str
    recipient_name: str
    year: int
    campaign_name: str
    state: ModelState
    self_score: int | None
    checked_score: int | None
    due: date | None
    tags: Tags
    version: int


@dataclass(frozen=True)
class ModelPage:
    """One page of the list with the number per state."""

    rows: tuple[ModelLine, ...]
    total: int
    counts: dict[ModelState, int]
