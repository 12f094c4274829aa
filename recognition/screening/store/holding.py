"""SQL of the register of disciplines and holds."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.screening.holding import MeasureInput, MeasureKind, MeasureLine
from vietnamese import text

_BOTH = """
    (select d.id, 'discipline' as kind, d.kind as reason, d.paper, d.clause, d.from_date, d.to_date, '' as cleared_paper, d.person_id, d.unit_id,
        null::uuid as nomination_id, d.version from discipline d
     union all
     select h.id, 'hold', h.reason, h.paper, '', h.from_date, h.to_date, coalesce(h.cleared_paper, ''), h.person_id, h.unit_id, h.nomination_id, h.version
     from hold h) m
    left join person p on p.id = m.person_id left join v_unit_name u on u.unit_id = m.unit_id left join nomination n on n.id = m.nomination_id
"""
_SELECT = "select m.*, coalesce(p.name, u.name, n.code, '') as whom"


def insert(t: Transaction, measure_id: UUID, data: MeasureInput, by: UUID) -> None:
    """A new measure."""
    if data.kind is MeasureKind.DISCIPLINE:
        t.run(
            """
            insert into discipline (id, person_id, unit_id, kind, paper, clause, from_date, to_date, recorded_by, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
            """,
            measure_id, data.person_id, data.unit_id, data.reason, data.paper, data.clause, data.from_date, data.to_date, by,
        )  # fmt: skip
        return
    t.run(
        """
        insert into hold (id, nomination_id, person_id, unit_id, reason, paper, from_date, to_date, cleared_paper, recorded_by, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null, $9, 1)
        """,
        measure_id, data.nomination_id, data.person_id, data.unit_id, data.reason, data.paper, data.from_date, data.to_date, by,
    )  # fmt: skip


def get(t: Transaction, measure_id: UUID) -> MeasureLine | None:
    """One measure."""
    row = t.one(f"{_SELECT} from {_BOTH} where m.id = $1", measure_id)
    return _line(row) if row else None


def find(t: Transaction, search: str, running: bool | None, today: date, limit: int, offset: int) -> tuple[tuple[MeasureLine, ...], int]:
    """One page of the register, those that run first; and how many."""
    runs = "(m.from_date <= $2 and (m.to_date is null or m.to_date >= $2))"
    where = f"coalesce(p.search, u.search, n.search, '') like $1 escape '\\' and ($3::integer is null or ($3 = 1) = {runs})"
    params = (text.like_pattern(search), today, None if running is None else int(running))
    rows = t.all(f"{_SELECT} from {_BOTH} where {where} order by {runs} desc, m.from_date desc, m.id limit $4 offset $5", *params, limit, offset)
    return tuple(_line(row) for row in rows), int(t.value(f"select count(*) from {_BOTH} where {where}", *params))


def concerning(t: Transaction, person_id: UUID | None, units: Sequence[UUID]) -> tuple[MeasureLine, ...]:
    """Measures on one person, and on some units themselves."""
    rows = t.all(f"{_SELECT} from {_BOTH} where m.person_id = $1 or m.unit_id = any($2) order by m.from_date desc, m.id", person_id or UUID(int=0), list(units))
    return tuple(_line(row) for row in rows)


def end(t: Transaction, measure: MeasureLine, last: date, paper: str) -> int:
    """Let a measure end on a day, by a paper; 0 when somebody else was quicker."""
    if measure.kind is MeasureKind.DISCIPLINE:
        return t.run("update discipline set to_date = $3, version = version + 1 where id = $1 and version = $2", measure.id, measure.version, last)
    sql = "update hold set to_date = $3, cleared_paper = $4, version = version + 1 where id = $1 and version = $2"
    return t.run(sql, measure.id, measure.version, last, paper)


def _line(row: dict[str, Any]) -> MeasureLine:
    return MeasureLine(**{**row, "kind": MeasureKind(row["kind"])})
