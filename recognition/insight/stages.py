"""SQL of turnaround: the stamps of every case, and the days between them. Takes `figures.Scope` first (`$1` to `$8`).

`$9` is today. `$10` and `$11` are units and, place by place, the first-level units that they are counted under. Stamps are of
the last sending: a case that was sent again begins anew. Whoever shortlisted it stands in the log; the day of a council is that
of its last closed session; the day of a decision is the day that it bears.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from recognition.hall import visibility
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.insight.figures import OPEN, Scope
from recognition.insight.terms.stages import Counted, Due, Span, Waiting


def _local(moment: str) -> str:
    return f"cast({moment} + interval '7 hours' as date)"


_STAMPED = f"""
    with cases as (
        select n.id, n.campaign_id, b.branch_id, n.state in {OPEN} as open, {_local('n.submitted_at')} as sent,
               {_local('n.endorsed_at')} as ready, case when n.endorsed_by is not null then {_local('n.endorsed_at')} end as endorsed,
               {_local('n.accepted_at')} as accepted
        from nomination n
        left join (select unnest($10::uuid[]) as unit_id, unnest($11::uuid[]) as branch_id) b on b.unit_id = n.unit_id
        where (n.issuer_id = any($1) or n.unit_id = any($2)) and ($3 = 0 or n.unit_id = any($4))
          and n.submitted_at is not null and n.state <> 'draft' and {_local('n.submitted_at')} between $5 and $6
          and ($7 = 0 or n.campaign_id = $8)
    ),
    listed as (
        select l.object_id, {_local('max(l.recorded_at)')} as listed from audit l where l.kind = 'nomination' and l.verb = 'shortlist' group by l.object_id
    ),
    met as (
        select i.nomination_id, max(s.on_date) as met
        from agenda_item i join council_session s on s.id = i.session_id where s.state = 'closed' group by i.nomination_id
    ),
    decided as (
        select a.nomination_id, a.decided_on as decided from award a join decision e on e.id = a.decision_id
        where e.kind in ('recognise', 'commend') and a.nomination_id in (select c.id from cases c where not c.open)
    ),
    due as (
        select campaign_id, max(day) filter (where stage = 'screen') as screen_due, max(day) filter (where stage = 'vote') as vote_due,
               max(day) filter (where stage = 'decide') as decide_due
        from campaign_deadline group by campaign_id
    ),
    stamped as materialized (
        select c.open, c.branch_id, l.listed, m.met, d.decided, u.screen_due, u.vote_due, u.decide_due,
               c.endorsed - c.sent as endorse, c.accepted - coalesce(c.ready, c.sent) as accept, l.listed - c.accepted as screen,
               m.met - l.listed as vote, d.decided - coalesce(m.met, l.listed, c.accepted, c.sent) as decide, d.decided - c.sent as whole
        from cases c
        left join listed l on l.object_id = c.id and l.listed >= c.sent
        left join met m on m.nomination_id = c.id and m.met >= c.sent
        left join decided d on d.nomination_id = c.id
        left join due u on u.campaign_id = c.campaign_id
    )
"""  # noqa: S608 - fixed texts

#: Two stamps out of order (a decision written up from an older paper) are no waiting.
_DAYS = "select '{0}' as what, cast(case when {0} > 0 then {0} else 0 end as double precision) as days, count(*) as number, cast(null as uuid) as branch from stamped where {0} is not null group by 2"
_DUE = """
    select '{0}:in_time', null, count(*), null from stamped where {1} <= {0}_due
    union all select '{0}:late', null, count(*), null from stamped where {1} > {0}_due
    union all select '{0}:overdue', null, count(*), null from stamped where {1} is null and open and {0}_due < $9
"""
_BY_UNIT = """
    select 'unit:{0}', percentile_cont({2}) within group (order by {1}), count(*), branch_id from stamped
    where {1} is not null and branch_id is not null group by branch_id
"""
_MEASURED = _STAMPED + " union all ".join([
    *(_DAYS.format(span) for span in ("endorse", "accept", "screen", "vote", "decide", "whole")),
    *(_DUE.format(*each) for each in (("screen", "listed"), ("vote", "met"), ("decide", "decided"))),
    *(_BY_UNIT.format(*each) for each in (("endorse", "endorse", 0.5), ("whole", "whole", 0.5), ("ninetieth", "whole", 0.9))),
    "select 'unit:cases', null, count(*), branch_id from stamped where branch_id is not null group by branch_id",
])  # fmt: skip

#: The first paper of each award: whoever got another for a spoiled or replaced one no longer waited.
_ISSUED = f"""
    select {_local('c.issued_at')} - a.decided_on as days, count(*) as number
    from certificate c join award a on a.id = c.award_id join decision d on d.id = a.decision_id
    where d.kind in ('recognise', 'commend') and d.origin <> 'external'
      and (d.issuer_id = any($1) or a.unit_id = any($2)) and ($3 = 0 or a.unit_id = any($4)) and a.decided_on between $5 and $6
      and ($7 = 0 or d.campaign_id = $8)
      and not exists (select 1 from certificate o where o.award_id = c.award_id and o.state <> 'issued' and o.issued_at < c.issued_at)
    group by 1
