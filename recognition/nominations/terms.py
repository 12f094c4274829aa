"""The words and shapes of a nomination."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State, Verb, Word


class Subject(Word):
    """What is praised. The short code opens the case's number."""

    DEED = "deed", "Việc tốt"
    MODEL_YEAR = "model_year", "Mô hình Dân vận khéo"
    ACHIEVEMENT = "achievement", "Thành tích"

    @property
    def series(self) -> str:
        """VT, MH or TT: the first letters of the case's number."""
        return {"deed": "VT", "model_year": "MH", "achievement": "TT"}[self.value]


class Commendation(Word):
    """Kinds of commendation (Luật Thi đua, khen thưởng, Điều 8)."""

    CAMPAIGN = "campaign", "Theo phong trào thi đua"
    SPOT = "spot", "Đột xuất"
    MERIT = "merit", "Theo công trạng"
    SERVICE = "service", "Quá trình cống hiến"


class EvidenceKind(Word):
    """What a file of a case is. The signed ones are demanded by an award's dossier (Luật, Điều 84)."""

    PICTURE = "picture", "Ảnh"
    PAPER = "paper", "Giấy tờ, xác nhận"
    SIGNED_SUBMISSION = "signed_submission", "Tờ trình đã ký"
    SIGNED_MINUTES = "signed_minutes", "Biên bản bình xét đã ký"
    SIGNED_REPORT = "signed_report", "Báo cáo thành tích đã ký"


#: The kinds that are a scan of the unit's own signed paper.
SIGNED = frozenset({EvidenceKind.SIGNED_SUBMISSION, EvidenceKind.SIGNED_MINUTES, EvidenceKind.SIGNED_REPORT})


@dataclass(frozen=True)
class Tags:
    """What it is about: field of work, PAPI contents, sides of grassroots democracy."""

    field: Field | None = None
    papi: tuple[Papi, ...] = ()
    democracy: tuple[Democracy, ...] = ()


@dataclass(frozen=True)
class Newcomer:
    """A person who is not in the list, told apart by the nominator from those of the same name."""

    name: str
    unit_id: UUID | None
    title: str = ""
    birth_year: int | None = None
    salutation: str = ""
    gender: str | None = None


@dataclass(frozen=True)
class Nominee:
    """Who is praised, as chosen or typed: a person of the list, a unit or a group in it, or a household.

    `recipient_id` names one that is already known (a model's owner, a case that is edited); the rest is then not needed.
    """

    kind: RecipientKind
    recipient_id: UUID | None = None
    person_id: UUID | None = None
    unit_id: UUID | None = None
    group_name: str = ""
    head_name: str = ""
    address: str = ""
    commune: str = ""
    newcomer: Newcomer | None = None


@dataclass(frozen=True)
class DeedInput:
    """A good deed as typed. `reason` says why it deserves praise."""

    story: str = ""
    reason: str = ""
    place: str = ""
    deed_date: date | None = None
    known_date: date | None = None
    beneficiaries: str = ""
    witness: str = ""
    tags: Tags = Tags()


@dataclass(frozen=True)
class NominationInput:
    """What the nominator types. In a campaign the issuer is the campaign's own."""

    subject: Subject
    commendation: Commendation
    unit_id: UUID
    issuer_id: UUID | None = None
    campaign_id: UUID | None = None
    award_type_id: UUID | None = None
    nominee: Nominee | None = None
    title: str = ""
    achievement: str = ""
    wording: str = ""
    deed: DeedInput | None = None
    model_year_id: UUID | None = None
    period_from: date | None = None
    period_to: date | None = None
    told: bool = False
    publish: bool = False
    publish_basis: str = ""
    posthumous: bool = False
    contact: str = ""


@dataclass(frozen=True)
class Reason:
    """Why something was sent back: which field (empty: the whole case) and one sentence."""

    field: str
    sentence: str


@dataclass(frozen=True)
class Deed:
    """A good deed as stored."""

    id: UUID
    story: str
    reason: str
    place: str
    deed_date: date | None
    known_date: date | None
    beneficiaries: str
    witness: str
    tags: Tags


