"""Who scores what: choosing reviewers, dealing out the cases, taking one back, reminding."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from recognition.accounts import actions as accounts_room
from recognition.campaigns.terms import Campaign
from recognition.hall import audit, permissions, visibility
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Role, Verb
from recognition.nominations import actions as nominations
from recognition.reviewing import phases, rules, store
from recognition.reviewing.actions import ground, phasing
from recognition.reviewing.phases import Phase, Standing
from recognition.reviewing.store import phases as phase_store
from recognition.reviewing.terms import Assignment, AssignmentState, Dealt, Reviewer
from vietnamese import dates


def candidates(who: Actor, search: str = "") -> tuple[Reviewer, ...]:
    """Accounts that a secretary may ask to score. Raises NotAllowed."""
    permissions.require(who, Verb.ASSIGN_REVIEWERS)
    with reading(who) as t:
        return tuple(store.candidates(t, search, dates.today(), 50))


def deal(
    who: Actor, campaign_id: UUID, accounts: Sequence[UUID], each: int, due: date | None, key: UUID | None = None, *, only: Sequence[UUID] = (),
    phase_id: UUID | None = None,
) -> Dealt:
    """Give the campaign's screened cases (or `only` some) to reviewers, `each` per case, evenly; conflicts are masked.

    Where there are phases, those of one phase to its people, until its last day; while names are hidden nobody who reads them elsewhere.

    Raises NotAllowed, NotFound, Invalid (`accounts`, `each`, `due`, `phase`).
    """
    wrong: dict[str, str] = {}
    if not accounts:
        wrong["accounts"] = "Anh/chị chọn ít nhất một người chấm."
    if not 1 <= each <= 9:
        wrong["each"] = "Mỗi hồ sơ có từ 1 đến 9 người chấm."
    if due is not None and due < dates.today():
        wrong["due"] = f"Hạn chấm {dates.short(due)} đã qua. Hôm nay là {dates.short(dates.today())}."
    if wrong:
        raise Invalid(wrong)
    with transaction(who, key) as t:
        campaign = ground.campaign_of(t, who, campaign_id, Verb.ASSIGN_REVIEWERS)
        phase, due = _phase(t, campaign_id, phase_id, accounts, due)
        found = phasing.cases_in(t, phase) if phase else store.cases(t, campaign_id, [state.value for state in ground.SCORED])
        cases = [row for row in found if not only or row["id"] in only]
        if not cases:
            lacking = f"«{phase.title}» chưa có hồ sơ nào. Anh/chị cho hồ sơ của vòng trước vào vòng này." if phase and phase.number > 1 else ""
            raise Invalid({"": lacking or "Phong trào chưa có hồ sơ nào đang thẩm định hoặc đã vào danh sách để giao chấm."})
        people = store.reviewers(t, accounts, dates.today())
        given = [one for one in store.of_cases(t, [row["id"] for row in cases]) if one.state is not AssignmentState.ENDED and one.phase_id == phase_id]
        why = {(row["id"], one.account_id): _conflict(one, row) for row in cases for one in people}
        if phase is not None and phase.hides:
            why = _or_knows(t, why, people)
        barred = {row["id"]: frozenset(one.account_id for one in people if why[row["id"], one.account_id]) for row in cases}
        taken = {row["id"]: frozenset(one.account_id for one in given if one.nomination_id == row["id"]) for row in cases}
        loads = {one.account_id: sum(sheet.account_id == one.account_id for sheet in given) for one in people}
        dealt = rules.deal([row["id"] for row in cases], loads, barred, taken, each)
        for row in cases:
            for account in dealt[row["id"]]:
                store.insert(t, row["id"], account, who.account_id, dates.now_utc(), due, phase_id)
        _tell(t, dealt, campaign, due, phase)
        left = tuple((row["code"], _short_of(row, people, why)) for row in cases if len(dealt[row["id"]]) + len(taken[row["id"]]) < each)
        t.result = str(campaign_id)
    return Dealt(sum(len(chosen) for chosen in dealt.values()), left)


def _phase(t: Transaction, campaign_id: UUID, phase_id: UUID | None, accounts: Sequence[UUID], due: date | None) -> tuple[Phase | None, date | None]:
    """The phase in which sheets are given, and their last day, which is not after the phase's."""
    found = phase_store.of_campaign(t, campaign_id)
    if not found and phase_id is None:
        return None, due
    phase = next((one for one in found if one.id == phase_id), None)
    if phase is None:
        raise Invalid({"phase": "Phong trào này chấm theo vòng. Anh/chị chọn vòng để giao phiếu."})
    phasing.check_dealing(phase, accounts, phase_store.names(t, accounts))
    if due is not None and due > phase.closes:
        raise Invalid({"due": f"«{phase.title}» đóng ngày {dates.short(phase.closes)}; hạn chấm không sau ngày đó."})
    return phase, due or phase.closes


