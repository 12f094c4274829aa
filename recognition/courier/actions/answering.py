"""The way down, above: for everything that a partner sent, how far it came and what became of it, in one closed parcel."""

import json
from typing import Any
from uuid import UUID

from recognition.courier import rules, store
from recognition.courier.actions import ground
from recognition.courier.actions.sending import closed
from recognition.courier.terms import AnswerRow, Direction, Kept, Kind, ParcelRow
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.issuing.terms import serial
from recognition.nominations import actions as nominations


def results_of(who: Actor, partner_id: UUID) -> tuple[AnswerRow, ...]:
    """What a partner would be told now of each of its cases before our organs, what they do not know yet first. Raises NotAllowed."""
    permissions.require(who, Verb.SEND_PARCEL)
    with reading(who) as t:
        made = [_row(kept, answer) for kept, answer in _answers(t, who, partner_id)]
    return tuple(sorted(made, key=lambda row: not row.fresh))


def answer(who: Actor, partner_id: UUID, key: UUID | None = None) -> ParcelRow:
    """Make the parcel of results for a partner: all its cases before our organs. Raises NotAllowed, NotFound, Invalid (on `partner`, `cases`)."""
    with transaction(who, key) as t:
        permissions.require(who, Verb.SEND_PARCEL)
        partner = ground.partner(t, partner_id)
        found = _answers(t, who, partner_id)
        if not found:
            raise Invalid({"cases": f"Chưa nhận hồ sơ nào của {partner.name} nên chưa có kết quả để gửi."})
        issuer_id = nominations.lock(t, found[0][0].nomination_id).issuer_id
        made = closed(t, who, partner, issuer_id, Kind.RESULTS, {"results": [each for _, each in found]}, len(found), {})
        for kept, each in found:
            store.set_answer(t, kept.id, ground.spelled(each)[0])
        t.result = str(made.id)
    return made


def _answers(t: Transaction, who: Actor, partner_id: UUID) -> list[tuple[Kept, dict[str, Any]]]:
    found = []
    for kept in store.cases(t, partner_id, Direction.IN).values():
        try:
            case = nominations.lock(t, kept.nomination_id)
        except NotFound:
            continue
        if not permissions.allowed(who, Verb.SEND_PARCEL, case):
            continue
        award = store.award_of(t, case.id)
        revoked = award is not None and award["state"] == "revoked"
        told = _award(t, award) if award is not None and not revoked else None
        code = str((ground.read(kept.content) or {})["code"])
        found.append((kept, rules.answer(kept.ref, code, case.state, tuple(each.sentence for each in case.reasons), told, revoked=revoked)))
    return found


def _award(t: Transaction, row: dict[str, Any]) -> dict[str, Any]:
    frozen = json.loads(row["issuer_frozen"] or "{}")
    paper = store.paper_of(t, row["award_id"])
    return {
        "kind": row["decision_kind"], "title": row["decision_title"], "number": row["number_text"] or "", "decided_on": row["decided_on"].isoformat(),
        "signer_name": row["signer_name"], "signer_post": row["signer_post"], "signer_capacity": row["signer_capacity"], "place": row["place"],
        "organ": row["organ"] or frozen.get("name", ""), "track": frozen.get("track", ""), "award_code": row["award_code"], "award_name": row["award_name"],
        "recipient_kind": row["kind"], "salutation": row["salutation"], "name": row["name"], "post": row["post"], "unit": row["unit"],
        "wording": row["wording"], "subject": row["subject"], "amount": int(row["amount"]),
        "serial": serial(paper["number"], paper["year"]) if paper else "", "code": paper["code"] if paper else "",
    }  # fmt: skip


def _row(kept: Kept, told: dict[str, Any]) -> AnswerRow:
    theirs = ground.read(kept.content) or {}
    return AnswerRow(
        kept.ref, kept.nomination_id, kept.code, str(theirs["recipient_name"]), str(theirs["title"]), rules.said(ground.read(kept.answer)),
        rules.said(told), kept.answer != ground.spelled(told)[0], "", "", told,
    )  # fmt: skip
