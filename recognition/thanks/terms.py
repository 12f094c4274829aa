"""The words and shapes of thanks: who is praised, what was said, how much of it there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recognition.hall.case import OfIssuer
from recognition.hall.words import Word
from recognition.issuing.terms import Published


class Standing(Word):
    """Where a word of appreciation stands."""

    NEW = "new", "Chờ thư ký xem"
    KEPT = "kept", "Chỉ trong chương trình"
    APPROVED = "approved", "Trên trang công khai"
    HIDDEN = "hidden", "Thư ký đã ẩn"


@dataclass(frozen=True)
class Example(OfIssuer):
    """A published example while it is shown: whom it praises, who proposed it. Satisfies `hall.case.Case`: the right is the issuer's."""

    publication_id: UUID
    issuer_id: UUID
    name: str
    """As it is addressed: «Đồng chí Lê Văn Tòng»; a model by its own name."""
    person_id: UUID | None
    praised_unit: UUID | None
    nominating_unit: UUID | None
    nominator: UUID | None
    year_id: UUID | None
    """The model's year that it tells of, where it tells of one."""


@dataclass(frozen=True)
class Told:
    """Whom a notice of thanks concerns, or one of what became of a word."""

    title: str
    told_units: tuple[UUID, ...] = ()
    told_accounts: tuple[UUID, ...] = ()
    created_by: UUID | None = None


@dataclass(frozen=True)
class Count:
    """How many people thanked and how many words stand."""

    thanks: int = 0
    words: int = 0

    @property
    def sentence(self) -> str:
        """`12 người trân trọng cảm ơn, 3 lời chúc mừng`; empty for nothing."""
        parts = (f"{self.thanks} người trân trọng cảm ơn" if self.thanks else "", f"{self.words} lời chúc mừng" if self.words else "")
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Words:
    """A word of appreciation, with its author's name of today and place of that day."""

    id: UUID
    publication_id: UUID
    account_id: UUID
    name: str
    place: str
    body: str
    said_at: datetime
    state: Standing
    reason: str
    version: int


@dataclass(frozen=True)
class Line:
    """A row of the list of published examples."""

    id: UUID
    name: str
    subject: str
    detail: str
    count: Count


@dataclass(frozen=True)
class Reading:
    """One published example as somebody signed in reads it."""

    shown: Published
    count: Count
    words: tuple[Words, ...]
    """Those that this person may read, the oldest first; their own is in `own`."""
    own: Words | None
    thanked: bool
    about_me: bool
    year_id: UUID | None
    """The model from which may be learned, where it is one."""


@dataclass(frozen=True)
class Shown:
    """What the public reads: how many people thanked, and the words that the secretary approved, the oldest first."""

    thanks: int = 0
    words: Sequence[Words] = ()

    @property
    def sentence(self) -> str:
        """How many people thanked; empty for none."""
        return Count(self.thanks).sentence


@dataclass(frozen=True)
class Awaiting:
    """An example with words that the secretary has not looked at."""

    publication_id: UUID
    name: str
    number: int


@dataclass(frozen=True)
class Praised:
    """An example with what it was given, for whoever it concerns."""

    publication_id: UUID
    name: str
    count: Count


@dataclass(frozen=True)
class Measured:
    """How much an example was thanked in a period; `code` is its model's, empty for what is no model."""

    code: str
    name: str
    unit_name: str
    count: Count
