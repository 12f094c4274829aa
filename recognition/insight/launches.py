"""SQL of what moves in campaigns. `$1` the campaigns, which the caller may see."""

from collections.abc import Sequence
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.insight.terms.launches import Moves

#: A case that was called back or withdrawn is no move; a model is registered on the day its year was made.
_MOVES = """
    with come as (
        select n.campaign_id, n.unit_id, count(*) as number, max(n.submitted_at) as moment
        from nomination n
        where n.campaign_id = any($1) and n.submitted_at is not null and n.state not in ('draft', 'withdrawn')
        group by n.campaign_id, n.unit_id
        union all
        select y.campaign_id, m.unit_id, count(*), max(y.created_at)
        from model_year y join exemplary_model m on m.id = y.model_id
        where y.campaign_id = any($1)
        group by y.campaign_id, m.unit_id
    ),
    moved as (
        select campaign_id, count(distinct unit_id) as moving, cast(sum(number) as bigint) as entries, cast(max(moment) + interval '7 hours' as date) as last
        from come group by campaign_id
    )
    select c.id as campaign_id, c.name, greatest(c.from_date, cast(c.launched_at + interval '7 hours' as date)) as begun, c.to_date, d.day as deadline,
           (select count(*) from campaign_unit u where u.campaign_id = c.id) as told,
           coalesce(m.moving, 0) as moving, coalesce(m.entries, 0) as entries, m.last
    from campaign c
    left join moved m on m.campaign_id = c.id
    left join campaign_deadline d on d.campaign_id = c.id and d.stage = 'nominate'
    where c.id = any($1) and c.state = 'launched'
    order by c.name_sort, c.id
"""


def moves(t: Transaction, campaigns: Sequence[UUID]) -> list[Moves]:
    """What came in for launched campaigns, by name."""
    return [Moves(**row) for row in t.all(_MOVES, list(campaigns))]
