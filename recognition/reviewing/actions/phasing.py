"""What a secretary does with the phases of a review: makes and changes them, closes them, lets cases go on, shows names afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.reviewing import phases, rules, store
from recognition.reviewing.actions import ground
from recognition.reviewing.phases import Gate, Phase, PhaseInput, Standing, Task
from recognition.reviewing.store import phases as phase_store
from recognition.reviewing.terms import AssignmentState
from vietnamese import dates, text

KIND = "review_phase"


@dataclass(frozen=True)
class Case:
    """A case that may go on: its mean (hundredths) in the phase before, whether it reaches the mark, whether it went on."""

    nomination_id: UUID
    code: str
    title: str
    recipient: str
    mean: int | None
    reaches: bool
    entered: bool


def of_campaign(who: Actor, campaign_id: UUID) -> tuple[Phase, ...]:
    """The phases of a campaign in their order, none where it is reviewed in one go. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        permissions.require(who, Verb.SEE_SCORES, campaigns.in_transaction(t, campaign_id))
        return tuple(phase_store.of_campaign(t, campaign_id))


def names(who: Actor, campaign_id: UUID) -> Mapping[UUID, str]:
    """Names of everybody asked in a campaign's phases. Raises NotAllowed, NotFound."""
    found = of_campaign(who, campaign_id)
    with reading(who) as t:
        return phase_store.names(t, [account for phase in found for account in phase.members])


def given_before(who: Actor, campaign_id: UUID) -> tuple[UUID, ...]:
    """People whose sheets a first phase would take over. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        permissions.require(who, Verb.SEE_SCORES, campaigns.in_transaction(t, campaign_id))
        return phase_store.given_before(t, campaign_id)


def mine(who: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Phase]:
    """Phases by id, of those in which the person was asked: what their own list and sheets say of them."""
    with reading(who) as t:
        return {key: phase for key, phase in phase_store.some(t, list(dict.fromkeys(ids))).items() if who.account_id in phase.members}


def of_case(who: Actor, nomination_id: UUID) -> Phase | None:
    """The phase in which a case is reviewed now, None where there are none or it is not being reviewed. Raises NotFound."""
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        if case.campaign_id is None or case.state not in ground.SCORED:
            return None
        found = {phase.id: phase for phase in phase_store.of_campaign(t, case.campaign_id)}
        into = phase_store.of_case(t, nomination_id) if found else None
        return found[into] if into is not None else next(iter(found.values()), None)


def add(who: Actor, campaign_id: UUID, data: PhaseInput, key: UUID | None = None) -> Phase:
    """A new phase after those that are there; a first one takes over the sheets given so far. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        campaign = ground.campaign_of(t, who, campaign_id, Verb.PLAN_REVIEW)
        others = phase_store.of_campaign(t, campaign_id)
        before = phase_store.given_before(t, campaign_id) if not others else ()
        wrong = phases.check(data, len(others) + 1, others, phase_store.names(t, data.members))
        if before and data.blind:
            wrong["blind"] = "Đã có phiếu giao kèm tên trong phong trào này nên vòng đầu không giấu tên được nữa."
        if before and data.task is not Task.SCORE:
            wrong["task"] = "Đã có phiếu chấm điểm được giao; vòng đầu nhận những phiếu đó nên phải là vòng chấm điểm."
        if set(before) - set(data.members):
            gone = ", ".join(phase_store.names(t, list(set(before) - set(data.members))).values())
            wrong["members"] = f"{gone} đã được giao phiếu, nên thuộc vòng đầu. Anh/chị chọn thêm, hoặc thôi giao phiếu trước."
        refuse(wrong)
        made = uuid4()
        phase_store.insert(t, made, campaign_id, len(others) + 1, data, who.account_id, dates.now_utc())
        if before:
            phase_store.adopt(t, campaign_id, made)
        return _done(t, made, Verb.PLAN_REVIEW, None, campaign, "lập vòng")