"""  # noqa: S608 - fixed texts

_OPEN_CASES = f"""
    select n.unit_id, count(*) as number from nomination n
    where (n.issuer_id = any($1) or n.unit_id = any($2)) and ($3 = 0 or n.unit_id = any($4)) and n.state in {OPEN} and n.submitted_at is not null
      and $5::date is not null and $6::date is not null and ($7 = 0 or n.campaign_id = $8)
    group by n.unit_id
"""  # noqa: S608 - fixed texts

_WAITING = """
    with logged as (
        select l.object_id, max(l.recorded_at) filter (where l.verb = 'shortlist') as listed,
               max(l.recorded_at) filter (where l.verb in ('return', 'send_back')) as returned
        from audit l where l.kind = 'nomination' and l.verb in ('shortlist', 'return', 'send_back') group by l.object_id
    ),
    met as (
        select i.nomination_id, max(s.on_date) as met
        from agenda_item i join council_session s on s.id = i.session_id where s.state = 'closed' group by i.nomination_id
    ),
    open as (
        select n.id, n.code, n.title, n.unit_id, n.state, n.campaign_id,
               case n.state when 'submitted' then {submitted} when 'endorsed' then {endorsed} when 'accepted' then {accepted}
                    when 'returned' then {returned} when 'passed' then coalesce(m.met, {listed}) else {listed} end as since
        from nomination n left join logged l on l.object_id = n.id left join met m on m.nomination_id = n.id
        where {where}
        order by since, n.code, n.id limit {limit}
    )
    select o.id as nomination_id, o.code, o.title, o.state, o.since, o.campaign_id, coalesce(u.short_name, '') as unit
    from open o left join unit_name u on u.unit_id = o.unit_id and u.to_date is null
    order by o.since, o.code, o.id
"""
_SINCE = {
    "submitted": _local("n.submitted_at"),
    "endorsed": _local("coalesce(n.endorsed_at, n.submitted_at)"),
    "accepted": _local("coalesce(n.accepted_at, n.submitted_at)"),
    "listed": _local("coalesce(l.listed, n.accepted_at, n.submitted_at)"),
    "returned": _local("coalesce(l.returned, n.submitted_at)"),
}


def counted(t: Transaction, scope: Scope, leaders: Mapping[UUID, UUID], today: date) -> Counted:
    """Days of every span for the cases sent within the scope's days, and of the papers of decisions signed within them."""
    days: dict[Span, dict[int, int]] = {}
    due: dict[str, dict[str, int]] = {}
    units: dict[tuple[str, UUID], float] = {}
    cases: dict[UUID, int] = {}
    for row in t.all(_MEASURED, *scope.parameters, today, list(leaders.keys()), list(leaders.values())):
        what, _, rest = row["what"].partition(":")
        if what == "unit" and rest == "cases":
            cases[row["branch"]] = row["number"]
        elif what == "unit":
            units[rest, row["branch"]] = float(row["days"])
        elif rest:
            due.setdefault(what, {})[rest] = row["number"]
        else:
            days.setdefault(Span(what), {})[int(row["days"])] = row["number"]
    for row in t.all(_ISSUED, *scope.parameters):
        place = max(row["days"], 0)
        issued = days.setdefault(Span.ISSUE, {})
        issued[place] = issued.get(place, 0) + row["number"]
    known = {Span(what): Due(**numbers) for what, numbers in due.items() if any(numbers.values())}
    return Counted(days, known, units, cases, {row["unit_id"]: row["number"] for row in t.all(_OPEN_CASES, *scope.parameters)})


def waiting(t: Transaction, who: Actor, scope: Scope, limit: int) -> list[Waiting]:
    """Open cases of the scope that `who` may open, those first that have waited longest, whenever they were sent."""
    where = visibility.seen_by(who)
    where.add(f"n.state in {OPEN} and n.submitted_at is not null")
    where.add("n.issuer_id = any({}) or n.unit_id = any({})", scope.issuers, scope.units)
    if scope.chosen is not None:
        where.add("n.unit_id = any({})", scope.chosen)
    where.add_equal((("n.campaign_id", scope.campaign_id),))
    rows: list[dict[str, Any]] = t.all(_WAITING.format(where=where.sql, limit=where.value(limit), **_SINCE), *where.values)
    return [Waiting(**{**row, "state": State(row["state"])}) for row in rows]


def deadlines(t: Transaction, campaigns: list[UUID]) -> dict[tuple[UUID, str], date]:
    """(Campaign, stage) → its day."""
    rows = t.all("select campaign_id, stage, day from campaign_deadline where campaign_id = any($1)", campaigns)
    return {(row["campaign_id"], row["stage"]): row["day"] for row in rows}
