"""SQL of the leaders' page. Every query takes the same scope first, so that no figure is wider than the person's view.

`$1` issuers in full view, `$2` units in view (subtrees), `$3` 1 when one unit is chosen, `$4` that unit's subtree,
`$5` and `$6` the days, `$7` 1 when one campaign is chosen, `$8` that campaign.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.insight.terms import Given, SilentUnit, Step
from recognition.insight.terms.branches import Unit

#: Where nobody has said the last word about a case yet.
OPEN = "('submitted', 'endorsed', 'accepted', 'shortlisted', 'on_agenda', 'passed', 'returned')"


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
      and a.decided_on between $5 and $6 and a.state = 'in_force'
      and ($7 = 0 or d.campaign_id = $8)
"""

_CASES = """
    from nomination n
    where (n.issuer_id = any($1) or n.unit_id = any($2))
      and ($3 = 0 or n.unit_id = any($4))
      and n.submitted_at is not null and cast(n.submitted_at + interval '7 hours' as date) between $5 and $6
      and ($7 = 0 or n.campaign_id = $8)
"""

#: Everything that is told of awards, counted in one reading of them; `counted` says which of the three ways a row is of.
_GIVEN = f"""
    select case when grouping(a.kind) = 0 then 'unit' when grouping(a.field) = 0 then 'field' else 'days' end as counted,
           a.unit_id, a.kind, a.field, cast(date_trunc('month', a.decided_on) as date) as month, a.decided_on - a.deed_date as days,
           count(*) as number, count(*) filter (where a.kind = 'individual' and a.recipient_class = 'direct_worker') as direct
    {_AWARDS}
    group by grouping sets (
        (a.unit_id, a.kind), (a.field), (cast(date_trunc('month', a.decided_on) as date), a.decided_on - a.deed_date)
    )
"""
_HOW_MANY = f"select count(*) as number {_AWARDS}"

_FUNNEL = f"""
    select count(*) as submitted,
           count(*) filter (where n.endorsed_at is not null) as endorsed,
           count(*) filter (where n.accepted_at is not null) as accepted,
           count(*) filter (where n.state in ('on_agenda', 'passed', 'awarded', 'failed', 'not_approved')) as on_agenda,
           count(*) filter (where n.state in ('passed', 'awarded', 'not_approved')) as passed,
           count(*) filter (where n.state = 'awarded') as awarded,
           count(*) filter (where n.state in {OPEN}) as still_open
    {_CASES}
"""

_MODELS = """
    select m.field, count(*) as number
    from model_year y join exemplary_model m on m.id = y.model_id
    where (y.campaign_id in (select c.id from campaign c where c.issuer_id = any($1)) or m.unit_id = any($2))
      and ($3 = 0 or m.unit_id = any($4))
      and y.year between extract(year from cast($5 as date)) and extract(year from cast($6 as date))
      and ($7 = 0 or y.campaign_id = $8)
    group by m.field
"""

#: A unit that only holds others together, with no people of its own, is not waited for.
_SCOPED_UNITS = """
    from v_unit_name u
    where ($9 = 1 or u.unit_id = any($2)) and ($3 = 0 or u.unit_id = any($4))
      and u.kind <> 'cluster' and (u.to_date is null or u.to_date > $6)
      and (u.unit_id in (select o.unit_id from post o where o.to_date is null)
        or u.unit_id not in (select b.parent_id from unit_name b where b.parent_id is not null and b.to_date is null))
"""

_SILENT = f"""
    select u.unit_id, u.name,
           (select count(*) from post p where p.unit_id = u.unit_id and p.to_date is null) as people
    {_SCOPED_UNITS}
      and not exists (
        select 1 from nomination n where n.unit_id = u.unit_id and n.submitted_at is not null
          and cast(n.submitted_at + interval '7 hours' as date) between $5 and $6 and ($7 = 0 or n.campaign_id = $8)
      )
      and $1::uuid[] is not null
    order by u.name_sort, u.unit_id
"""  # noqa: S608 - fixed texts

#: The casts name the types of parameters that only other queries of this file use.
_UNIT_COUNT = f"""
    select count(*) {_SCOPED_UNITS}
      and $1::uuid[] is not null and $5::date is not null and $7::integer is not null and $8::uuid is not null
"""


def given(t: Transaction, scope: Scope) -> Given:
    """The awards of the scope: by unit and kind of recipient, by field, by month and days from deed to award."""
    units: dict[UUID | None, dict[str, int]] = {}
    fields: dict[str, int] = {}
    days: dict[date, dict[int, int]] = {}
    direct = 0
    for row in t.all(_GIVEN, *scope.parameters):
        if row["counted"] == "unit":
            units.setdefault(row["unit_id"], {})[row["kind"]] = row["number"]
            direct += row["direct"]
        elif row["counted"] == "field" and row["field"] is not None:
            fields[row["field"]] = row["number"]
        elif row["counted"] == "days" and row["days"] is not None:
            days.setdefault(row["month"], {})[row["days"]] = row["number"]
    return Given(units, direct, fields, days)


def how_many(t: Transaction, scope: Scope) -> int:
    """The number of awards."""
    return int(t.value(_HOW_MANY, *scope.parameters))


def short_names(t: Transaction, ids: list[UUID]) -> dict[UUID, str]:
    """What some units are called now, in short."""
    return {row["unit_id"]: row["short_name"] for row in t.all("select unit_id, short_name from v_unit_name where unit_id = any($1)", ids)}


def funnel(t: Transaction, scope: Scope) -> tuple[list[Step], int]:
    """How many cases reached each step, and how many are still being looked at."""
    found = t.one(_FUNNEL, *scope.parameters) or {}
    names = {
        "submitted": "Gửi lên", "endorsed": "Cấp uỷ xác nhận", "accepted": "Tiếp nhận",
        "on_agenda": "Trình họp", "passed": "Đạt phiếu", "awarded": "Được khen",
    }  # fmt: skip
    return [Step(name, int(found.get(code) or 0)) for code, name in names.items()], int(found.get("still_open") or 0)


def models(t: Transaction, scope: Scope) -> dict[str, int]:
    """How many years of models there are in each field."""
    return {row["field"]: row["number"] for row in t.all(_MODELS, *scope.parameters)}


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


_EVERY_UNIT = """
    select u.unit_id, u.parent_id, u.short_name as name, u.kind, u.to_date
    from v_unit_name u
    order by u.name_sort, u.unit_id
"""


def every_unit(t: Transaction) -> list[Unit]:
    """All units as they are called now, by name, the dissolved ones too."""
    return [Unit(**row) for row in t.all(_EVERY_UNIT)]
