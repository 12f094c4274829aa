"""Decisions on an earlier one: correct, revoke, replace. The old rows stay, marked by which decision."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from recognition.decisions.actions.drafting import new_draft
from recognition.decisions.actions.ground import KIND, in_transaction, seen
from recognition.decisions.store import awards, decisions
from recognition.decisions.store import lines as line_store
from recognition.decisions.terms import AwardState, Decision, DecisionState, Kind, Line
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, refuse
from recognition.hall.lengths import needed
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import Verb
from vietnamese import dates, text


def change_earlier(
    who: Actor, earlier_id: UUID, kind: str, chosen: Sequence[UUID], reason: str, key: UUID | None = None
) -> Decision:
    """Draft a decision that corrects or revokes chosen awards, or replaces all, of an earlier one, with its reason.

    Right words of a correction are typed into the draft's lines. Revoking needs one of the four grounds of Luật Đ93,
    named in the reason. Raises NotFound, NotAllowed, Invalid.
    """
    with transaction(who, key) as t:
        earlier = seen(t, who, earlier_id)
        what, said = Kind(kind), text.clean(reason)
        if earlier.state is not DecisionState.RECORDED or what not in (Kind.CORRECT, Kind.REVOKE, Kind.REPLACE):
            raise NotAllowed("Chỉ đính chính, huỷ bỏ hoặc thay thế quyết định đã vào số. Dự thảo thì anh/chị sửa trực tiếp.")
        refuse(needed("reason", said, f"Anh/chị ghi lý do {what.label.lower()}."))
        draft = _draft(who, earlier, what, said)
        permissions.require(who, Verb.DRAFT_DECISION, draft)
        lines = _lines(t, draft, earlier, set(chosen))
        decisions.insert(t, draft, dates.now_utc())
        line_store.put(t, lines)
        made = in_transaction(t, draft.id)
        audit.note(t, Verb.DRAFT_DECISION, KIND, made.id, after=made)
        t.result = str(made.id)
    return made


def _draft(who: Actor, earlier: Decision, kind: Kind, reason: str) -> Decision:
    assert earlier.decided_on is not None
    named = f"Quyết định số {earlier.number_text}, {dates.long(earlier.decided_on)}"
    return replace(
        new_draft(who, earlier.issuer_id, kind, earlier.origin),
        corrects_id=earlier.id, reason=reason, clause=earlier.clause, campaign_id=earlier.campaign_id,
        title=f"về việc {kind.label.lower()} {'khen thưởng tại ' if kind is Kind.REVOKE else ''}{named}", bases=(f"Căn cứ {named}",),
    )  # fmt: skip


def _lines(t: Transaction, draft: Decision, earlier: Decision, chosen: set[UUID]) -> list[Line]:
    by_line = {line.id: line for line in earlier.kept}
    found: list[Line] = []
    for award in awards.of_decision(t, earlier.id):
        if award.state is AwardState.IN_FORCE and (draft.kind is Kind.REPLACE or award.id in chosen):
            raw = awards.raw(t, award.id)
            assert raw is not None
            line = by_line[raw["line_id"]]
            found.append(replace(line, id=uuid4(), decision_id=draft.id, award_id=award.id, number=len(found) + 1, typed=True, version=1))
    if draft.kind is not Kind.REPLACE and len(found) != len(chosen):
        raise Invalid({"lines": "Có khen thưởng không thuộc quyết định này hoặc không còn hiệu lực. Anh/chị chọn lại."})
    if not found:
        raise Invalid({"lines": "Anh/chị chọn ít nhất một khen thưởng còn hiệu lực."})
    return found