def _or_knows(t: Transaction, why: Mapping[tuple[UUID, UUID], str | None], people: Sequence[Reviewer]) -> dict[tuple[UUID, UUID], str | None]:
    """Hiding names is of no use with somebody who reads the case, or the log, in another role."""
    actors = {one.account_id: accounts_room.actor_for(one.account_id) for one in people}

    def knows(case_id: UUID, account: UUID) -> bool:
        return actors[account].has(Role.ADMINISTRATOR) or visibility.plainly(actors[account], nominations.behind(t, case_id))

    return {(case, account): said or ("thấy tên ở vai trò khác" if knows(case, account) else None) for (case, account), said in why.items()}


def _conflict(reviewer: Reviewer, row: Mapping[str, object]) -> str | None:
    units = frozenset(each for each in (row["unit_id"], row["recipient_unit_id"]) if isinstance(each, UUID))
    person = row["person_id"]
    return rules.conflict(reviewer, frozenset({person}) if isinstance(person, UUID) else frozenset(), UUID(str(row["created_by"])), units)


def _short_of(row: Mapping[str, object], people: Sequence[Reviewer], why: Mapping[tuple[object, UUID], str | None]) -> str:
    barred = [f"{one.name} {why[row['id'], one.account_id]}" for one in people if why[row["id"], one.account_id]]
    return "; ".join(barred) if barred else "không đủ người chấm đã chọn"


def _tell(t: Transaction, dealt: Mapping[UUID, Sequence[UUID]], campaign: Campaign, due: date | None, phase: Phase | None) -> None:
    counts: dict[UUID, int] = {}
    for chosen in dealt.values():
        for account in chosen:
            counts[account] = counts.get(account, 0) + 1
    until = f" Hạn {dates.short(due)}." if due else ""
    if phase is not None:
        opens = f", mở từ {dates.short(phase.opens)}" if phase.opens > dates.today() else ""
        until = f" {phase.title}{opens}.{until}"
    for account, number in counts.items():
        audit.note(t, Verb.ASSIGN_REVIEWERS, "campaign", campaign.id, after={"account": account, "cases": number}, case=ground.Told(campaign.name, account), detail=f"{number} hồ sơ.{until}")


def unassign(who: Actor, assignment_id: UUID, version: int, key: UUID | None = None) -> Assignment:
    """Ask somebody no longer; a locked sheet stays. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, case, _ = ground.sheet_of(t, who, assignment_id, version, Verb.ASSIGN_REVIEWERS)
        if before.state is AssignmentState.LOCKED:
            raise Invalid({"": f"{before.reviewer} đã chốt phiếu này nên không thôi giao được."})
        return ground.set_state(t, before, case, AssignmentState.ENDED, Verb.ASSIGN_REVIEWERS, before.remark, f"Thôi giao {before.reviewer} chấm.")


def assignments(who: Actor, nomination_id: UUID) -> tuple[Assignment, ...]:
    """Who was asked to score a case, for the secretary. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        permissions.require(who, Verb.SEE_SCORES, case)
        return tuple(one for one in store.of_cases(t, [nomination_id]) if one.state is not AssignmentState.ENDED)


def remind(who: Actor, campaign_id: UUID, account_id: UUID, key: UUID | None = None) -> int:
    """Remind a reviewer of the sheets that are still open; how many. Raises NotAllowed, Invalid when nothing is open."""
    with transaction(who, key) as t:
        campaign = ground.campaign_of(t, who, campaign_id, Verb.REMIND)
        ids = [row["id"] for row in store.cases(t, campaign_id, [state.value for state in ground.SCORED])]
        over = {phase.id for phase in phase_store.of_campaign(t, campaign_id) if phases.standing(phase, dates.today()) is Standing.CLOSED}
        waiting = [one for one in store.of_cases(t, ids) if one.account_id == account_id and one.state is AssignmentState.OPEN and one.phase_id not in over]
        if not waiting:
            raise Invalid({"": "Người này không còn phiếu nào chưa chấm."})
        store.reminded(t, [one.id for one in waiting], dates.now_utc())
        audit.note(t, Verb.REMIND, "campaign", campaign_id, after={"account": account_id}, case=ground.Told(campaign.name, account_id), detail=f"Còn {len(waiting)} hồ sơ.")
        t.result = str(len(waiting))
    return len(waiting)
