"""SQL of lists: covenants with their counts, and what waits in them for whom."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from recognition.covenants.store import seen_by
from recognition.covenants.terms import Line, Own, State
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction

_COUNTS = """
    (select count(*) from covenant_party p where p.covenant_id = c.id) as parties,
    (select count(*) from covenant_party p join covenant_join j on j.covenant_id = p.covenant_id and j.unit_id = p.unit_id
     where p.covenant_id = c.id and j.edition = c.edition) as joined,
    (select count(*) from covenant_report r where r.covenant_id = c.id and r.state <> 'returned') as sent,
    (select count(*) from covenant_report r where r.covenant_id = c.id and r.state = 'confirmed') as confirmed
"""
_PAGE = f"""
    select c.id, c.code, c.name, c.cluster, c.issuer_id, c.state, c.from_date, c.to_date, c.report_by, c.signed_on, {_COUNTS}
    from covenant c where {{where}} order by c.from_date desc, c.code desc limit {{limit}} offset {{offset}}
"""


def _where(who: Actor, search: str, state: State | None, campaign_id: UUID | None) -> Conditions:
    where = seen_by(who)
    where.add_words("c.search", search)
    where.add_equal((("c.state", state), ("c.campaign_id", campaign_id)))
    return where


def count(t: Transaction, who: Actor, search: str) -> dict[State, int]:
    """How many covenants stand in each state."""
    where = _where(who, search, None, None)
    rows = t.all(f"select c.state, count(*) as number from covenant c where {where.sql} group by c.state", *where.values)
    return {State(row["state"]): row["number"] for row in rows}


def page(t: Transaction, who: Actor, search: str, state: State | None, campaign_id: UUID | None, limit: int, offset: int) -> list[Line]:
    """One page, the newest first."""
    where = _where(who, search, state, campaign_id)
    rows = t.all(_PAGE.format(where=where.sql, limit=where.value(limit), offset=where.value(offset)), *where.values)
    return [_line(row) for row in rows]


def _line(row: Mapping[str, Any]) -> Line:
    return Line(**{**row, "state": State(row["state"])})


def unfinished(t: Transaction, issuers: Collection[UUID]) -> list[Line]:
    """Covenants of these organs that have not ended, the earliest first."""
    where = "c.state <> 'closed' and c.issuer_id = any($1)"
    rows = t.all(f"{_PAGE.format(where=where, limit=1_000, offset=0)}", list(issuers))
    return [_line(row) for row in reversed(rows)]


_OWN = """
    select c.id as covenant_id, c.name, p.unit_id, v.name as unit_name, c.signed_on, c.report_by, j.way, r.state, coalesce(r.reason, '') as reason
    from covenant c join covenant_party p on p.covenant_id = c.id
    join unit_name v on v.unit_id = p.unit_id and v.to_date is null
    left join covenant_join j on j.covenant_id = c.id and j.unit_id = p.unit_id and j.edition = c.edition
    left join covenant_report r on r.covenant_id = c.id and r.unit_id = p.unit_id
    where c.state = 'open' and p.unit_id = any($1) and {which}
    order by c.report_by, c.code
"""
_TO_JOIN = _OWN.format(which="j.way is null")
_TO_REPORT = _OWN.format(which="j.way is not null and c.from_date <= $2 and (r.state is null or r.state = 'returned')")


def to_join(t: Transaction, units: Collection[UUID]) -> list[Own]:
    """Covenants that these units have not joined in the edition in force."""
    return [_own(row, row["signed_on"], joining=True) for row in t.all(_TO_JOIN, list(units))]


def to_report(t: Transaction, units: Collection[UUID], today: date) -> list[Own]:
    """Covenants in their period or after it that these units joined and have not reported, or must report again."""
    return [_own(row, row["report_by"], joining=False) for row in t.all(_TO_REPORT, list(units), today)]


def _own(row: Mapping[str, Any], day: date | None, *, joining: bool) -> Own:
    return Own(row["covenant_id"], row["name"], row["unit_id"], row["unit_name"], day, joining, row["state"] == "returned", row["reason"])
