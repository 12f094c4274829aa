"""The shortlist against its quotas: rules, gauge, who fits, who ties, who qualifies and was not proposed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign
from recognition.catalogue.terms import RecipientKind
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError, Invalid, NotFound, Stale
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.reviewing import phases, quotas, rules, store
from recognition.reviewing.quotas import Case, Gauge, Quota, QuotaInput
from recognition.reviewing.store import phases as phase_store
from recognition.reviewing.store import quotas as quota_store
from recognition.reviewing.terms import AssignmentState
from recognition.screening import actions as screening
from recognition.screening.terms import Done
from vietnamese import dates, text

_COUNTED = (State.ACCEPTED, *sorted(quotas.HOLDING))


@dataclass(frozen=True)
class Suggestion:
    """A recognised model that nobody has proposed yet. `score`: hundredths of a point."""

    model_id: UUID
    code: str
    name: str
    unit: str
    score: int | None


@dataclass(frozen=True)
class Board:
    """A campaign's list: gauges, ranked cases, suggestions; the mark that a mean must reach, None where nothing is scored."""

    gauges: tuple[Gauge, ...]
    cases: tuple[Case, ...]
    quotas: tuple[Quota, ...]
    suggestions: tuple[Suggestion, ...]
    pass_mark: int | None


def board(who: Actor, campaign_id: UUID) -> Board:
    """Everything about a campaign's list. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        campaign = campaigns.in_transaction(t, campaign_id)
        permissions.require(who, Verb.SHORTLIST, campaign)
        cases, found = _cases(t, campaign_id), quota_store.of_campaign(t, campaign_id)
        missing = quota_store.unproposed(t, campaign_id)
    suggestions = tuple(Suggestion(row["model_id"], row["code"], row["name"], row["unit"], row["checked_score"]) for row in missing)
    return Board(quotas.gauges(found, cases), tuple(quotas.ranking(cases)), tuple(found), suggestions, campaign.pass_mark if campaign.criteria else None)


def _cases(t: Transaction, campaign_id: UUID) -> list[Case]:
    rows = quota_store.counted(t, campaign_id, [state.value for state in _COUNTED], dates.today())
    criteria = campaigns.in_transaction(t, campaign_id).criteria
    given = phases.counting(store.of_cases(t, [row["id"] for row in rows]), phase_store.of_campaign(t, campaign_id))
    sheets = [one for one in given if one.state is AssignmentState.LOCKED]
    found = rules.totals(criteria, sheets)
    made = []
    for row in rows:
        mean = rules.mean(found.get(row["id"], {}).values())
        direct = None if row["recipient_class"] is None else row["recipient_class"] == "direct_worker"
        kind = RecipientKind(row["recipient_kind"] or "individual")
        made.append(
            Case(
                row["id"], row["code"], row["title"], row["recipient"], kind, row["unit_id"], row["unit"], row["award_type_id"], direct,
                State(row["state"]), None if mean is None else rules.hundredths(mean), row["version"],
            )
        )
    return made


def add_quota(who: Actor, campaign_id: UUID, data: QuotaInput, key: UUID | None = None) -> Quota:
    """Set a rule. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        campaign = campaigns.in_transaction(t, campaign_id)
        permissions.require(who, Verb.SET_QUOTA, campaign)
        data = replace(data, base_name=text.clean(data.base_name), clause=text.clean(data.clause))
        wrong = quotas.check(data)
        if wrong:
            raise Invalid(wrong)
        made = uuid4()
        quota_store.insert(t, made, campaign_id, data, who.account_id)
        found = quota_store.get(t, made)
        assert found is not None
        audit.note(t, Verb.SET_QUOTA, "campaign", campaign_id, after=found, detail=f"Đặt hạn mức: {found.sentence}.")
        t.result = str(made)
    return found


def remove_quota(who: Actor, quota_id: UUID, version: int, key: UUID | None = None) -> Quota:
    """Take a rule away. Raises NotAllowed, NotFound, Stale."""
    with transaction(who, key) as t:
        found = quota_store.get(t, quota_id)
        if found is None:
            raise NotFound()
        permissions.require(who, Verb.SET_QUOTA, campaigns.in_transaction(t, found.campaign_id))
        if not quota_store.delete(t, quota_id, version):
            raise Stale()
        audit.note(t, Verb.SET_QUOTA, "campaign", found.campaign_id, before=found, detail=f"Bỏ hạn mức: {found.sentence}.")
        t.result = str(quota_id)
    return found


def copy_quotas(who: Actor, from_campaign: UUID, to_campaign: UUID, key: UUID | None = None) -> int:
    """Take last year's rules over; how many. Raises NotAllowed, NotFound."""
    with transaction(who, key) as t:
        for campaign_id in (from_campaign, to_campaign):
            permissions.require(who, Verb.SET_QUOTA, campaigns.in_transaction(t, campaign_id))
        found = quota_store.of_campaign(t, from_campaign)
        for quota in found:
            add_quota(who, to_campaign, QuotaInput(quota.kind, quota.amount, quota.recipient_kind, quota.award_type_id, quota.per_unit, quota.base, quota.base_name, quota.clause))
        t.result = str(len(found))
    return len(found)


def as_new_year(who: Actor, campaign_id: UUID, year: int, key: UUID | None = None) -> Campaign:
    """Take a campaign over into another year with its quotas, all or nothing. Raises as `campaigns.as_new_year`."""
    with transaction(who, key) as t:
        made = campaigns.as_new_year(who, campaign_id, year)
        copy_quotas(who, campaign_id, made.id)
        t.result = str(made.id)
    return made


def shortlist(who: Actor, nomination_id: UUID, version: int, key: UUID | None = None) -> Nomination:
    """Put one screened case on the list, unless that goes past a quota. Raises as `screening.shortlist`, Invalid (`quota`)."""
    with transaction(who, key) as t:
        case = nominations.lock(t, nomination_id, version)
        if case.campaign_id is not None:
            now, found = _cases(t, case.campaign_id), quota_store.of_campaign(t, case.campaign_id)
            full = next((quotas.exceeded(found, now, one) for one in now if one.id == nomination_id), None)
            if full:
                raise Invalid({"quota": f"{full} Anh/chị đưa vào dù vượt hạn mức ở trang «Danh sách và hạn mức»."})
        after = screening.shortlist(who, nomination_id, version)
        t.result = str(nomination_id)
    return after


def shortlist_chosen(who: Actor, campaign_id: UUID, chosen: Sequence[UUID], *, beyond: bool = False) -> list[Done]:
    """Put screened cases on the list, the best first, each with its own outcome; none past a quota unless `beyond` says so.

    Raises NotAllowed, NotFound.
    """
    found = board(who, campaign_id)
    wanted, now = set(chosen), {case.id: case for case in found.cases}
    done: list[Done] = []
    for case in found.cases:
        if case.id not in wanted or case.state is not State.ACCEPTED:
            continue
        name = f"{case.code} {case.recipient}"
        full = None if beyond else quotas.exceeded(found.quotas, list(now.values()), case)
        if full:
            done.append(Done(case.id, name, False, full))
            continue
        try:
            screening.shortlist(who, case.id, case.version)
        except HallError as refused:
            done.append(Done(case.id, name, False, refused.sentence))
        else:
            now[case.id] = replace(case, state=State.SHORTLISTED)
            done.append(Done(case.id, name, True, State.SHORTLISTED.label))
    return done
