"""Looking at cases: one, many, what was sent when, what happened."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import State, Verb
from recognition.nominations import differences, rules
from recognition.nominations.actions import ground
from recognition.nominations.actions.ground import KIND
from recognition.nominations.store import lists, opinions, parts, talk
from recognition.nominations.terms import (
    Change,
    Filters,
    HistoryLine,
    Nomination,
    NominationInput,
    NominationPage,
    Revision,
    Whole,
)
from vietnamese import dates

PAGE = 25
NOTHING = Filters()


def get(who: Actor, nomination_id: UUID) -> Nomination:
    """One case; contacts only for those who may see them. Raises NotFound also for what `who` may not see."""
    with reading(who) as t:
        found = ground.seen(t, who, nomination_id)
    return _without_contacts(who, found)


def whole(who: Actor, nomination_id: UUID) -> Whole:
    """A case with its files, revisions, history, the answer of the nominee's unit, and remarks for those who may read them. Raises NotFound."""
    with reading(who) as t:
        found = ground.seen(t, who, nomination_id)
        return Whole(
            _without_contacts(who, found), tuple(parts.evidence(t, nomination_id)), tuple(parts.revisions(t, nomination_id)),
            tuple(told(t, KIND, nomination_id)), opinions.latest(t, nomination_id),
            talk.comments(t, nomination_id) if permissions.allowed(who, Verb.COMMENT, found) else (),
        )  # fmt: skip


def _without_contacts(who: Actor, found: Nomination) -> Nomination:
    if permissions.allowed(who, Verb.SEE_CONTACTS, found):
        return found
    deed = replace(found.deed, witness="") if found.deed else None
    return replace(found, contact="", deed=deed)


def counts(who: Actor, filters: Filters = NOTHING) -> dict[State, int]:
    """How many of the cases that `who` may see stand in each state, whatever states the filters name."""
    permissions.require(who, Verb.SEE_NOMINATIONS)
    with reading(who) as t:
        return lists.counts(t, who, filters)


def find(
    who: Actor, filters: Filters = NOTHING, *, limit: int = PAGE, offset: int = 0, counts: Mapping[State, int] | None = None
) -> NominationPage:
    """One page of the cases that `who` may see, the newest first, with the number of cases per state.

    `counts` saves counting again what `counts` of the same filters has just told.
    """
    permissions.require(who, Verb.SEE_NOMINATIONS)
    with reading(who) as t:
        known = dict(counts) if counts is not None else lists.counts(t, who, filters)
        rows = lists.page(t, who, filters, limit, offset)
    wanted = filters.states or tuple(State)
    return NominationPage(tuple(rows), sum(number for state, number in known.items() if state in wanted), known)


def revisions(who: Actor, nomination_id: UUID) -> list[Revision]:
    """Every content that was sent, the newest first."""
    with reading(who) as t:
        ground.require_seen(t, who, nomination_id)
        return parts.revisions(t, nomination_id)


def compared(before: Revision, after: Revision) -> tuple[Change, ...]:
    """What changed from one revision to another, field by field in words."""
    return differences.between(json.loads(before.content), json.loads(after.content))


def history(who: Actor, nomination_id: UUID) -> list[HistoryLine]:
    """What happened, the newest first, one plain sentence each."""
    with reading(who) as t:
        ground.require_seen(t, who, nomination_id)
        return told(t, KIND, nomination_id)


def told(t: Transaction, kind: str, object_id: UUID) -> list[HistoryLine]:
    """The log of one object in plain sentences, the newest first; the caller has asked whether it may be seen."""
    return [_line(row) for row in reversed(audit.history(t, kind, object_id))]


#: How a verb is told afterwards; any other one is told by its label.
TOLD: Mapping[Verb, str] = {
    Verb.NOMINATE: "lập hồ sơ",
    Verb.EDIT: "sửa hồ sơ",
    Verb.SUBMIT: "gửi hồ sơ",
    Verb.ENDORSE: "xác nhận hồ sơ",
    Verb.SEND_BACK: "trả lại người lập",
    Verb.RECALL: "thu hồi hồ sơ về sửa",
    Verb.WITHDRAW: "rút hồ sơ",
    Verb.MOVE: "chuyển phong trào",
    Verb.RETURN: "trả lại hồ sơ để sửa",
    Verb.REFUSE: "từ chối hồ sơ",
    Verb.ACCEPT: "tiếp nhận hồ sơ",
    Verb.AWARD: "ghi khen thưởng",
}


def _line(row: Mapping[str, Any]) -> HistoryLine:
    verb = Verb(row["verb"]) if row["verb"] in set(Verb) else None
    told = TOLD.get(verb, verb.label.lower()) if verb else row["verb"]
    if row["content"] is None:
        return HistoryLine(row["recorded_at"], verb, f"(đã xoá nội dung) {told}.")
    content = json.loads(row["content"])
    detail = content.get("detail", "")
    end = f": {detail}" if detail else "."
    return HistoryLine(row["recorded_at"], verb, f"{content['name']} {told}{end}")


def checklist(who: Actor, data: NominationInput, nomination_id: UUID | None = None) -> tuple[rules.Finding, ...]:
    """What the form must still mend, and what it might think of, for a case that is being typed. Raises NotAllowed."""
    permissions.require(who, Verb.NOMINATE)
    data = rules.tidy(data)
    with reading(who) as t:
        nomination = ground.seen(t, who, nomination_id) if nomination_id else None
        return rules.findings(data, _facts(t, data, nomination))


def _facts(t: Transaction, data: NominationInput, nomination: Nomination | None) -> rules.Facts:
    try:
        return ground.facts(t, data, nomination, dates.today())
    except Invalid:
        return rules.Facts(today=dates.today())


def to_mend(who: Actor, nomination_id: UUID) -> tuple[rules.Finding, ...]:
    """The same for a stored case: what its page shows beside it before sending."""
    with reading(who) as t:
        nomination = ground.seen(t, who, nomination_id)
        data = ground.as_input(nomination)
        return rules.findings(data, _facts(t, data, nomination))
