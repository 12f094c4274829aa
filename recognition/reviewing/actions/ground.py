"""What every action on score sheets stands on: the campaign that scores, the sheet with its case, a change of its state."""

from dataclasses import dataclass
from uuid import UUID

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import Campaign
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.case import InPhase
from recognition.hall.errors import Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import Transaction
from recognition.hall.words import State, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.reviewing import blinding, phases, store
from recognition.reviewing.phases import Phase
from recognition.reviewing.store import names
from recognition.reviewing.store import phases as phase_store
from recognition.reviewing.terms import Advice, Assignment, AssignmentState
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


#: What a reviewer does with their own sheet; the phase says which of them, and when.
REVIEWERS = frozenset({*phases.DOING.values(), Verb.SEE_SHEET, Verb.SEE_EARLIER})


def phase_of(t: Transaction, one: Assignment) -> Phase | None:
    """The phase in which a sheet was given, None where the campaign has none."""
    return phase_store.get(t, one.phase_id) if one.phase_id is not None else None


def own_verb(t: Transaction, assignment_id: UUID) -> Verb:
    """What a sheet's phase asks of its reviewer; points where there are no phases."""
    one = store.get(t, assignment_id)
    phase = phase_of(t, one) if one is not None else None
    return phases.DOING[phase.task] if phase is not None else Verb.SCORE


def sheet_of(t: Transaction, who: Actor, assignment_id: UUID, version: int | None, verb: Verb) -> tuple[Assignment, Nomination, Phase | None]:
    """One sheet with its case and phase, for whoever may do `verb`. While names are hidden the case comes unmasked: show it by `face`.

    Raises NotFound, NotAllowed (also when the phase is not open or asks for something else), Stale.
    """
    found = store.get(t, assignment_id)
    if found is None or found.state is AssignmentState.ENDED:
        raise NotFound()
    phase = phase_of(t, found)
    if verb not in REVIEWERS:
        case = nominations.lock(t, found.nomination_id)
        permissions.require(who, verb, case)
        if verb is Verb.ENTER_PAPER_SCORES and version is not None and (sentence := phases.refusal(phase, Verb.SCORE, dates.today())):
            raise NotAllowed(sentence)
    elif found.account_id != who.account_id:
        raise NotFound()
    else:
        case = nominations.behind(t, found.nomination_id)
        today = dates.today()
        if sentence := phases.refusal(phase, verb, today):
            raise NotAllowed(sentence)
        permissions.require(who, verb, InPhase(case, phases.verbs(phase, today)))
        if phase is not None and verb in phases.DOING.values() and case.state not in SCORED:
            raise NotAllowed(f"Hồ sơ đã ở bước «{case.state.label}» nên phiếu chỉ còn xem được.")
    if version is not None and found.version != version:
        raise Stale()
    return found, case, phase


@dataclass(frozen=True)
class Face:
    """How a case is called before somebody: by its names, or with all of them hidden."""

    recipient: str
    unit: str
    title: str


def face(t: Transaction, case: Nomination, phase: Phase | None) -> Face:
    """The case as those asked in `phase` may see it."""
    if phase is None or not phase.hides:
        return Face(case.recipient_name, case.unit_name, case.title)
    kind = case.recipient_kind.label if case.recipient_kind else "Đối tượng"
    return Face(f"{kind} (giấu tên)", "đơn vị giấu tên", masked(t, case, phase, case.title))


def masked(t: Transaction, case: Nomination, phase: Phase, said: str) -> str:
    """Words about a case with everything hidden that would tell whose it is; as they are in a phase that hides nothing."""
    if not phase.hides or not said:
        return said
    known = names.known(t, case.id)
    place = (case.deed.place,) if case.deed and case.deed.place else ()
    return blinding.mask(said, blinding.Known(known.people, (*known.units, *place), tuple(phase.hidden_words.splitlines())))


def set_state(
    t: Transaction, before: Assignment, case: Nomination, state: AssignmentState, verb: Verb, remark: str, detail: str, *, entered_by: UUID | None = None,
    advice: Advice | None = None,
) -> Assignment:
    """The sheet in its new state, noted with its points before and after. Raises Stale."""
    locked = dates.now_utc() if state is AssignmentState.LOCKED else None
    if not store.set_state(t, before, state, remark=remark, locked_at=locked, entered_by=entered_by, advice=advice):
        raise Stale()
    after = store.get(t, before.id)
    assert after is not None
    audit.note(t, verb, "review_assignment", before.id, before=_told(before), after=_told(after), case=case, detail=detail)
    t.result = str(before.id)
    return after


def _told(one: Assignment) -> dict[str, object]:
    return {"state": one.state, "points": {str(name): value for name, value in one.points.items()}, "remark": one.remark, "advice": one.advice, "nomination_id": one.nomination_id}
