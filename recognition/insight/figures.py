"""SQL of the leaders' page. Every query takes the same scope first, so that no figure is wider than the person's view.

`$1` issuers in full view, `$2` units in view (subtrees), `$3` 1 when one unit is chosen, `$4` that unit's subtree,
`$5` and `$6` the days, `$7` 1 when one campaign is chosen, `$8` that campaign.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.insight.terms import FieldRow, MonthDays, SilentUnit, Step, UnitBar


@dataclass(frozen=True)
class Scope:
    """What the person may see, narrowed by what was asked for."""

    issuers: list[UUID]
    units: list[UUID]
    chosen: list[UUID] | None
    from_date: date
    to_date: date
    campaign_id: UUID | None

    @property
    def parameters(self) -> tuple[Any, ...]:
        """In the order that every query of this file takes."""
        return (
            self.issuers, self.units, int(self.chosen is not None), self.chosen or [], self.from_date, self.to_date,
            int(self.campaign_id is not None), self.campaign_id or UUID(int=0),
        )  # fmt: skip


_AWARDS = """
    from award a join decision d on d.id = a.decision_id
    where (d.issuer_id = any($1) or a.unit_id = any($2))
      and ($3 = 0 or a.unit_id = any($4))
      and a.decided_on between $5 and $6 and a.state <> 'revoked'
      and ($7 = 0 or d.campaign_id = $8)
"""

_CASES = """
    from nomination n
    where (n.issuer_id = any($1) or n.unit_id = any($2))
      and ($3 = 0 or n.unit_id = any($4))
      and n.submitted_at is not null and cast(n.submitted_at as date) between $5 and $6
      and ($7 = 0 or n.campaign_id = $8)
"""

_HEADLINE = f"""
    select count(*) as awards,
           count(*) filter (where a.kind = 'individual') as individuals,
           count(*) filter (where a.kind = 'individual' and a.recipient_class = 'direct_worker') as direct,
           percentile_cont(0.5) within group (order by a.decided_on - a.deed_date) filter (where a.deed_date is not null) as median,
           percentile_cont(0.9) within group (order by a.decided_on - a.deed_date) filter (where a.deed_date is not null) as ninetieth
    {_AWARDS}
"""

_BY_UNIT = f"""
    with counted as (
        select a.unit_id,
               count(*) filter (where a.kind = 'individual') as individual,
               count(*) filter (where a.kind = 'collective') as collective,
               count(*) filter (where a.kind = 'household') as household
        {_AWARDS}
        group by a.unit_id
    )
    select c.unit_id, coalesce(u.short_name, 'Ngoài danh sách') as unit, c.individual, c.collective, c.household
    from counted c left join unit_name u on u.unit_id = c.unit_id and u.to_date is null
    order by c.individual + c.collective + c.household desc, unit, c.unit_id
    limit 10
"""  # noqa: S608 - fixed texts

_MONTHS = f"""
    select cast(date_trunc('month', a.decided_on) as date) as month, count(*) as cases,
           percentile_cont(0.5) within group (order by a.decided_on - a.deed_date) as median,
           percentile_cont(0.9) within group (order by a.decided_on - a.deed_date) as ninetieth
    {_AWARDS} and a.deed_date is not null
    group by 1 order by 1
"""

_FUNNEL = f"""
    select count(*) as submitted,
           count(*) filter (where n.endorsed_at is not null) as endorsed,
           count(*) filter (where n.accepted_at is not null) as accepted,
           count(*) filter (where n.state in ('on_agenda', 'passed', 'awarded', 'failed', 'not_approved')) as on_agenda,
           count(*) filter (where n.state in ('passed', 'awarded', 'not_approved')) as passed,
           count(*) filter (where n.state = 'awarded') as awarded
    {_CASES}
