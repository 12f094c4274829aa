"""The map of fields and units."""

from datetime import date

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.transaction import reading
from recognition.hall.words import Verb
from recognition.insight import counting
from recognition.insight.actions import scoping
from recognition.insight.rules import balance as rules
from recognition.insight.terms import Filters
from recognition.insight.terms.balance import Balance, BalanceAsked, What
from vietnamese import dates


def of(who: Actor, asked: BalanceAsked) -> Balance:
    """Models or awards of a year by field and first-level unit. Raises NotAllowed, NotFound (a unit out of view), Invalid (`year`)."""
    permissions.require(who, Verb.SEE_FIGURES)
    wrong = rules.check(asked.year, dates.today())
    if wrong:
        raise Invalid(wrong)
    count = counting.models if asked.what is What.MODELS else counting.awards
    with reading(who) as t:
        scope = scoping.scope(t, who, Filters(date(asked.year, 1, 1), date(asked.year, 12, 31), asked.unit_id))
        return rules.drawn(asked.what, asked.year, count(t, scope), *scoping.first_level(t, scope))
