"""What tellers entered, and the results."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.council.terms import Count, Line, Papers, Result
from recognition.hall.transaction import Transaction


def of_teller(t: Transaction, session_id: UUID, number: int) -> Count | None:
    """One teller's whole count, or None before they entered it."""
    papers = t.one(
        "select issued, returned, valid, invalid, version from count_paper where session_id = $1 and teller_number = $2", session_id, number
    )
    if papers is None:
        return None
    rows = t.all(
        """
        select e.item_id, e.approve, e.reject, e.abstain, e.invalid from count_entry e join agenda_item i on i.id = e.item_id
        where e.session_id = $1 and e.teller_number = $2 order by i.number, e.item_id
        """,
        session_id, number,
    )
    lines = {row["item_id"]: Line(row["approve"], row["reject"], row["abstain"], row["invalid"]) for row in rows}
    version = papers.pop("version")
    return Count(number, Papers(**papers), lines, version)


def put(t: Transaction, session_id: UUID, count: Count, by: UUID, at: datetime) -> None:
    """Write a teller's whole count in place of an earlier one."""
    t.run("delete from count_paper where session_id = $1 and teller_number = $2", session_id, count.number)
    t.run("delete from count_entry where session_id = $1 and teller_number = $2", session_id, count.number)
    p = count.papers
    t.run(
        """
        insert into count_paper (session_id, teller_number, issued, returned, valid, invalid, entered_by, entered_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        session_id, count.number, p.issued, p.returned, p.valid, p.invalid, by, at, count.version,
    )
    rows: list[tuple[Any, ...]] = [
        (uuid4(), session_id, item, count.number, line.approve, line.reject, line.abstain, line.invalid, by, at, count.version)
        for item, line in count.lines.items()
    ]
    t.many(
        """
        insert into count_entry (id, session_id, item_id, teller_number, approve, reject, abstain, invalid, entered_by, entered_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        rows,
    )


def entered(t: Transaction, session_id: UUID) -> tuple[int, ...]:
    """The numbers of the tellers who have entered."""
    rows = t.all("select teller_number from count_paper where session_id = $1 order by teller_number", session_id)
    return tuple(row["teller_number"] for row in rows)


def drop(t: Transaction, session_id: UUID) -> None:
    """Forget all counts: only when a vote is called off before its end."""
    for table in ("count_paper", "count_entry"):
        t.run(f"delete from {table} where session_id = $1", session_id)


def put_result(t: Transaction, session_id: UUID, result: Result) -> None:
    """The result of a case, once and for all."""
    t.run(
        """
        insert into item_result (item_id, session_id, approve, reject, abstain, invalid, base, needed, passed, reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        result.item_id, session_id, result.approve, result.reject, result.abstain, result.invalid, result.base, result.needed,
        int(result.passed), result.reason,
    )


def results(t: Transaction, session_id: UUID) -> tuple[Result, ...]:
    """The results in the order of the agenda; empty before the end."""
    rows = t.all(
        """
        select r.item_id, r.approve, r.reject, r.abstain, r.invalid, r.base, r.needed, r.passed, r.reason
        from item_result r join agenda_item i on i.id = r.item_id where r.session_id = $1 order by i.number, r.item_id
        """,
        session_id,
    )
    return tuple(Result(**{**row, "passed": bool(row["passed"])}) for row in rows)
