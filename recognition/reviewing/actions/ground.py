"""What every action on score sheets stands on: the campaign that scores, the sheet with its case, a change of its state."""

from dataclasses import dataclass
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.reviewing import store
from recognition.reviewing.terms import Assignment, AssignmentState
from vietnamese import dates

#: Cases that may be scored: screened, and not yet before the council.
SCORED = (State.ACCEPTED, State.SHORTLISTED)
SHOWN = (*SCORED, State.ON_AGENDA, State.PASSED, State.FAILED, State.AWARDED)


@dataclass(frozen=True)
class Told:
    """Whom a notice is for, and what it calls the thing."""

    title: str
    created_by: UUID


def campaign_of(t: Transaction, who: Actor, campaign_id: UUID, verb: Verb) -> Campaign:
    """A campaign that scores. Raises NotFound, NotAllowed, Invalid without criteria."""
    found = campaigns.in_transaction(t, campaign_id)
    permissions.require(who, verb, found)
    if not found.criteria:
        raise Invalid({"": f"Phong trào «{found.name}» chưa có tiêu chí chấm điểm. Anh/chị thêm tiêu chí trong phần soạn phong trào."})
    return found


def campaign_of_case(t: Transaction, case: Nomination) -> Campaign:
    """The campaign of a case, with its criteria. Raises Invalid for a case without one."""
    if case.campaign_id is None:
        raise Invalid({"": "Hồ sơ không thuộc phong trào nào nên không có phiếu chấm."})
    return campaigns.in_transaction(t, case.campaign_id)


def sheet_of(t: Transaction, who: Actor, assignment_id: UUID, version: int | None, verb: Verb) -> tuple[Assignment, Nomination]:
    """One sheet with its case, for whoever may do `verb`. Raises NotFound, NotAllowed, Stale."""
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


def set_state(
    t: Transaction, before: Assignment, case: Nomination, state: AssignmentState, verb: Verb, remark: str, detail: str, *, entered_by: UUID | None = None
) -> Assignment:
    """The sheet in its new state, noted with its points before and after. Raises Stale."""
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
