"""What secretaries and reviewers do with score sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.reviewing import rules, store
from recognition.reviewing.terms import (
    Assignment,
    AssignmentState,
    CaseResult,
    Dealt,
    Line,
    Overview,
    Reviewer,
    ReviewerResult,
    Sheet,
)
from vietnamese import dates, text

KIND = nominations.KIND
#: Cases that may be scored: screened, and not yet before the council.
SCORED = (State.ACCEPTED, State.SHORTLISTED)
_SHOWN = (*SCORED, State.ON_AGENDA, State.PASSED, State.FAILED, State.AWARDED)


@dataclass(frozen=True)
class _Told:
    """Whom a notice is for, and what it calls the thing."""

    title: str
    created_by: UUID


def candidates(who: Actor, search: str = "") -> tuple[Reviewer, ...]:
    """Accounts that a secretary may ask to score. Raises NotAllowed."""
    permissions.require(who, Verb.ASSIGN_REVIEWERS)
    with reading(who) as t:
        return tuple(store.candidates(t, search, dates.today(), 50))


def _campaign(t: Transaction, who: Actor, campaign_id: UUID, verb: Verb) -> Campaign:
    found = campaigns.in_transaction(t, campaign_id)
    permissions.require(who, verb, found)
    if not found.criteria:
        raise Invalid({"": f"Phong trào «{found.name}» chưa có tiêu chí chấm điểm. Anh/chị thêm tiêu chí trong phần soạn phong trào."})
    return found


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
        campaign = _campaign(t, who, campaign_id, Verb.ASSIGN_REVIEWERS)
        cases = [row for row in store.cases(t, campaign_id, [state.value for state in SCORED]) if not only or row["id"] in only]
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
        audit.note(t, Verb.ASSIGN_REVIEWERS, "campaign", campaign.id, after={"account": account, "cases": number}, case=_Told(campaign.name, account), detail=f"{number} hồ sơ.{until}")


def unassign(who: Actor, assignment_id: UUID, version: int, key: UUID | None = None) -> Assignment:
    """Ask somebody no longer; a locked sheet stays. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, case = _sheet_of(t, who, assignment_id, version, Verb.ASSIGN_REVIEWERS)
        if before.state is AssignmentState.LOCKED:
            raise Invalid({"": f"{before.reviewer} đã chốt phiếu này nên không thôi giao được."})
        return _set(t, before, case, AssignmentState.ENDED, Verb.ASSIGN_REVIEWERS, before.remark, f"Thôi giao {before.reviewer} chấm.")


def _sheet_of(t: Transaction, who: Actor, assignment_id: UUID, version: int | None, verb: Verb) -> tuple[Assignment, Nomination]:
    found = store.get(t, assignment_id)
    if found is None or found.state is AssignmentState.ENDED:
        raise NotFound()
    case = nominations.lock(t, found.nomination_id)
    permissions.require(who, verb, case)
    if verb is Verb.SCORE and found.account_id != who.account_id:
        raise NotFound()
    if version is not None and found.version != version:
        raise Stale()
    return found, case


def _set(
    t: Transaction, before: Assignment, case: Nomination, state: AssignmentState, verb: Verb, remark: str, detail: str, *, entered_by: UUID | None = None
) -> Assignment:
    locked = dates.now_utc() if state is AssignmentState.LOCKED else None
    if not store.set_state(t, before, state, remark=remark, locked_at=locked, entered_by=entered_by):
        raise Stale()
    after = store.get(t, before.id)
    assert after is not None
    audit.note(t, verb, "review_assignment", before.id, before=_told(before), after=_told(after), case=case, detail=detail)
    t.result = str(before.id)
    return after


def _told(one: Assignment) -> dict[str, object]:
    return {"state": one.state, "points": {str(name): value for name, value in one.points.items()}, "remark": one.remark, "nomination_id": one.nomination_id}


def _criteria(t: Transaction, case: Nomination) -> Campaign:
    if case.campaign_id is None:
        raise Invalid({"": "Hồ sơ không thuộc phong trào nào nên không có phiếu chấm."})
    return campaigns.in_transaction(t, case.campaign_id)


