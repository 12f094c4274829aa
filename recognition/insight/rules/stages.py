"""Turnaround: percentiles of each stage, what is overdue, the finding."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from recognition.campaigns.terms import Stage
from recognition.hall.words import State
from recognition.insight.rules import percentile
from recognition.insight.terms import SMALLEST_GROUP
from recognition.insight.terms.branches import Branch
from recognition.insight.terms.stages import Counted, Measured, Span, UnitStage, Waiting

#: The stage of the campaign that ends a span; the others have no day of their own.
DEADLINES = {Span.SCREEN: Stage.SCREEN, Span.VOTE: Stage.VOTE, Span.DECIDE: Stage.DECIDE}
#: Where a case of a state waits: which of the campaign's days it must keep next.
NEXT = {
    State.SUBMITTED: Stage.SCREEN, State.ENDORSED: Stage.SCREEN, State.ACCEPTED: Stage.SCREEN, State.RETURNED: Stage.SCREEN,
    State.SHORTLISTED: Stage.VOTE, State.ON_AGENDA: Stage.VOTE, State.PASSED: Stage.DECIDE,
}  # fmt: skip


def spans(counted: Counted) -> list[Measured]:
    """Every span in the order of the road."""
    return [
        Measured(span, sum(days.values()), percentile(days, 0.5), percentile(days, 0.9), counted.due.get(span))
        for span in Span
        for days in (counted.days.get(span, {}),)
    ]


def units(counted: Counted, branches: Sequence[Branch], leaders: Mapping[UUID, UUID]) -> list[UnitStage]:
    """First-level units with a case, the slowest whole way first; those without a decided case after them, by open cases."""
    waiting_now: dict[UUID, int] = {}
    for unit, number in counted.open.items():
        leader = leaders.get(unit, unit)
        waiting_now[leader] = waiting_now.get(leader, 0) + number
    found = [
        UnitStage(
            branch.name, counted.cases.get(branch.unit_id, 0), counted.units.get(("endorse", branch.unit_id)), counted.units.get(("whole", branch.unit_id)),
            counted.units.get(("ninetieth", branch.unit_id)), waiting_now.get(branch.unit_id, 0),
        )
        for branch in branches
    ]  # fmt: skip
    return sorted((one for one in found if one.cases or one.open), key=lambda one: (one.whole is None, -(one.whole or 0), -one.open, one.name))


def waiting(found: Sequence[Waiting], deadlines: Mapping[tuple[UUID, str], date], today: date) -> list[Waiting]:
    """The waiting cases with their days until today and the day that their campaign sets for them, the longest first."""
    told = [
        replace(one, days=max((today - one.since).days, 0), deadline=deadlines.get((one.campaign_id, NEXT[one.state].value)) if one.campaign_id else None)
        for one in found
    ]
    return sorted(told, key=lambda one: (-one.days, one.code))


def title(measured: Sequence[Measured]) -> str:
    """The slowest stage, when enough cases went through it and it is clearly slower than the others; otherwise a plain title."""
    steps = [one for one in measured if one.span is not Span.WHOLE and one.median is not None]
    steps.sort(key=lambda one: -(one.median or 0))
    if len(steps) >= 2 and steps[0].cases >= SMALLEST_GROUP and (steps[0].median or 0) >= (steps[1].median or 0) + 1:
        return f"Lâu nhất là khâu «{steps[0].span.label}»: một nửa hồ sơ mất {round(steps[0].median or 0)} ngày trở lên"
    return "Mỗi khâu mất bao nhiêu ngày"
