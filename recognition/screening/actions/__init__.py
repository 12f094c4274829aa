"""What a secretary does with cases that left their unit: check, accept, return, refuse, shortlist, settle."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Stage
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Regulation
from recognition.hall import audit, permissions, road
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError, Invalid, NotFound
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations import rules as nomination_rules
from recognition.nominations.terms import Answer, EvidenceKind, Nomination, Reason, Subject
from recognition.screening import rules, store
from recognition.screening.terms import Check, Done, Facts, Inquiry, Said
from vietnamese import dates, text

KIND = nominations.KIND
#: States in which the checks of a case say something useful.
SCREENED = frozenset({State.ENDORSED, State.ACCEPTED, State.SHORTLISTED})


def _facts(t: Transaction, case: Nomination, on: date, found: Mapping[str, Regulation]) -> Facts:
    """All that the rules look at, gathered for one case as of a day."""
    award = catalogue.award_type(case.award_type_id) if case.award_type_id else None
    issuer = catalogue.issuer(t.who, case.issuer_id)
    campaign = campaigns.in_transaction(t, case.campaign_id) if case.campaign_id else None
    own_unit = case.recipient_unit_id if case.recipient_kind == "collective" else None
    required, _ = store.unit_facts(t, case.unit_id)
    waiting, locked, points = store.score(t, case.id)
    return Facts(
        today=on, commendation=case.commendation.value, recipient_kind=str(case.recipient_kind or "individual"),
        issuer_id=case.issuer_id, issuer_track=issuer.track.value, award_track=award.track.value if award else "any",
        award_for=frozenset(kind.value for kind in award.recipients) if award else frozenset({"individual", "collective", "household"}),
        submitted_on=dates.to_local(case.submitted_at).date() if case.submitted_at else None, deadline=campaign.deadlines.get(Stage.NOMINATE) if campaign else None,
        achieved_from=case.deed_date or case.period_from, achieved_to=case.deed_date or case.period_to,
        campaign_from=campaign.from_date if campaign else None, campaign_to=campaign.to_date if campaign else None,
        missing=_missing(t, case, nomination_rules.dossier_of(award.dossier, case.commendation) if award else ()), unproved=store.unproved(t, case.id),
        endorsed=case.endorsed_at is not None, endorsement_required=required, told=case.told,
        unit_dissolved_on=store.unit_facts(t, own_unit)[1] if own_unit else None,
        past=store.past_awards(t, case.recipient_id, case.person_id, case.id), disciplines=store.disciplines(t, case.person_id, own_unit),
        holds=store.holds(t, case.id, case.person_id, own_unit), elsewhere=store.elsewhere(t, case.id),
        deed=case.subject is Subject.DEED, posthumous=case.posthumous, leads_enterprise=store.leads_enterprise(t, case.person_id, on),
        opinion=_inquiry(t, case, on), award_type_id=case.award_type_id, months_between=int(found["interval"].value) if "interval" in found else 0,
        pass_mark=campaign.pass_mark if campaign and campaign.criteria else None, mean=rules.mean(locked, points), sheets_waiting=waiting, pictures=nominations.used_twice(t, case.id),
        not_asked=frozenset(rule for rule, one in found.items() if one.value is False),
    )  # fmt: skip


def _inquiry(t: Transaction, case: Nomination, on: date) -> Inquiry | None:
    """The question to the recipient's own unit, if another one proposes."""
    asked = nominations.opinion_on(t.who, case.id) if t.who is not None else None
    if asked is None:
        return None
    said = {Answer.AGREE: Said.AGREES, Answer.OBJECT: Said.OBJECTS, None: Said.SILENT if asked.silent(on) else Said.WAITING}[asked.answer]
    return Inquiry(asked.unit_name, said, asked.due, asked.reason)


def _missing(t: Transaction, case: Nomination, dossier: Sequence[str]) -> tuple[str, ...]:
    attached = frozenset(EvidenceKind(kind) for kind in store.attached(t, case.id))
    return tuple(kind.label for kind in nomination_rules.missing_parts(dossier, attached))


def _regulations(on: date) -> dict[str, Regulation]:
    """The regulation behind each rule as it was in force on a day; rules without one are not there."""
    in_force = catalogue.regulations_on(on)
    return {rule: in_force[key] for rule, key in rules.REGULATIONS.items() if key in in_force}


def _dressed(check: Check, found: Mapping[str, Regulation]) -> Check:
    """The check under its regulation: the clause, whether it was verified, the version."""
    own = found.get(check.rule)
    return replace(check, clause=own.clause, verified=own.verified, regulation_id=own.id) if own else check


def _revision(t: Transaction, case: Nomination) -> int:
    found = nominations.latest_revision(t, case.id)
    return found.number if found else 0


def _checks(t: Transaction, case: Nomination, on: date | None = None) -> tuple[Check, ...]:
    day = on or dates.today()
    settled, found = store.overrides(t, case.id, _revision(t, case)), _regulations(day)
    return tuple(replace(_dressed(check, found), override_reason=settled.get(check.rule)) for check in rules.checks(_facts(t, case, day, found)))


def checks(who: Actor, nomination_id: UUID, on: date | None = None) -> tuple[Check, ...]:
    """What every rule answers for a case under the regulations of a day (today when None), failed ones first.

    Raises NotFound for what `who` may not see.
    """
    with reading(who) as t:
        return _checks(t, nominations.lock(t, nomination_id), on)


