"""A case that comes whole from another installation, straight to whoever screens it. For the courier, inside its transaction."""

from collections.abc import Sequence
from dataclasses import replace

from recognition.hall import numbers, road
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed, Stale, refuse
from recognition.hall.transaction import Transaction
from recognition.hall.words import State, Verb
from recognition.nominations import rules
from recognition.nominations.actions import files, ground, nominees
from recognition.nominations.actions.examining import Examined
from recognition.nominations.actions.write import content
from recognition.nominations.store import cases, parts
from recognition.nominations.terms import EvidenceInput, Nomination, NominationInput, Reason
from vietnamese import dates

#: A case on one of these is still its sender's to change.
CHANGEABLE = road.EDITABLE | {State.ENDORSED}


def arrive(t: Transaction, who: Actor, data: NominationInput, given: Sequence[tuple[EvidenceInput, Examined]], before: Nomination | None = None) -> Nomination:
    """Store a case as its sender confirmed it, or its new version over `before`: a fixed revision that waits for screening.

    What its dossier still lacks is screening's question, everything else that keeps a case from being sent is refused. The caller has
    asked the right and writes the entry. Raises Invalid, NotAllowed (somebody here is working on `before`), Stale.
    """
    data = rules.tidy(data)
    refuse(rules.check_draft(data))
    stored = _stored(t, who, data) if before is None else _changed(t, before, data)
    for each in parts.evidence(t, stored.id):
        parts.remove_evidence(t, each.id, dates.now_utc())
    for one, examined in given:
        files.hang(t, who, stored, one, examined)
    found = rules.findings(ground.as_input(stored), ground.facts(t, ground.as_input(stored), stored, dates.today()))
    refuse(rules.blocking(each for each in found if each.field != "evidence"))
    now = dates.now_utc()
    after = ground.change_state(
        t, stored, road.after(stored.state, Verb.SUBMIT, endorsement=False), reasons=(), returned_from=None, submitted_at=now, endorsed_at=now,
        endorsed_by=who.account_id, wording=stored.wording or rules.suggested_wording(data, stored.campaign_name),
    )  # fmt: skip
    parts.add_revision(t, after.id, content(t, after), who.account_id, now)
    return after


def depart(t: Transaction, before: Nomination, why: str) -> Nomination:
    """The sender took the case back. The caller has asked the right and writes the entry. Raises NotAllowed, Stale."""
    return ground.change_state(t, before, road.after(before.state, Verb.WITHDRAW), reasons=(Reason("", why),))


def _stored(t: Transaction, who: Actor, data: NominationInput) -> Nomination:
    recipient, name = nominees.recipient(t, data.nominee)
    series = f"{data.subject.series}-{dates.today().year}"
    code = f"{series}-{numbers.next_number(t, series):04d}"
    return ground.again(t, cases.insert(t, data, ground.stored(t, data, code, recipient, name), who.account_id, dates.now_utc()))


def _changed(t: Transaction, before: Nomination, data: NominationInput) -> Nomination:
    if before.state not in CHANGEABLE:
        raise NotAllowed(f"Hồ sơ {before.code} đang ở bước «{before.state.label}». Anh/chị trả lại hồ sơ này trước rồi nhận bản mới.")
    data = replace(data, subject=before.subject, unit_id=before.unit_id)
    recipient, name = nominees.recipient(t, data.nominee)
    if not cases.update(t, before, data, ground.stored(t, data, before.code, recipient, name)):
        raise Stale()
    parts.forget_criteria(t, before.id, data.campaign_id)
    changed = ground.again(t, before.id)
    return changed if changed.state in road.EDITABLE else ground.change_state(t, changed, road.after(changed.state, Verb.RECALL))
