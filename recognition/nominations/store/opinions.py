"""What other units were asked about their people, and what they said."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from recognition.hall.transaction import Transaction
from recognition.nominations.terms import Answer, Opinion, OpinionCase

_SELECT = """
    select o.nomination_id, o.unit_id, u.name as asked_unit, o.asked_at, o.due, o.answer, o.reason, o.answered_at,
        n.code, n.title, n.recipient_name, n.unit_name, n.award_name, n.achievement, d.place, n.deed_date
    from unit_opinion o
    join v_nomination n on n.id = o.nomination_id
    left join good_deed d on d.id = n.deed_id
    left join unit_name u on u.unit_id = o.unit_id and u.to_date is null
"""


def ask(t: Transaction, nomination_id: UUID, unit_id: UUID, at: datetime, due: date) -> bool:
    """Ask a unit once about a case; whether it was asked now. Other units' open questions on it end."""
    t.run("delete from unit_opinion where nomination_id = $1 and unit_id <> $2 and answer is null", nomination_id, unit_id)
    if t.value("select 1 from unit_opinion where nomination_id = $1 and unit_id = $2", nomination_id, unit_id) is not None:
        return False
    t.run(
        """
        insert into unit_opinion (id, nomination_id, unit_id, asked_at, due, answer, reason, answered_by, answered_at)
        values ($1, $2, $3, $4, $5, null, '', null, null)
        """,
        uuid4(), nomination_id, unit_id, at, due,
    )
    return True


def latest(t: Transaction, nomination_id: UUID) -> Opinion | None:
    """The last question on a case, with its answer."""
    return t.once(("opinion", nomination_id), lambda: _latest(t, nomination_id))


def _latest(t: Transaction, nomination_id: UUID) -> Opinion | None:
    row = t.one(
        """
        select o.nomination_id, o.unit_id, u.name as asked_unit, o.asked_at, o.due, o.answer, o.reason, o.answered_at
        from unit_opinion o left join unit_name u on u.unit_id = o.unit_id and u.to_date is null
        where o.nomination_id = $1 order by o.asked_at desc, o.unit_id desc limit 1
        """,
        nomination_id,
    )
    return _opinion(row) if row else None


def of_case(t: Transaction, nomination_id: UUID) -> list[OpinionCase]:
    """The questions on a case."""
    return [_case(row) for row in t.all(f"{_SELECT} where o.nomination_id = $1 order by o.asked_at, o.unit_id", nomination_id)]


def waiting(t: Transaction, units: list[UUID], limit: int) -> list[OpinionCase]:
    """Open questions to units, the earliest due first, on cases that are still on their road."""
    rows = t.all(
        f"{_SELECT} where o.unit_id = any($1) and o.answer is null and n.state in ('submitted', 'endorsed', 'accepted', 'shortlisted') "
        "order by o.due, o.asked_at, o.nomination_id limit $2",
        units, limit,
    )
    return [_case(row) for row in rows]


def answer(t: Transaction, nomination_id: UUID, unit_id: UUID, given: Answer, reason: str, by: UUID, at: datetime) -> int:
    """Keep an answer; 0 when there is one already."""
    return t.run(
        """
        update unit_opinion set answer = $3, reason = $4, answered_by = $5, answered_at = $6
        where nomination_id = $1 and unit_id = $2 and answer is null
        """,
        nomination_id, unit_id, given.value, reason, by, at,
    )


def _opinion(row: Mapping[str, Any]) -> Opinion:
    return Opinion(
        row["nomination_id"], row["unit_id"], row["asked_unit"] or "", row["asked_at"], row["due"], Answer(row["answer"]) if row["answer"] else None,
        row["reason"], row["answered_at"],
    )  # fmt: skip


def _case(row: Mapping[str, Any]) -> OpinionCase:
    names: dict[str, Any] = {name: row[name] or "" for name in ("recipient_name", "unit_name", "award_name", "place")}
    return OpinionCase(opinion=_opinion(row), code=row["code"], title=row["title"], story=row["achievement"], deed_date=row["deed_date"], **names)
