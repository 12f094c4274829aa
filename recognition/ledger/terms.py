"""The words and shapes of the impact ledger. Amounts are hundredths of their unit of measure, shares hundredths of a percent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from recognition.campaigns.themes import Field
from recognition.dan_van_kheo.terms import Figure
from recognition.hall.words import Word

#: A claim is one figure of one year of a model: that year and which of its figures.
ClaimId = tuple[UUID, str]
#: What may be added up: the same measure in the same unit of measure, folded.
Sort = tuple[str, str]
#: The whole of a thing in shares.
WHOLE = 100_00


class Answer(Word):
    """What the secretary says of claims that may be one."""

    SEPARATE = "separate", "Các việc khác nhau"
    SHARED = "shared", "Một việc, chia phần"
    WITHDRAWN = "withdrawn", "Một đơn vị rút số"


class Grade(Word):
    """How likely claims are one."""

    LIKELY = "likely", "Rất có thể một việc"
    MAYBE = "maybe", "Nên hỏi"


class Standing(Word):
    """How a claim is counted."""

    PLAIN = "plain", "Tính đủ"
    ASKED = "asked", "Đang hỏi"
    SHARED = "shared", "Chia phần"
    WITHDRAWN = "withdrawn", "Đã rút"


class By(Word):
    """What totals are broken down by."""

    CAMPAIGN = "campaign", "Phong trào"
    FIELD = "field", "Lĩnh vực"
    UNIT = "unit", "Đơn vị"
    YEAR = "year", "Năm"


@dataclass(frozen=True)
class Claim:
    """One figure that a unit reported: how much of what, of which work, in which days, with how many files behind it."""

    year_id: UUID
    key: str
    sort: Sort
    figure: Figure
    unit_id: UUID
    unit_name: str
    issuer_id: UUID
    campaign_id: UUID
    campaign_name: str
    field: Field
    model_code: str
    model_name: str
    area: str
    year: int
    from_date: date
    to_date: date
    files: int
    checked: bool

    @property
    def id(self) -> ClaimId:
        """Which figure of which year."""
        return self.year_id, self.key

    @property
    def amount(self) -> int:
        """What was reported."""
        return self.figure.amount

    @property
    def about(self) -> str:
        """Of which work: as the unit said, else the model's name."""
        return self.figure.about or self.model_name


@dataclass(frozen=True)
class Doubt:
    """Claims that may be one thing, with every reason in a sentence. A question for a person, never an answer."""

    claims: tuple[Claim, ...]
    grade: Grade
    reasons: tuple[str, ...]

    @cached_property
    def ids(self) -> frozenset[ClaimId]:
        """Which claims."""
        return frozenset(claim.id for claim in self.claims)


@dataclass(frozen=True)
class Part:
    """One claim of an answer, with what it claimed then."""

    claim: ClaimId
    amount: int
    share: int | None = None


@dataclass(frozen=True)
class Settled:
    """An answer that was given. `whole` only of a shared thing."""

    id: UUID
    answer: Answer
    reason: str
    whole: int | None
    by_name: str
    at: datetime
    parts: tuple[Part, ...]

    @cached_property
    def ids(self) -> frozenset[ClaimId]:
        """Which claims."""
        return frozenset(part.claim for part in self.parts)


@dataclass(frozen=True)
class Settlement:
    """An answer as typed. `shares`: percent as typed, one for each claim in the order of the question."""

    answer: Answer | None
    reason: str = ""
    shares: tuple[str, ...] = ()
    whole: int | None = None
    withdrawn: ClaimId | None = None


@dataclass(frozen=True)
class Question:
    """An open doubt as its secretary sees it; `mine` are the claims before her own organ, which alone she may let withdraw."""

    doubt: Doubt
    mine: frozenset[ClaimId]


@dataclass(frozen=True)
class Answered:
    """An answer with its claims as they read now; `holds` while every one still claims what it claimed then."""

    settled: Settled
    claims: tuple[Claim, ...]
    holds: bool
    may_reopen: bool


@dataclass(frozen=True)
class Asked:
    """Which part of the ledger."""

    year: int | None = None
    campaign_id: UUID | None = None
    field: Field | None = None
    unit_id: UUID | None = None


@dataclass(frozen=True)
class Line:
    """One claim in the ledger and what is counted of it."""

    claim: Claim
    counted: int
    standing: Standing
    share: int | None = None


@dataclass(frozen=True)
class Total:
    """The sum of one measure: reported, counted, and how much of what is counted may be there twice."""

    label: str
    unit: str
    lines: int
    claimed: int
    counted: int
    doubtful: int


@dataclass(frozen=True)
class Ledger:
    """What the ledger shows of the part that was asked for."""

    asked: Asked
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    groups: Mapping[By, tuple[tuple[str, tuple[Total, ...]], ...]]
    open: int
    title: str


@dataclass(frozen=True)
class Choices:
    """What a reader may narrow the ledger to."""

    years: tuple[int, ...] = ()
    campaigns: Mapping[UUID, str] = field(default_factory=dict)
    units: Mapping[UUID, str] = field(default_factory=dict)
