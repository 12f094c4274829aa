"""Awards: made when a decision is recorded, changed only by a later one."""

from datetime import date
from typing import Any
from uuid import UUID

from recognition.catalogue.terms import RecipientKind
from recognition.decisions.terms import Award, AwardState
from recognition.hall.transaction import Transaction


def insert(t: Transaction, rows: list[dict[str, Any]]) -> None:
    """All awards of a decision at once."""
    columns = (
        "id", "decision_id", "line_id", "nomination_id", "recipient_id", "person_id", "unit_id", "award_type_id", "commendation", "block",
        "kind", "salutation", "name", "post", "unit", "wording", "subject", "amount", "formula", "gift", "field", "recipient_class",
        "deed_date", "reported_date", "decided_on", "search", "name_sort", "state", "version",
    )  # fmt: skip
    values = ", ".join(f"${n}" for n in range(1, len(columns) + 1))
    rows = [{**row, "state": "in_force", "version": 1} for row in rows]
    t.many(f"insert into award ({', '.join(columns)}) values ({values})", [[row[column] for column in columns] for row in rows])


def of_decision(t: Transaction, decision_id: UUID) -> tuple[Award, ...]:
    """The awards of a decision in its order."""
    rows = t.all(
        """
        select award_id as id, decision_id, nomination_id, kind, salutation, name, post, unit, wording, subject, award_name, amount, formula,
               state, line_number as number
        from v_award where decision_id = $1 order by line_number, award_id
        """,
        decision_id,
    )
    return tuple(Award(**{**row, "kind": RecipientKind(row["kind"]), "state": AwardState(row["state"])}) for row in rows)


def change_state(t: Transaction, award_id: UUID, state: AwardState, decision_id: UUID) -> int:
    """An award in force becomes corrected or revoked by a decision; rows changed."""
    return t.run(
        "update award set state = $2, changed_by = $3, version = version + 1 where id = $1 and state = 'in_force'", award_id, state, decision_id
    )


def raw(t: Transaction, award_id: UUID) -> dict[str, Any] | None:
    """One award with everything that a correction takes over."""
    return t.one("select * from award where id = $1", award_id)


def hand_over(t: Transaction, award_id: UUID, version: int, day: date, to: str) -> int:
    """Write when and to whom an award was handed; rows changed."""
    return t.run(
        "update award set handed_over_on = $3, handed_to = $4, version = version + 1 where id = $1 and version = $2 and state = 'in_force'",
        award_id, version, day, to,
    )
