"""Facts of papers about recipients: proposals, reports, registration, letters."""

from dataclasses import dataclass

from documents.facts.shared import Head, Line, Section, Signer


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


@dataclass(frozen=True)
class SummaryList:
    """Danh sách tóm tắt for the members of a council, on A3."""

    head: Head
    about: str
    lines: tuple[Line, ...]
    subtitle: str = ""


@dataclass(frozen=True)
class Answer:
    """What became of one case: stage reached, what counted, what was missing, a hint for next year."""

    name: str
    stage: str
    counted: str = ""
    missing: str = ""
    hint: str = ""


@dataclass(frozen=True)
class ResultLetter:
    """Thông báo that tells a unit what became of its cases; holds no vote counts."""

    head: Head
    to: tuple[str, ...]
    about: str
    answers: tuple[Answer, ...]
    signer: Signer
    paragraphs: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReminderLetter:
    """Công văn that reminds a unit of what is due: `about` is its trích yếu without «Về việc»."""

    head: Head
    to: tuple[str, ...]
    about: str
    paragraphs: tuple[str, ...]
    signer: Signer
    copies_to: tuple[str, ...] = ()