def change(who: Actor, phase_id: UUID, version: int, data: PhaseInput, key: UUID | None = None) -> Phase:
    """A phase as typed anew, as far as it may still change. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, campaign = _phase(t, who, phase_id, version, Verb.PLAN_REVIEW)
        others = [one for one in phase_store.of_campaign(t, campaign.id) if one.id != phase_id]
        wrong = phases.check(data, before.number, others, phase_store.names(t, data.members))
        refuse(wrong | phases.check_change(before, data, phase_store.busy(t, phase_id), dates.today()))
        if not phase_store.change(t, phase_id, version, data):
            raise Stale()
        return _done(t, phase_id, Verb.PLAN_REVIEW, before, campaign, "sửa vòng")


def remove(who: Actor, phase_id: UUID, version: int, key: UUID | None = None) -> Phase:
    """Take the last phase away while nobody was given a sheet in it. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, campaign = _phase(t, who, phase_id, version, Verb.PLAN_REVIEW)
        if before.sheets:
            raise Invalid({"": f"«{before.title}» đã giao {before.sheets} phiếu nên không bỏ được. Anh/chị thôi giao các phiếu trước."})
        if before.number != len(phase_store.of_campaign(t, campaign.id)):
            raise Invalid({"": "Chỉ bỏ được vòng cuối. Anh/chị bỏ vòng sau trước."})
        if not phase_store.delete(t, phase_id, version):
            raise Stale()
        audit.note(t, Verb.PLAN_REVIEW, KIND, phase_id, before=before, case=ground.Told(campaign.name, who.account_id), detail=f"bỏ vòng «{before.title}» của «{campaign.name}»")
        t.result = str(phase_id)
    return before


def close(who: Actor, phase_id: UUID, version: int, key: UUID | None = None) -> Phase:
    """End a phase before its last day: its sheets can only be read from now on. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, campaign = _phase(t, who, phase_id, version, Verb.CLOSE_REVIEW)
        if before.closed_at is not None:
            raise Invalid({"": f"«{before.title}» đã đóng lúc {dates.moment(before.closed_at)}."})
        if phases.standing(before, dates.today()) is Standing.PLANNED:
            raise Invalid({"": f"«{before.title}» chưa mở (mở ngày {dates.short(before.opens)}) nên chưa đóng được. Không cần nữa thì anh/chị bỏ vòng này."})
        if not phase_store.stamp(t, before, closed_at=dates.now_utc(), revealed_at=before.revealed_at):
            raise Stale()
        return _done(t, phase_id, Verb.CLOSE_REVIEW, before, campaign, "đóng vòng")


def reopen(who: Actor, phase_id: UUID, version: int, key: UUID | None = None) -> Phase:
    """Take back the closing by hand, while names were not shown and nobody was given a sheet in the next phase. Raises as `close`."""
    with transaction(who, key) as t:
        before, campaign = _phase(t, who, phase_id, version, Verb.CLOSE_REVIEW)
        after = next((one for one in phase_store.of_campaign(t, campaign.id) if one.number == before.number + 1), None)
        if before.closed_at is None:
            raise Invalid({"": f"«{before.title}» chưa đóng. Quá ngày đóng thì anh/chị sửa ngày đóng của vòng."})
        if before.revealed_at is not None:
            raise Invalid({"": f"«{before.title}» đã cho thấy tên nên không mở lại được."})
        if after is not None and (after.sheets or after.opens <= before.closes):
            raise Invalid({"": f"«{after.title}» đã giao phiếu hoặc đã dời ngày mở lên trước nên vòng này không mở lại được."})
        if not phase_store.stamp(t, before, closed_at=None, revealed_at=None):
            raise Stale()
        return _done(t, phase_id, Verb.CLOSE_REVIEW, before, campaign, "mở lại vòng")


def reveal(who: Actor, phase_id: UUID, version: int, key: UUID | None = None) -> Phase:
    """Show names to those of a phase that is over. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, campaign = _phase(t, who, phase_id, version, Verb.REVEAL)
        if not before.hides:
            raise Invalid({"": f"«{before.title}» không còn giấu tên."})
        if before.closed_at is None:
            raise Invalid({"": f"«{before.title}» chưa đóng. Anh/chị bấm «Đóng vòng» rồi mới cho thấy tên."})
        if not phase_store.stamp(t, before, closed_at=before.closed_at, revealed_at=dates.now_utc()):
            raise Stale()
        return _done(t, phase_id, Verb.REVEAL, before, campaign, "cho thấy tên ở vòng")


