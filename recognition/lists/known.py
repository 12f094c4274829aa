"""What rows are compared with, and what comes out: a row as it would be proposed, with everything to say about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.lists.terms import Finding, Option, Row
from recognition.nominations import rules as case_rules
from recognition.nominations.terms import NominationInput
from recognition.people.terms import Person
from recognition.units.terms import Unit


@dataclass(frozen=True)
class Known:
    """All that rows are compared with, asked once."""

    today: date
    units: Mapping[UUID, Unit]
    unit_words: Mapping[str, str]
    unit_labels: Mapping[str, str]
    former: Mapping[str, tuple[Option, ...]]
    awards: Mapping[UUID, case_rules.Award]
    award_words: Mapping[RecipientKind, Mapping[str, str]]
    award_labels: Mapping[str, str]
    campaign_refusal: str | None
    campaign_span: tuple[date | None, date | None]
    by_number: Mapping[tuple[str, str], Person]
    doubles: Mapping[UUID, tuple[Person, ...]]
    twins: Mapping[UUID, Row]
    recipients: Mapping[UUID, UUID]
    proposed: Mapping[UUID, Sequence[Mapping[str, object]]]
    held: frozenset[UUID]


@dataclass(frozen=True)
class Judged:
    """A row as it would be proposed, and everything to say about it."""

    data: NominationInput
    findings: tuple[Finding, ...]
    kind: RecipientKind
    person: Person | None
    unit_id: UUID | None
