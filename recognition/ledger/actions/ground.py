"""What every action on the ledger stands on: all claims, what may be claimed twice, the answers, who sees and who answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from recognition.campaigns.themes import Field
from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.terms import Figure
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.case import OfIssuer
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role, Verb
from recognition.ledger import rules, store
from recognition.ledger.rules import alike, counting
from recognition.ledger.terms import Claim, ClaimId, Doubt, Settled
from recognition.units import actions as units

KIND = "impact_answer"


@dataclass(frozen=True)
class Asking(OfIssuer):
    """An organ, only to ask for the right."""

    issuer_id: UUID


@dataclass(frozen=True)
class Known:
    """All claims, the answers that were given, what is still a question. Shared by whoever asks: nobody changes it."""

    claims: Mapping[ClaimId, Claim]
    answers: Sequence[Settled]
    open: tuple[Doubt, ...]


#: What `known` last gave, and what it was made of.
_LAST: dict[str, tuple[object, Known]] = {}


def known(t: Transaction) -> Known:
    """The whole ledger, whoever asks. Compared anew only when a claim, a unit's place or an answer is another than last time."""
    reported, answers, above = store.reported(t), store.answers(t), units.parents(t)
    last = _LAST.get("known")
    if last is None or last[0] != (reported, answers, above):
        claims = {claim.id: claim for row in reported for claim in claims_of(row)}
        found = alike.doubts(claims.values(), above)
        last = _LAST["known"] = (reported, answers, above), Known(claims, answers, counting.open_doubts(found, claims, answers))
    return last[1]


def claims_of(row: dict[str, Any]) -> list[Claim]:
    """The claims of one year of a model."""
    return [claim(row, figure) for figure in models.read_figures(row["figures"]) if figure.amount]


def claim(row: dict[str, Any], figure: Figure) -> Claim:
    """One figure as a claim: its days are those of its campaign within its year."""
    first, last = date(row["year"], 1, 1), date(row["year"], 12, 31)
    begin, end = max(first, row["from_date"] or first), min(last, row["to_date"] or last)
    if begin > end:
        begin, end = first, last
    names = ("unit_id", "unit_name", "issuer_id", "campaign_id", "campaign_name", "model_code", "model_name", "area", "year", "files")
    return Claim(
        row["year_id"], rules.key_of(figure), rules.sort_of(figure), figure, field=Field(row["field"]), from_date=begin, to_date=end,
        checked=row["checked_score"] is not None, **{name: row[name] for name in names},
    )  # fmt: skip


def issuers_of(who: Actor) -> frozenset[UUID]:
    """Organs whose ledger `who` sees in full."""
    return frozenset(who.issuers(Role.SECRETARY, Role.LEADER))


def units_of(who: Actor) -> frozenset[UUID]:
    """Units whose claims `who` sees: own, and what lies below those that one leads."""
    return frozenset(who.units(Role.UNIT_LEADER, Role.LEADER)) | frozenset(who.units(Role.NOMINATOR, subtree=False))


def mine(who: Actor, claims: Iterable[Claim]) -> frozenset[ClaimId]:
    """The claims before organs for which `who` answers."""
    return frozenset(each.id for each in claims if permissions.allowed(who, Verb.SETTLE_CLAIMS, Asking(each.issuer_id)))
