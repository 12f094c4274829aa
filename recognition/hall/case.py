"""What a right may depend on, and what a noun says of it when it has nothing to say."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from recognition.hall.words import Verb


class Case(Protocol):
    """What a right may depend on. Each noun's dataclass has these, `None` or empty where they mean nothing."""

    @property
    def unit_id(self) -> UUID | None: ...
    @property
    def issuer_id(self) -> UUID | None: ...
    @property
    def created_by(self) -> UUID | None: ...
    @property
    def recipients(self) -> frozenset[UUID]:
        """Ids of the people who would be rewarded."""
        ...

    @property
    def council_id(self) -> UUID | None: ...
    @property
    def session_id(self) -> UUID | None: ...


class OfNobody:
    """A noun that belongs to no unit and no maker and rewards nobody; it has its council and session."""

    unit_id: UUID | None = None
    created_by: UUID | None = None
    recipients: frozenset[UUID] = frozenset()


class OfIssuer(OfNobody):
    """A noun of which only the issuer counts."""

    council_id: UUID | None = None
    session_id: UUID | None = None


@dataclass(frozen=True)
class InPhase:
    """A case as one phase of its review opens it now to whoever was asked in that phase."""

    case: Case
    verbs: frozenset[Verb]

    @property
    def unit_id(self) -> UUID | None:
        """As of the case."""
        return self.case.unit_id

    @property
    def issuer_id(self) -> UUID | None:
        """As of the case."""
        return self.case.issuer_id

    @property
    def created_by(self) -> UUID | None:
        """As of the case."""
        return self.case.created_by

    @property
    def recipients(self) -> frozenset[UUID]:
        """As of the case."""
        return self.case.recipients

    @property
    def council_id(self) -> UUID | None:
        """As of the case."""
        return self.case.council_id

    @property
    def session_id(self) -> UUID | None:
        """As of the case."""
        return self.case.session_id
