"""SQL of who is praised and who is there: people of the awards, people with a present post, holders over three years.

Takes `counting`'s parameters first (`$1` to `$9`), then `$10` the year, `$11` 1 where all units are in view, `$12` today.
"""

from typing import Any

from recognition.hall.transaction import Transaction
from recognition.insight import counting
from recognition.insight.figures import Scope
from recognition.insight.terms.fairness import Holder, Tally
from vietnamese import dates

#: Everybody with a post today, once: in the unit of the newest post; whoever leads anywhere leads. A double is the person that it was joined to.
_THERE = """
    there as (
        select coalesce(p.merged_into, p.id) as person_id, max(o.recipient_class) as recipient_class, max(p.gender) as gender,
               (array_agg(o.unit_id order by o.from_date desc, o.id))[1] as unit_id
        from post o join person p on p.id = o.person_id
        where o.from_date <= {today} and (o.to_date is null or o.to_date >= {today})
          and ({wide} = 1 or o.unit_id = any({units})) and ({narrow} = 0 or o.unit_id = any({chosen}))
        group by 1
    )
"""

_PEOPLE = f"""
    with {_THERE.format(wide="$1", units="$2", narrow="$3", chosen="$4", today="$5")}
    select unit_id, recipient_class, gender, count(*) as number from there group by unit_id, recipient_class, gender
"""  # noqa: S608 - fixed texts

#: The class is that of the award's day; the gender is the person's.
_AWARDED = f"""
    {counting.GIVEN},
    each as (
        select coalesce(p.merged_into, c.recipient) as who, max(c.recipient_class) as recipient_class, max(p.gender) as gender,
               (array_agg(c.unit_id order by c.day desc, c.unit_id))[1] as unit_id
        from counted c left join person p on p.id = c.recipient
        where c.kind = 'individual' and c.year = $10
        group by 1
    )
    select unit_id, recipient_class, gender, count(*) as number from each group by unit_id, recipient_class, gender
"""  # noqa: S608 - fixed texts

_HOLDERS = f"""
    {counting.GIVEN},
    {_THERE.format(wide="$11", units="$2", narrow="$3", chosen="$4", today="$12")},
    held as (
        select c.kind, coalesce(p.merged_into, c.recipient) as who, count(*) filter (where c.year = $10) as this,
               count(*) filter (where c.year = $10 - 1) as last, count(*) filter (where c.year = $10 - 2) as before
        from counted c left join person p on p.id = c.recipient
        where c.kind in ('individual', 'collective')
        group by 1, 2
    )
    select h.kind, h.this, h.last, h.before, t.person_id is not null as present, count(*) as number
    from held h left join there t on t.person_id = h.who
    group by 1, 2, 3, 4, 5
"""  # noqa: S608 - fixed texts


def people(t: Transaction, scope: Scope) -> list[Tally]:
    """Those with a post today in the units in view."""
    _, units, narrow, chosen = scope.parameters[:4]
    return _tallies(t.all(_PEOPLE, int(bool(scope.issuers)), units, narrow, chosen, dates.today()))


def awarded(t: Transaction, scope: Scope, year: int) -> list[Tally]:
    """Individuals with an award of the year, each once."""
    return _tallies(t.all(_AWARDED, *scope.parameters, counting.WHOLE_YEAR, year))


def holders(t: Transaction, scope: Scope, year: int) -> list[Holder]:
    """Individuals and collectives by their awards in the year and the two before it; `scope` covers the three."""
    return [Holder(**row) for row in t.all(_HOLDERS, *scope.parameters, counting.WHOLE_YEAR, year, int(bool(scope.issuers)), dates.today())]


def _tallies(rows: list[dict[str, Any]]) -> list[Tally]:
    return [Tally(**row) for row in rows]
