"""Handing over as decisions publish it: what was handed over of one decision, which decisions are not done."""

from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.issuing.handing_terms import HandStanding

#: An award of a correcting decision has the money of the one that it takes the place of behind it.
_OF_DECISION = """
    select a.award_id, a.gift, h.handed_over_on, h.handed_to,
           case when b.handed_over_on is null then 0 else e.amount end as given_before
    from v_award a
    join v_handed_over h on h.award_id = a.award_id
    left join v_handed_over b on b.award_id = a.corrects_award
    left join v_award e on e.award_id = a.corrects_award
    where a.decision_id = $1
    order by a.line_number, a.award_id
"""

#: Only decisions whose papers have numbers wait here; what another organ handed over long ago does not.
_WAITING = """
    with waiting as (
        select a.decision_id, count(*) as awards, count(*) - count(h.handed_over_on) as waiting
        from v_past_award a join v_handed_over h on h.award_id = a.award_id
        where a.issuer_id = any($1) and a.state = 'in_force' and a.origin <> 'external'
        group by a.decision_id
        having count(h.handed_over_on) < count(*)
    )
    select w.decision_id, d.number_text, d.title, d.decided_on, w.awards, w.waiting
    from waiting w join v_decision d on d.id = w.decision_id
    where exists (
        select 1 from v_past_award a join certificate c on c.award_id = a.award_id
        where a.decision_id = w.decision_id and c.state in ('issued', 'replaced')
    )
    order by d.decided_on desc, d.id limit $2
"""


def of_decision(t: Transaction, decision_id: UUID) -> dict[UUID, dict[str, Any]]:
    """Award → its gift, when and to whom it was handed over, the money handed over before."""
    return {row["award_id"]: row for row in t.all(_OF_DECISION, decision_id)}


def waiting(t: Transaction, issuers: list[UUID], limit: int) -> list[HandStanding]:
    """Recorded decisions with papers, of which not everybody has received; the newest first."""
    return [HandStanding(**row) for row in t.all(_WAITING, issuers, limit)]
