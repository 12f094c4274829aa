"""Who scores what: choosing reviewers, dealing out the cases, taking one back, reminding."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from recognition.campaigns.terms import Campaign
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.reviewing import rules, store
from recognition.reviewing.actions import ground
from recognition.reviewing.terms import Assignment, AssignmentState, Dealt, Reviewer
from vietnamese import dates


def candidates(who: Actor, search: str = "") -> tuple[Reviewer, ...]:
    """Accounts that a secretary may ask to score. Raises NotAllowed."""
    permissions.require(who, Verb.ASSIGN_REVIEWERS)
    with reading(who) as t:
        return tuple(store.candidates(t, search, dates.today(), 50))


def deal(
    who: Actor, campaign_id: UUID, accounts: Sequence[UUID], each: int, due: date | None, key: UUID | None = None, *, only: Sequence[UUID] = ()
) -> Dealt:
    """Give the campaign's screened cases (or `only` some) to reviewers, `each` per case, evenly; conflicts are masked.

    Raises NotAllowed, NotFound, Invalid (`accounts`, `each`, `due`).
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
        cases = [row for row in store.cases(t, campaign_id, [state.value for state in ground.SCORED]) if not only or row["id"] in only]
        if not cases:
            raise Invalid({"": "Phong trào chưa có hồ sơ nào đang thẩm định hoặc đã vào danh sách để giao chấm."})
        people = store.reviewers(t, accounts, dates.today())
        given = [one for one in store.of_cases(t, [row["id"] for row in cases]) if one.state is not AssignmentState.ENDED]
        why = {(row["id"], one.account_id): _conflict(one, row) for row in cases for one in people}
        barred = {row["id"]: frozenset(one.account_id for one in people if why[row["id"], one.account_id]) for row in cases}
        taken = {row["id"]: frozenset(one.account_id for one in given if one.nomination_id == row["id"]) for row in cases}
        loads = {one.account_id: sum(sheet.account_id == one.account_id for sheet in given) for one in people}
        dealt = rules.deal([row["id"] for row in cases], loads, barred, taken, each)
        for row in cases:
            for account in dealt[row["id"]]:
                store.insert(t, row["id"], account, who.account_id, dates.now_utc(), due)
        _tell(t, dealt, campaign, due)
        left = tuple((row["code"], _short_of(row, people, why)) for row in cases if len(dealt[row["id"]]) + len(taken[row["id"]]) < each)
        t.result = str(campaign_id)
    return Dealt(sum(len(chosen) for chosen in dealt.values()), left)


def _conflict(reviewer: Reviewer, row: Mapping[str, object]) -> str | None:
    units = frozenset(each for each in (row["unit_id"], row["recipient_unit_id"]) if isinstance(each, UUID))
    person = row["person_id"]
    return rules.conflict(reviewer, frozenset({person}) if isinstance(person, UUID) else frozenset(), UUID(str(row["created_by"])), units)


def _short_of(row: Mapping[str, object], people: Sequence[Reviewer], why: Mapping[tuple[object, UUID], str | None]) -> str:
    barred = [f"{one.name} {why[row['id'], one.account_id]}" for one in people if why[row["id"], one.account_id]]
    return "; ".join(barred) if barred else "không đủ người chấm đã chọn"


def _tell(t: Transaction, dealt: Mapping[UUID, Sequence[UUID]], campaign: Campaign, due: date | None) -> None:
    counts: dict[UUID, int] = {}
    for chosen in dealt.values():
        for account in chosen:
            counts[account] = counts.get(account, 0) + 1
    until = f" Hạn {dates.short(due)}." if due else ""
    for account, number in counts.items():
        audit.note(t, Verb.ASSIGN_REVIEWERS, "campaign", campaign.id, after={"account": account, "cases": number}, case=ground.Told(campaign.name, account), detail=f"{number} hồ sơ.{until}")


def unassign(who: Actor, assignment_id: UUID, version: int, key: UUID | None = None) -> Assignment:
    """Ask somebody no longer; a locked sheet stays. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, case = ground.sheet_of(t, who, assignment_id, version, Verb.ASSIGN_REVIEWERS)
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
        waiting = [one for one in store.of_cases(t, ids) if one.account_id == account_id and one.state is AssignmentState.OPEN]
        if not waiting:
            raise Invalid({"": "Người này không còn phiếu nào chưa chấm."})
        store.reminded(t, [one.id for one in waiting], dates.now_utc())
        audit.note(t, Verb.REMIND, "campaign", campaign_id, after={"account": account_id}, case=ground.Told(campaign.name, account_id), detail=f"Còn {len(waiting)} hồ sơ.")
        t.result = str(len(waiting))
    return len(waiting)
