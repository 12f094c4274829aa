"""What lists and pages ask for and show."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State, Verb
from recognition.nominations.terms.stored import Comment, Evidence, Nomination, Opinion, Revision
from recognition.nominations.terms.typed import Commendation, Subject


@dataclass(frozen=True)
class Filters:
    """What a list asks for."""

    search: str = ""
    states: tuple[State, ...] = ()
    subject: Subject | None = None
    commendation: Commendation | None = None
    unit_id: UUID | None = None
    campaign_id: UUID | None = None
    mine: bool = False


@dataclass(frozen=True)
class NominationLine:
    """One row of a list."""

    id: UUID
    code: str
    subject: Subject
    commendation: Commendation
    title: str
    recipient_name: str
    recipient_kind: RecipientKind | None
    unit_id: UUID
    unit_name: str
    award_name: str
    campaign_name: str
    deed_date: date | None
    due: date | None
    state: State
    sent_at: datetime | None
    version: int


@dataclass(frozen=True)
class NominationPage:
    """One page of a list; `counts` are per state, whatever state is asked for."""

    rows: tuple[NominationLine, ...]
    total: int
    counts: dict[State, int] = field(default_factory=dict)


@dataclass(frozen=True)
class HistoryLine:
    """One line of a case's plain history."""

    at: datetime
    verb: Verb | None
    sentence: str


@dataclass(frozen=True)
class Change:
    """One difference between two revisions."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Whole:
    """A case with everything that its page shows, read at one moment."""

    case: Nomination
    files: tuple[Evidence, ...]
    revisions: tuple[Revision, ...]
    history: tuple[HistoryLine, ...]
    opinion: Opinion | None
    comments: tuple[Comment, ...]
