"""What every action on letters stands on: the right, the letter that was looked at, what still waits today."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import AddressStyle
from recognition.council.rules import rulebook
from recognition.council.terms import Absent
from recognition.dan_van_kheo import actions as models
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.case import OfIssuer
from recognition.hall.errors import NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role, Verb
from recognition.insight.actions import launches
from recognition.issuing.actions import proofs
from recognition.reminding.store import facts as fact_store
from recognition.reminding.store import letters as store
from recognition.reminding.terms import Fact, Kind, Letter
from vietnamese import dates

KIND = "letter"
#: Proof slips of older decisions are not asked for any more.
PROOF_DAYS = 120


@dataclass(frozen=True)
class Asking(OfIssuer):
    """An organ, only to ask for the right."""

    issuer_id: UUID


@dataclass(frozen=True)
class Told:
    """Whom a notice is for: the people of a unit, or one account."""

    title: str
    told_units: tuple[UUID, ...] = ()
    created_by: UUID | None = None


def organs(who: Actor) -> list[UUID]:
    """The organs whose letters `who` looks at."""
    return sorted(who.issuers(Role.SECRETARY))


def spoken(issuer_id: UUID) -> str:
    """How an organ calls a person."""
    return "đồng chí" if catalogue.issuer(None, issuer_id).address_style is AddressStyle.DONG_CHI else "anh/chị"


def seen(t: Transaction, who: Actor, letter_id: UUID) -> Letter:
    """The letter if `who` may see it. Raises NotFound."""
    found = store.get(t, letter_id)
    if found is None or not permissions.allowed(who, Verb.SEE_OUTBOX, found):
        raise NotFound("Không tìm thấy thư này. Thư chưa sửa có thể đã được soạn lại; anh/chị mở «Thư chờ gửi».")
    return found


def locked(t: Transaction, who: Actor, letter_id: UUID, version: int, verb: Verb) -> Letter:
    """The letter for a change, in the version that was looked at. Raises NotFound, NotAllowed, Stale."""
    found = seen(t, who, letter_id)
    permissions.require(who, verb, found)
    if found.version != version:
        raise Stale()
    return found


def waiting(t: Transaction, who: Actor, issuer_id: UUID) -> list[Fact]:
    """Everything that waits for units and people of an organ today, whoever was told of it when; nothing for `who`."""
    today = dates.today()
    found = fact_store.plain(t, issuer_id, today)
    found += [fact for fact, rule in fact_store.written(t, issuer_id, today) if rulebook.from_json(rule).absent is Absent.WRITTEN]
    found += fact_store.signs(t, issuer_id, today, models.signs_due(who))
    quiet = {each.moves.campaign_id: each.moves.last or each.moves.begun for each in launches.under_way(who) if each.still}
    found += fact_store.still(t, issuer_id, today, quiet)
    found += _proofs(t, issuer_id)
    return [fact for fact in found if fact.account_id != who.account_id]


def _proofs(t: Transaction, issuer_id: UUID) -> list[Fact]:
    """Slips that units have not signed; those of decisions without a proposing unit are asked for by hand."""
    today, found = dates.today(), []
    for row in fact_store.decisions(t, issuer_id, today - timedelta(days=PROOF_DAYS), today):
        about = f"số {row['number_text']} ngày {dates.short(row['decided_on'])}"
        units = [unit for slip in proofs.waiting(t, row["id"]) if (unit := _id(slip.key)) is not None]
        found += [Fact(Kind.PROOF, row["id"], about, unit_id=unit, since=row["decided_on"]) for unit in fact_store.living(t, units, today)]
    return found


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def with_last(t: Transaction, issuer_id: UUID, found: Collection[Fact]) -> list[Fact]:
    """Facts with the last day on which somebody was told of each: by a letter, or by a reminder of the room where it lies."""
    told = store.told(t, issuer_id)
    return [replace(fact, told_on=max((day for day in (fact.told_on, told.get(fact.thing)) if day is not None), default=None)) for fact in found]
