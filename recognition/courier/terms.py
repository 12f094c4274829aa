"""The words and shapes of parcels between installations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from parcel import Card
from recognition.hall.words import State, Word
from recognition.nominations.terms import Change, NominationLine
from recognition.people.terms import Person


class Direction(Word):
    """Which way a parcel goes."""

    OUT = "out", "Gửi đi"
    IN = "in", "Nhận về"


class Kind(Word):
    """What a parcel holds."""

    CASES = "cases", "Hồ sơ đề nghị"
    RESULTS = "results", "Kết quả xét"


class RowKind(Word):
    """How a case of a parcel stands to what was taken in before."""

    NEW = "new", "Mới"
    CHANGED = "changed", "Có thay đổi"
    GONE = "gone", "Nơi gửi đã rút"
    SAME = "same", "Như đã nhận"
    OLDER = "older", "Cũ hơn bản đã nhận"


class Stage(Word):
    """How far a case came above, as its sender is told: never a vote, never who voted."""

    RECEIVED = "received", "Đã nhận, chờ tiếp nhận"
    SCREENING = "screening", "Đang thẩm định"
    LISTED = "listed", "Đã vào danh sách trình Hội đồng"
    COUNCIL = "council", "Hội đồng đang xét, chưa có quyết định"
    FORWARDED = "forwarded", "Đã chuyển tiếp lên cấp trên nữa"
    RETURNED = "returned", "Trả lại để sửa"
    WITHDRAWN = "withdrawn", "Đã rút"
    REFUSED = "refused", "Không nhận xét khen"
    FAILED = "failed", "Không đạt ở Hội đồng"
    NOT_APPROVED = "not_approved", "Cấp có thẩm quyền không duyệt"
    AWARDED = "awarded", "Đã khen"
    REVOKED = "revoked", "Quyết định khen đã bị thu hồi"


@dataclass(frozen=True)
class Partner:
    """Another installation, as its card says, after two people compared the digits."""

    id: UUID
    name: str
    fingerprint: str
    card: Card
    unit_id: UUID | None
    unit_name: str
    spoken_with: str
    confirmed_by: str
    confirmed_at: datetime
    ended_at: datetime | None
    version: int


@dataclass(frozen=True)
class ParcelRow:
    """A parcel that went or came. `waiting`: rows that nobody has taken in yet."""

    id: UUID
    partner_id: UUID
    partner_name: str
    direction: Direction
    kind: Kind
    number: int
    made_on: date
    cases: int
    files: int
    waiting: int
    by_name: str
    made_at: datetime
    blob: str


@dataclass(frozen=True)
class Looked:
    """What a file says of itself before anything of it is taken: whose it is, and whether that sender is known here."""

    card: Card
    kind: Kind
    number: int
    made_on: date
    cases: int
    files: int
    partner: Partner | None


@dataclass(frozen=True)
class Kept:
    """A case of a partner as it was last sent or taken in."""

    id: UUID
    partner_id: UUID
    direction: Direction
    ref: UUID
    nomination_id: UUID
    parcel_id: UUID
    parcel_number: int
    content: str
    sha256: str
    answer: str
    gone: bool
    state: State
    code: str
    unit_name: str
    person_id: UUID | None


@dataclass(frozen=True)
class Candidate:
    """A case that may go in a parcel; `sent` says in which one it went before."""

    line: NominationLine
    sent: str


@dataclass(frozen=True)
class Row:
    """A case of a parcel beside what is here. `stop`: why it cannot be taken in as things stand; empty: it can.

    `person_id`: whom an earlier case of the same sender made of the same recipient; else `namesakes` are asked about.
    """

    ref: UUID
    kind: RowKind
    content: Mapping[str, Any]
    changes: tuple[Change, ...] = ()
    nomination_id: UUID | None = None
    code: str = ""
    state: State | None = None
    stop: str = ""
    namesakes: tuple[Person, ...] = ()
    unit_name: str = ""
    person_id: UUID | None = None

    @property
    def name(self) -> str:
        """Whom it praises."""
        return str(self.content.get("recipient_name") or self.content.get("title") or "")

    @property
    def open(self) -> bool:
        """Whether there is something to take in."""
        return self.kind in (RowKind.NEW, RowKind.CHANGED, RowKind.GONE)


@dataclass(frozen=True)
class Terms:
    """Under which terms cases are taken in: before which organ, in which campaign, which award where theirs is not in our catalogue,
    and for each namesake whether it is somebody known (an id) or somebody new (None)."""

    issuer_id: UUID
    campaign_id: UUID | None = None
    award_type_id: UUID | None = None
    people: Mapping[UUID, UUID | None] = field(default_factory=dict)


@dataclass(frozen=True)
class AnswerRow:
    """A result of a parcel beside what was known. `act` says what keeping it does; `stop` why it cannot be kept."""

    ref: UUID
    nomination_id: UUID | None
    code: str
    name: str
    title: str
    before: str
    after: str
    fresh: bool
    act: str
    stop: str
    answer: Mapping[str, Any]

    @property
    def open(self) -> bool:
        """Whether there is something to keep."""
        return self.fresh and not self.stop


@dataclass(frozen=True)
class Done:
    """What became of one row: `ok`, or the sentence that says why nothing was written."""

    title: str
    ok: bool
    sentence: str = ""
