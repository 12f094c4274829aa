"""What is kept: a deed, the nomination itself, its revisions, its files, the question to another unit."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State, Word
from recognition.nominations.terms.typed import Commendation, EvidenceKind, Reason, Subject, Tags


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
    """A nomination as stored, with the names of today. Satisfies `hall.case.Case`."""

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
    """A file of a case; `criteria`: the lines of the score sheet that it proves, in their order."""

    id: UUID
    nomination_id: UUID
    blob: str
    kind: EvidenceKind
    file_name: str
    media_type: str
    bytes: int
    caption: str
    criteria: tuple[UUID, ...]
    picture_hash: str | None
    taken_on: date | None
    added_by: UUID
    added_at: datetime


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
class Comment:
    """A remark on a case, between its unit and the secretary."""

    id: UUID
    by_account: UUID
    by_name: str
    said_at: datetime
    body: str
