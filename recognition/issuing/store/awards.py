"""Awards as certificates print them, through the view that decisions publish."""

import json
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.issuing.terms import AwardFacts, Waiting

_SELECT = """
    select award_id, decision_id, issuer_id, line_number as number, kind, salutation, name, post, unit, wording, subject, award_code,
           award_name, family, award_kind, amount, gift, number_text as decision_number, decided_on, place, signer_capacity, signer_post,
           signer_name, issuer_frozen, state, corrects_award
    from v_award
"""


def _facts(row: dict[str, Any]) -> AwardFacts:
    frozen = json.loads(row.pop("issuer_frozen") or "{}")
    place = row["place"] or frozen.get("place", "")
    names = {key: frozen.get(key, "") for key in ("superior", "awarding_line", "track")}
    return AwardFacts(**{**row, "place": place}, **names)


def of_decision(t: Transaction, decision_id: UUID) -> list[AwardFacts]:
    """All awards of a recorded decision, in the order of the ceremony."""
    return [_facts(row) for row in t.all(f"{_SELECT} where decision_id = $1 order by line_number, award_id", decision_id)]


def get(t: Transaction, award_id: UUID) -> AwardFacts | None:
    """One award."""
    row = t.one(f"{_SELECT} where award_id = $1", award_id)
    return None if row is None else _facts(row)


def without_paper(t: Transaction, decision_id: UUID) -> set[UUID]:
    """Awards in force that have no paper in use: never issued, or only spoiled ones."""
    rows = t.all(
        """
        select a.award_id from v_award a
        where a.decision_id = $1 and a.state = 'in_force'
          and not exists (select 1 from certificate c where c.award_id = a.award_id and c.state in ('issued', 'replaced'))
        order by a.award_id
        """,
        decision_id,
    )
    return {row["award_id"] for row in rows}


def waiting(t: Transaction, issuers: list[UUID], limit: int) -> list[Waiting]:
    """Recorded decisions with awards that have no paper yet, the oldest first."""
    rows = t.all(
        """
        with waiting as (
            select a.decision_id, count(*) as papers from v_past_award a
            where a.issuer_id = any($1) and a.state = 'in_force'
              and not exists (select 1 from certificate c where c.award_id = a.award_id and c.state in ('issued', 'replaced'))
            group by a.decision_id
        )
        select w.decision_id, d.number_text, d.title, d.decided_on, w.papers
        from waiting w join v_decision d on d.id = w.decision_id
        order by d.decided_on, d.id limit $2
        """,
        issuers, limit,
    )
    return [Waiting(**row) for row in rows]
