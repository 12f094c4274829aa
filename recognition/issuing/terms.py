"""The words and shapes of certificates, the register and publications."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recognition.hall.case import OfIssuer
from recognition.hall.words import Word
from vietnamese.text import search_key


class CertificateState(Word):
    """What became of a certificate. Its number stays whatever happens."""

    ISSUED = "issued", "Đã cấp"
    SPOILED = "spoiled", "Hỏng"
    REPLACED = "replaced", "Đã thay bằng giấy khác"
    REVOKED = "revoked", "Đã thu hồi"


class Standing(Word):
    """What a paper is worth today, as anybody may ask."""

    IN_FORCE = "in_force", "Còn hiệu lực"
    CORRECTED = "corrected", "Đã đính chính"
    REPLACED = "replaced", "Đã thay bằng giấy khác"
    SPOILED = "spoiled", "Giấy hỏng, không trao"
    REVOKED = "revoked", "Đã thu hồi"


class Basis(Word):
    """Why something may be shown to the public."""

    CONSENT = "consent", "Người được khen đồng ý"
    LAW = "law", "Theo quy định công khai"


@dataclass(frozen=True)
class AwardFacts(OfIssuer):
    """An award as a certificate prints it."""

    award_id: UUID
    decision_id: UUID
    issuer_id: UUID
    number: int
    kind: str
    salutation: str
    name: str
    post: str
    unit: str
    wording: str
    subject: str
    award_code: str
    award_name: str
    family: str
    award_kind: str
    amount: int
    decision_number: str
    decided_on: date
    place: str
    signer_capacity: str
    signer_post: str
    signer_name: str
    superior: str
    awarding_line: str
    track: str
    state: str
    corrects_award: UUID | None
    gift: str = ""


@dataclass(frozen=True)
class Certificate(OfIssuer):
    """One issued paper with the facts that were frozen."""

    id: UUID
    award_id: UUID
    decision_id: UUID
    issuer_id: UUID
    series: str
    year: int
    number: int
    code: str
    layout: str
    layout_version: str
    facts: str
    facts_sha256: str
    signature: str
    key_id: str
    state: CertificateState
    reason: str
    replaced_by: UUID | None
    issued_at: datetime
    award_state: str
    version: int

    @property
    def serial(self) -> str:
        """The number as printed: 001/2026."""
        return serial(self.number, self.year)


def serial(number: int, year: int) -> str:
    """A number of the register as it is printed."""
    return f"{number:03d}/{year}"


@dataclass(frozen=True)
class Book(OfIssuer):
    """The book of one issuer, series and year: how many papers the program gave a number, after which number of the paper book.

    `paper_last` is the last number that stands in the office's own paper book and `paper_reason` why; 0 and empty when the book began here.
    """

    issuer_id: UUID
    series: str
    year: int
    papers: int = 0
    paper_last: int = 0
    paper_reason: str = ""

    @property
    def first(self) -> str:
        """The first number that the program gives in it, as printed."""
        return serial(self.paper_last + 1, self.year)

    @property
    def said(self) -> str:
        """One sentence on where the book goes on from; empty when it began here."""
        if not self.paper_last:
            return ""
        numbers = "Số 001" if self.paper_last == 1 else f"Số 001 đến {self.paper_last:03d}"
        return f"{numbers} ở sổ giấy, phần mềm cấp từ số {self.first}. Lý do: {self.paper_reason.rstrip('. ')}."


@dataclass(frozen=True)
class RegisterRow:
    """A row of the register, with the columns of the paper book."""

    certificate_id: UUID
    award_id: UUID
    decision_id: UUID
    series: str
    year: int
    number: int
    decision_number: str
    decided_on: date
    name: str
    unit: str
    award_name: str
    wording: str
    amount: int
    handed_to: str
    handed_over_on: date | None
    state: CertificateState
    award_state: str
    reason: str
    prints: int
    version: int

    @property
    def serial(self) -> str:
        """The number as printed."""
        return serial(self.number, self.year)

    @property
    def note(self) -> str:
        """What the last column of the book says."""
        if self.award_state == "revoked":
            return "Thu hồi"
        words = "" if self.state is CertificateState.ISSUED else self.state.label
        return ". ".join(part for part in (words, self.reason) if part)


@dataclass(frozen=True)
class Batch:
    """What an issue would do, or did: how many papers of a series, which numbers."""

    series: str
    name: str
    waiting: int
    issued: int
    first: int
    last: int
    year: int


@dataclass(frozen=True)
class Waiting:
    """A recorded decision with papers that have no number yet."""

    decision_id: UUID
    number_text: str
    title: str
    decided_on: date
    papers: int


@dataclass(frozen=True)
class Verification:
    """The public's answer: how the paper stands, why, and the facts to compare by eye."""

    state: Standing
    reason: str
    facts: tuple[tuple[str, str], ...]
    contact: str = ""


@dataclass(frozen=True)
class Published:
    """A row of the public list, with the story that its page tells (may be empty)."""

    id: UUID
    name: str
    model: str
    wording: str
    detail: str
    story: str = ""
    spread: str = ""
    """How many units learned from the model, and those of them whose names are public anyway; empty for what is no model."""
    photo: str | None = None
    """What the picture beside the story shows, in words; None without one."""

    @property
    def subject(self) -> str:
        """What was praised; a model's name stands before it unless the sentence names it already."""
        named = not self.model or search_key(self.model) in search_key(self.wording)
        return self.wording if named else f"Mô hình «{self.model}»: {self.wording}"


@dataclass(frozen=True)
class Publication:
    """What the secretary sees of a publication."""

    id: UUID
    award_id: UUID
    name: str
    title: str
    basis: Basis
    basis_detail: str
    published_at: datetime | None
    withdrawn_at: datetime | None
    version: int
    evidence_id: UUID | None = None
    """The picture that stands beside it."""
    photo_consent: str = ""
