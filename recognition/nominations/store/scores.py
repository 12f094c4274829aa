"""SQL of the points that a unit gives its own case."""

from collections.abc import Mapping
from uuid import UUID

from recognition.hall.transaction import Transaction


def own(t: Transaction, nomination_id: UUID) -> dict[UUID, int]:
    """Line of the score sheet → the unit's own points, in the sheet's order."""
    rows = t.all(
        "select s.criterion_id, s.points from self_score s join criterion c on c.id = s.criterion_id where s.nomination_id = $1 order by c.number", nomination_id
    )
    return {row["criterion_id"]: row["points"] for row in rows}


def keep(t: Transaction, nomination_id: UUID, points: Mapping[UUID, int | None]) -> None:
    """Points of some lines, in place of those before; None takes them away."""
    t.run("delete from self_score where nomination_id = $1 and criterion_id = any($2)", nomination_id, list(points))
    rows = [(nomination_id, criterion_id, given) for criterion_id, given in points.items() if given is not None]
    if rows:
        t.many("insert into self_score (nomination_id, criterion_id, points) values ($1, $2, $3)", rows)
