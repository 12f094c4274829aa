"""What a reviewer does with a sheet: points, locking, abstaining, changing with a reason; the sheet filled in by hand."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError, Invalid, NotAllowed, NotFound, refuse
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.reviewing import phases, rules, store
from recognition.reviewing.actions import ground
from recognition.reviewing.phases import Phase, Task
from recognition.reviewing.store import phases as phase_store
from recognition.reviewing.terms import Assignment, AssignmentState, Line, Sheet
from recognition.screening.terms import Done
from vietnamese import dates, text


def sheet(who: Actor, assignment_id: UUID, *, for_hand: bool = False) -> Sheet:
    """One's own score sheet; the secretary sees it only to enter a paper one, or to print it `for_hand`: as its reviewer sees it.

    Raises NotAllowed, NotFound.
    """
    with reading(who) as t:
        found = store.get(t, assignment_id)
        if found is None:
            raise NotFound()
        mine = found.account_id == who.account_id
        found, case, phase = ground.sheet_of(t, who, assignment_id, None, Verb.SEE_SHEET if mine else Verb.ENTER_PAPER_SCORES)
        return _shown(t, found, case, phase if mine or for_hand else None)


def _shown(t: Transaction, found: Assignment, case: Nomination, phase: Phase | None) -> Sheet:
    campaign, face = ground.campaign_of_case(t, case), ground.face(t, case, phase)
    return Sheet(
        found, case.code, face.title, face.recipient, face.unit, campaign.name, campaign.pass_mark, campaign.criteria,
        rules.total(campaign.criteria, found.points), nominations.self_scores_behind(t, case.id), phase is not None and phase.hides,
    )  # fmt: skip


def opened(who: Actor) -> tuple[Sheet, ...]:
    """Every sheet with points that the person may fill in now, the nearest day first."""
    today = dates.today()
    with reading(who) as t:
        found = [one for one in store.of_account(t, who.account_id) if one.state is AssignmentState.OPEN]
        known = phase_store.some(t, [one.phase_id for one in found if one.phase_id])
        given = [(one, known.get(one.phase_id) if one.phase_id else None) for one in found]
        return tuple(_shown(t, one, nominations.behind(t, one.nomination_id), phase) for one, phase in given if Verb.SCORE in phases.verbs(phase, today))


def mine(who: Actor) -> tuple[Line, ...]:
    """What the person was asked to score, open ones and the nearest day first."""
    with reading(who) as t:
        given = store.of_account(t, who.account_id)
        known = store.some(t, [one.nomination_id for one in given])
        asked = phase_store.some(t, [one.phase_id for one in given if one.phase_id])
        hidden = {one.id: phase for one in given if one.phase_id and (phase := asked[one.phase_id]).hides}
        faces = {one.id: ground.face(t, nominations.behind(t, one.nomination_id), hidden[one.id]) for one in given if one.id in hidden}
        wanted = {row["campaign_id"]: len(campaigns.in_transaction(t, row["campaign_id"]).criteria) for row in known.values() if row["campaign_id"]}
    lines = [
        Line(
            one.id, one.nomination_id, row["code"], face.title, face.recipient, face.unit, row["campaign"], one.due, one.state, len(one.points),
            wanted.get(row["campaign_id"], 0), one.phase_id, one.id in faces,
        )
        for one in given
        if (row := known.get(one.nomination_id)) is not None
        for face in (faces.get(one.id) or ground.Face(row["recipient"], row["unit"], row["title"]),)
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
        before, case, _ = ground.sheet_of(t, who, assignment_id, version, Verb.SCORE)
        if before.state is AssignmentState.LOCKED:
            raise Invalid({"": "Phiếu đã chốt. Anh/chị sửa bằng «Sửa phiếu đã chốt» và ghi lý do."})
        after = _kept(t, before, case, points, reasons or {}, remark)
        if not lock:
            return ground.set_state(t, after, case, AssignmentState.OPEN, Verb.SCORE, text.clean_multiline(remark), "Lưu điểm.")
        refuse(rules.check_lock(ground.campaign_of_case(t, case).criteria, after.points, nominations.self_scores_behind(t, case.id), after.reasons))
        return ground.set_state(t, after, case, AssignmentState.LOCKED, Verb.SCORE, text.clean_multiline(remark), "Chốt phiếu chấm.")


def save_many(who: Actor, typed: Mapping[UUID, Mapping[UUID, int | None]], *, lock: bool) -> list[Done]:
    """Keep the points of several sheets, each with its own outcome; with `lock` those that are whole are closed."""
    done: list[Done] = []
    for before in opened(who):
        one, points = before.assignment, typed.get(before.assignment.id, {})
        changed = any(one.points.get(line) != given for line, given in points.items())
        whole = rules.total(before.criteria, {line: given for line, given in points.items() if given is not None}) is not None
        if not changed and not (lock and whole):
            continue
        try:
            after = save(who, one.id, one.version, points, None, one.remark, lock=lock and whole)
            done.append(Done(one.nomination_id, before.recipient, True, after.state.label))
        except HallError as refused:
            done.append(Done(one.nomination_id, before.recipient, False, refused.sentence))
    return done


def _kept(t: Transaction, before: Assignment, case: Nomination, points: Mapping[UUID, int | None], reasons: Mapping[UUID, str], remark: str) -> Assignment:
    reasons = {**before.reasons, **reasons}
    wrong = rules.check_points(ground.campaign_of_case(t, case).criteria, points, reasons)
    wrong |= rules.check_remark(remark)
    refuse(wrong)
    store.set_points(t, before.id, points, reasons)
    whole = {name: value for name, value in {**before.points, **points}.items() if value is not None}
    return replace(before, points=whole, reasons=reasons)


def change_locked(who: Actor, assignment_id: UUID, version: int, points: Mapping[UUID, int | None], reason: str, key: UUID | None = None) -> Assignment:
    """Change a locked sheet, saying why; the log keeps before and after. Raises NotAllowed, NotFound, Stale, Invalid."""
    with transaction(who, key) as t:
        before, case, _ = ground.sheet_of(t, who, assignment_id, version, Verb.SCORE)
        if before.state is not AssignmentState.LOCKED:
            raise Invalid({"": "Phiếu chưa chốt nên sửa thẳng được."})
        if case.state not in ground.SCORED:
            raise NotAllowed(f"Hồ sơ đã ở bước «{case.state.label}» nên điểm không đổi được nữa.")
        refuse(rules.check_reason(reason))
        after = _kept(t, before, case, points, before.reasons, before.remark)
        refuse(rules.check_lock(ground.campaign_of_case(t, case).criteria, after.points))
        return ground.set_state(t, after, case, AssignmentState.LOCKED, Verb.SCORE, before.remark, f"Sửa phiếu đã chốt: {text.clean(reason)}")


def abstain(who: Actor, assignment_id: UUID, version: int, reason: str, key: UUID | None = None) -> Assignment:
    """Not score a case, saying why; that is no zero: the case's mean is of the others. Raises NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        verb = ground.own_verb(t, assignment_id)
        before, case, _ = ground.sheet_of(t, who, assignment_id, version, verb)
        if before.state is AssignmentState.LOCKED:
            raise Invalid({"": "Phiếu đã chốt nên không chuyển thành không chấm được."})
        refuse(rules.check_reason(reason))
        return ground.set_state(t, before, case, AssignmentState.ABSTAINED, verb, text.clean(reason), f"Không chấm: {text.clean(reason)}")


