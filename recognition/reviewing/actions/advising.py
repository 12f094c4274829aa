"""Phases without points: remarks and recommendations; what the phases before made of a case."""

from uuid import UUID

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import Nomination
from recognition.reviewing import rules, store
from recognition.reviewing.actions import ground
from recognition.reviewing.phases import Phase, Sees, Task
from recognition.reviewing.store import phases as phase_store
from recognition.reviewing.terms import Advice, Assignment, AssignmentState, Earlier, Said
from vietnamese import text

#: A remark is at least so long where it is all that is asked, or where the advice is not simply yes.
REMARK_LEAST = 10


def advise(who: Actor, assignment_id: UUID, version: int, remark: str, advice: Advice | None = None, key: UUID | None = None) -> Assignment:
    """Give a remark, with an advice where the phase asks for one, and close the sheet; again while the phase is open.

    Raises NotAllowed, NotFound, Stale, Invalid (`advice`, `remark`).
    """
    said = text.clean_multiline(remark)
    with transaction(who, key) as t:
        verb = ground.own_verb(t, assignment_id)
        before, case, phase = ground.sheet_of(t, who, assignment_id, version, verb)
        if phase is None or verb is Verb.SCORE:
            raise Invalid({"": "Phiếu này chấm theo điểm. Anh/chị cho điểm từng tiêu chí rồi chốt phiếu."})
        wrong: dict[str, str] = {}
        if phase.task is Task.RECOMMEND and advice is None:
            wrong["advice"] = "Anh/chị chọn một kiến nghị."
        if len(said) < REMARK_LEAST and not (phase.task is Task.RECOMMEND and advice is Advice.YES):
            wrong["remark"] = f"Anh/chị ghi rõ nhận xét, ít nhất {REMARK_LEAST} ký tự."
        wrong |= rules.check_remark(said)
        if wrong:
            raise Invalid(wrong)
        given = advice if phase.task is Task.RECOMMEND else None
        return ground.set_state(t, before, case, AssignmentState.LOCKED, verb, said, given.label if given else "Ghi nhận xét.", advice=given)


def given(who: Actor, nomination_id: UUID, phase_id: UUID) -> tuple[Said, ...]:
    """What everybody in a phase said of a case, for the secretary. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        case = nominations.lock(t, nomination_id)
        permissions.require(who, Verb.SEE_SCORES, case)
        phase = phase_store.get(t, phase_id)
        if phase is None or phase.campaign_id != case.campaign_id:
            raise NotFound()
        return _said(t, case, phase, None)


def beside(who: Actor, assignment_id: UUID) -> tuple[Said, ...] | None:
    """What the others of one's own phase said, once one's own sheet is closed; None before. Raises NotAllowed, NotFound."""
    with reading(who) as t:
        one, case, phase = ground.sheet_of(t, who, assignment_id, None, Verb.SEE_SHEET)
        if phase is None or one.state is not AssignmentState.LOCKED:
            return None
        return _said(t, case, phase, phase, but=one.id)


def earlier(who: Actor, assignment_id: UUID) -> tuple[Earlier, ...]:
    """What the phases before one's own made of the case, as far as one's own phase lets it be read; names as hidden as the case.

    Raises NotAllowed, NotFound.
    """
    with reading(who) as t:
        _, case, own = ground.sheet_of(t, who, assignment_id, None, Verb.SEE_EARLIER)
        if own is None:
            return ()
        before = [one for one in phase_store.of_campaign(t, own.campaign_id) if one.number < own.number]
        return tuple(_earlier(t, case, one, own) for one in before)


def _earlier(t: Transaction, case: Nomination, phase: Phase, own: Phase) -> Earlier:
    said = _said(t, case, phase, own)
    totals = [one.total for one in said if one.total is not None]
    middle = rules.mean(totals)
    return Earlier(
        phase.title, None if middle is None else rules.hundredths(middle), max(totals) - min(totals) if totals else None,
        sum(one.total is not None or one.advice is not None or phase.task is Task.COMMENT for one in said),
        {each: sum(one.advice is each for one in said) for each in Advice if any(one.advice is each for one in said)},
        said if own.sees is Sees.ALL else (),
    )  # fmt: skip


def _said(t: Transaction, case: Nomination, phase: Phase, reader: Phase | None, but: UUID | None = None) -> tuple[Said, ...]:
    """The closed sheets of a phase; remarks with names hidden where those of `reader` may not see them."""
    criteria = ground.campaign_of_case(t, case).criteria
    done = (AssignmentState.LOCKED, AssignmentState.ABSTAINED)
    sheets = [one for one in store.of_cases(t, [case.id]) if one.phase_id == phase.id and one.state in done and one.id != but]
    return tuple(
        Said(
            one.reviewer, rules.total(criteria, one.points) if phase.task is Task.SCORE and one.state is AssignmentState.LOCKED else None, one.advice,
            ground.masked(t, case, reader, one.remark) if reader is not None else one.remark,
        )
        for one in sheets
    )  # fmt: skip
