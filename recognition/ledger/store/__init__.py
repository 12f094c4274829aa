"""SQL of the impact ledger: what models' years report, and the answers to what may be claimed twice."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.transaction import Transaction
from recognition.ledger.terms import Answer, Part, Settled

_CLAIMS = """
    select y.id as year_id, y.year, y.issuer_id, y.campaign_id, y.figures, y.checked_score, m.code as model_code, m.name as model_name, m.area, m.field,
           m.unit_id, coalesce(u.name, '') as unit_name, coalesce(c.name, '') as campaign_name, c.from_date, c.to_date,
           (select count(*) from evidence e join nomination n on n.id = e.nomination_id
            where n.model_year_id = y.id and n.state not in ('draft', 'withdrawn') and e.removed_at is null) as files
    from model_year y join exemplary_model m on m.id = y.model_id
    left join unit_name u on u.unit_id = m.unit_id and u.to_date is null
    left join campaign c on c.id = y.campaign_id
    where y.figures <> '[]'
    order by y.year desc, u.name_sort, m.name_sort, y.id
"""


def reported(t: Transaction) -> list[dict[str, Any]]:
    """Every year that reported figures, with its model, unit and campaign."""
    return t.all(_CLAIMS)


def answers(t: Transaction) -> list[Settled]:
    """Every answer, the newest first."""
    parts: dict[UUID, list[Part]] = {}
    for row in t.all("select answer_id, year_id, claim, amount, share from impact_part order by answer_id, coalesce(share, -1) desc, year_id, claim"):
        parts.setdefault(row["answer_id"], []).append(Part((row["year_id"], row["claim"]), row["amount"], row["share"]))
    rows = t.all(
        """
        select a.id, a.answer, a.reason, a.whole, a.answered_at, coalesce(c.name, '') as by_name
        from impact_answer a left join account c on c.id = a.answered_by
        order by a.answered_at desc, a.id
        """
    )
    return [
        Settled(row["id"], Answer(row["answer"]), row["reason"], row["whole"], row["by_name"], row["answered_at"], tuple(parts.get(row["id"], ()))) for row in rows
    ]


def insert(t: Transaction, answer: Answer, reason: str, whole: int | None, parts: Sequence[Part], by: UUID, at: datetime) -> UUID:
    """Store an answer."""
    made = uuid4()
    t.run(
        "insert into impact_answer (id, answer, reason, whole, answered_by, answered_at) values ($1, $2, $3, $4, $5, $6)",
        made, answer.value, reason, whole, by, at,
    )
    t.many(
        "insert into impact_part (answer_id, year_id, claim, amount, share) values ($1, $2, $3, $4, $5)",
        [(made, *part.claim, part.amount, part.share) for part in parts],
    )
    return made


def remove(t: Transaction, ids: Collection[UUID]) -> int:
    """Answers that are taken back, or replaced by one that asks about more; how many."""
    t.run("delete from impact_part where answer_id = any($1)", list(ids))
    return t.run("delete from impact_answer where id = any($1)", list(ids))


def campaign_days(t: Transaction, campaign_id: UUID) -> dict[str, Any]:
    """The first and the last day of a campaign; none where it is not there."""
    return t.one("select from_date, to_date from campaign where id = $1", campaign_id) or {"from_date": None, "to_date": None}
