"""Preparing a case and sending it: draft, change, move, submit."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.hall import audit, numbers, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale, refuse
from recognition.hall.transaction import Transaction, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import rules
from recognition.nominations.actions import ground, nominees, opinions, reading
from recognition.nominations.actions.ground import KIND
from recognition.nominations.store import cases, parts, scores
from recognition.nominations.terms import Commendation, Evidence, Nomination, NominationInput, Subject
from vietnamese import dates


def save_draft(who: Actor, data: NominationInput, key: UUID | None = None) -> Nomination:
    """Begin a case: a draft with its number, which only its maker sees. Raises NotAllowed, Invalid."""
    with transaction(who, key) as t:
        data = rules.tidy(data)
        permissions.require(who, Verb.NOMINATE, nominees.asking(who, data))
        refuse(rules.check_draft(data))
        _check_links(t, who, data)
        recipient, name = nominees.recipient(t, data.nominee)
        year = dates.today().year
        code = f"{data.subject.series}-{year}-{numbers.next_number(t, f'{data.subject.series}-{year}'):04d}"
        stored = ground.stored(t, data, code, recipient, name)
        made = ground.again(t, cases.insert(t, data, stored, who.account_id, dates.now_utc()))
        audit.note(t, Verb.NOMINATE, KIND, made.id, after=made)
        t.result = str(made.id)
    return made


def _check_links(t: Transaction, who: Actor, data: NominationInput) -> None:
    """The campaign and the model's year that the case names are there for this unit."""
    if data.campaign_id is not None:
        try:
            campaigns.get(who, data.campaign_id)
        except NotFound:
            raise Invalid({"campaign_id": "Không tìm thấy phong trào này. Anh/chị chọn lại."}) from None
    if data.subject is Subject.MODEL_YEAR:
        year = cases.model_year(t, data.model_year_id) if data.model_year_id else None
        if year is None or year["unit_id"] != data.unit_id:
            raise Invalid({"model_year_id": "Không tìm thấy mô hình này ở đơn vị của anh/chị. Anh/chị mở mô hình rồi bấm «Đề nghị khen»."})


