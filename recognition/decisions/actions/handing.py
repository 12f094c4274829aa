"""Handing awards over: when, to whom; one, or all rows of a signed list at once."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from recognition.decisions.actions.ground import in_transaction
from recognition.decisions.rules import handing as rules
from recognition.decisions.store import awards
from recognition.decisions.terms import AwardState, Decision, DecisionState, Handed, Handing, MoneyWay
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import Invalid, NotFound, Stale
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates

_STRANGER = "Không thấy khen thưởng này trong quyết định. Anh/chị tải lại danh sách."


def hand_over(who: Actor, award_id: UUID, day: date | str | None, to: str, key: UUID | None = None) -> None:
    """Write when and to whom an award was handed (N01's last date); what was written wrong is written anew.

    Raises NotFound, NotAllowed, Invalid, Stale.
    """
    with transaction(who, key) as t:
        row = awards.raw(t, award_id)
        if row is None:
            raise NotFound()
        decision = _decision(t, who, row["decision_id"])
        check = Entry()
        if refusal := rules.standing(AwardState(row["state"])):
            check.refuse("", refusal)
        handed = _day(check, decision, day)
        receiver = check.line("to", to, "Người nhận")
        check.done()
        _write(t, decision, row, handed, receiver)
        t.result = str(award_id)


def hand_over_many(who: Actor, decision_id: UUID, chosen: Sequence[Handing], key: UUID | None = None) -> list[Handed]:
    """Write what a signed list says, every row with its own outcome, all in one transaction.

    A row that was written before stays as it is, so that a second click changes nothing. Raises NotFound, NotAllowed,
    Invalid when no row was chosen.
    """
    with transaction(who, key) as t:
        decision = _decision(t, who, decision_id)
        if not chosen:
            raise Invalid({"": "Anh/chị đánh dấu ít nhất một người hoặc tập thể đã nhận."})
        done = [_one(t, decision, one) for one in chosen]
        t.result = str(decision_id)
    return done


def _one(t: Transaction, decision: Decision, one: Handing) -> Handed:
    row = awards.raw(t, one.award_id)
    if row is None or row["decision_id"] != decision.id:
        return Handed(one.award_id, "", False, _STRANGER)
    name, check = f"{row['salutation']} {row['name']}".strip(), Entry()
    if refusal := rules.standing(AwardState(row["state"])) or rules.already(row["handed_over_on"], row["handed_to"]):
        return Handed(one.award_id, name, False, refusal)
    handed = _day(check, decision, one.day)
    taken_by = check.line("taken_by", one.taken_by, "Người nhận thay", required=False)
    if check.wrong:
        return Handed(one.award_id, name, False, " ".join(check.wrong.values()))
    receiver = rules.receiver(name, taken_by, one.money if row["amount"] else MoneyWay.IN_HAND)
    _write(t, decision, row, handed, receiver)
    return Handed(one.award_id, name, True, f"{dates.short(handed)}, {receiver}")


def _decision(t: Transaction, who: Actor, decision_id: UUID) -> Decision:
    """The recorded decision whose awards `who` may hand over. Raises NotFound, NotAllowed."""
    decision = in_transaction(t, decision_id)
    if decision.issuer_id not in who.issuers(Role.CLERK, Role.SECRETARY) or decision.state is not DecisionState.RECORDED:
        raise NotFound()
    permissions.require(who, Verb.HAND_OVER_AWARD, decision)
    return decision


def _day(check: Entry, decision: Decision, day: date | str | None) -> date:
    handed = check.day("day", day, "Ngày trao", latest=dates.today())
    if "day" not in check.wrong:
        check.order("day", decision.decided_on, handed, ("Ngày quyết định", "Ngày trao"))
    return handed


def _write(t: Transaction, decision: Decision, row: dict[str, Any], day: date, receiver: str) -> None:
    if not awards.hand_over(t, row["id"], row["version"], day, receiver):
        raise Stale()
    audit.note(t, Verb.HAND_OVER_AWARD, "award", row["id"], after={"day": day, "to": receiver}, case=decision)
