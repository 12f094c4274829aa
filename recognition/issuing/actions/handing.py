"""Handing over after the ceremony: the list to sign read back into the register, who has not received yet."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from documents import ceremony as papers
from documents.facts.print_shop import LeftRow
from recognition.decisions import actions as decisions
from recognition.decisions.rules import handing as decision_rules
from recognition.decisions.terms import AwardState, Decision, Handed, Handing
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Role, Verb
from recognition.issuing import rules
from recognition.issuing.actions import ceremony
from recognition.issuing.actions.ground import recorded
from recognition.issuing.handing_terms import HandRow, HandSheet, HandStanding
from recognition.issuing.shop_terms import Call, CallOrder
from recognition.issuing.store import awards as award_store
from recognition.issuing.store import handing as store
from recognition.issuing.terms import AwardFacts
from vietnamese import dates

#: As many decisions as a list of those who have not received yet goes through.
MOST_DECISIONS = 200


def sheet(who: Actor, decision_id: UUID, order: CallOrder = CallOrder.AWARD) -> HandSheet:
    """The list of a recorded decision, numbered as on the paper that was signed. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        recorded(t, who, decision_id, Verb.HAND_OVER_AWARD)
        return _sheet(t, decision_id, order)


def _sheet(t: Transaction, decision_id: UUID, order: CallOrder) -> HandSheet:
    kept = store.of_decision(t, decision_id)
    rows = [_row(call, kept[call.award_id]) for call in ceremony.called(t, decision_id, order)]
    void = [award for award in award_store.of_decision(t, decision_id) if award.state != "in_force"]
    return HandSheet((*rows, *(_void(award, kept[award.award_id]) for award in void)))


def _row(call: Call, kept: dict[str, Any]) -> HandRow:
    return HandRow(
        call.award_id, call.number, call.name, call.where, call.form, call.serial, call.amount, kept["given_before"], kept["gift"],
        kept["handed_over_on"], kept["handed_to"] or "",
    )  # fmt: skip


def _void(award: AwardFacts, kept: dict[str, Any]) -> HandRow:
    facts = rules.facts_of(award)
    where = ", ".join(part for part in (facts.title, facts.unit) if part)
    return HandRow(
        award.award_id, 0, f"{facts.salutation} {facts.recipient}".strip(), where, award.award_name, "", award.amount, 0, kept["gift"],
        kept["handed_over_on"], kept["handed_to"] or "", decision_rules.standing(AwardState(award.state)),
    )  # fmt: skip


def hand_over_many(who: Actor, decision_id: UUID, chosen: Sequence[Handing], key: UUID | None = None) -> list[Handed]:
    """Write what the signed list says, every row with its own outcome. Raises NotFound, NotAllowed, Invalid."""
    return decisions.hand_over_many(who, decision_id, chosen, key)


def standings(who: Actor, limit: int = MOST_DECISIONS) -> list[HandStanding]:
    """Decisions with papers of which not everybody has received, the newest first."""
    permissions.require(who, Verb.HAND_OVER_AWARD)
    with reading(who) as t:
        return store.waiting(t, list(who.issuers(Role.CLERK, Role.SECRETARY)), limit)


def left_excel(who: Actor, decision_id: UUID | None = None) -> bytes:
    """Who has not received yet as a workbook, of one decision or of all. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        wanted = [decision_id] if decision_id else [one.decision_id for one in standings(who)]
        rows = [row for one in wanted for row in _left(t, recorded(t, who, one, Verb.HAND_OVER_AWARD))]
    return papers.not_received(rows, dates.today())


def _left(t: Transaction, decision: Decision) -> list[LeftRow]:
    if decision.decided_on is None:
        raise NotFound()
    found = _sheet(t, decision.id, CallOrder.AWARD).waiting
    return [LeftRow(decision.number_text, decision.decided_on, row.serial, row.name, row.where, row.form, row.money, row.gift) for row in found]