def open_checks(t: Transaction, nomination_id: UUID) -> tuple[Check, ...]:
    """What a case lacks today, for a later room, which has already asked who may do what."""
    return tuple(check for check in _checks(t, nominations.lock(t, nomination_id)) if not check.settled)


def _step(
    who: Actor, nomination_id: UUID, version: int, verb: Verb, key: UUID | None,
    prepare: Callable[[Transaction, Nomination], tuple[Reason, ...] | None], **stamps: object,
) -> Nomination:  # fmt: skip
    """One verb of the secretary: lock, right, road, reasons, state, entry."""
    with transaction(who, key) as t:
        before = nominations.lock(t, nomination_id, version)
        permissions.require(who, verb, before)
        state = road.after(before.state, verb)
        reasons = prepare(t, before)
        if verb is Verb.RETURN:
            stamps["returned_from"] = before.state.value
        after = nominations.change_state(t, before, state, reasons=reasons, **stamps)
        detail = " ".join(text.clean(reason.sentence) for reason in reasons or ())
        audit.note(t, verb, KIND, nomination_id, before=before, after=after, detail=detail)
        t.result = str(nomination_id)
    return after


def _nothing(_t: Transaction, _case: Nomination) -> None:
    return None


def accept(who: Actor, nomination_id: UUID, version: int, key: UUID | None = None) -> Nomination:
    """Take an endorsed case into screening. Raises NotAllowed, NotFound, Stale."""
    return _step(who, nomination_id, version, Verb.ACCEPT, key, _nothing, accepted_at=dates.now_utc())


def _given(reasons: Sequence[Reason]) -> Callable[[Transaction, Nomination], tuple[Reason, ...]]:
    def prepare(_t: Transaction, _case: Nomination) -> tuple[Reason, ...]:
        wrong = nomination_rules.check_reasons(reasons)
        if wrong:
            raise Invalid(wrong)
        return tuple(reason for reason in reasons if text.clean(reason.sentence))

    return prepare


def return_to_unit(who: Actor, nomination_id: UUID, version: int, reasons: Sequence[Reason], key: UUID | None = None) -> Nomination:
    """Send a case back to its unit with at least one reason, field by field. Raises NotAllowed, NotFound, Stale, Invalid."""
    return _step(who, nomination_id, version, Verb.RETURN, key, _given(reasons))


def refuse(who: Actor, nomination_id: UUID, version: int, reasons: Sequence[Reason], key: UUID | None = None) -> Nomination:
    """Refuse a case for good, saying why. Raises NotAllowed, NotFound, Stale, Invalid."""
    return _step(who, nomination_id, version, Verb.REFUSE, key, _given(reasons), decided_at=dates.now_utc())


def shortlist(who: Actor, nomination_id: UUID, version: int, key: UUID | None = None) -> Nomination:
    """Put a screened case on the list for the council; every failed check is mended or settled before.

    What the checks answered is kept with the revision. Raises NotAllowed, NotFound, Stale, Invalid (rule → sentence).
    """

    def prepare(t: Transaction, case: Nomination) -> None:
        found = _checks(t, case)
        rules.check_acceptance(found)
        fresh = [replace(check, override_reason=None) for check in found]
        store.keep(t, case.id, _revision(t, case), fresh, None, dates.now_utc())

    return _step(who, nomination_id, version, Verb.SHORTLIST, key, prepare)


def unshortlist(who: Actor, nomination_id: UUID, version: int, key: UUID | None = None) -> Nomination:
    """Take a case off the list, back into screening. Raises NotAllowed, NotFound, Stale."""
    return _step(who, nomination_id, version, Verb.UNSHORTLIST, key, _nothing)


def settle(who: Actor, nomination_id: UUID, rule: str, reason: str, key: UUID | None = None) -> Check:
    """Let a case pass a rule for a reason that stays with this revision. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        case = nominations.lock(t, nomination_id)
        permissions.require(who, Verb.OVERRIDE, case)
        rules.check_override(rule, reason)
        found = next((check for check in _checks(t, case) if check.rule == rule), None)
        if found is None or case.state not in SCREENED:
            raise NotFound()
        settled = replace(found, override_reason=text.clean(reason))
        store.keep(t, case.id, _revision(t, case), [settled], who.account_id, dates.now_utc())
        audit.note(t, Verb.OVERRIDE, KIND, nomination_id, after=case, detail=f"{found.sentence}: {settled.override_reason}")
        t.result = str(nomination_id)
    return settled


def due_again(t: Transaction, case: Nomination) -> date | None:
    """The day until which a returned case may come again: the campaign's deadline for sending, if there is one."""
    campaign = campaigns.in_transaction(t, case.campaign_id) if case.campaign_id else None
    return campaign.deadlines.get(Stage.NOMINATE) if campaign else None


def may_settle(rule: str) -> bool:
    """Whether a person may let a case pass this rule with a reason."""
    return rule in rules.OVERRIDABLE


def many(chosen: Sequence[tuple[UUID, int, str]], act: Callable[[UUID, int], Nomination]) -> list[Done]:
    """One verb on several cases (id, version, title): a transaction each, every case with its own outcome."""
    return [_one(nomination_id, version, title, act) for nomination_id, version, title in chosen]


def _one(nomination_id: UUID, version: int, title: str, act: Callable[[UUID, int], Nomination]) -> Done:
    try:
        after = act(nomination_id, version)
    except HallError as refused:
        return Done(nomination_id, title, False, refused.sentence)
    return Done(nomination_id, after.title, True, after.state.label)
