"""The calendar of campaigns under way and to come."""

from uuid import UUID

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.insight import overlaps
from recognition.insight.actions import scoping
from recognition.insight.rules import overlaps as rules
from recognition.insight.terms import Filters
from recognition.insight.terms.overlaps import Calendar
from vietnamese import dates

#: What stands beside every proposal to merge.
SUGGESTION = rules.SUGGESTION


def of(who: Actor, unit_id: UUID | None = None) -> Calendar:
    """Campaigns that are not over, of one unit with everything below it or of all in view. Raises NotAllowed, NotFound (a unit out of view)."""
    permissions.require(who, Verb.SEE_FIGURES)
    today = dates.today()
    with reading(who) as t:
        scope = scoping.scope(t, who, Filters(today, today, unit_id))
        return rules.drawn(overlaps.planned(t, scope.issuers, scope.units, scope.chosen, today), today)
