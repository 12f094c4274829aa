"""Looking into the book: one record, many, what is promised and still open."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.grassroots import rules, store
from recognition.grassroots.actions import ground
from recognition.grassroots.actions.ground import KIND
from recognition.grassroots.terms import OWN, Filters, Kind, Line, Point, Promise, Record, Standing
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.paging import Found, Page
from recognition.hall.transaction import Transaction, reading
from recognition.hall.words import Role, Verb
from recognition.nominations import actions as nominations
from recognition.nominations.terms import HistoryLine
from recognition.units import actions as units
from vietnamese import dates

#: Rows of a file.
MOST = 20_000
NOTHING = Filters()


def get(who: Actor, record_id: UUID) -> Record:
    """One record with its points. Raises NotFound."""
    with reading(who) as t:
        return ground.seen(t, who, record_id)


def find(who: Actor, filters: Filters = NOTHING, page: Page | None = None) -> Found[Line]:
    """One page of the records that `who` may see, the newest first. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_GRASSROOTS)
    page, today = page or Page(), dates.today()
    with reading(who) as t:
        total = store.count(t, who, filters, today)
        order = store.PLAN_ORDER if filters.kinds == (Kind.INSPECTION,) else store.ORDER
        return Found(tuple(store.page(t, who, filters, today, page.limit, page.offset, order)), total)


def rows_of(who: Actor, filters: Filters, order: str = store.ORDER) -> list[tuple[Line, list[Point]]]:
    """Records for a file, at most `MOST`, each with its points in their order. Raises NotAllowed."""
    permissions.require(who, Verb.EXPORT)
    permissions.require(who, Verb.SEE_GRASSROOTS)
    with reading(who) as t:
        lines = store.page(t, who, filters, dates.today(), MOST, 0, order)
        told = store.points_of(t, [line.id for line in lines])
    return [(line, told.get(line.id, [])) for line in lines]


def history(who: Actor, record_id: UUID) -> list[HistoryLine]:
    """What happened to a record, the newest first, one plain sentence each. Raises NotFound."""
    with reading(who) as t:
        ground.seen(t, who, record_id)
        return nominations.told(t, KIND, record_id)


def standing(point: Point) -> Standing:
    """How a promise stands today."""
    return rules.standing(point, dates.today())


def wanted(who: Actor) -> list[Promise]:
    """Open promises of the units for which `who` keeps the book, the nearest day first. Raises NotAllowed."""
    permissions.require(who, Verb.KEEP_PROMISE)
    with reading(who) as t:
        return store.open_promises(t, who, units=ground.own_units(who))


def late(who: Actor, kinds: Collection[Kind] = OWN) -> list[Promise]:
    """Promises past their day, of records of these kinds that `who` may see. Raises NotAllowed."""
    permissions.require(who, Verb.SEE_GRASSROOTS)
    today = dates.today()
    with reading(who) as t:
        return [each for each in store.open_promises(t, who, kinds=kinds) if each.due < today]


def unit_choices(who: Actor, *, writing: bool = False) -> dict[UUID, str]:
    """Units that `who` may ask about, or for which they write, by name as the tree stands."""
    seen = ground.own_units(who) if writing else {*ground.own_units(who), *who.units(Role.UNIT_LEADER)}
    all_units = not writing and bool(who.issuers(Role.SECRETARY))
    return {node.unit.id: node.unit.name for node in units.tree(who) if all_units or node.unit.id in seen}


def issuer_choices(who: Actor) -> dict[UUID, str]:
    """Organs that may follow a unit's work, in the order of likelihood: the secretary's own, those whose campaigns reach the unit, the others."""
    today, mine = dates.today(), who.issuers(Role.SECRETARY)
    working = [each for each in catalogue.issuers(who) if each.to_date is None or each.to_date >= today]
    with reading(who) as t:
        known = store.organs(t, ground.own_units(who))
    rank = {issuer_id: place for place, issuer_id in enumerate([*mine, *known])}
    return {each.id: " ".join(each.name.split()) for each in sorted(working, key=lambda each: rank.get(each.id, len(rank)))}


def days_of_year(year: int) -> tuple[date, date]:
    """The first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def within(t: Transaction, unit_id: UUID | None) -> frozenset[UUID] | None:
    """A unit and everything below it; None: every unit that may be seen."""
    return None if unit_id is None else units.subtree(t, unit_id)


def of_unit(who: Actor, filters: Filters, unit_id: UUID | None) -> Filters:
    """The filters, narrowed to a unit and everything below it."""
    with reading(who) as t:
        return replace(filters, unit_ids=within(t, unit_id))
