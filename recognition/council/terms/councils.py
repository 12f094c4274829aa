"""A council, its dated members, and both as they are typed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.council.terms.words import CouncilKind, MemberRole
from recognition.hall.case import OfNobody


@dataclass(frozen=True)
class Council(OfNobody):
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
