"""Lists of cases: always through the visibility predicate, paged, counted per state."""

from typing import Any

from recognition.catalogue.terms import RecipientKind
from recognition.hall import visibility
from recognition.hall.actor import Actor
from recognition.hall.transaction import Transaction
from recognition.hall.words import State
from recognition.nominations.terms import Commendation, Filters, NominationLine, Subject
from vietnamese import text

_WHERE = f"""
    {visibility.NOMINATION} and n.search like $6 escape '\\'
    and ($7::text is null or n.subject = $7) and ($8::text is null or n.commendation = $8)
    and ($9::uuid is null or n.unit_id = $9) and ($10::uuid is null or n.campaign_id = $10)
    and ($11::uuid is null or n.created_by = $11)
"""
_COUNTS = f"select n.state, count(*) as number from nomination n where {_WHERE} group by n.state"
_PAGE = f"""
    with page as (
        select n.id, coalesce(n.submitted_at, n.created_at) as sent from nomination n
        where {_WHERE} and n.state = any($12)
        order by sent desc, n.id
        limit $13 offset $14
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


def _common(who: Actor, filters: Filters) -> tuple[Any, ...]:
    return (
        *visibility.parameters(who), text.like_pattern(filters.search), filters.subject.value if filters.subject else None,
        filters.commendation.value if filters.commendation else None, filters.unit_id, filters.campaign_id,
        who.account_id if filters.mine else None,
    )  # fmt: skip


def counts(t: Transaction, who: Actor, filters: Filters) -> dict[State, int]:
    """How many cases stand in each state, whatever states the filters name."""
    found = {State(row["state"]): row["number"] for row in t.all(_COUNTS, *_common(who, filters))}
    return {state: found[state] for state in State if state in found}


def page(t: Transaction, who: Actor, filters: Filters, limit: int, offset: int) -> list[NominationLine]:
    """One page, the newest first."""
    states = [state.value for state in filters.states or tuple(State)]
    return [_line(row) for row in t.all(_PAGE, *_common(who, filters), states, limit, offset)]


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
