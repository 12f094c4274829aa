"""What stands around a vote: lists posted for opinions, dossiers read, signals for the chair, earlier sessions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.council.terms.words import Stage


@dataclass(frozen=True)
class PostedOpinion:
    """What somebody said of a posted list, and what was answered; `item_id` is None when it is about the whole list."""

    id: UUID
    posting_id: UUID
    item_id: UUID | None
    from_whom: str
    received_on: date
    said: str
    answer: str
    answered_on: date | None
    version: int

    @property
    def answered(self) -> bool:
        """Whether somebody answered."""
        return self.answered_on is not None


@dataclass(frozen=True)
class Posting:
    """A session's list posted for opinions: where, from when to when, by what it is proved."""

    id: UUID
    session_id: UUID
    stage: Stage
    place: str
    from_date: date
    to_date: date
    proof: str
    version: int
    opinions: tuple[PostedOpinion, ...] = ()


@dataclass(frozen=True)
class PostingInput:
    """A posting as typed."""

    stage: str
    place: str
    from_date: date | str | None
    to_date: date | str | None
    proof: str = ""


@dataclass(frozen=True)
class OpinionInput:
    """An opinion on a posted list as typed."""

    from_whom: str
    received_on: date | str | None
    said: str
    item_id: UUID | None = None


@dataclass(frozen=True)
class Looked:
    """How far a member has read: dossiers opened before the vote, of those that are theirs to judge."""

    member_id: UUID
    name: str
    seen: int
    of: int


@dataclass(frozen=True)
class Signal:
    """Something that the chair may gently ask about; nobody else sees it and nothing follows from it."""

    name: str
    sentence: str


@dataclass(frozen=True)
class Earlier:
    """An earlier closed session: what it gave, and what each rule would have given: (rule, of all, of present, of valid)."""

    name: str
    on_date: date
    items: int
    passed: int
    by_rule: tuple[tuple[str, int, int, int], ...]
