"""What waits for a decision."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.hall.transaction import Transaction


@dataclass(frozen=True)
class Waiting:
    """A closed session with passed cases that lie in no draft: how many to commend, how many to recognise."""

    session_id: UUID
    name: str
    on_date: date
    commend: int
    recognise: int


def sessions(t: Transaction, issuers: list[UUID]) -> list[Waiting]:
    """Closed sessions of some issuers with cases that wait, the oldest first."""
    rows = t.all(
        """
        select s.id as session_id, s.name, s.on_date,
               sum(case when a.kind <> 'recognition' then 1 else 0 end) as commend,
               sum(case when a.kind = 'recognition' then 1 else 0 end) as recognise
        from v_session s
        join agenda_item i on i.session_id = s.id join item_result r on r.item_id = i.id and r.passed = 1
        join v_nomination n on n.id = i.nomination_id and n.state = 'passed'
        join v_award_type a on a.award_type_id = i.award_type_id
        where s.issuer_id = any($1) and s.state = 'closed' and not exists (
            select 1 from decision_line l join decision d on d.id = l.decision_id where l.nomination_id = n.id and d.state = 'draft')
        group by s.id, s.name, s.on_date order by s.on_date, s.id
        """,
        issuers,
    )
    return [Waiting(**{**row, "commend": int(row["commend"]), "recognise": int(row["recognise"])}) for row in rows]
