"""Facts of decisions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents.facts.shared import Head, Line, Signer


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
