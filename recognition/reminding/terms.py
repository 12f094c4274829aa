"""What is reminded of, whom, and the letters that wait to be looked at before they leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from recognition.hall.case import OfIssuer
from recognition.hall.words import Word


class Kind(Word):
    """What somebody is reminded of, in the order in which it stands in a letter."""

    REGISTER = "register", "Đăng ký mô hình"
    MIDTERM = "midterm", "Ghi giữa kỳ của mô hình"
    REPORT = "report", "Báo cáo kết quả mô hình"
    NOMINATE = "nominate", "Gửi đề nghị khen thưởng"
    STILL = "still", "Phong trào chưa có động tĩnh"
    RETURNED = "returned", "Hồ sơ bị trả lại"
    OPINION = "opinion", "Cho ý kiến về người được đề nghị"
    PROOF = "proof", "Ký phiếu dò"
    SCORE = "score", "Chấm điểm"
    READ = "read", "Đọc hồ sơ phiên họp"
    VOTE = "vote", "Bỏ phiếu kín"
    WRITTEN = "written", "Phiếu ý kiến bằng văn bản"


class Grade(Word):
    """How pressing a reminder is, the most pressing first."""

    LATE = "late", "Quá hạn"
    CLOSE = "close", "Gấp"
    COMING = "coming", "Sắp đến hạn"


class LetterKind(Word):
    """What a letter is."""

    REMINDER = "reminder", "Thư nhắc"
    DIGEST = "digest", "Bản tóm tắt"


class LetterState(Word):
    """How far a letter has come. Approved: something of it still has to leave."""

    DRAFT = "draft", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt, chờ gửi"
    FAILED = "failed", "Gửi chưa được"
    SENT = "sent", "Đã gửi"
    LEFT_OUT = "left_out", "Đã bỏ"


class Way(Word):
    """How a letter goes: into the inbox of an account, by e-mail, as công văn on paper."""

    INBOX = "inbox", "Tin trong phần mềm"
    MAIL = "mail", "Thư điện tử"
    PAPER = "paper", "Công văn giấy"


class WayState(Word):
    """How far one way has come."""

    WAITING = "waiting", "Chưa gửi"
    SENDING = "sending", "Đang gửi"
    SENT = "sent", "Đã gửi"
    FAILED = "failed", "Chưa gửi được"


class Every(Word):
    """How often somebody wants a summary of their inbox by e-mail."""

    NEVER = "never", "Không nhận"
    DAY = "day", "Mỗi ngày"
    WEEK = "week", "Mỗi tuần"


@dataclass(frozen=True)
class Inbox:
    """What somebody who asked for summaries has not read: (verb, number), never the words. `last`: the day of their last summary."""

    account_id: UUID
    name: str
    every: Every
    unread: tuple[tuple[str, int], ...]
    oldest: date
    last: date | None


@dataclass(frozen=True)
class Pace:
    """An issuer's rhythm, in calendar days: reminded so long before a deadline, not again within, an answer is awaited for."""

    ahead_days: int = 7
    again_days: int = 7
    answer_days: int = 10
    version: int = 0


@dataclass(frozen=True)
class Fact:
    """Something that still waits for a unit or a person; exactly one of the two.

    `object_id` with the kind and the addressee is the thing, for saying it once. `about` names it, `done` of `number` is how far it came.
    `due` is its last day, where it has one; else `since` is the day from which it waits. `told_on`: the last letter or reminder about it.
    """

    kind: Kind
    object_id: UUID
    about: str
    unit_id: UUID | None = None
    account_id: UUID | None = None
    due: date | None = None
    since: date | None = None
    number: int = 0
    done: int = 0
    told_on: date | None = None

    @property
    def thing(self) -> tuple[Kind, UUID, UUID | None]:
        """What it is, for whom."""
        return self.kind, self.object_id, self.unit_id or self.account_id


@dataclass(frozen=True)
class Reminder:
    """A fact that is reminded of today, with its sentence."""

    fact: Fact
    grade: Grade
    sentence: str


@dataclass(frozen=True)
class Words:
    """What a letter says."""

    subject: str
    body: str
    grade: Grade


@dataclass(frozen=True)
class Reached:
    """An account that belongs to an addressee."""

    account_id: UUID
    name: str
    email: str


@dataclass(frozen=True)
class Thing:
    """One line of a letter: what it reminds of."""

    kind: Kind
    object_id: UUID
    sentence: str
    grade: Grade


@dataclass(frozen=True)
class Draft:
    """A letter before it is kept: to a unit or to one account."""

    unit_id: UUID | None
    account_id: UUID | None
    addressee: str
    words: Words
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True)
class Delivery:
    """One way of one letter. `reason`: why it failed, a Vietnamese sentence."""

    id: UUID
    way: Way
    account_id: UUID | None
    to: str
    """A name, an e-mail address, or the number of the công văn once it is known."""
    state: WayState
    reason: str
    tried_at: datetime | None


@dataclass(frozen=True)
class Letter(OfIssuer):
    """A letter to one unit or one person. Satisfies `hall.case.Case`: the right is the organ's."""

    id: UUID
    issuer_id: UUID
    kind: LetterKind
    to_unit: UUID | None
    to_account: UUID | None
    addressee: str
    subject: str
    body: str
    grade: Grade
    state: LetterState
    reason: str
    """Why it was left out."""
    composed_by: str
    composed_at: datetime
    decided_by: str
    """Who approved it or left it out."""
    decided_at: datetime | None
    version: int
    things: tuple[Thing, ...] = ()
    ways: tuple[Delivery, ...] = ()

    @property
    def on_paper(self) -> bool:
        """Whether it goes as công văn."""
        return any(way.way is Way.PAPER for way in self.ways)


@dataclass(frozen=True)
class Composed:
    """What composing came to."""

    made: int = 0
    withdrawn: int = 0
    """Drafts taken away because everything in them is done."""
    waiting: int = 0
    """Things not reminded of again yet."""
    again: int = 0
    """Drafts that nobody had changed, made anew with the numbers of today; not among `made`."""


@dataclass(frozen=True)
class Outcome:
    """What became of each letter of a click: how many went, and of each other one (addressee, sentence)."""

    done: int = 0
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Counts:
    """How many letters stand in each state."""

    states: Mapping[LetterState, int] = field(default_factory=dict)

    def of(self, state: LetterState) -> int:
        """How many in one state."""
        return self.states.get(state, 0)
