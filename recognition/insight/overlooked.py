"""SQL of those whom nobody has praised yet: recorded deeds that ended without an award, and no award in force since a day.

`$1` issuers in full view, `$2` units in view (subtrees), `$3` the first day that still counts as lately praised, `$4` how many rows.
"""

from datetime import date
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.insight.terms import Overlooked

#: A case of the same recipient that is still on its way keeps the recipient off the list: somebody is at it.
_OVERLOOKED = """
    with ended as (
        select n.recipient_id, n.issuer_id, n.title, n.state, coalesce(n.decided_at, n.submitted_at) as ended_at,
               count(*) over (partition by n.recipient_id) as deeds,
               row_number() over (partition by n.recipient_id order by coalesce(n.decided_at, n.submitted_at) desc, n.id) as place
        from nomination n
        where (n.issuer_id = any($1) or n.unit_id = any($2)) and n.posthumous = 0
          and n.state in ('refused', 'failed', 'not_approved') and n.recipient_id is not null
    ),
    latest as (select * from ended where place = 1),
    given as (
        select l.recipient_id, a.decided_on from latest l join award a on a.recipient_id = l.recipient_id and a.state <> 'revoked'
        union all
        select r.id, a.decided_on
        from latest l join recipient r on r.id = l.recipient_id join award a on a.person_id = r.person_id and a.state <> 'revoked'
    ),
    praised as (select recipient_id, max(decided_on) as last_award from given group by recipient_id),
    chosen as (
        select r.id as recipient_id, r.kind, r.name, r.name_sort, r.person_id, r.unit_id, l.issuer_id, l.deeds, l.title, l.state,
               cast(l.ended_at as date) as ended_on, p.last_award
        from latest l
        join recipient r on r.id = l.recipient_id
        left join praised p on p.recipient_id = r.id
        where (p.last_award is null or p.last_award < $3)
          and not exists (
            select 1 from nomination n where n.recipient_id = r.id
              and n.state in ('submitted', 'endorsed', 'accepted', 'shortlisted', 'on_agenda', 'passed', 'returned', 'forwarded'))
        order by l.deeds desc, r.name_sort, r.id
        limit $4
    )
    select c.recipient_id, c.kind, c.name, c.person_id, c.issuer_id, u.short_name as unit, c.deeds, c.title, c.state, c.ended_on, c.last_award
    from chosen c
    left join unit_name u on u.unit_id = c.unit_id and u.to_date is null
    order by c.deeds desc, c.name_sort, c.recipient_id
"""
#: Where the few who are shown work: the last row of a person is the present post that began last.
_UNITS = """
    select o.person_id, u.short_name as unit from post o left join unit_name u on u.unit_id = o.unit_id and u.to_date is null
    where o.person_id = any($1) and o.to_date is null order by o.from_date, o.id desc
"""


def overlooked(t: Transaction, issuers: list[UUID], units: list[UUID], since: date, limit: int) -> list[Overlooked]:
    """People, collectives and households with ended cases and no award since a day; most deeds first, then by name."""
    found = t.all(_OVERLOOKED, issuers, units, since, limit)
    people = [row["person_id"] for row in found if row["person_id"] is not None and row["unit"] is None]
    at = {row["person_id"]: row["unit"] for row in t.all(_UNITS, people)} if people else {}
    return [Overlooked(**{**row, "unit": row["unit"] or at.get(row["person_id"])}) for row in found]
