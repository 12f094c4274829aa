"""Storage: one SQL text for DuckDB and PostgreSQL. Knows nothing of awards.

    with db.current().write() as tx:
        tx.run("insert into setting (key, value, version) values ($1, $2, 1)", "place", "Sông Lam")
"""

from __future__ import annotations

from pathlib import Path

from db import anchors, blobs, chain, errors
from db.core import Database, Engine, Head, Row, Tx
from db.errors import Conflict, DatabaseBusy, NewerSchema, Unavailable, Violation
from db.schema import migrate

__all__ = [
    "Conflict",
    "Database",
    "DatabaseBusy",
    "Engine",
    "Head",
    "NewerSchema",
    "Row",
    "Tx",
    "Unavailable",
    "Violation",
    "anchors",
    "blobs",
    "chain",
    "current",
    "errors",
    "migrate",
    "open",
    "use",
]

_current: Database | None = None


def open(url_or_path: str | Path, *, read_only: bool = False, anchors: Path | None = None) -> Database:
    """Open a DuckDB file (a path, or `:memory:`) or a PostgreSQL database (`postgresql://…`).

    A DuckDB file keeps its marks beside it in `anchors/<name>.log` unless told otherwise; PostgreSQL keeps
    them where `anchors` says, or nowhere. Does not migrate. Raises DatabaseBusy, Unavailable, Corrupt, NewerSchema.
    """
    text = str(url_or_path)
    if text.startswith(("postgresql://", "postgres://")):
        from db.postgres import PostgresDatabase

        return PostgresDatabase(text, read_only=read_only, anchors=anchors)
    from db.duck import DuckDatabase

    if anchors is None and text != ":memory:":
        anchors = Path(text).resolve().parent / "anchors" / f"{Path(text).stem}.log"
    return DuckDatabase(url_or_path, read_only=read_only, anchors=anchors)


def use(database: Database | None) -> None:
    """Make it the process's one database."""
    global _current
    _current = database


def current() -> Database:
    """The process's one database. Raises RuntimeError before `use`."""
    if _current is None:
        raise RuntimeError("no database yet: call db.use(db.open(…)) at start")
    return _current
