"""How far somebody sees figures, narrowed by what was asked for: the same for every page of figures."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.errors import NotFound
from recognition.hall.transaction import Transaction
from recognition.hall.words import Role
from recognition.insight import figures, rules
from recognition.insight.figures import Scope
from recognition.insight.rules import branches
from recognition.insight.terms import Filters
from recognition.insight.terms.branches import Branch
from vietnamese import dates


def issuers_of(who: Actor) -> list[UUID]:
    """Issuers whose figures `who` sees in full."""
    return list(who.issuers(Role.SECRETARY, Role.LEADER))


def units_of(who: Actor) -> list[UUID]:
    """Units whose figures `who` sees, with everything below them."""
    return list(who.units(Role.UNIT_LEADER, Role.LEADER))


def scope(t: Transaction, who: Actor, filters: Filters) -> Scope:
    """What `who` may see of what was asked for. Raises NotFound for a unit out of view."""
    issuers, seen = issuers_of(who), units_of(who)
    if filters.unit_id and not issuers and filters.unit_id not in seen:
        raise NotFound()
    chosen = figures.subtree(t, filters.unit_id) if filters.unit_id else None
    return Scope(issuers, seen, chosen, filters.from_date, filters.to_date, filters.campaign_id)


def last_year(of: Scope, today: date) -> Scope:
    """The same stretch a year earlier: of days that are not over yet only as far as today."""
    return Scope(of.issuers, of.units, of.chosen, rules.year_before(of.from_date), rules.year_before(min(of.to_date, max(of.from_date, today))), of.campaign_id)


def first_level(t: Transaction, of: Scope) -> tuple[Mapping[UUID, UUID], list[Branch]]:
    """Every unit in view → the first-level unit that it is counted under; and those first-level units by name."""
    units = figures.every_unit(t)
    within = of.chosen if of.chosen is not None else None if of.issuers else of.units
    return branches.under(units, within), branches.named(units, within, dates.today())
