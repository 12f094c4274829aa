"""Shapes of the sealed ballot as actions give them to screens."""

from dataclasses import dataclass
from uuid import UUID

from recognition.council.terms import Block, Method, SessionState
from recognition.hall.case import OfNobody


@dataclass(frozen=True, kw_only=True)
class Sitting(OfNobody):
    """A session as rights ask for it, without the rest of it."""

    session_id: UUID
    council_id: UUID
    issuer_id: UUID
    state: SessionState


@dataclass(frozen=True, kw_only=True)
class Urn(Sitting):
    """What lies in the database of one sealed ballot."""

    public_key: bytes
    definition: str
    contents: bytes
    ballots: int
    urn_hash: str
    receipts: tuple[str, ...]
    destroyed: bool


@dataclass(frozen=True, kw_only=True)
class Slip(Sitting):
    """What casting one ballot needs, read in one row. `voted` is None for who is not on the roll, or for whom `sent` votes."""

    public_key: bytes
    definition: str
    voted: bool | None
    sent: str
    """Who was sent in this member's place; empty where they vote themselves."""


@dataclass(frozen=True, kw_only=True)
class Head(Sitting):
    """A session as the booth's pages name it. `voted` is None for who is not on the roll, or for whom `sent` votes."""

    number: int
    name: str
    council_name: str
    method: Method
    rule: str
    seated: bool
    voted: bool | None
    sent: str
    stands_for: str
    """In whose place this person was sent, by name and paper."""
    voters: int
    ballots: int


@dataclass(frozen=True)
class Voter:
    """One line of the roll: who may vote, and whether they have. Never when."""

    member_id: UUID
    name: str
    voted: bool


@dataclass(frozen=True)
class BoothItem:
    """One case in the booth. A masked one shows no name and has no button."""

    id: UUID
    nomination_id: UUID | None
    number: int
    block: Block
    award_name: str
    name: str
    unit: str
    subject: str
    masked: bool


@dataclass(frozen=True)
class Booth:
    """What a member sees before and while voting; never what anybody chose."""

    session_id: UUID
    number: int
    name: str
    council_name: str
    state: SessionState
    address: str
    """How members are spoken to: "đồng chí" or "anh/chị"."""
    items: tuple[BoothItem, ...]
    abstain_offered: bool
    eligible: bool
    voted: bool
    voters: int
    ballots: int
    few: bool
    """So few voters that the result itself may tell who chose what."""
    sent: str = ""
    """Who votes in this member's place; empty where they vote themselves."""
    stands_for: str = ""
    """In whose place this person was sent."""


@dataclass(frozen=True)
class Cast:
    """The answer to a ballot. `receipt` is empty when one was already there: no link to it is stored."""

    receipt: str
    already: bool


@dataclass(frozen=True)
class Box:
    """How a sealed ballot stands, for its secretary, tellers and members. Counts are never here."""

    session_id: UUID
    name: str
    state: SessionState
    voters: tuple[Voter, ...]
    ballots: int
    counted: bool
    destroyed: bool
    urn_hash: str
    receipts: tuple[str, ...]
    resets: tuple[str, ...] = ()
    """Members whose password somebody set anew while the vote was open: they check that nobody voted in their name."""
