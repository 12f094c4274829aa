"""SQL of what units are told: the cases of a campaign that have left their units, and what the record says of each. `$1`: the campaign."""

import json
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from recognition.hall import visibility
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.insight.terms.results import Given, Lack, Outcome, Share, UnitCases

#: A dissolved unit keeps its last name.
_UNITS = f"""
    with counted as (
        select n.unit_id, count(*) as cases from nomination n
        where n.campaign_id = $1 and ($2 = 1 or n.unit_id = any($3)) and {visibility.LEFT_UNIT} group by n.unit_id
    )
    select c.unit_id as id, m.name, c.cases, u.to_date as ended_on
    from counted c
    join unit u on u.id = c.unit_id
    join unit_name m on m.unit_id = c.unit_id and m.from_date = (select max(l.from_date) from unit_name l where l.unit_id = c.unit_id)
    order by m.name_sort, c.unit_id
"""  # noqa: S608 - fixed texts
_CASES = f"""
    select n.id, n.unit_id, coalesce(n.recipient_salutation, '') as salutation, coalesce(n.recipient_name, '') as recipient, n.title, n.state, n.reasons
    from v_nomination n
    where n.campaign_id = $1 and n.unit_id = any($2) and {visibility.LEFT_UNIT}
    order by n.recipient_sort, n.code, n.id
"""  # noqa: S608 - fixed texts
_AWARDS = """
    select nomination_id, award_name, number_text, decided_on, state from v_past_award
    where nomination_id = any($1) order by case when state = 'in_force' then 1 else 0 end, decided_on, award_id
"""
_MET = """
    select i.nomination_id, max(s.on_date) as met_on
    from agenda_item i join council_session s on s.id = i.session_id
    where i.nomination_id = any($1) and s.state = 'closed' group by i.nomination_id
"""
#: What was answered when the case was listed: conditions that a person let pass with a reason are still a hint.
_KEPT = """
    select k.nomination_id, k.rule, max(k.clause) as clause
    from check_result k
    where k.nomination_id = any($1) and k.outcome <> 'pass'
      and k.revision = (select max(l.revision) from check_result l where l.nomination_id = k.nomination_id)
    group by k.nomination_id, k.rule order by k.nomination_id, k.rule
"""
#: Scores speak only when no sheet is open any more.
_SHARES = """
    select s.nomination_id, c.name, c.max_points, sum(s.points) as points, count(*) as sheets
    from v_locked_score s
    join criterion c on c.id = s.criterion_id
    join v_case_score k on k.nomination_id = s.nomination_id
    where s.nomination_id = any($1) and s.counted = 1 and k.waiting = 0 and c.bonus = 0 and c.max_points > 0
    group by s.nomination_id, c.number, c.name, c.max_points order by s.nomination_id, c.number
"""


def units(t: Transaction, campaign_id: UUID, only: Sequence[UUID] | None = None) -> list[UnitCases]:
    """The units, all or only some, whose cases of a campaign have left them, under their last names."""
    return [UnitCases(**row) for row in t.all(_UNITS, campaign_id, int(only is None), list(only or ()))]


def decided(t: Transaction, campaign_id: UUID) -> bool:
    """Whether any case of the campaign has been rewarded."""
    return t.value("select 1 from nomination n join v_past_award a on a.nomination_id = n.id where n.campaign_id = $1 limit 1", campaign_id) is not None


def outcomes(t: Transaction, campaign_id: UUID, chosen: Sequence[UnitCases]) -> list[Outcome]:
    """Every case of some units, with what the record says of it."""
    names = {unit.id: unit.name for unit in chosen}
    rows = t.all(_CASES, campaign_id, list(names))
    ids = [row["id"] for row in rows]
    given = {row["nomination_id"]: _given(row) for row in t.all(_AWARDS, ids)}
    met: dict[UUID, date] = {row["nomination_id"]: row["met_on"] for row in t.all(_MET, ids)}
    lacks, shares = _gathered(t, _KEPT, ids, _lack), _gathered(t, _SHARES, ids, _share)
    return [
        Outcome(
            row["id"], row["unit_id"], names[row["unit_id"]], f"{row['salutation']} {row['recipient']}".strip(), row["title"], State(row["state"]),
            tuple(each["sentence"] for each in json.loads(row["reasons"])), met.get(row["id"]), given.get(row["id"]),
            tuple(lacks.get(row["id"], ())), tuple(shares.get(row["id"], ())),
        )
        for row in rows
    ]  # fmt: skip


def _gathered(t: Transaction, question: str, ids: list[UUID], made: Any) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in t.all(question, ids):
        found.setdefault(row["nomination_id"], []).append(made(row))
    return found


def _given(row: dict[str, Any]) -> Given:
    return Given(row["award_name"], row["number_text"] or "", row["decided_on"], row["state"] == "in_force")


def _lack(row: dict[str, Any]) -> Lack:
    return Lack(row["rule"], row["clause"])


def _share(row: dict[str, Any]) -> Share:
    return Share(row["name"], Fraction(int(row["points"]), int(row["sheets"]) * int(row["max_points"])))
