"""The council's words and shapes. A session freezes its members, its rule and the revision of every dossier."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from recognition.hall.words import Word


class CouncilKind(Word):
    """Which body votes."""

    COUNCIL = "council", "Hội đồng thi đua - khen thưởng"
    STANDING_COMMITTEE = "standing_committee", "Ban thường vụ"
    UNION_COMMITTEE = "union_committee", "Ban chấp hành công đoàn"


class MemberRole(Word):
    """A member's place in the council, in the order of the minutes."""

    CHAIR = "chair", "Chủ tịch Hội đồng"
    VICE_CHAIR = "vice_chair", "Phó Chủ tịch Hội đồng"
    STANDING = "standing", "Uỷ viên thường trực"
    SECRETARY = "secretary", "Thư ký"
    MEMBER = "member", "Uỷ viên"


class Body(Word):
    """What the vote is worth."""

    ADVISORY = "advisory", "Tham mưu: người có thẩm quyền quyết định sau"
    DECIDING = "deciding", "Quyết định: kết quả biểu quyết là quyết định"


class Method(Word):
    """How the council votes."""

    PAPER = "paper", "Bỏ phiếu giấy"
    SEALED = "sealed", "Bỏ phiếu kín điện tử"
    OPEN = "open", "Biểu quyết giơ tay"


class SessionState(Word):
    """Where a session stands. Closed is final; a new vote is a new session that names the old one."""

    PLANNED = "planned", "Đang chuẩn bị"
    CALLED = "called", "Đã triệu tập"
    OPEN = "open", "Đang bỏ phiếu"
    COUNTING = "counting", "Đang kiểm phiếu"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã huỷ"


class Attendance(Word):
    """Whether a member takes part."""

    UNKNOWN = "unknown", "Chưa điểm danh"
    PRESENT = "present", "Có mặt"
    ONLINE = "online", "Dự trực tuyến"
    ABSENT = "absent", "Vắng"


class Base(Word):
    """Of whom the share of votes is taken."""

    ALL_MEMBERS = "all_members", "tổng số thành viên theo quyết định thành lập"
    PRESENT = "present", "số thành viên dự họp"
    VALID = "valid", "số phiếu hợp lệ"


class Absent(Word):
    """What becomes of members who are not there."""

    NOT_ASKED = "not_asked", "Không lấy ý kiến; không tính là đồng ý"
    WRITTEN = "written", "Lấy ý kiến bằng văn bản và cộng vào kết quả"


class Opinion(Word):
    """One choice on one case."""

    APPROVE = "approve", "Đồng ý"
    REJECT = "reject", "Không đồng ý"
    ABSTAIN = "abstain", "Không có ý kiến"


class Block(Word):
    """Ceremony order: groups before individuals (NĐ 152/2025 Đ29(5))."""

    COLLECTIVE = "collective", "Tập thể"
    HOUSEHOLD = "household", "Hộ gia đình"
    INDIVIDUAL = "individual", "Cá nhân"


@dataclass(frozen=True)
class Share:
    """A fraction in whole numbers: 2/3, 4/5."""

    over: int
    under: int

    def __str__(self) -> str:
        return f"{self.over}/{self.under}"


@dataclass(frozen=True)
class Threshold:
    """What one award asks for. `strict` means "more than"; `basis` is the căn cứ, typed where no national text says it."""

    award_code: str
    share: Share
    strict: bool
    base: Base
    basis: str
    national: bool = False


@dataclass(frozen=True)
class Rule:
    """The rule of one session, locked and hashed when the vote opens."""

    quorum: Share
    quorum_basis: str
    thresholds: tuple[Threshold, ...]
    abstain_offered: bool = False
    absent: Absent = Absent.NOT_ASKED
    recused_in_base: bool = True

    def of(self, award_code: str) -> Threshold | None:
        """The threshold of an award, or None when the rule forgets it."""
        return next((each for each in self.thresholds if each.award_code == award_code), None)


@dataclass(frozen=True)
class Council:
    """A council with its founding decision."""

    id: UUID
    issuer_id: UUID
    name: str
    kind: CouncilKind
    paper: str
    paper_date: date
    from_date: date
    to_date: date | None
    version: int
    members: tuple["Member", ...] = ()
    unit_id: UUID | None = None
    created_by: UUID | None = None
    recipients: frozenset[UUID] = frozenset()
    session_id: UUID | None = None

    @property
    def council_id(self) -> UUID:
        """As rights ask for it."""
        return self.id


@dataclass(frozen=True)
class Member:
    """A dated member. `votes` is false for a secretary who only writes."""

    id: UUID
    council_id: UUID
    person_id: UUID | None
    account_id: UUID | None
    name: str
    title: str
    role: MemberRole
    votes: bool
    from_date: date
    to_date: date | None


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


@dataclass(frozen=True)
class Papers:
    """What came out of the box, in sheets of paper."""

    issued: int
    returned: int
    valid: int
    invalid: int


@dataclass(frozen=True)
class Line:
    """The count of one case: three choices, and lines on good papers that cannot be read."""

    approve: int
    reject: int
    abstain: int = 0
    invalid: int = 0

    @property
    def chosen(self) -> int:
        """Lines that say something."""
        return self.approve + self.reject + self.abstain


@dataclass(frozen=True)
class Count:
    """One teller's whole count."""

    number: int
    papers: Papers
    lines: dict[UUID, Line]
    version: int


@dataclass(frozen=True)
class Counts:
    """What may be seen of the counts now. `own` for a teller; `both` only when both have entered."""

    entered: tuple[int, ...]
    own: Count | None
    both: tuple[Count, Count] | None
    differences: tuple["Difference", ...] = ()

    @property
    def agreed(self) -> bool:
        """Both are there and say the same."""
        return self.both is not None and not self.differences


@dataclass(frozen=True)
class Difference:
    """One figure on which the two tellers differ."""

    what: str
    item_id: UUID | None
    first: int
    second: int


@dataclass(frozen=True)
class Result:
    """What a case got, of how many, and whether that was enough."""

    item_id: UUID
    approve: int
    reject: int
    abstain: int
    invalid: int
    base: int
    needed: int
    passed: bool
    reason: str = ""


@dataclass(frozen=True)
class Session:
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
    unit_id: UUID | None = None
    created_by: UUID | None = None
    recipients: frozenset[UUID] = frozenset()

    @property
    def session_id(self) -> UUID:
        """As rights ask for it."""
        return self.id

    @property
    def title(self) -> str:
        """As notices name it."""
        return self.name

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
class CouncilInput:
    """A council as it is typed."""

    issuer_id: UUID
    name: str
    kind: str
    paper: str
    paper_date: date | str | None
    from_date: date | str | None
    to_date: date | str | None = None


@dataclass(frozen=True)
class MemberInput:
    """A member as typed; `id` names the one that is changed."""

    name: str
    title: str
    role: str
    votes: bool = True
    from_date: date | str | None = None
    to_date: date | str | None = None
    account_id: UUID | None = None
    person_id: UUID | None = None
    id: UUID | None = None


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
