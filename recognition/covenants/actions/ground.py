"""What every action on a covenant stands on: finding it, the right to it, its text as it is kept, who is told."""

import hashlib
from dataclasses import dataclass
from uuid import UUID, uuid4

from db import chain
from recognition.covenants import store
from recognition.covenants.rules import reading
from recognition.covenants.terms import Covenant, CovenantInput, Direction, Party, Target
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.case import OfIssuer
from recognition.hall.errors import NotFound, Stale, there
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role, Verb
from vietnamese import text

KIND = "covenant"


class Asking(OfIssuer):
    """A covenant to be, only to ask for the right."""

    def __init__(self, issuer_id: UUID | None) -> None:
        self.issuer_id = issuer_id


@dataclass(frozen=True)
class Told:
    """Whom a notice is for: parties, or the organ's secretaries."""

    title: str
    told_units: tuple[UUID, ...] = ()
    issuer_id: UUID | None = None
    unit_id: UUID | None = None


def seen(t: Transaction, who: Actor, covenant_id: UUID) -> Covenant:
    """The covenant with every report, if `who` may see it. Raises NotFound."""
    return there(store.get(t, who, covenant_id))


def locked(t: Transaction, who: Actor, covenant_id: UUID, version: int, verb: Verb) -> Covenant:
    """The covenant for a change, in the version that was looked at. Raises NotFound, NotAllowed, Stale."""
    found = seen(t, who, covenant_id)
    permissions.require(who, verb, found)
    if found.version != version:
        raise Stale()
    return found


def party_of(covenant: Covenant, unit_id: UUID) -> Party:
    """The party of a unit. Raises NotFound: it is none, or was taken out by a new edition."""
    found = covenant.party(unit_id)
    if found is None:
        raise NotFound("Đơn vị này không có trong giao ước. Anh/chị xem lại bản mới của giao ước.")
    return found


def own_units(who: Actor, covenant: Covenant) -> frozenset[UUID]:
    """The parties that are units of `who`, or lie below those that they lead."""
    mine = who.units(Role.NOMINATOR, subtree=False) | who.units(Role.UNIT_LEADER, Role.LEADER)
    return frozenset(party.unit_id for party in covenant.parties if party.unit_id in mine)


def reads_all(who: Actor, covenant: Covenant) -> bool:
    """Whether `who` reads every party's report: for the organ."""
    return covenant.issuer_id in who.issuers(Role.SECRETARY, Role.LEADER)


def targets_of(data: CovenantInput, known: tuple[Target, ...] = ()) -> list[Target]:
    """Targets as they are kept; one that was there keeps its id."""
    ids = {target.id for target in known}
    made = []
    for number, typed in enumerate(data.targets, 1):
        wanted = reading.read_wanted(typed.wanted, typed.measure)
        direction = Direction.WORDS if wanted.number is None else Direction.MOST if typed.at_most else Direction.LEAST
        made.append(
            Target(typed.id if typed.id in ids and typed.id else uuid4(), number, text.clean(typed.name), wanted.measure, direction, wanted.number, wanted.words, typed.points)
        )
    return made


def content_of(covenant: Covenant) -> str:
    """The text of a covenant as canonical JSON: all that stands on its paper."""
    return chain.canonical(
        audit.plain(
            {
                "name": covenant.name, "cluster": covenant.cluster, "content": covenant.content, "from_date": covenant.from_date, "to_date": covenant.to_date,
                "report_by": covenant.report_by, "place": covenant.place, "signed_on": covenant.signed_on, "campaign": covenant.campaign_name,
                "parties": [{"unit": party.unit_id, "name": party.name, "post": party.post} for party in covenant.parties],
                "targets": [
                    {"name": each.name, "measure": each.measure, "direction": each.direction, "wanted": each.wanted, "words": each.wanted_words, "points": each.points}
                    for each in covenant.targets
                ],
            }
        )
    )  # fmt: skip


def mark_of(covenant: Covenant) -> str:
    """The sha256 of the text: what an edition is known by."""
    return hashlib.sha256(content_of(covenant).encode()).hexdigest()