def before_it(who: Actor, phase_id: UUID) -> tuple[Case, ...]:
    """The cases of the phase before with their means, the best first: what may come into this one. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        phase, _ = _phase(t, who, phase_id, None, Verb.ADVANCE)
        before = _before(t, phase)
        if before is None:
            return ()
        found, there = means(t, before), phase_store.entered(t, phase_id)
        going = set(phases.going_on(phase, found)) if phase.gate is Gate.THRESHOLD else set(found)
        rows = store.some(t, list(found))
    made = [Case(key, row["code"], row["title"], row["recipient"], found[key], key in going, key in there) for key, row in rows.items()]
    return tuple(sorted(made, key=lambda one: (one.mean is None, -(one.mean or 0), one.code)))


def advance(who: Actor, phase_id: UUID, chosen: Sequence[UUID], key: UUID | None = None) -> int:
    """Let cases of the phase before into this one; how many came anew. Raises NotAllowed, NotFound, Invalid."""
    with transaction(who, key) as t:
        phase, campaign = _phase(t, who, phase_id, None, Verb.ADVANCE)
        before = _before(t, phase)
        if before is None:
            raise Invalid({"": "Mọi hồ sơ đã tiếp nhận đều vào vòng đầu; không cần chọn."})
        refuse(phases.check_advance(phase, before, chosen, means(t, before), dates.today()))
        came = phase_store.enter(t, phase_id, chosen, who.account_id, dates.now_utc())
        detail = f"{came} hồ sơ vào «{phase.title}» của «{campaign.name}»"
        audit.note(t, Verb.ADVANCE, KIND, phase_id, after={"cases": [str(each) for each in chosen]}, case=ground.Told(campaign.name, who.account_id), detail=detail)
        t.result = str(came)
    return came


def cases_in(t: Transaction, phase: Phase) -> list[dict[str, Any]]:
    """The cases of a phase that may still be scored: every screened one in the first, in a later one those that came in."""
    rows = store.cases(t, phase.campaign_id, [state.value for state in ground.SCORED])
    return rows if phase.number == 1 else [row for row in rows if row["id"] in phase_store.entered(t, phase.id)]


def means(t: Transaction, phase: Phase) -> dict[UUID, int | None]:
    """The cases of a phase with the mean (hundredths) that it gave them; None where nobody locked points."""
    ids = [row["id"] for row in cases_in(t, phase)]
    sheets = [one for one in store.of_cases(t, ids) if one.phase_id == phase.id and one.state is AssignmentState.LOCKED]
    found = rules.totals(campaigns.in_transaction(t, phase.campaign_id).criteria, sheets)
    middles = {case: rules.mean(found.get(case, {}).values()) for case in ids}
    return {case: None if middle is None else rules.hundredths(middle) for case, middle in middles.items()}


def _before(t: Transaction, phase: Phase) -> Phase | None:
    return next((one for one in phase_store.of_campaign(t, phase.campaign_id) if one.number == phase.number - 1), None)


def _phase(t: Transaction, who: Actor, phase_id: UUID, version: int | None, verb: Verb) -> tuple[Phase, Campaign]:
    found = phase_store.get(t, phase_id)
    if found is None:
        raise NotFound()
    campaign = campaigns.in_transaction(t, found.campaign_id)
    permissions.require(who, verb, campaign)
    if version is not None and found.version != version:
        raise Stale()
    return found, campaign


def _done(t: Transaction, phase_id: UUID, verb: Verb, before: Phase | None, campaign: Campaign, what: str) -> Phase:
    after = phase_store.get(t, phase_id)
    assert after is not None
    audit.note(t, verb, KIND, phase_id, before=before, after=after, case=ground.Told(campaign.name, after.id), detail=f"{what} «{after.title}» của «{campaign.name}»")
    t.result = str(phase_id)
    return after


def check_dealing(phase: Phase, accounts: Sequence[UUID], names_of: Mapping[UUID, str]) -> None:
    """Sheets of a phase go to its own people while it is not over. Raises NotAllowed, Invalid (`accounts`)."""
    if phases.standing(phase, dates.today()) is Standing.CLOSED:
        raise NotAllowed(f"«{phase.title}» đã đóng nên không giao thêm phiếu.")
    strangers = [names_of.get(each, "Người này") for each in accounts if each not in phase.members]
    if strangers:
        raise Invalid({"accounts": f"{text.first_few(strangers, 3, 'người')} không thuộc «{phase.title}». Anh/chị thêm vào vòng trước khi giao."})
