"""PostgreSQL through psycopg 3: a pool, `$1` parameters, one writer by a lock on the log's head."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql as composed
from psycopg.adapt import Buffer, Loader
from psycopg.pq import TransactionStatus
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from db import errors
from db.core import WRITE_WAIT_SECONDS, Database, Tx, prepare

Connection = psycopg.Connection[tuple[Any, ...]]
_OPTIONS = (
    f"-c timezone=UTC -c lock_timeout={int(WRITE_WAIT_SECONDS * 1000)} -c idle_in_transaction_session_timeout=300000"
)
_DOWN = "Chưa kết nối được máy chủ cơ sở dữ liệu. Dữ liệu đã lưu vẫn còn nguyên; anh/chị đợi một phút rồi thử lại."


class _NumberLoader(Loader):
    """A `numeric` (sum of bigint, avg) as the other engine gives it: int when whole by type, else float."""

    def load(self, data: Buffer) -> int | float:
        text = bytes(data).decode()
        return int(text) if text.lstrip("-").isdigit() else float(text)


class PostgresTx(Tx):
    """A transaction on a connection of the pool."""

    def __init__(self, connection: Connection, *, writes: bool) -> None:
        super().__init__("postgres", writes=writes)
        self._connection = connection

    def _execute(self, sql: str, params: Sequence[Any]) -> psycopg.Cursor[tuple[Any, ...]]:
        with translated():
            return self._connection.execute(sql, list(params))

    def _ask(self, sql: str, params: list[Any]) -> tuple[list[str], list[tuple[Any, ...]]]:
        cursor = self._execute(sql, params)
        if cursor.description is None:
            return [], []
        with translated():
            return [column.name for column in cursor.description], cursor.fetchall()

    def run(self, sql: str, *params: Any) -> int:
        return _changed(self._execute(sql, [prepare(each) for each in params]))

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        prepared = [[prepare(each) for each in row] for row in rows]
        with translated(), self._connection.cursor() as cursor:
            cursor.executemany(sql, prepared)
            return max(cursor.rowcount, 0)

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """COPY: the fastest way in."""
        into = composed.SQL("copy {} ({}) from stdin").format(
            composed.Identifier(table), composed.SQL(", ").join(map(composed.Identifier, columns))
        )
        done = 0
        with translated(), self._connection.cursor() as cursor, cursor.copy(into) as copy:
            for row in rows:
                copy.write_row([prepare(each) for each in row])
                done += 1
        return done

    def stream(self, sql: str, *params: Any, size: int = 5_000) -> Iterator[list[tuple[Any, ...]]]:
        with psycopg.RawServerCursor(self._connection, "stream") as cursor:
            with translated():
                cursor.execute(sql, [prepare(each) for each in params])
            while True:
                with translated():
                    rows = cursor.fetchmany(size)
                if not rows:
                    return
                yield rows

    def script(self, sql: str) -> None:
        with translated():
            self._connection.execute(sql)


def _changed(cursor: psycopg.Cursor[tuple[Any, ...]]) -> int:
    word = (cursor.statusmessage or "").split(" ")[0]
    return max(cursor.rowcount, 0) if word in ("INSERT", "UPDATE", "DELETE", "MERGE") else 0


class PostgresDatabase(Database):
    """A database on a server, shared by as many processes as wish."""

    engine = "postgres"

    def __init__(
        self,
        url: str,
        *,
        read_only: bool = False,
        anchors: Path | None = None,
        folder: Path | None = None,
        size: int = 10,
    ) -> None:
        super().__init__(read_only=read_only, anchors=anchors, folder=folder)
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            url,
            kwargs={"cursor_factory": psycopg.RawCursor, "options": _OPTIONS, "connect_timeout": 10},
            min_size=1,
            max_size=size,
            timeout=5,
            reconnect_timeout=5,  # then the next question tries anew, without a long pause
            num_workers=1,
            configure=_configure,
            check=ConnectionPool.check_connection,
            open=False,
        )
        with translated():
            psycopg.connect(url, connect_timeout=10).close()  # a clear answer now, not a time-out later
            self._pool.open(wait=True, timeout=10)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with translated():
            connection = self._pool.getconn()
        try:
            yield connection
        finally:
            if not connection.closed and connection.info.transaction_status != TransactionStatus.IDLE:
                with contextlib.suppress(psycopg.Error):
                    connection.rollback()
            self._pool.putconn(connection)

    @contextmanager
    def read(self, *, seconds: float | None = None) -> Iterator[Tx]:
        with self._connection() as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            tx = PostgresTx(connection, writes=False)
            if seconds:
                tx.run(f"set local statement_timeout = {int(seconds * 1000)}")
            yield tx

    @contextmanager
    def _write(self, *, lock_head: bool) -> Iterator[Tx]:
        with self._connection() as connection:
            connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED
            connection.read_only = False
            tx = PostgresTx(connection, writes=True)
            if lock_head:
                tx.run("lock table audit_head in exclusive mode")
            yield tx
            with translated(committing=True):
                connection.commit()
        self._committed(tx)

    def checkpoint(self) -> None:
        return None

    def copy(self, name: str) -> Path | None:
        """One consistent moment as a portable archive."""
        if self.folder is None:
            return None
        from db.archive import write

        target = self.folder / "backups" / f"{name}.zip"
        write(self, target)
        return target

    def compact(self) -> None:
        with self._connection() as connection, translated():
            connection.read_only = None
            connection.isolation_level = None
            connection.autocommit = True
            try:
                connection.execute("vacuum full")
            finally:
                connection.autocommit = False

    def close(self) -> None:
        self._pool.close()


def _configure(connection: Connection) -> None:
    connection.adapters.register_loader("numeric", _NumberLoader)


@contextmanager
def translated(*, committing: bool = False) -> Iterator[None]:
    """Turn the driver's errors into ours; a mistake in our own SQL stays as it is."""
    try:
        yield
    except (PoolTimeout, PoolClosed) as error:
        raise errors.Unavailable(_DOWN, detail=str(error)) from error
    except psycopg.Error as error:
        ours = _ours(error, committing)
        if ours is None:
            raise
        raise ours from error


_KINDS = {"23505": "unique", "23514": "check", "23502": "not_null", "23503": "foreign_key"}


def _ours(error: psycopg.Error, committing: bool) -> errors.StoreError | None:
    text, state = str(error).strip(), error.sqlstate or ""
    if isinstance(error, psycopg.IntegrityError):
        return errors.Violation(_KINDS.get(state, "unique"), detail=text)
    if isinstance(error, psycopg.DataError):
        return errors.Violation("value", detail=text)
    if state in ("40001", "40P01"):
        return errors.Conflict(detail=text)
    if state == "55P03":
        return errors.DatabaseBusy(detail=text)
    if state == "57014":
        return errors.TooSlow(detail=text)
    if state == "53100":
        return errors.DiskFull(detail=text)
    if state == "25006":
        return None  # writing in a read-only transaction: our own mistake
    if isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError)):
        return errors.Unavailable(None if committing else _DOWN, detail=text, unsure=committing)
    return None
