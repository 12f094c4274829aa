"""SQL that counts year by year: awards, cases sent, years of models, recipients. Takes `figures.Scope` first (`$1` to `$8`).

`$9` is the last day of the stretch that is counted in each year, as month × 100 + day: 1231 is the whole year. The days that the
law dates are local; stamps are stored as UTC and told here as the local day.
"""

from recognition.hall.transaction import Transaction
from recognition.insight.figures import Scope
from recognition.insight.terms.years import Count

WHOLE_YEAR = 1231

_SEEN = """(d.issuer_id = any($1) or a.unit_id = any($2)) and ($3 = 0 or a.unit_id = any($4)) and a.state = 'in_force' and ($7 = 0 or d.campaign_id = $8)"""

#: `counted`: awards with their year. An award that was put right stands on the day of the award that it puts right: a name spelled anew is no award of another year.
GIVEN = f"""
    with given as (
        select a.unit_id, a.kind, a.field, a.recipient_class, coalesce(a.person_id, a.recipient_id) as recipient, a.decided_on as day
        from award a join decision d on d.id = a.decision_id
        where d.kind in ('recognise', 'commend') and {_SEEN}
        union all
        select a.unit_id, a.kind, a.field, a.recipient_class, coalesce(a.person_id, a.recipient_id), coalesce(o.decided_on, a.decided_on)
        from award a join decision d on d.id = a.decision_id join decision_line l on l.id = a.line_id left join award o on o.id = l.award_id
        where d.kind in ('correct', 'replace') and {_SEEN}
    ),
    counted as (
        select g.*, cast(extract(year from g.day) as integer) as year from given g
        where g.day between $5 and $6 and extract(month from g.day) * 100 + extract(day from g.day) <= $9
    )
"""  # noqa: S608 - fixed texts
_AWARDS = f"{GIVEN} select year, unit_id, kind, field, count(*) as number from counted group by year, unit_id, kind, field"  # noqa: S608 - fixed texts
_RECIPIENTS = f"{GIVEN} select year, count(distinct recipient) as number from counted group by year"  # noqa: S608 - fixed texts

_SENT = "cast(n.submitted_at + interval '7 hours' as date)"
_CASES = f"""
    select cast(extract(year from {_SENT}) as integer) as year, n.unit_id, count(*) as number
    from nomination n
    where (n.issuer_id = any($1) or n.unit_id = any($2)) and ($3 = 0 or n.unit_id = any($4))
      and n.submitted_at is not null and {_SENT} between $5 and $6
      and ($7 = 0 or n.campaign_id = $8) and extract(month from {_SENT}) * 100 + extract(day from {_SENT}) <= $9
    group by 1, 2
"""  # noqa: S608 - fixed texts

#: A model's year has no day but that of its registration, which counts only where a stretch of the year is asked for.
_MADE = "cast(y.created_at + interval '7 hours' as date)"
_MODELS = f"""
    select y.year, m.unit_id, m.field, count(*) as number
    from model_year y join exemplary_model m on m.id = y.model_id
    where (y.issuer_id = any($1) or m.unit_id = any($2)) and ($3 = 0 or m.unit_id = any($4))
      and y.year between extract(year from cast($5 as date)) and extract(year from cast($6 as date))
      and ($7 = 0 or y.campaign_id = $8)
      and ($9 = 1231 or extract(year from {_MADE}) * 10000 + extract(month from {_MADE}) * 100 + extract(day from {_MADE}) <= y.year * 10000 + $9)
    group by y.year, m.unit_id, m.field
"""  # noqa: S608 - fixed texts

#: The whole view, whatever unit or year was asked for: `$1` issuers, `$2` units.
_BEGUN = """
    select min(year) as year from (
        select extract(year from min(n.submitted_at) + interval '7 hours') as year from nomination n where n.issuer_id = any($1) or n.unit_id = any($2)
        union all
        select min(y.year) from model_year y join exemplary_model m on m.id = y.model_id where y.issuer_id = any($1) or m.unit_id = any($2)
    ) as firsts
"""


def begun(t: Transaction, scope: Scope) -> int | None:
    """The year of the first case or model in view: earlier years have only decisions that were written up; None without any."""
    found = t.value(_BEGUN, scope.issuers, scope.units)
    return None if found is None else int(found)


def awards(t: Transaction, scope: Scope, last: int = WHOLE_YEAR) -> list[Count]:
    """Awards in force, those decided elsewhere and recorded here too."""
    return [Count(**row) for row in t.all(_AWARDS, *scope.parameters, last)]


def recipients(t: Transaction, scope: Scope, last: int = WHOLE_YEAR) -> list[Count]:
    """People, collectives and households with an award, each once a year."""
    return [Count(**row) for row in t.all(_RECIPIENTS, *scope.parameters, last)]


def cases(t: Transaction, scope: Scope, last: int = WHOLE_YEAR) -> list[Count]:
    """Cases sent, by the unit that sent them."""
    return [Count(**row) for row in t.all(_CASES, *scope.parameters, last)]


def models(t: Transaction, scope: Scope, last: int = WHOLE_YEAR) -> list[Count]:
    """Models registered for a year."""
    return [Count(**row) for row in t.all(_MODELS, *scope.parameters, last)]
