"""What the rules look at, and what they say."""

from dataclasses import dataclass
from datetime import date

from recognition.catalogue.terms import RecipientKind
from recognition.hall.words import State
from recognition.nominations.terms import EvidenceKind


@dataclass(frozen=True)
class Award:
    """What the rules need of an award type."""

    name: str
    kinds: frozenset[RecipientKind]
    from_date: date
    to_date: date | None
    dossier: tuple[str, ...]


@dataclass(frozen=True)
class Earlier:
    """A case that already proposes the same for the same."""

    code: str
    unit_name: str
    state: State


@dataclass(frozen=True)
class Facts:
    """What stands around a case on the day."""

    today: date
    award: Award | None = None
    campaign_refusal: str | None = None
    campaign_from: date | None = None
    campaign_to: date | None = None
    unit_end: date | None = None
    nominee_unit_end: date | None = None
    evidence: frozenset[EvidenceKind] = frozenset()
    evidence_count: int = 0
    taken: tuple[date, ...] = ()
    earlier: Earlier | None = None
    hold: bool = False
    unproved: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing to mend (`blocks`) or to think of; `clause` is where it comes from.

    `missing`: nothing is wrong yet, it is only not there.
    """

    field: str
    sentence: str
    clause: str = ""
    blocks: bool = True
    missing: bool = False


def lacks(field: str, sentence: str, clause: str = "") -> Finding:
    """Something that is not there yet."""
    return Finding(field, sentence, clause, missing=True)
