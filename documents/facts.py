"""What papers are made from: plain frozen values, words exactly as they shall be printed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Track(StrEnum):
    """Whose rules of form an issuer follows."""

    PARTY = "party"
    STATE = "state"
    UNION = "union"
    ENTERPRISE = "enterprise"


class Kind(StrEnum):
    """Who is named on a line of a list."""

    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    PERSON = "person"


@dataclass(frozen=True)
class Issuer:
    """The organ that issues a paper, as its name stands on papers; line breaks in names are kept."""

    name: str
    place: str
    track: Track
    superior: str = ""
    short_sign: str = ""
    awarding_line: str = ""  # who decides: "BAN THƯỜNG VỤ ĐẢNG ỦY …", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"
    in_text: str = ""  # the deciding organ inside a sentence: "Ban Thường vụ Đảng ủy …"

    @property
    def spoken(self) -> str:
        """The name for use inside a sentence."""
        return self.in_text or self.name.replace("\n", " ")


@dataclass(frozen=True)
class Signer:
    """Who signs: lines above the post ("T/M BAN THƯỜNG VỤ"), post, name."""

    name: str
    post: str
    capacity: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """The head of a paper. `number` without kind and sign ("05"), empty when the book gives it later.

    `day` chooses the form in force; with `dated` false the day stays open for the pen.
    """

    issuer: Issuer
    day: date
    number: str = ""
    dated: bool = True
    profile: str = ""


@dataclass(frozen=True)
class Line:
    """One recipient of a list: collective, household or person.

    `rank` orders forms from high (small) to low; `is_title` marks a danh hiệu among forms of one rank;
    `subject` is what is recognised (a model's name); `amount` whole đồng.
    """

    kind: Kind
    name: str
    salutation: str = ""
    post: str = ""
    unit: str = ""
    achievement: str = ""
    award_form: str = ""
    is_title: bool = False
    rank: int = 0
    posthumous: bool = False
    subject: str = ""
    amount: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A titled part of a longer text."""

    title: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Submission:
    """Tờ trình with its list: to whom, about what, why, for what merit."""

    head: Head
    to: tuple[str, ...]
    about: str
    lines: tuple[Line, ...]
    merit: str
    signer: Signer
    reasons: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class PastAward:
    """An award received before: year, form, paper (number, day, organ)."""

    year: int
    form: str
    paper: str


@dataclass(frozen=True)
class AchievementReport:
    """Báo cáo thành tích of one recipient: particulars, duties, achievements, earlier awards."""

    head: Head
    recipient: Line
    asked_for: str
    particulars: tuple[tuple[str, str], ...]
    duties: tuple[str, ...]
    achievements: tuple[Section, ...]
    past: tuple[PastAward, ...]
    reporter: Signer
    confirmer: Signer


@dataclass(frozen=True)
class AchievementSummary:
    """Tóm tắt thành tích of one deed or achievement, written by the proposing unit, one page."""

    head: Head
    recipient: Line
    asked_for: str
    what: str
    when: str
    where: str
    result: str
    why: str
    signer: Signer
    known_by: str = ""


@dataclass(frozen=True)
class Attendee:
    """A member or guest with post; `reason` says why absent or why not voting."""

    name: str
    post: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """The counts of one item. `base` is what the share is taken of; `None` where a choice was not offered."""

    name: str
    approve: int
    base: int
    passed: bool
    post_unit: str = ""
    award_form: str = ""
    reject: int | None = None
    abstain: int | None = None
    invalid: int | None = None


@dataclass(frozen=True)
class Proof:
    """The head of the audit chain printed on minutes: a short code and, if wanted, its QR as PNG."""

    code: str
    qr_png: bytes = b""


@dataclass(frozen=True)
class Minutes:
    """Biên bản of a meeting: the unit's bình xét, or the council's."""

    head: Head
    about: str
    body: str
    starts: datetime
    ends: datetime
    place: str
    founded_by: str
    members_total: int
    present: tuple[Attendee, ...]
    absent: tuple[Attendee, ...]
    chair: Attendee
    secretary: Attendee
    method: str
    rule: str
    sections: tuple[Section, ...] = ()
    results: tuple[Result, ...] = ()
    guests: tuple[Attendee, ...] = ()
    recused: tuple[Attendee, ...] = ()
    conclusions: tuple[str, ...] = ()
    proof: Proof | None = None


@dataclass(frozen=True)
class CountRecord:
    """Biên bản kiểm phiếu: members by the founding decision, papers, results, tellers.

    `written` are the written opinions of absent members, counted besides the papers.
    """

    head: Head
    about: str
    body: str
    founded_by: str
    starts: datetime
    ends: datetime
    place: str
    members_total: int
    present: int
    absent: tuple[Attendee, ...]
    not_voting: tuple[Attendee, ...]
    tellers: tuple[Attendee, ...]
    issued: int
    returned: int
    valid: int
    invalid: int
    rule: str
    results: tuple[Result, ...]
    written: int = 0
    chair: Attendee | None = None
    proof: Proof | None = None


@dataclass(frozen=True)
class AgendaItem:
    """A line of a meeting's programme."""

    time: str
    what: str
    by: str = ""


@dataclass(frozen=True)
class Invitation:
    """Giấy mời to a meeting with its programme; `starts` is local time."""

    head: Head
    to: tuple[str, ...]
    meeting: str
    starts: datetime
    place: str
    chair: str
    agenda: tuple[AgendaItem, ...]
    signer: Signer
    note: str = ""
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class BallotItem:
    """A line of a ballot."""

    name: str
    post_unit: str = ""
    award_form: str = ""


@dataclass(frozen=True)
class Ballots:
    """Paper ballots, all alike, without number or name of a voter."""

    body: str
    about: str
    day: date
    items: tuple[BallotItem, ...]
    options: tuple[str, ...]
    copies: int
    instruction: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a field sends a case back and what mends it."""

    field: str
    reason: str
    mend: str = ""


@dataclass(frozen=True)
class ReturnSlip:
    """Phiếu trả lại: one page for a unit without the net."""

    head: Head
    code: str
    title: str
    recipient: str
    unit: str
    reasons: tuple[Reason, ...]
    deadline: date | None
    contact: str
    signer: Signer


class Outcome(StrEnum):
    """What a check of a case says."""

    PASS = "pass"  # noqa: S105 not a password
    FAIL = "fail"
    ASK = "ask"


@dataclass(frozen=True)
class Check:
    """One condition of a case: outcome, clause, remark."""

    rule: str
    outcome: Outcome
    clause: str = ""
    note: str = ""


@dataclass(frozen=True)
class ScreeningSlip:
    """Phiếu thẩm định of one case."""

    head: Head
    code: str
    title: str
    recipient: str
    unit: str
    asked_for: str
    checks: tuple[Check, ...]
    conclusion: str
    signer: Signer


@dataclass(frozen=True)
class AccountSlip:
    """What one person needs to sign in for the first time; `expires` is local time."""

    name: str
    unit: str
    user_name: str
    code: str
    expires: datetime


@dataclass(frozen=True)
class AccountSheet:
    """Slips to cut out: for whom, at which address the app is, the day of printing."""

    slips: tuple[AccountSlip, ...]
    address: str
    day: date


@dataclass(frozen=True)
class RegistrationForm:
    """Phiếu đăng ký mô hình "Dân vận khéo": boxes in the order of the form, two signatures."""

    head: Head
    year: int
    unit: str
    field: str
    owner: str
    is_new: bool
    boxes: tuple[Section, ...]
    confirmer: Signer
    registrant: Signer
    contact: str = ""


@dataclass(frozen=True)
class AwardLetter:
    """Thư khen to one recipient."""

    head: Head
    recipient: Line
    paragraphs: tuple[str, ...]
    signer: Signer


class DecisionKind(StrEnum):
    """What a decision does."""

    RECOGNISE = "recognise"
    COMMEND = "commend"
    CORRECT = "correct"
    REVOKE = "revoke"
    REPLACE = "replace"


@dataclass(frozen=True)
class EarlierDecision:
    """The decision that this one corrects, revokes or replaces."""

    number: str
    day: date
    organ: str
    about: str


@dataclass(frozen=True)
class Correction:
    """What was printed for a recipient and what it becomes."""

    where: str
    was: str
    becomes: str


@dataclass(frozen=True)
class Decision:
    """Quyết định: bases, what is decided for whom, who carries it out."""

    head: Head
    kind: DecisionKind
    about: str
    bases: tuple[str, ...]
    signer: Signer
    executors: str
    lines: tuple[Line, ...] = ()
    merit: str = ""
    fund: str = ""
    earlier: EarlierDecision | None = None
    corrections: tuple[Correction, ...] = ()
    reason: str = ""
    return_days: int = 15
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class SummaryList:
    """Danh sách tóm tắt for the members of a council, on A3."""

    head: Head
    about: str
    lines: tuple[Line, ...]
    subtitle: str = ""