def enter_paper(
    who: Actor, assignment_id: UUID, version: int, points: Mapping[UUID, int | None], remark: str = "", key: UUID | None = None,
    reasons: Mapping[UUID, str] | None = None,
) -> Assignment:  # fmt: skip
    """Type a sheet that was filled in by hand: whole and locked, said to be typed by whom. Raises as `save`."""
    with transaction(who, key) as t:
        before, case, _ = ground.sheet_of(t, who, assignment_id, version, Verb.ENTER_PAPER_SCORES)
        if before.state is AssignmentState.LOCKED:
            raise Invalid({"": "Phiếu này đã chốt."})
        after = _kept(t, before, case, points, reasons or {}, remark)
        refuse(rules.check_lock(ground.campaign_of_case(t, case).criteria, after.points, nominations.self_scores_behind(t, case.id), after.reasons))
        detail = f"Nhập phiếu giấy của {before.reviewer}."
        return ground.set_state(t, after, case, AssignmentState.LOCKED, Verb.ENTER_PAPER_SCORES, text.clean_multiline(remark), detail, entered_by=who.account_id)


def others(who: Actor, nomination_id: UUID) -> tuple[tuple[str, int | None], ...] | None:
    """Who else scored a case in the same phase with which total (None: abstained); None for a reviewer whose own sheet is not locked yet.

    Raises NotFound for whoever neither scored the case nor may see its scores.
    """
    with reading(who) as t:
        case = nominations.behind(t, nomination_id)
        everybody = [one for one in store.of_cases(t, [nomination_id]) if one.state is not AssignmentState.ENDED]
        without = {phase.id for phase in phase_store.some(t, [one.phase_id for one in everybody if one.phase_id]).values() if phase.task is not Task.SCORE}
        everybody = [one for one in everybody if one.phase_id not in without or one.account_id == who.account_id]
        own = next((one for one in everybody if one.account_id == who.account_id), None)
        if own is not None and own.state is not AssignmentState.LOCKED:
            return None
        if own is None and not permissions.allowed(who, Verb.SEE_SCORES, case):
            raise NotFound()
        everybody = [one for one in everybody if own is None or one.phase_id == own.phase_id]
        criteria = ground.campaign_of_case(t, case).criteria
    given = [one for one in everybody if one != own and one.state is not AssignmentState.OPEN]
    return tuple((one.reviewer, rules.total(criteria, one.points) if one.state is AssignmentState.LOCKED else None) for one in given)