def sheet(who: Actor, assignment_id: UUID) -> Sheet:
    """One's own score sheet; the secretary sees it only to enter a paper one. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        found = store.get(t, assignment_id)
        if found is None:
            raise NotFound()
        verb = Verb.SCORE if found.account_id == who.account_id else Verb.ENTER_PAPER_SCORES
        found, case = _sheet_of(t, who, assignment_id, None, verb)
        campaign = _criteria(t, case)
    return Sheet(
        found, case.code, case.title, case.recipient_name, case.unit_name, campaign.name, campaign.pass_mark, campaign.criteria,
        rules.total(campaign.criteria, found.points),
    )  # fmt: skip


def mine(who: Actor) -> tuple[Line, ...]:
    """What the person was asked to score, open ones and the nearest day first."""
    with reading(who) as t:
        given = store.of_account(t, who.account_id)
        known = store.some(t, [one.nomination_id for one in given])
        wanted = {row["campaign_id"]: len(campaigns.in_transaction(t, row["campaign_id"]).criteria) for row in known.values() if row["campaign_id"]}
    lines = [
        Line(
            one.id, one.nomination_id, row["code"], row["title"], row["recipient"], row["unit"], row["campaign"], one.due, one.state, len(one.points),
            wanted.get(row["campaign_id"], 0),
        )
        for one in given
        if (row := known.get(one.nomination_id)) is not None
    ]
    return tuple(sorted(lines, key=lambda line: line.state is not AssignmentState.OPEN))


def save(
    who: Actor, assignment_id: UUID, version: int, points: Mapping[UUID, int | None], reasons: Mapping[UUID, str] | None = None, remark: str = "",
    key: UUID | None = None, *, lock: bool = False,
) -> Assignment:  # fmt: skip
    """Keep points, whole or not; with `lock` the sheet is closed and the others' totals become visible.

    Raises NotAllowed (the nominee's own), NotFound, Stale, Invalid (criterion id → sentence, `points`).
    """
    with transaction(who, key) as t:
        before, case = _sheet_of(t, who, assignment_id, version, Verb.SCORE)
        if before.state is AssignmentState.LOCKED:
            raise Invalid({"": "Phiếu đã chốt. Anh/chị sửa bằng «Sửa phiếu đã chốt» và ghi lý do."})
        after = _kept(t, before, case, points, reasons or {}, remark)
        if not lock:
            return _set(t, after, case, AssignmentState.OPEN, Verb.SCORE, text.clean_multiline(remark), "Lưu điểm.")
        _refuse(rules.check_lock(_criteria(t, case).criteria, after.points))
        return _set(t, after, case, AssignmentState.LOCKED, Verb.SCORE, text.clean_multiline(remark), "Chốt phiếu chấm.")


def _kept(t: Transaction, before: Assignment, case: Nomination, points: Mapping[UUID, int | None], reasons: Mapping[UUID, str], remark: str) -> Assignment:
    wrong = rules.check_points(_criteria(t, case).criteria, points, reasons)
    if len(remark) > 2_000:
        wrong["remark"] = "Nhận xét dài quá 2.000 ký tự. Anh/chị rút gọn lại."
    _refuse(wrong)
    store.set_points(t, before.id, points, reasons)
    whole = {name: value for name, value in {**before.points, **points}.items() if value is not None}
    return replace(before, points=whole)


def change_locked(who: Actor, assignment_id: UUID, version: int, points: Mapping[UUID, int | None], reason: str, key: UUID | None = None) -> Assignment:
    """Change a locked sheet, saying why; the log keeps before and after. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, case = _sheet_of(t, who, assignment_id, version, Verb.SCORE)
        if before.state is not AssignmentState.LOCKED:
            raise Invalid({"": "Phiếu chưa chốt nên sửa thẳng được."})
        if case.state not in SCORED:
            raise NotAllowed(f"Hồ sơ đã ở bước «{case.state.label}» nên điểm không đổi được nữa.")
        _refuse(rules.check_reason(reason))
        after = _kept(t, before, case, points, before.reasons, before.remark)
        _refuse(rules.check_lock(_criteria(t, case).criteria, after.points))
        return _set(t, after, case, AssignmentState.LOCKED, Verb.SCORE, before.remark, f"Sửa phiếu đã chốt: {text.clean(reason)}")


def abstain(who: Actor, assignment_id: UUID, version: int, reason: str, key: UUID | None = None) -> Assignment:
    """Not score a case, saying why; that is no zero: the case's mean is of the others. Raises NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        before, case = _sheet_of(t, who, assignment_id, version, Verb.SCORE)
        if before.state is AssignmentState.LOCKED:
            raise Invalid({"": "Phiếu đã chốt nên không chuyển thành không chấm được."})
        _refuse(rules.check_reason(reason))
        return _set(t, before, case, AssignmentState.ABSTAINED, Verb.SCORE, text.clean(reason), f"Không chấm: {text.clean(reason)}")


def enter_paper(who: Actor, assignment_id: UUID, version: int, points: Mapping[UUID, int | None], remark: str = "", key: UUID | None = None) -> Assignment:
    """Type a sheet that was filled in by hand: whole and locked, said to be typed by whom. Raises as `save`."""
    with transaction(who, key) as t:
        before, case = _sheet_of(t, who, assignment_id, version, Verb.ENTER_PAPER_SCORES)
        if before.state is AssignmentState.LOCKED:
            raise Invalid({"": "Phiếu này đã chốt."})
        after = _kept(t, before, case, points, {}, remark)
        _refuse(rules.check_lock(_criteria(t, case).criteria, after.points))
        detail = f"Nhập phiếu giấy của {before.reviewer}."
        return _set(t, after, case, AssignmentState.LOCKED, Verb.ENTER_PAPER_SCORES, text.clean_multiline(remark), detail, entered_by=who.account_id)


def others(who: Actor, nomination_id: UUID) -> tuple[tuple[str, int | None], ...] | None:
    """Who scored a case with which total (None: abstained); None for a reviewer whose own sheet is not locked yet.

    Raises NotFound for whoever neither scored the case nor may see its scores.
    """
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        given = [one for one in store.of_cases(t, [nomination_id]) if one.state in (AssignmentState.LOCKED, AssignmentState.ABSTAINED)]
        own = next((one for one in store.of_cases(t, [nomination_id]) if one.account_id == who.account_id and one.state is not AssignmentState.ENDED), None)
        if own is not None and own.state is not AssignmentState.LOCKED:
            return None
        if own is None and not permissions.allowed(who, Verb.SEE_SCORES, case):
            raise NotFound()
        criteria = _criteria(t, case).criteria
    return tuple((one.reviewer, rules.total(criteria, one.points) if one.state is AssignmentState.LOCKED else None) for one in given)


def overview(who: Actor, campaign_id: UUID) -> Overview:
    """Every scored case of a campaign with mean, spread and normalised mean; every reviewer with progress and leaning.

    Raises NotAllowed to everybody but the issuer's secretaries.
    """
    with reading(who) as t:
        campaign = _campaign(t, who, campaign_id, Verb.SEE_SCORES)
        rows = store.cases(t, campaign_id, [state.value for state in _SHOWN])
        sheets = [one for one in store.of_cases(t, [row["id"] for row in rows]) if one.state is not AssignmentState.ENDED]
    found = rules.totals(campaign.criteria, sheets)
    brought = rules.normalised(found)
    cases = []
    for row in rows:
        own = [one for one in sheets if one.nomination_id == row["id"]]
        middle, least, most, even = rules.case_figures(found.get(row["id"], {}), brought.get(row["id"]))
        locked, away = (sum(one.state is state for one in own) for state in (AssignmentState.LOCKED, AssignmentState.ABSTAINED))
        cases.append(CaseResult(row["id"], row["code"], row["title"], row["recipient"], row["unit"], len(own), locked, away, middle, least, most, even))
    return Overview(rules.ranked(cases), _people(sheets, found), campaign.pass_mark)


def _people(sheets: Sequence[Assignment], found: Mapping[UUID, Mapping[UUID, int]]) -> tuple[ReviewerResult, ...]:
    names = {one.account_id: one.reviewer for one in sheets}
    made = []
    for account, name in names.items():
        own = [one for one in sheets if one.account_id == account]
        middle, lean = rules.leaning(account, found)
        made.append(ReviewerResult(account, name, len(own), sum(one.state is not AssignmentState.OPEN for one in own), middle, lean))
    return tuple(made)


def assignments(who: Actor, nomination_id: UUID) -> tuple[Assignment, ...]:
    """Who was asked to score a case, for the secretary. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        permissions.require(who, Verb.SEE_SCORES, case)
        return tuple(one for one in store.of_cases(t, [nomination_id]) if one.state is not AssignmentState.ENDED)


def remind(who: Actor, campaign_id: UUID, account_id: UUID, key: UUID | None = None) -> int:
    """Remind a reviewer of the sheets that are still open; how many. Raises NotAllowed, Invalid when nothing is open."""
    with transaction(who, key) as t:
        campaign = _campaign(t, who, campaign_id, Verb.REMIND)
        ids = [row["id"] for row in store.cases(t, campaign_id, [state.value for state in SCORED])]
        waiting = [one for one in store.of_cases(t, ids) if one.account_id == account_id and one.state is AssignmentState.OPEN]
        if not waiting:
            raise Invalid({"": "Người này không còn phiếu nào chưa chấm."})
        store.reminded(t, [one.id for one in waiting], dates.now_utc())
        audit.note(t, Verb.REMIND, "campaign", campaign_id, after={"account": account_id}, case=_Told(campaign.name, account_id), detail=f"Còn {len(waiting)} hồ sơ.")
        t.result = str(len(waiting))
    return len(waiting)


def paper(who: Actor, assignment_id: UUID) -> tuple[bytes, str]:
    """The score sheet as Word, with the points that are there; open boxes for the pen. Raises NotAllowed, NotFound."""
    from documents import scoring  # heavy: loaded when somebody asks for a file
    from documents.facts import Head, Issuer, Score, ScoreSheet, Signer, Track
    from recognition.catalogue import actions as catalogue

    found = sheet(who, assignment_id)
    with reading(who) as t:
        issuer = catalogue.issuer(None, nominations.lock(t, found.assignment.nomination_id).issuer_id)
    head = Head(Issuer(issuer.name.upper(), issuer.place, Track(issuer.track.value), issuer.superior.upper(), in_text=issuer.name), dates.today(), dated=False)
    points = found.assignment.points
    scores = tuple(Score(line.name, line.max_points, None, points.get(line.id) if line.id else None, "") for line in found.criteria)
    facts = ScoreSheet(
        head, found.title, found.recipient, found.unit, scores, found.pass_mark, (Signer(found.assignment.reviewer, "", ("NGƯỜI CHẤM",)),), found.code
    )
    return scoring.score_sheet(facts), f"Phiếu chấm {found.code}.docx"


def _refuse(wrong: Mapping[str, str]) -> None:
    if wrong:
        raise Invalid(wrong)
