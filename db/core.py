"""What both engines share: the unit of work `Tx` and the `Database` that hands it out."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from db.errors import Violation

Engine = Literal["duckdb", "postgres"]
Row = dict[str, Any]

WRITE_WAIT_SECONDS = 30.0


@dataclass(frozen=True)
class Head:
    """The end of the log: the last entry's number and hash, and the installation it belongs to."""

    seq: int
    hash: str
    origin: str


_AS_IS = frozenset({type(None), bool, int, float, date, UUID, bytes})


def prepare(value: Any) -> Any:
    """One parameter as both engines understand it alike.

    Raises TypeError for a time with a zone or a mapping (times are naive UTC, JSON is text),
    Violation for a text that no database can hold (NUL, half a surrogate pair).
    """
    kind = type(value)
    if kind in _AS_IS:
        return value
    if kind is str:
        return _text(value)
    if isinstance(value, Enum):
        return prepare(value.value)
    if isinstance(value, str):
        return _text(str.__str__(value))
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            raise TypeError("times are stored as naive UTC; got one with a zone")
        return value
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    if isinstance(value, Mapping):
        raise TypeError("serialise JSON before storing it; got a mapping")
    if isinstance(value, (list, tuple, set, frozenset)):
        return [prepare(each) for each in value]
    if isinstance(value, (int, float, date)):
        return value
    raise TypeError(f"no column holds a {type(value).__name__}")


def _text(text: str) -> str:
    if "\0" in text:
        raise Violation("value", detail="text holds a NUL character")
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Violation("value", detail=str(error)) from error
    return text


class Tx(ABC):
    """One unit of work. Rows are plain dicts; parameters are `$1`, `$2`, …"""

    def __init__(self, engine: Engine, *, writes: bool) -> None:
        self.engine: Engine = engine
        self.writes = writes
        self.head: Head | None = None  # the new end of the log, set by `chain`, anchored after commit

    def all(self, sql: str, *params: Any) -> list[Row]:
        """Every row of the answer."""
        names, rows = self._ask(sql, [prepare(each) for each in params])
        return [dict(zip(names, row, strict=True)) for row in rows]

    def one(self, sql: str, *params: Any) -> Row | None:
        """The only row, or None. Raises ValueError when there is more than one."""
        rows = self.all(sql, *params)
        if len(rows) > 1:
            raise ValueError(f"expected at most one row, got {len(rows)}")
        return rows[0] if rows else None

    def value(self, sql: str, *params: Any) -> Any:
        """The first column of the only row, or None when there is no row."""
        row = self.one(sql, *params)
        return None if row is None else next(iter(row.values()))

    @abstractmethod
    def run(self, sql: str, *params: Any) -> int:
        """Do it; the number of rows inserted, updated or deleted (0 for anything else)."""

    @abstractmethod
    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        """Do it once per row of parameters; the number of rows changed in all."""

    @abstractmethod
    def stream(self, sql: str, *params: Any, size: int = 5_000) -> Iterator[list[tuple[Any, ...]]]:
        """The answer in pieces of `size` rows, as tuples. Ask nothing else of this Tx before the end."""

    @abstractmethod
    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """Insert many rows fast (trusted table and column names); the number inserted."""

    @abstractmethod
    def script(self, sql: str) -> None:
        """Several statements without parameters, as a migration file holds them."""

    @abstractmethod
    def _ask(self, sql: str, params: list[Any]) -> tuple[list[str], list[tuple[Any, ...]]]: ...


class Database(ABC):
    """An open database of one engine. Safe to share between threads; a Tx is not."""

    engine: Engine

    def __init__(self, *, read_only: bool, anchors: Path | None, folder: Path | None) -> None:
        self.read_only = read_only
        self.anchors = anchors
        self.folder = folder  # the data folder: copies made before a migration go to its `backups/`
        self._mine = threading.local()

    @abstractmethod
    def read(self, *, seconds: float | None = None) -> AbstractContextManager[Tx]:
        """A snapshot to read from; takes no lock. With `seconds`, a slower question raises TooSlow."""

    @abstractmethod
    def _write(self, *, lock_head: bool) -> AbstractContextManager[Tx]: ...

    @abstractmethod
    def checkpoint(self) -> None:
        """Put everything into the data file (DuckDB; nothing to do on PostgreSQL)."""

    @abstractmethod
    def copy(self, name: str) -> Path | None:
        """A copy of the whole database into the data folder's `backups/`; its path, None without a data folder."""

    @abstractmethod
    def compact(self) -> None:
        """Write the data anew, so that deleted rows are gone from the disk. Nobody else may be at work."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the file or the server. A second call does nothing."""

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """One transaction, the only writer in the installation while it lasts; commits at the end.

        Raises whatever the block raises, after rolling back; Violation, Conflict, DatabaseBusy, Unavailable.
        """
        with self._once(), self._write(lock_head=True) as tx:
            yield tx

    @contextmanager
    def write_without_log(self) -> Iterator[Tx]:
        """As `write`, for migrations only: the log's table may not be there yet."""
        with self._once(), self._write(lock_head=False) as tx:
            yield tx

    @contextmanager
    def _once(self) -> Iterator[None]:
        """One write at a time in a thread: a second one would wait for the first for ever."""
        if self.read_only:
            raise RuntimeError("this database is open for reading only")
        if getattr(self._mine, "writing", False):
            raise RuntimeError("already inside write(): join that transaction instead of opening another")
        self._mine.writing = True
        try:
            yield
        finally:
            self._mine.writing = False

    def _committed(self, tx: Tx) -> None:
        """After commit, before success is told: keep the log's new end outside the database."""
        if tx.head is not None and self.anchors is not None:
            from db import anchors

            anchors.append(self.anchors, tx.head)

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
