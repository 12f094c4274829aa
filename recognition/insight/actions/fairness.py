"""Fairness: who is praised beside who is there."""

from datetime import date

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.insight import counting, fairness, figures
from recognition.insight.actions import scoping
from recognition.insight.rules import balance
from recognition.insight.rules import fairness as rules
from recognition.insight.terms import SMALLEST_GROUP, Filters
from recognition.insight.terms.fairness import FairCounted, Fairness, FairnessAsked
from vietnamese import dates

#: What the page stands on.
LAW, SMALLEST = rules.LAW, SMALLEST_GROUP


def of(who: Actor, asked: FairnessAsked) -> Fairness:
    """Groups among the awarded and among the people, how far awards gather, who is praised again. Raises NotAllowed, NotFound (a unit out of
    view), Invalid (`year`)."""
    permissions.require(who, Verb.SEE_FIGURES)
    today = dates.today()
    wrong = balance.check(asked.year, today)
    if wrong:
        raise Invalid(wrong)
    with reading(who) as t:
        year, three = (scoping.scope(t, who, Filters(date(first, 1, 1), date(asked.year, 12, 31), asked.unit_id)) for first in (asked.year, asked.year - 2))
        counted = FairCounted(
            fairness.awarded(t, year, asked.year), fairness.people(t, year), fairness.holders(t, three, asked.year), rules.by_unit(counting.awards(t, year))
        )
        names = figures.short_names(t, rules.leading(counted.awards))
    return rules.judged(asked.year, counted, names, today)
