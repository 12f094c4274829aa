"""The words and shapes of a campaign."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from recognition.campaigns.themes import Field
from recognition.hall.case import OfIssuer
from recognition.hall.words import Word


class CampaignKind(Word):
    """Regular or thematic (Luật Thi đua, khen thưởng, Điều 16). A spot commendation is not a campaign."""

    REGULAR = "regular", "Thường xuyên"
    THEMATIC = "thematic", "Theo chuyên đề"


class CampaignState(Word):
    """Where a campaign stands."""

    DRAFT = "draft", "Đang soạn"
    LAUNCHED = "launched", "Đang diễn ra"
    CLOSED = "closed", "Đã kết thúc"


class Stage(Word):
    """The stages that may have a deadline, in the order of the road."""

    REGISTER = "register", "Đăng ký mô hình"
    REPORT = "report", "Báo cáo kết quả, tự chấm điểm"
    NOMINATE = "nominate", "Gửi đề nghị khen thưởng"
    SCREEN = "screen", "Thẩm định"
    VOTE = "vote", "Họp Hội đồng"
    DECIDE = "decide", "Ra quyết định"


@dataclass(frozen=True)
class Paper:
    """A paper that the campaign stands on."""

    number: str
    day: date | None
    title: str


@dataclass(frozen=True)
class Criterion:
    """One line of the score sheet; `max_points` are whole points, a bonus line comes on top of the hundred.

    `proof`: every case of the campaign shows a file for this line.
    """

    name: str
    max_points: int
    guidance: str = ""
    bonus: bool = False
    id: UUID | None = None
    proof: bool = False


@dataclass(frozen=True)
class CampaignInput:
    """What the secretary types."""

    issuer_id: UUID
    name: str
    kind: CampaignKind
    from_date: date | None
    to_date: date | None
    level: str = ""
    aim: str = ""
    pass_mark: int = 75
    papers: tuple[Paper, ...] = ()
    deadlines: dict[Stage, date] = field(default_factory=dict)
    fields: tuple[Field, ...] = ()
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class Campaign(OfIssuer):
    """A campaign as stored. Satisfies `hall.case.Case`."""

    id: UUID
    code: str
    issuer_id: UUID
    issuer_name: str
    name: str
    kind: CampaignKind
    level: str
    aim: str
    papers: tuple[Paper, ...]
    from_date: date
    to_date: date
    deadlines: dict[Stage, date]
    fields: tuple[Field, ...]
    criteria: tuple[Criterion, ...]
    pass_mark: int
    state: CampaignState
    launched_at: datetime | None
    version: int
    units: int = 0
    told_units: tuple[UUID, ...] = ()

    @property
    def title(self) -> str:
        """The name, as notices call it."""
        return self.name

    def deadline(self, stage: Stage) -> date | None:
        """The last day of a stage, or None when the campaign sets none."""
        return self.deadlines.get(stage)


@dataclass(frozen=True)
class CampaignLine:
    """One row of the list."""

    id: UUID
    code: str
    name: str
    kind: CampaignKind
    state: CampaignState
    issuer_name: str
    from_date: date
    to_date: date
    next_stage: Stage | None
    next_day: date | None
    units: int


@dataclass(frozen=True)
class CampaignPage:
    """One page of the list with the total and the number per state."""

    rows: tuple[CampaignLine, ...]
    total: int
    counts: dict[CampaignState, int]


@dataclass(frozen=True)
class UnitLine:
    """A unit that a campaign was launched to, and how many cases and models it has sent in."""

    unit_id: UUID
    name: str
    nominations: int
    models: int
