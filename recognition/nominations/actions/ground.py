"""What every action on a case stands on: finding it, locking it, changing its state, the facts around it.

`lock`, `change_state` and `latest_revision` are also for the rooms later on the road, inside their transactions: no
other room writes these tables.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign, Stage
from recognition.catalogue.terms import RecipientKind
from recognition.hall import visibility
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.nominations import rules
from recognition.nominations.actions import nominees
from recognition.nominations.store import cases, parts
from recognition.nominations.terms import DeedInput, Evidence, Nomination, NominationInput, Nominee, Reason, Revision
from vietnamese import text

KIND = "nomination"


def seen(t: Transaction, who: Actor, nomination_id: UUID) -> Nomination:
    """The case if `who` may see it. Raises NotFound."""
    found = cases.get(t, nomination_id)
    if found is None or not (visibility.plainly(who, found) or cases.seen(t, who, nomination_id)):
        raise NotFound()
    return found


def require_seen(t: Transaction, who: Actor, nomination_id: UUID) -> None:
    """Raise NotFound unless `who` may see the case."""
    if not cases.seen(t, who, nomination_id):
        raise NotFound()


def lock(t: Transaction, nomination_id: UUID, version: int | None = None) -> Nomination:
    """The case for a change in this transaction, in the version that the person looked at (None: whichever it has).

    Writers come one at a time, so what is read here stays so until the commit. Raises NotFound (also when the one who
    acts may not see it), Stale.
    """
    found = seen(t, t.who, nomination_id) if t.who is not None else cases.get(t, nomination_id)
    if found is None:
        raise NotFound()
    if version is not None and found.version != version:
        raise Stale()
    return found


def behind(t: Transaction, nomination_id: UUID) -> Nomination:
    """The case for a later room that lets somebody act on it without seeing it whole (names hidden from reviewers).

    The caller has asked `permissions` and shows nothing that was not masked. Raises NotFound.
    """
    found = cases.get(t, nomination_id)
    if found is None:
        raise NotFound()
    return found


def change_state(
    t: Transaction, nomination: Nomination, state: State, *, reasons: tuple[Reason, ...] | None = None, **stamps: Any
) -> Nomination:
    """Move a locked case to `state`, with stamps of `cases.STAMPS` (moments, who, wording); the case as it is now.

    The caller has asked `permissions` and `road`, and writes the audit entry. Raises Stale.
    """
    if reasons is not None:
        stamps["reasons"] = cases.reasons_json(reasons)
    if not cases.set_state(t, nomination.id, nomination.version, state, stamps):
        raise Stale()
    return again(t, nomination.id)


def again(t: Transaction, nomination_id: UUID) -> Nomination:
    """The case as this transaction has left it."""
    found = cases.get(t, nomination_id)
    assert found is not None
    return found


def latest_revision(t: Transaction, nomination_id: UUID) -> Revision | None:
    """The revision that is being judged; None while nothing was sent."""
    return parts.latest_revision(t, nomination_id)


def as_input(nomination: Nomination) -> NominationInput:
    """A stored case as the form shows it again."""
    nominee = None
    if nomination.recipient_id is not None and nomination.recipient_kind is not None:
        nominee = Nominee(nomination.recipient_kind, nomination.recipient_id, nomination.person_id, nomination.recipient_unit_id)
    deed = nomination.deed
    return NominationInput(
        subject=nomination.subject,
        commendation=nomination.commendation,
        unit_id=nomination.unit_id,
        issuer_id=nomination.issuer_id,
        campaign_id=nomination.campaign_id,
        award_type_id=nomination.award_type_id,
        nominee=nominee,
        title=nomination.title,
        achievement=nomination.achievement,
        wording=nomination.wording,
        deed=DeedInput(deed.story, deed.reason, deed.place, deed.deed_date, deed.known_date, deed.beneficiaries, deed.witness, deed.tags) if deed else None,
        model_year_id=nomination.model_year_id,
        period_from=nomination.period_from,
        period_to=nomination.period_to,
        told=nomination.told,
        publish=nomination.publish,
        publish_basis=nomination.publish_basis,
        posthumous=nomination.posthumous,
        contact=nomination.contact,
    )


def facts(t: Transaction, data: NominationInput, nomination: Nomination | None, today: date) -> rules.Facts:
    """What stands around a case today; `nomination` is None for one that is not stored yet."""
    unit = cases.unit_fact(t, data.unit_id)
    campaign = campaigns.in_transaction(t, data.campaign_id) if data.campaign_id else None
    nominee = data.nominee
    nominee_unit = cases.unit_fact(t, nominee.unit_id) if nominee and nominee.unit_id else None
    files = parts.evidence(t, nomination.id) if nomination else []
    collective = nominee is not None and nominee.kind is RecipientKind.COLLECTIVE
    return rules.Facts(
        today=today,
        award=nominees.award(data.award_type_id) if data.award_type_id else None,
        campaign_refusal=_campaign_refusal(t, campaign, data.unit_id, today) if campaign else None,
        campaign_from=campaign.from_date if campaign else None,
        campaign_to=campaign.to_date if campaign else None,
        unit_end=unit["to_date"] if unit else None,
        nominee_unit_end=nominee_unit["to_date"] if nominee_unit else None,
        evidence=frozenset(file.kind for file in files),
        evidence_count=len(files),
        taken=tuple(file.taken_on for file in files if file.taken_on is not None),
        earlier=_earlier(t, data, nomination),
        unproved=_unproved(campaign, files),
        hold=nominee is not None and cases.on_hold(t, nomination.id if nomination else UUID(int=0), nominee.person_id, nominee.unit_id if collective else None, today),
    )


def _unproved(campaign: Campaign | None, files: Sequence[Evidence]) -> tuple[str, ...]:
    """Lines of which the campaign wants to see a file and none of these proves."""
    shown = {each for file in files for each in file.criteria}
    return tuple(line.name for line in campaign.criteria if line.proof and line.id not in shown) if campaign else ()


def _campaign_refusal(t: Transaction, campaign: Campaign, unit_id: UUID, today: date) -> str | None:
    if not campaigns.reaches(t, campaign.id, unit_id):
        return "Phong trào này chưa phát động tới đơn vị của anh/chị. Anh/chị chọn phong trào khác hoặc hỏi thư ký."
    return campaigns.stage_refusal(campaign, Stage.NOMINATE, today)


def _earlier(t: Transaction, data: NominationInput, nomination: Nomination | None) -> rules.Earlier | None:
    recipient = nominees.known(data.nominee, nomination)
    issuer = issuer_of(t, data)
    if recipient is None or issuer is None:
        return None
    row = cases.earlier(t, rules.subject_key(data, str(recipient)), issuer, nomination.id if nomination else UUID(int=0))
    return rules.Earlier(row["code"], row["unit_name"] or "", State(row["state"])) if row else None


def issuer_of(t: Transaction, data: NominationInput) -> UUID | None:
    """Who will decide: in a campaign its issuer, else the one that was chosen."""
    return campaigns.in_transaction(t, data.campaign_id).issuer_id if data.campaign_id else data.issuer_id


def stored(t: Transaction, data: NominationInput, code: str, recipient: UUID | None, recipient_name: str) -> dict[str, Any]:
    """What goes into the row beside what was typed."""
    unit = cases.unit_fact(t, data.unit_id)
    if unit is None:
        raise Invalid({"unit_id": "Không tìm thấy đơn vị đề nghị. Anh/chị chọn lại đơn vị."})
    issuer = issuer_of(t, data)
    if issuer is None:
        raise Invalid({"issuer_id": "Anh/chị chọn cơ quan xét khen thưởng."})
    place = data.deed.place if data.deed else ""
    return {
        "code": code,
        "issuer_id": issuer,
        "recipient_id": recipient,
        "shared_unit_id": nominees.other_unit(data),
        "achievement": rules.achievement_text(data),
        "subject_key": rules.subject_key(data, str(recipient)),
        "search": text.search_key(" ".join((code, recipient_name, data.title, unit["name"], place))),
    }
