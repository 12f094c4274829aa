"""SQL of what people say to each other about a case."""

from datetime import datetime
from uuid import UUID, uuid4

from recognition.hall.transaction import Transaction
from recognition.nominations.terms import Comment


def comments(t: Transaction, nomination_id: UUID) -> tuple[Comment, ...]:
    """Everything that was said, the oldest first."""
    rows = t.all(
        """
        select c.id, c.by_account, coalesce(k.name, '') as by_name, c.said_at, c.body
        from case_comment c left join account k on k.id = c.by_account where c.nomination_id = $1 order by c.said_at, c.id
        """,
        nomination_id,
    )
    return tuple(Comment(**row) for row in rows)


def add(t: Transaction, nomination_id: UUID, by: UUID, at: datetime, body: str) -> UUID:
    """One more remark; nothing said is ever changed."""
    made = uuid4()
    t.run("insert into case_comment (id, nomination_id, by_account, said_at, body) values ($1, $2, $3, $4, $5)", made, nomination_id, by, at, body)
    return made
