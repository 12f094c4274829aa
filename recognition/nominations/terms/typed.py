"""What people type: words of the field, nominees, deeds, a whole nomination, files, reasons."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.campaigns.themes import Democracy, Field, Papi
from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import Word


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
class EvidenceInput:
    """A file as handed in."""

    data: bytes
    file_name: str
    kind: EvidenceKind
    caption: str = ""
    criteria: tuple[UUID, ...] = ()
