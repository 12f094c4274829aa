"""The words and shapes of a decision and its awards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import Word


class Kind(Word):
    """What a decision does."""

    RECOGNISE = "recognise", "Công nhận"
    COMMEND = "commend", "Khen thưởng"
    CORRECT = "correct", "Đính chính"
    REVOKE = "revoke", "Huỷ bỏ"
    REPLACE = "replace", "Thay thế"


#: Kinds that change awards of an earlier decision.
CHANGING = frozenset({Kind.CORRECT, Kind.REVOKE, Kind.REPLACE})


class Origin(Word):
    """From where a decision comes."""

    SESSION = "session", "Từ phiên họp"
    WRITTEN_OPINION = "written_opinion", "Lấy ý kiến bằng văn bản"
    SIMPLIFIED = "simplified", "Thủ tục đơn giản (đột xuất)"
    EXTERNAL = "external", "Ban hành ở nơi khác hoặc trước đây"


class DecisionState(Word):
    """A draft may change; what is recorded changes only by a later decision."""

    DRAFT = "draft", "Dự thảo"
    RECORDED = "recorded", "Đã vào số"


class AwardState(Word):
    """What an award is worth now."""

    IN_FORCE = "in_force", "Có hiệu lực"
    CORRECTED = "corrected", "Đã đính chính"
    REVOKED = "revoked", "Đã thu hồi"


class MoneyWay(Word):
    """How the money of an award went to its recipient."""

    IN_HAND = "in_hand", "Trao tay"
    TRANSFER = "transfer", "Chuyển khoản"


@dataclass(frozen=True)
class Handing:
    """What the signed list says of one award: the day, who took it for the recipient (empty: the recipient), how the money went."""

    award_id: UUID
    day: date | str | None
    taken_by: str = ""
    money: MoneyWay = MoneyWay.IN_HAND


@dataclass(frozen=True)
class Handed:
    """What became of one row of a signed list: `ok`, or the sentence that says why nothing was written."""

    award_id: UUID
    name: str
    ok: bool
    sentence: str


@dataclass(frozen=True)
class Line:
    """One recipient of a decision: what will be, or was, frozen. Money in whole đồng."""

    id: UUID
    decision_id: UUID
    nomination_id: UUID | None
    recipient_id: UUID
    award_id: UUID | None
    award_type_id: UUID
    award_code: str
    award_name: str
    award_kind: str
    level: int
    number: int
    kind: RecipientKind
    salutation: str
    name: str
    post: str
    unit_id: UUID | None
    unit: str
    wording: str
    subject: str
    amount: int
    formula: str
    gift: str
    typed: bool
    left_out: bool
    left_out_reason: str
    version: int

    @property
    def full_name(self) -> str:
        """The name with its salutation."""
        return f"{self.salutation} {self.name}".strip()


@dataclass(frozen=True)
class Decision:
    """A decision with its lines."""

    id: UUID
    issuer_id: UUID
    issuer_name: str
    kind: Kind
    origin: Origin
    session_id: UUID | None
    corrects_id: UUID | None
    title: str
    number: int | None
    number_text: str
    numbering_period: str
    decided_on: date | None
    signer_name: str
    signer_post: str
    signer_capacity: str
    place: str
    bases: tuple[str, ...]
    clause: str
    campaign_id: UUID | None
    state: DecisionState
    issuer_frozen: Mapping[str, str]
    scan_blob: str | None
    reason: str
    organ: str
    recorded_at: datetime | None
    posted_from: date | None
    posted_to: date | None
    posted_where: str
    created_by: UUID
    version: int
    lines: tuple[Line, ...] = ()
    unit_id: UUID | None = None
    council_id: UUID | None = None
    recipients: frozenset[UUID] = frozenset()
    told_units: tuple[UUID, ...] = ()

    @property
    def kept(self) -> tuple[Line, ...]:
        """Lines that are not left out."""
        return tuple(line for line in self.lines if not line.left_out)

    @property
    def total(self) -> int:
        """All money in đồng."""
        return sum(line.amount for line in self.kept)


@dataclass(frozen=True)
class DecisionRow:
    """A decision in the list."""

    id: UUID
    issuer_name: str
    kind: Kind
    origin: Origin
    title: str
    number_text: str
    decided_on: date | None
    state: DecisionState
    awards: int
    posted_from: date | None


@dataclass(frozen=True)
class Award:
    """An award as its decision made it."""

    id: UUID
    decision_id: UUID
    nomination_id: UUID | None
    kind: RecipientKind
    salutation: str
    name: str
    post: str
    unit: str
    wording: str
    subject: str
    award_name: str
    amount: int
    formula: str
    state: AwardState
    number: int

    @property
    def full_name(self) -> str:
        """The name with its salutation."""
        return f"{self.salutation} {self.name}".strip()


@dataclass(frozen=True)
class Head:
    """What a person types over a decision."""

    title: str
    signer_name: str
    signer_post: str
    signer_capacity: str
    place: str
    bases: tuple[str, ...] = ()
    clause: str = ""
    reason: str = ""


@dataclass(frozen=True)
class LineChange:
    """What a person may change of a line in a draft. For a correction: the right words."""

    wording: str
    subject: str = ""
    salutation: str | None = None
    name: str | None = None
    post: str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class ExternalLine:
    """One recipient of an outside decision, as its paper says; money typed, never computed."""

    kind: str
    name: str
    award_type_id: UUID
    wording: str
    salutation: str = ""
    post: str = ""
    unit: str = ""
    subject: str = ""
    amount: int | str = 0
    unit_id: UUID | None = None
    person_id: UUID | None = None
    nomination_id: UUID | None = None


@dataclass(frozen=True)
class ExternalInput:
    """An outside or earlier decision as typed or read from a list. `organ` is empty when it was our own issuer's.

    `track` says by whose rules the other organ prints; empty: as our issuer.
    """

    issuer_id: UUID
    kind: str
    title: str
    number_text: str
    decided_on: date | str | None
    signer_name: str
    signer_post: str = ""
    signer_capacity: str = ""
    place: str = ""
    organ: str = ""
    track: str = ""
    clause: str = ""
    scan: bytes = b""
    lines: tuple[ExternalLine, ...] = field(default_factory=tuple)
