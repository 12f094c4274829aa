"""Where a case stands on its road, as a stepper; what may be done from here."""

from __future__ import annotations

from datetime import datetime

from pages.shared import parts
from recognition.hall.words import State
from recognition.nominations.terms import Commendation, Nomination
from vietnamese import dates

_UNIT, _LEADER, _SCREEN, _COUNCIL, _DECISION, _PAPER = range(6)
LABELS = ("Đơn vị đề nghị", "Cấp uỷ xác nhận", "Thẩm định", "Hội đồng", "Quyết định", "Giấy khen")
#: State → the step that is under way; None: the road ended there.
_NOW: dict[State, int] = {
    State.DRAFT: _UNIT,
    State.RETURNED: _UNIT,
    State.SUBMITTED: _LEADER,
    State.ENDORSED: _SCREEN,
    State.ACCEPTED: _SCREEN,
    State.SHORTLISTED: _COUNCIL,
    State.ON_AGENDA: _COUNCIL,
    State.PASSED: _DECISION,
    State.AWARDED: _PAPER,
    State.FORWARDED: _DECISION,
}
_ENDED: dict[State, int] = {State.REFUSED: _SCREEN, State.FAILED: _COUNCIL, State.NOT_APPROVED: _DECISION}


def steps(case: Nomination) -> list[parts.Step]:
    """The steps of this case's road; a spot commendation goes without a council, some units without their leader's word."""
    now = _NOW.get(case.state)
    end = _ENDED.get(case.state, _LEADER if case.endorsed_at is None else _SCREEN)
    when = {_UNIT: case.submitted_at, _LEADER: case.endorsed_at, _SCREEN: case.accepted_at, _DECISION: case.decided_at}
    straight = case.endorsed_at is not None and case.endorsed_by is None  # the unit has switched that step off
    left_out = ({_LEADER} if straight else set()) | ({_COUNCIL} if case.commendation is Commendation.SPOT and now != _COUNCIL else set())
    shown = [step for step in range(len(LABELS)) if step not in left_out]
    return [_step(step, now, end, when.get(step)) for step in shown]


def _step(step: int, now: int | None, end: int, when: datetime | None) -> parts.Step:
    day = f"{dates.to_local(when):%d/%m}" if when else ""
    if now is None:
        return parts.Step(LABELS[step], "done" if step < end else "later", day if step < end else "")
    if step == now:
        return parts.Step(LABELS[step], "now", "" if step == _PAPER else "đang làm")  # a case does not know how far its paper is
    return parts.Step(LABELS[step], "done" if step < now else "later", day if step < now else "")
