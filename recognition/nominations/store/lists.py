"""Lists of cases: always through the visibility predicate, paged, counted per state."""

from typing import Any

from recognition.catalogue.terms import RecipientKind
from recognition.hall import visibility
from recognition.hall.actor import Actor
from recognition.hall.conditions import Conditions
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.nominations.terms import Commendation, Filters, NominationLine, Subject

_PAGE = """
    with page as (
        select n.id, coalesce(n.submitted_at, n.created_at) as sent from nomination n
        where {where}
        order by sent desc, n.id
        limit {limit} offset {offset}
    )
    select v.id, v.code, v.subject, v.commendation, v.title, v.recipient_name, v.recipient_kind, v.unit_id, v.unit_name, v.award_name,
        v.campaign_name, v.deed_date, v.state, v.submitted_at, v.version, d.day as due
    from page p join v_nomination v on v.id = p.id
    left join campaign_deadline d on d.campaign_id = v.campaign_id and d.stage = case
        when v.state in ('draft', 'returned', 'submitted') then 'nominate'
        when v.state in ('endorsed', 'accepted') then 'screen'
        when v.state in ('shortlisted', 'on_agenda') then 'vote'
        when v.state = 'passed' then 'decide' else '' end
    order by p.sent desc, p.id
"""


def _where(who: Actor, filters: Filters) -> Conditions:
    """What `who` may see of what the filters ask; the states come apart, because counts are of all of them."""
    where = visibility.seen_by(who)
    where.add_words("n.search", filters.search)
    where.add_equal((
        ("n.subject", filters.subject), ("n.commendation", filters.commendation), ("n.unit_id", filters.unit_id),
        ("n.campaign_id", filters.campaign_id), ("n.created_by", who.account_id if filters.mine else None),
    ))  # fmt: skip
    return where


def counts(t: Transaction, who: Actor, filters: Filters) -> dict[State, int]:
    """How many cases stand in each state, whatever states the filters name."""
    where = _where(who, filters)
    rows = t.all(f"select n.state, count(*) as number from nomination n where {where.sql} group by n.state", *where.values)
    found = {State(row["state"]): row["number"] for row in rows}
    return {state: found[state] for state in State if state in found}


def page(t: Transaction, who: Actor, filters: Filters, limit: int, offset: int) -> list[NominationLine]:
    """One page, the newest first."""
    where = _where(who, filters)
    if filters.states:
        where.add("n.state = any({})", [state.value for state in filters.states])
    sql = _PAGE.format(where=where.sql, limit=where.value(limit), offset=where.value(offset))
    return [_line(row) for row in t.all(sql, *where.values)]


def _line(row: dict[str, Any]) -> NominationLine:
    values: dict[str, Any] = {name: row[name] or "" for name in ("recipient_name", "unit_name", "award_name", "campaign_name")}
    values |= {name: row[name] for name in ("id", "code", "title", "unit_id", "deed_date", "due", "version")}
    return NominationLine(
        subject=Subject(row["subject"]),
        commendation=Commendation(row["commendation"]),
        recipient_kind=RecipientKind(row["recipient_kind"]) if row["recipient_kind"] else None,
        state=State(row["state"]),
        sent_at=row["submitted_at"],
        **values,
    )
