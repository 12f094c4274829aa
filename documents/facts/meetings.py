"""Facts of papers around a meeting: invitation, ballots, count, minutes."""

from dataclasses import dataclass
from datetime import date, datetime

from documents.facts.shared import Attendee, Head, Line, Proof, Result, Section, Signer


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

    `written` are the written opinions of absent members, counted besides the papers; `notes` explain results that votes alone do not.
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
    notes: tuple[str, ...] = ()
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
class OpinionSheet:
    """One absent member and the cases that they judge: those from which they stand aside are not on it."""

    member: Attendee
    items: tuple[BallotItem, ...]


@dataclass(frozen=True)
class OpinionForms:
    """Phiếu xin ý kiến for members who cannot come; signed, so never a secret ballot. `basis` is the rule that asks them."""

    head: Head
    meeting: str
    meets: date
    sheets: tuple[OpinionSheet, ...]
    options: tuple[str, ...]
    reply_by: date
    reply_to: str
    basis: str = ""


@dataclass(frozen=True)
class Posting:
    """Thông báo with a list that is posted: to ask for opinions before, or to make known after a decision."""

    head: Head
    about: str
    lines: tuple[Line, ...]
    place: str
    starts: date
    ends: date
    signer: Signer
    asks_opinions: bool
    contact: str = ""
    basis: str = ""
    copies_to: tuple[str, ...] = ()
