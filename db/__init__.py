"""Storage: one SQL text for DuckDB and PostgreSQL. Knows nothing of awards.

with db.current().write() as tx:
    tx.run("insert into setting (key, value, version) values ($1, $2, 1)", "place", "Sông Lam")
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db import anchors as marks
from db import blobs, chain, errors, schema
from db.core import Database, Engine, Head, Row, Tx
from db.errors import Conflict, DatabaseBusy, NewerSchema, Unavailable, Violation
from db.proof import verify
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
    "blobs",
    "chain",
    "current",
    "errors",
    "migrate",
    "open",
    "schema",
    "use",
    "verify",
]

_current: Database | None = None


def open(
    url_or_path: str | Path,
    *,
    read_only: bool = False,
    folder: Path | None = None,
    anchors: Path | None = None,
    trusting: bool = False,
) -> Database:
    """Open a DuckDB file (a path, or `:memory:`) or a PostgreSQL database (`postgresql://…`). Does not migrate.

    The data `folder` is the DuckDB file's own unless given; the marks of the log lie in its `anchors/` and are
    compared with the database unless `trusting` (for commands that look into a doubtful database).
    Raises DatabaseBusy, Unavailable, Corrupt, NewerSchema, RolledBack, ChainBroken.
    """
    text = str(url_or_path)
    remote = text.startswith(("postgresql://", "postgres://"))
    if folder is None and not remote and text != ":memory:":
        folder = Path(text).resolve().parent
    if anchors is None and folder is not None:
        anchors = folder / "anchors" / ("postgres.log" if remote else f"{Path(text).stem}.log")
    database = _engine(remote)(text, read_only=read_only, anchors=anchors, folder=folder)
    if not trusting:
        try:
            marks.compare(database)
        except BaseException:
            database.close()
            raise
    return database


def _engine(remote: bool) -> Callable[..., Database]:
    if remote:
        from db.postgres import PostgresDatabase

        return PostgresDatabase
    from db.duck import DuckDatabase

    return DuckDatabase


def use(database: Database | None) -> None:
    """Make it the process's one database."""
    global _current
    _current = database


def current() -> Database:
    """The process's one database. Raises RuntimeError before `use`."""
    if _current is None:
        raise RuntimeError("no database yet: call db.use(db.open(…)) at start")
    return _current