"""

_FIELDS = f"""
    select field, sum(nominations) as nominations, sum(models) as models, sum(awards) as awards from (
        select a.field as field, 0 as nominations, 0 as models, count(*) as awards {_AWARDS} and a.field is not null group by a.field
        union all
        select m.field, 0, count(*), 0
        from model_year y join exemplary_model m on m.id = y.model_id
        where (exists (select 1 from campaign c where c.id = y.campaign_id and c.issuer_id = any($1)) or m.unit_id = any($2))
          and ($3 = 0 or m.unit_id = any($4))
          and y.year between extract(year from cast($5 as date)) and extract(year from cast($6 as date))
          and ($7 = 0 or y.campaign_id = $8)
        group by m.field
    ) parts group by field order by field
"""  # noqa: S608 - fixed texts

_SCOPED_UNITS = """
    from v_unit_name u
    where ($9 = 1 or u.unit_id = any($2)) and ($3 = 0 or u.unit_id = any($4))
      and u.kind <> 'cluster' and (u.to_date is null or u.to_date > $6)
"""

_SILENT = f"""
    select u.unit_id, u.name,
           (select count(*) from post p where p.unit_id = u.unit_id and p.to_date is null) as people
    {_SCOPED_UNITS}
      and not exists (
        select 1 from nomination n where n.unit_id = u.unit_id and n.submitted_at is not null
          and cast(n.submitted_at as date) between $5 and $6 and ($7 = 0 or n.campaign_id = $8)
      )
      and $1::uuid[] is not null
    order by u.name_sort, u.unit_id
"""  # noqa: S608 - fixed texts

#: The casts name the types of parameters that only other queries of this file use.
_UNIT_COUNT = f"""
    select count(*) {_SCOPED_UNITS}
      and $1::uuid[] is not null and $5::date is not null and $7::integer is not null and $8::uuid is not null
"""


def headline(t: Transaction, scope: Scope) -> dict[str, Any]:
    """Awards, individuals, direct workers, median and 90th percentile of days."""
    found = t.one(_HEADLINE, *scope.parameters)
    assert found is not None
    return found


def by_unit(t: Transaction, scope: Scope) -> list[UnitBar]:
    """The ten units with most awards."""
    return [UnitBar(**row) for row in t.all(_BY_UNIT, *scope.parameters)]


def months(t: Transaction, scope: Scope) -> list[MonthDays]:
    """Days from deed to award, month by month."""
    rows = t.all(_MONTHS, *scope.parameters)
    return [MonthDays(row["month"], row["cases"], float(row["median"]), float(row["ninetieth"])) for row in rows]


def funnel(t: Transaction, scope: Scope) -> list[Step]:
    """How many cases reached each step."""
    found = t.one(_FUNNEL, *scope.parameters) or {}
    names = {
        "submitted": "Gửi lên", "endorsed": "Cấp uỷ xác nhận", "accepted": "Tiếp nhận",
        "on_agenda": "Trình họp", "passed": "Đạt phiếu", "awarded": "Được khen",
    }  # fmt: skip
    return [Step(name, int(found.get(code) or 0)) for code, name in names.items()]


def fields(t: Transaction, scope: Scope) -> list[FieldRow]:
    """Models and awards by field."""
    rows = t.all(_FIELDS, *scope.parameters)
    return [FieldRow(row["field"], int(row["nominations"]), int(row["models"]), int(row["awards"])) for row in rows]


def silent(t: Transaction, scope: Scope) -> list[SilentUnit]:
    """Units in view that nominated nobody."""
    return [SilentUnit(**row) for row in t.all(_SILENT, *scope.parameters, int(bool(scope.issuers)))]


def unit_count(t: Transaction, scope: Scope) -> int:
    """How many units are in view."""
    return int(t.value(_UNIT_COUNT, *scope.parameters, int(bool(scope.issuers))))


def subtree(t: Transaction, unit_id: UUID) -> list[UUID]:
    """A unit and everything below it, by today's parents."""
    rows = t.all(
        """
        with recursive below(unit_id) as (
            select $1::uuid
            union
            select n.unit_id from unit_name n join below b on n.parent_id = b.unit_id where n.to_date is null
        )
        select unit_id from below
        """,
        unit_id,
    )
    return [row["unit_id"] for row in rows]
