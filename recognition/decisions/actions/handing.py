"""Handing awards over: when, to whom."""

from datetime import date
from uuid import UUID

from recognition.decisions.actions.ground import in_transaction
from recognition.decisions.store import awards
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import NotFound, Stale
from recognition.hall.transaction import transaction
from recognition.hall.words import Role, Verb
from vietnamese import dates


def hand_over(who: Actor, award_id: UUID, day: date | str | None, to: str, key: UUID | None = None) -> None:
    """Write when and to whom an award was handed (N01's last date). Raises NotFound, NotAllowed, Invalid, Stale."""
    with transaction(who, key) as t:
        row = awards.raw(t, award_id)
        if row is None:
            raise NotFound()
        decision = in_transaction(t, row["decision_id"])
        if decision.issuer_id not in who.issuers(Role.CLERK, Role.SECRETARY):
            raise NotFound()
        permissions.require(who, Verb.HAND_OVER_AWARD, decision)
        check = Entry()
        handed = check.day("day", day, "Ngày trao", latest=dates.today())
        receiver = check.line("to", to, "Người nhận")
        check.order("day", decision.decided_on, handed, ("Ngày quyết định", "Ngày trao"))
        check.done()
        if not awards.hand_over(t, award_id, row["version"], handed, receiver):
            raise Stale()
        audit.note(t, Verb.HAND_OVER_AWARD, "award", award_id, after={"day": handed, "to": receiver}, case=decision)
        t.result = str(award_id)