def change(who: Actor, nomination_id: UUID, version: int, data: NominationInput, key: UUID | None = None) -> Nomination:
    """Change a draft or a returned case. Its subject and unit stay. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before = _editable(t, who, nomination_id, version, Verb.EDIT)
        data = rules.tidy(replace(data, subject=before.subject, unit_id=before.unit_id))
        refuse(rules.check_draft(data))
        _check_links(t, who, data)
        recipient, name = nominees.recipient(t, data.nominee)
        if not cases.update(t, before, data, ground.stored(t, data, before.code, recipient, name)):
            raise Stale()
        parts.forget_criteria(t, nomination_id, data.campaign_id)
        after = ground.again(t, nomination_id)
        audit.note(t, Verb.EDIT, KIND, nomination_id, before=before, after=after)
        t.result = str(nomination_id)
    return after


def move(who: Actor, nomination_id: UUID, version: int, campaign_id: UUID | None, key: UUID | None = None) -> Nomination:
    """Move a draft or a returned case to another campaign; None makes it a spot commendation. Raises Stale, Invalid."""
    with transaction(who, key) as t:
        before = _editable(t, who, nomination_id, version, Verb.MOVE)
        commendation = Commendation.SPOT if campaign_id is None else Commendation.CAMPAIGN
        data = replace(ground.as_input(before), campaign_id=campaign_id, commendation=commendation)
        _check_links(t, who, data)
        issuer = ground.issuer_of(t, data)
        assert issuer is not None
        if not cases.set_campaign(t, before, commendation, campaign_id, issuer, rules.subject_key(data, str(before.recipient_id))):
            raise Stale()
        parts.forget_criteria(t, nomination_id, campaign_id)
        after = ground.again(t, nomination_id)
        target = f"Sang phong trào «{after.campaign_name}»." if campaign_id else "Sang khen đột xuất."
        audit.note(t, Verb.MOVE, KIND, nomination_id, before=before, after=after, detail=target)
        t.result = str(nomination_id)
    return after


def submit(who: Actor, nomination_id: UUID, version: int, key: UUID | None = None) -> Nomination:
    """Send a case on its road: its content becomes a fixed revision.

    It goes to the unit's leader, or straight to the secretary where the unit has switched that step off.
    Raises NotAllowed, NotFound, Stale, Invalid with every field to mend.
    """
    with transaction(who, key) as t:
        before = ground.lock(t, nomination_id, version)
        permissions.require(who, Verb.SUBMIT, before)
        unit = cases.unit_fact(t, before.unit_id)
        assert unit is not None
        state = road.after(before.state, Verb.SUBMIT, endorsement=bool(unit["endorsement"]))
        data = ground.as_input(before)
        refuse(rules.blocking(rules.findings(data, ground.facts(t, data, before, dates.today()))))
        now = dates.now_utc()
        stamps: dict[str, Any] = {
            "submitted_at": now, "returned_from": None, "endorsed_at": now if state is State.ENDORSED else None, "endorsed_by": None,
            "accepted_at": None, "wording": before.wording or rules.suggested_wording(data, before.campaign_name),
        }  # fmt: skip
        after = ground.change_state(t, before, state, reasons=(), **stamps)
        revision = parts.add_revision(t, nomination_id, content(t, after), who.account_id, now)
        detail = f"lần thứ {revision.number}." if revision.number > 1 else ""
        audit.note(t, Verb.SUBMIT, KIND, nomination_id, before=before, after=after, detail=detail)
        opinions.ask(t, after)
        t.result = str(nomination_id)
    return after


def propose(who: Actor, data: NominationInput, key: UUID | None = None) -> Nomination:
    """Begin a case and send it at once, all or nothing. Raises as `save_draft` and `submit`, everything to mend in one Invalid."""
    with _told_at_once(who, data), transaction(who, key) as t:
        made = save_draft(who, data)
        sent = submit(who, made.id, made.version)
        t.result = str(sent.id)
    return sent


def change_and_submit(who: Actor, nomination_id: UUID, version: int, data: NominationInput, key: UUID | None = None) -> Nomination:
    """Change a draft or a returned case and send it at once, all or nothing. Raises as `change` and `submit`, everything to mend in one Invalid."""
    with _told_at_once(who, data, nomination_id), transaction(who, key) as t:
        changed = change(who, nomination_id, version, data)
        sent = submit(who, nomination_id, changed.version)
        t.result = str(nomination_id)
    return sent


@contextmanager
def _told_at_once(who: Actor, data: NominationInput, nomination_id: UUID | None = None) -> Iterator[None]:
    """A draft that cannot be stored is told together with what keeps it from being sent: nobody mends a form in two rounds."""
    try:
        yield
    except Invalid as wrong:
        raise Invalid({**rules.blocking(reading.checklist(who, data, nomination_id)), **wrong.fields}) from wrong


def _editable(t: Transaction, who: Actor, nomination_id: UUID, version: int, verb: Verb) -> Nomination:
    found = ground.lock(t, nomination_id, version)
    permissions.require(who, verb, found)
    if found.state not in road.EDITABLE:
        raise NotAllowed(f"Hồ sơ đang ở bước «{found.state.label}» nên không sửa được. Anh/chị thu hồi về sửa nếu chưa ai xử lý, hoặc đề nghị thư ký trả lại.")
    return found


def content(t: Transaction, nomination: Nomination) -> dict[str, Any]:
    """All that is judged of a case, as its revision keeps it."""
    whole = audit.plain(nomination)
    kept = {name: whole[name] for name in _JUDGED}
    lines = campaigns.in_transaction(t, nomination.campaign_id).criteria if nomination.campaign_id else ()
    names = {line.id: line.name for line in lines if line.id is not None}
    kept["self_score"] = {names[criterion]: points for criterion, points in scores.own(t, nomination.id).items()}
    kept["evidence"] = [_file(each, names) for each in parts.evidence(t, nomination.id)]
    if nomination.model_year_id is not None:
        kept["model"] = audit.plain(cases.model_year(t, nomination.model_year_id))
    return kept


_JUDGED = (
    "code", "subject", "deed", "model_year_id", "commendation", "campaign_id", "campaign_name", "issuer_id", "unit_id", "unit_name",
    "recipient_id", "recipient_kind", "recipient_name", "award_type_id", "award_name", "title", "achievement", "wording", "period_from",
    "period_to", "told", "publish", "publish_basis", "posthumous",
)  # fmt: skip


def _file(evidence: Evidence, names: Mapping[UUID, str]) -> dict[str, Any]:
    return {"sha256": evidence.blob, "kind": evidence.kind.value, "file_name": evidence.file_name, "caption": evidence.caption, "proves": [names[each] for each in evidence.criteria]}
