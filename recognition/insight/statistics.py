"""SQL of the forms of statistics. Takes `figures.Scope` first (`$1` to `$8`); `$9` is 1 when awards of Party committees count too."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.insight.figures import Scope
from recognition.insight.terms.statistics import AwardFact, Behind, Movement

_SEEN = "(d.issuer_id = any($1) or a.unit_id = any($2)) and ($3 = 0 or a.unit_id = any($4)) and a.state = 'in_force' and ($7 = 0 or d.campaign_id = $8)"

#: `given`: awards in force with their day. One that was put right stands on the day of the award that it puts right.
#: `fact`: what a form looks at. The class is that of the award, else of the post held on its day; post and unit are read of leaders only.
_FACTS = f"""
    with given as (
        select a.*, a.decided_on as day, d.campaign_id, d.number_text
        from award a join decision d on d.id = a.decision_id
        where d.kind in ('recognise', 'commend') and {_SEEN}
        union all
        select a.*, coalesce(o.decided_on, a.decided_on), coalesce(f.campaign_id, d.campaign_id), d.number_text
        from award a join decision d on d.id = a.decision_id join decision_line l on l.id = a.line_id
        left join award o on o.id = l.award_id left join decision f on f.id = o.decision_id
        where d.kind in ('correct', 'replace') and {_SEEN}
    ),
    classed as (
        select g.*, coalesce(g.recipient_class, (
            select max(p.recipient_class) from post p
            where p.person_id = g.person_id and p.from_date <= g.day and (p.to_date is null or p.to_date >= g.day)
        )) as class
        from given g where g.day between $5 and $6
    ),
    fact as (
        select g.award_type_id, t.name as award_name, t.family, t.level, t.track = 'party' as party, g.kind, g.class as recipient_class,
               case when g.class = 'manager' then g.post else '' end as said_post, case when g.class = 'manager' then g.unit else '' end as said_unit,
               case when g.kind = 'collective' then exists (
                        select 1 from recipient r join unit_name n on n.unit_id = r.unit_id
                        where r.id = g.recipient_id and r.group_name is null and n.kind = 'enterprise'
                          and n.from_date <= g.day and (n.to_date is null or n.to_date >= g.day))
                    when g.class = 'manager' then exists (
                        select 1 from post p join unit_name n on n.unit_id = p.unit_id
                        where p.person_id = g.person_id and p.recipient_class = 'manager' and n.kind = 'enterprise'
                          and p.from_date <= g.day and (p.to_date is null or p.to_date >= g.day)
                          and n.from_date <= g.day and (n.to_date is null or n.to_date >= g.day))
                    else false end as enterprise,
               case when g.nomination_id is null and g.campaign_id is null and g.commendation = 'campaign' then null else g.commendation end as commendation,
               c.kind as campaign, g.id, g.salutation, g.name, g.post, g.unit, g.name_sort, g.number_text, g.day, g.decision_id
        from classed g join award_type t on t.id = g.award_type_id
        left join nomination q on q.id = g.nomination_id left join campaign c on c.id = coalesce(q.campaign_id, g.campaign_id)
        where $9 = 1 or t.track <> 'party'
    )
"""  # noqa: S608 - fixed texts
_KEY = "award_type_id, award_name, family, level, party, kind, recipient_class, said_post, said_unit, enterprise, commendation, campaign"
_COUNTED = f"{_FACTS} select {_KEY}, count(*) as number from fact where level between $10 and $11 group by {_KEY}"  # noqa: S608 - fixed texts
_EACH = f"""
    {_FACTS}
    select {_KEY}, id, salutation, name, post, unit, number_text, day, decision_id from fact
    where award_type_id = any($10) order by day, name_sort, id
    limit $11::bigint offset $12::bigint
"""  # noqa: S608 - fixed texts

_LAUNCHED = "cast(c.launched_at + interval '7 hours' as date)"
_MOVEMENTS = f"""
    select c.id, c.name, c.level, c.kind, c.from_date, c.to_date, {_LAUNCHED} as launched_on,
           exists (select 1 from campaign_unit m where m.campaign_id = c.id) and not exists (
               select 1 from campaign_unit m join unit_name n on n.unit_id = m.unit_id and n.to_date is null
               where m.campaign_id = c.id and n.kind <> 'cluster') as clusters
    from campaign c
    where c.state in ('launched', 'closed') and {_LAUNCHED} between $3 and $4
      and (c.issuer_id = any($1) or exists (select 1 from issuer i where i.id = c.issuer_id and i.unit_id = any($2)))
    order by {_LAUNCHED}, c.name_sort, c.id
"""  # noqa: S608 - fixed texts


def _fact(row: dict[str, Any]) -> AwardFact:
    return AwardFact(
        row["award_type_id"], row["award_name"], row["family"], row["level"], row["party"], row["kind"], row["recipient_class"], row["said_post"],
        row["said_unit"], row["enterprise"], row["commendation"], row["campaign"],
    )  # fmt: skip


def counted(t: Transaction, scope: Scope, *, party: bool, levels: tuple[int, int]) -> list[tuple[AwardFact, int]]:
    """Awards in force of some levels, equal ones together, with how many there are."""
    return [(_fact(row), int(row["number"])) for row in t.all(_COUNTED, *scope.parameters, int(party), *levels)]


def each(t: Transaction, scope: Scope, types: Sequence[UUID], *, party: bool, first: int) -> Iterator[tuple[AwardFact, Behind]]:
    """The awards of some types one by one, the earliest first; all beyond the `first` are read only when they are asked for."""
    for limit, offset in ((first, 0), (None, first)):
        rows = t.all(_EACH, *scope.parameters, int(party), list(types), limit, offset)
        yield from ((_fact(row), _behind(row)) for row in rows)
        if len(rows) < first:
            return


def _behind(row: dict[str, Any]) -> Behind:
    detail = ", ".join(part for part in (row["post"], row["unit"]) if part)
    return Behind(row["id"], f"{row['salutation']} {row['name']}".strip(), detail, row["award_name"], row["number_text"] or "", row["day"], row["decision_id"])


def movements(t: Transaction, issuers: Sequence[UUID], units: Sequence[UUID], first: date, last: date) -> list[Movement]:
    """Campaigns launched between two days, both included, by some issuers or by the issuers that some units are."""
    return [Movement(**row) for row in t.all(_MOVEMENTS, list(issuers), list(units), first, last)]