@dataclass(frozen=True)
class Nomination:
    """A nomination as stored, with the names of today. Satisfies `permissions.Case`."""

    id: UUID
    code: str
    subject: Subject
    deed: Deed | None
    model_year_id: UUID | None
    commendation: Commendation
    campaign_id: UUID | None
    campaign_name: str
    issuer_id: UUID
    issuer_name: str
    unit_id: UUID
    unit_name: str
    recipient_id: UUID | None
    recipient_kind: RecipientKind | None
    recipient_name: str
    recipient_salutation: str
    recipient_unit_id: UUID | None
    person_id: UUID | None
    award_type_id: UUID | None
    award_code: str
    award_name: str
    title: str
    achievement: str
    wording: str
    period_from: date | None
    period_to: date | None
    told: bool
    publish: bool
    publish_basis: str
    posthumous: bool
    contact: str
    state: State
    returned_from: State | None
    reasons: tuple[Reason, ...]
    shared_unit_id: UUID | None
    created_by: UUID
    created_at: datetime
    submitted_at: datetime | None
    endorsed_at: datetime | None
    endorsed_by: UUID | None
    accepted_at: datetime | None
    decided_at: datetime | None
    version: int
    council_id: UUID | None = None
    session_id: UUID | None = None

    @property
    def recipients(self) -> frozenset[UUID]:
        """The person who would be rewarded, if it is one."""
        return frozenset() if self.person_id is None else frozenset({self.person_id})

    @property
    def deed_date(self) -> date | None:
        """The day of the deed, or None for anything else."""
        return self.deed.deed_date if self.deed else None


@dataclass(frozen=True)
class Revision:
    """The content of a case as it was sent: canonical JSON and its sha256, never changed."""

    id: UUID
    nomination_id: UUID
    number: int
    content: str
    sha256: str
    by_account: UUID
    made_at: datetime


@dataclass(frozen=True)
class Evidence:
    """A file of a case."""

    id: UUID
    nomination_id: UUID
    blob: str
    kind: EvidenceKind
    file_name: str
    media_type: str
    bytes: int
    caption: str
    criterion_id: UUID | None
    picture_hash: str | None
    taken_on: date | None
    added_by: UUID
    added_at: datetime


@dataclass(frozen=True)
class EvidenceInput:
    """A file as handed in."""

    data: bytes
    file_name: str
    kind: EvidenceKind
    caption: str = ""
    criterion_id: UUID | None = None


class Answer(Word):
    """What the unit of a nominee says of another unit's proposal."""

    AGREE = "agree", "Đồng ý"
    OBJECT = "object", "Không đồng ý"


@dataclass(frozen=True)
class Opinion:
    """A question to the unit of a nominee, with its answer once it came."""

    nomination_id: UUID
    unit_id: UUID
    unit_name: str
    asked_at: datetime
    due: date
    answer: Answer | None
    reason: str
    answered_at: datetime | None

    def silent(self, today: date) -> bool:
        """Whether the time to answer is over without an answer."""
        return self.answer is None and today > self.due


@dataclass(frozen=True)
class OpinionCase:
    """What the asked unit reads of the case: who, what, where, when, by whom; no contacts, no files."""

    opinion: Opinion
    code: str
    title: str
    recipient_name: str
    unit_name: str
    award_name: str
    story: str
    place: str
    deed_date: date | None


@dataclass(frozen=True)
class Filters:
    """What a list asks for."""

    search: str = ""
    states: tuple[State, ...] = ()
    subject: Subject | None = None
    commendation: Commendation | None = None
    unit_id: UUID | None = None
    campaign_id: UUID | None = None
    mine: bool = False


@dataclass(frozen=True)
class NominationLine:
    """One row of a list."""

    id: UUID
    code: str
    subject: Subject
    commendation: Commendation
    title: str
    recipient_name: str
    recipient_kind: RecipientKind | None
    unit_id: UUID
    unit_name: str
    award_name: str
    campaign_name: str
    deed_date: date | None
    due: date | None
    state: State
    sent_at: datetime | None
    version: int


@dataclass(frozen=True)
class NominationPage:
    """One page of a list; `counts` are per state, whatever state is asked for."""

    rows: tuple[NominationLine, ...]
    total: int
    counts: dict[State, int] = field(default_factory=dict)


@dataclass(frozen=True)
class HistoryLine:
    """One line of a case's plain history."""

    at: datetime
    verb: Verb | None
    sentence: str


@dataclass(frozen=True)
class Change:
    """One difference between two revisions."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Whole:
    """A case with everything that its page shows, read at one moment."""

    case: Nomination
    files: tuple[Evidence, ...]
    revisions: tuple[Revision, ...]
    history: tuple[HistoryLine, ...]
    opinion: Opinion | None
