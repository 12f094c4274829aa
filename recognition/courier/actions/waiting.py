"""What of parcels waits for a secretary: rows to take in, and results that a sender does not know yet."""

from dataclasses import dataclass

from recognition.courier import rules, store
from recognition.courier.actions.answering import results_of
from recognition.courier.terms import ParcelRow, Partner
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import Verb


@dataclass(frozen=True)
class Waits:
    """Parcels with rows to take in; partners with so many results that they were not told yet."""

    parcels: tuple[ParcelRow, ...]
    untold: tuple[tuple[Partner, int], ...]


def waiting(who: Actor) -> Waits:
    """What waits for this person. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_PARCELS)
    with reading(who) as t:
        parcels, partners = store.waiting(t), [each for each in store.partners(t) if each.ended_at is None and each.unit_id is not None]
        untold = [(each, sum(row.fresh and rules.worth_telling(row.answer) for row in results_of(who, each.id))) for each in partners]
    return Waits(parcels, tuple((each, count) for each, count in untold if count))
