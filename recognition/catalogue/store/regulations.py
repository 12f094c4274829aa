"""Values of rules with their clauses and dates."""

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.catalogue.terms import Regulation
from recognition.hall.errors import NotFound, Stale
from recognition.hall.transaction import Transaction

_COLUMNS = "id, key, value, clause, from_date, to_date, verified, confirmed_paper, confirmed_at, version"


def _regulation(row: dict[str, Any]) -> Regulation:
    return Regulation(**{**row, "value": json.loads(row["value"]), "verified": bool(row["verified"])})


def everything(t: Transaction) -> tuple[Regulation, ...]:
    """All values of all keys, the newest of each key first."""
    return tuple(_regulation(row) for row in t.all(f"select {_COLUMNS} from regulation order by key, from_date desc, id"))


def of_key(t: Transaction, key: str) -> tuple[Regulation, ...]:
    """All values of one key, the newest first."""
    return tuple(_regulation(row) for row in t.all(f"select {_COLUMNS} from regulation where key = $1 order by from_date desc, id", key))


def get(t: Transaction, regulation_id: UUID) -> Regulation:
    """One value. Raises NotFound."""
    row = t.one(f"select {_COLUMNS} from regulation where id = $1", regulation_id)
    if row is None:
        raise NotFound("Không tìm thấy quy định này.")
    return _regulation(row)


def on(t: Transaction, key: str, day: date) -> Regulation | None:
    """The value in force on a day."""
    rows = t.all(
        f"select {_COLUMNS} from regulation where key = $1 and from_date <= $2 and (to_date is null or to_date >= $2) order by from_date desc, id limit 1",
        key, day,
    )
    return _regulation(rows[0]) if rows else None


def all_on(t: Transaction, day: date) -> dict[str, Regulation]:
    """Every value in force on a day, by its key."""
    rows = t.all(f"select {_COLUMNS} from regulation where from_date <= $1 and (to_date is null or to_date >= $1) order by key, from_date, id desc", day)
    return {row["key"]: _regulation(row) for row in rows}


def keys(t: Transaction) -> frozenset[tuple[str, date]]:
    """Which keys have a value from which day."""
    return frozenset((row["key"], row["from_date"]) for row in t.all("select key, from_date from regulation"))


def insert(t: Transaction, made: Regulation, value_json: str, confirmed_by: UUID | None = None) -> None:
    """A new value."""
    t.run(
        """
        insert into regulation (id, key, value, clause, from_date, to_date, verified, confirmed_paper, confirmed_by, confirmed_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        made.id, made.key, value_json, made.clause, made.from_date, made.to_date, int(made.verified), made.confirmed_paper, confirmed_by,
        made.confirmed_at, made.version,
    )


def update(t: Transaction, changed: Regulation, value_json: str, version: int) -> None:
    """Change value, clause and dates; what was confirmed before is not confirmed any more. Raises Stale."""
    rows = t.run(
        """
        update regulation set value = $3, clause = $4, from_date = $5, to_date = $6, verified = $7, confirmed_paper = $8, confirmed_by = null,
            confirmed_at = null, version = $9
        where id = $1 and version = $2
        """,
        changed.id, version, value_json, changed.clause, changed.from_date, changed.to_date, int(changed.verified), changed.confirmed_paper,
        changed.version,
    )
    if rows == 0:
        raise Stale()


def end(t: Transaction, regulation_id: UUID, to_date: date) -> None:
    """Let a value end on a day, because the next one follows."""
    t.run("update regulation set to_date = $2, version = version + 1 where id = $1", regulation_id, to_date)


def confirm(t: Transaction, regulation_id: UUID, version: int, paper: str, by: UUID | None, moment: datetime) -> None:
    """Note the paper by which a value was confirmed. Raises Stale."""
    rows = t.run(
        """
        update regulation set verified = 1, confirmed_paper = $3, confirmed_by = $4, confirmed_at = $5, version = version + 1
        where id = $1 and version = $2
        """,
        regulation_id, version, paper, by, moment,
    )
    if rows == 0:
        raise Stale()
