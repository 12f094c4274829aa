"""Turnaround of every stage, and the cases that wait longest."""

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.insight import stages
from recognition.insight.actions import scoping
from recognition.insight.rules import stages as rules
from recognition.insight.terms import Filters
from recognition.insight.terms.stages import Stages
from vietnamese import dates

#: How many waiting cases are named.
MOST_WAITING = 20


def of(who: Actor, filters: Filters) -> Stages:
    """Days of each stage of the cases sent within the filter's days, and who waits longest now.

    Raises NotAllowed, NotFound (a unit out of view), Invalid (end before start).
    """
    permissions.require(who, Verb.SEE_FIGURES)
    if filters.to_date < filters.from_date:
        raise Invalid({"to_date": "Ngày kết thúc trước ngày bắt đầu. Anh/chị chọn lại kỳ."})
    today = dates.today()
    with reading(who) as t:
        scope = scoping.scope(t, who, filters)
        leaders, branches = scoping.first_level(t, scope)
        counted = stages.counted(t, scope, leaders, today)
        waiting = stages.waiting(t, who, scope, MOST_WAITING)
        deadlines = stages.deadlines(t, [one.campaign_id for one in waiting if one.campaign_id])
    measured = rules.spans(counted)
    return Stages(measured, rules.units(counted, branches, leaders), rules.waiting(waiting, deadlines, today), rules.title(measured), sum(counted.open.values()))
