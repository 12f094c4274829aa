"""One meeting: its seats, tellers, cases, and as it is typed. A session freezes its members, its rule and every revision."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from recognition.council.terms.counted import Papers, Result
from recognition.council.terms.ruling import Rule
from recognition.council.terms.words import (
    Attendance,
    Block,
    Body,
    Conflict,
    CouncilKind,
    MemberRole,
    Method,
    SessionState,
    place_in_words,
)
from recognition.hall.case import OfNobody


@dataclass(frozen=True)
class Substitute:
    """Who was sent in writing in a member's place; the vote counts as the member's (TT 25/2025/TT-BKHCN Đ22).

    With an account they read, stand aside and vote as themselves; without one on paper and by hand only.
    """

    name: str
    title: str
    paper: str
    account_id: UUID | None = None


@dataclass(frozen=True)
class Seat:
    """A member as this session froze them, and whether they came."""

    member_id: UUID
    name: str
    title: str
    role: MemberRole
    votes: bool
    attendance: Attendance
    reason: str
    excused: bool
    substitute: Substitute | None = None

    @property
    def sitter(self) -> str:
        """Who sits here, by name; a substitute with whose place it is."""
        return self.name if self.substitute is None else f"{self.substitute.name}, dự thay {self.name}"

    @property
    def sent_account(self) -> UUID | None:
        """The account that sits here in the member's place."""
        return None if self.substitute is None else self.substitute.account_id

    @property
    def takes_part(self) -> bool:
        """In the room or online."""
        return self.attendance in (Attendance.PRESENT, Attendance.ONLINE)


@dataclass(frozen=True)
class Teller:
    """One of two who count apart."""

    number: int
    account_id: UUID
    name: str
    head: bool


@dataclass(frozen=True)
class Item:
    """One case on the agenda, bound to one revision of its dossier."""

    id: UUID
    session_id: UUID
    nomination_id: UUID
    revision: int
    revision_hash: str
    award_type_id: UUID
    award_code: str
    award_name: str
    number: int
    block: Block
    name: str
    detail: str
    recused: frozenset[UUID] = frozenset()
    masked: bool = False

    @property
    def unit(self) -> str:
        """Who proposes it: the first line of the detail."""
        return self.detail.partition("\n")[0]

    @property
    def subject(self) -> str:
        """What it is about: the second line."""
        return self.detail.partition("\n")[2]


@dataclass(frozen=True)
class Recusal:
    """A member who takes no part in one case, and why."""

    item_id: UUID
    member_id: UUID
    reason: str
    kind: Conflict = Conflict.OTHER
    computed: bool = False

    @property
    def words(self) -> str:
        """The kind, and what was said besides."""
        if self.kind is Conflict.OTHER or self.reason == self.kind.label:
            return self.reason
        return f"{self.kind.label}: {self.reason}" if self.reason else self.kind.label


@dataclass(frozen=True)
class Session(OfNobody):
    """One meeting with everything that its page shows."""

    id: UUID
    council_id: UUID
    issuer_id: UUID
    council_name: str
    number: int
    name: str
    body: Body
    method: Method
    on_date: date
    starts_at: str
    ended_at: str
    place: str
    rule: Rule
    rule_hash: str
    state: SessionState
    opinions: str
    replaces_id: UUID | None
    version: int
    papers: Papers | None = None
    seats: tuple[Seat, ...] = ()
    tellers: tuple[Teller, ...] = ()
    items: tuple[Item, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    results: tuple[Result, ...] = ()
    council_kind: CouncilKind = CouncilKind.COUNCIL

    @property
    def session_id(self) -> UUID:
        """As rights ask for it."""
        return self.id

    @property
    def title(self) -> str:
        """As notices name it."""
        return self.name

    def place_of(self, seat: Seat) -> str:
        """A seat's place in words of this body."""
        return place_in_words(self.council_kind, seat.role)

    @property
    def voters(self) -> tuple[Seat, ...]:
        """Members with a vote, there or not."""
        return tuple(seat for seat in self.seats if seat.votes)

    @property
    def present(self) -> int:
        """Voting members who take part."""
        return sum(seat.takes_part for seat in self.voters)

    @property
    def in_room(self) -> int:
        """Voting members who can be handed a paper."""
        return sum(seat.attendance is Attendance.PRESENT for seat in self.voters)


@dataclass(frozen=True)
class SessionLine:
    """A session in the list."""

    id: UUID
    council_name: str
    number: int
    name: str
    method: Method
    on_date: date
    state: SessionState
    items: int
    passed: int


@dataclass(frozen=True)
class SessionInput:
    """A session as typed."""

    council_id: UUID
    name: str
    body: str
    method: str
    on_date: date | str | None
    starts_at: time | str | None
    place: str
    replaces_id: UUID | None = None


@dataclass(frozen=True)
class AttendanceInput:
    """One member's attendance as typed."""

    member_id: UUID
    attendance: str
    reason: str = ""
    excused: bool = False
    substitute: Substitute | None = None
