"""Facts of papers about democracy at the grassroots: minutes of a dialogue, a unit's half-year or yearly report."""

from dataclasses import dataclass
from datetime import date

from documents.facts.shared import Head, Section, Signer


@dataclass(frozen=True)
class Raised:
    """A question with its answer and what was promised: by whom, until when; `done` says what became of it."""

    said: str
    said_by: str = ""
    answer: str = ""
    promise: str = ""
    responsible: str = ""
    due: date | None = None
    done: str = ""


@dataclass(frozen=True)
class DialogueMinutes:
    """Biên bản of a dialogue, a review or an outreach session."""

    head: Head
    about: str
    held_on: date
    place: str
    chair: tuple[str, ...]
    organisations: tuple[str, ...]
    people: int | None
    content: tuple[str, ...]
    raised: tuple[Raised, ...]
    result: tuple[str, ...]
    secretary: Signer
    presiding: Signer


@dataclass(frozen=True)
class GrassrootsReport:
    """Báo cáo of a unit about mass-mobilisation work and grassroots democracy: figures, what was done, promises that are open."""

    head: Head
    period: str
    figures: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    promises: tuple[Raised, ...]
    closing: tuple[str, ...]
    signer: Signer
    copies_to: tuple[str, ...] = ()
