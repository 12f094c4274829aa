"""DuckDB: one root connection, a fresh cursor per unit of work, one write lock in the process."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from db import errors
from db.core import WRITE_WAIT_SECONDS, Database, Tx
from db.duck_errors import translated
from db.duck_tx import DuckTx, roll_back

_OPEN: dict[str, DuckDatabase] = {}
_OPEN_LOCK = threading.Lock()


class DuckDatabase(Database):
    """A database file (or `:memory:`) held by this process alone."""

    engine = "duckdb"

    def __init__(
        self, path: Path | str, *, read_only: bool = False, anchors: Path | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(read_only=read_only, anchors=anchors, folder=folder)
        self.path = None if str(path) == ":memory:" else Path(path).resolve()
        self._lock = threading.RLock()
        self._reopening = threading.Lock()
        self._there = threading.Event()  # cleared for the moment in which the file is swapped
        self._there.set()
        self._handing_out = threading.Lock()
        self._cursors: set[duckdb.DuckDBPyConnection] = set()
        self._dead = False
        self._register()
        try:
            self._root: duckdb.DuckDBPyConnection | None = self._connect()
        except BaseException:
            self._unregister()
            raise

    def _register(self) -> None:
        if self.path is None:
            return
        with _OPEN_LOCK:
            if str(self.path) in _OPEN:
                raise errors.DatabaseBusy(pid=os.getpid(), detail="already open in this process")
            _OPEN[str(self.path)] = self

    def _unregister(self) -> None:
        with _OPEN_LOCK:
            if _OPEN.get(str(self.path)) is self:
                del _OPEN[str(self.path)]

    def _connect(self) -> duckdb.DuckDBPyConnection:
        if self.path is not None and not self.read_only:
            _make(self.path.parent)
        config: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "memory_limit": os.environ.get("GUONG_SANG_MEMORY", "1GB"),
        }
        with translated():
            root = duckdb.connect(str(self.path or ":memory:"), read_only=self.read_only, config=config)
            try:
                for setting in self._settings():
                    root.execute(setting)
            except BaseException:
                root.close()
                raise
        return root

    def _settings(self) -> list[str]:
        """Same answers as PostgreSQL, and no door to other files except the backups folder."""
        allowed = "" if self.path is None else _quoted(f"{self.path.parent / 'backups'}{os.sep}")
        return [
            "set global integer_division = true",
            "set global default_null_order = 'postgres'",
            "set global TimeZone = 'UTC'",
            f"set allowed_directories = [{allowed}]",
            "set enable_external_access = false",
            "set lock_configuration = true",
        ]

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if self._dead:
            self._reopen()
        cursor = self._hand_out()
        try:
            yield cursor
        except errors.Unavailable as error:
            self._dead = self._dead or "FATAL" in error.detail
            raise
        finally:
            self._cursors.discard(cursor)
            with contextlib.suppress(duckdb.Error):
                cursor.close()

    def _hand_out(self) -> duckdb.DuckDBPyConnection:
        """A cursor that is known to be out; waits while the file is being swapped."""
        while True:
            self._there.wait(WRITE_WAIT_SECONDS)
            with self._handing_out:
                if not self._there.is_set():
                    continue
                if self._root is None:
                    raise errors.Unavailable(detail="the database is closed")
                with translated():
                    cursor = self._root.cursor()
                self._cursors.add(cursor)
                return cursor

    def _reopen(self) -> None:
        """After a fatal error every handle must be closed; then the file opens again, nothing acknowledged is lost."""
        with self._reopening:
            if not self._dead:
                return
            for handle in [*self._cursors, self._root]:
                with contextlib.suppress(duckdb.Error):
                    if handle is not None:
                        handle.close()
            self._root = None
            self._root = self._connect()
            self._dead = False

    @contextmanager
    def read(self, *, seconds: float | None = None) -> Iterator[Tx]:
        with self._cursor() as cursor:
            timer = threading.Timer(seconds, cursor.interrupt) if seconds else None
            with translated():
                cursor.execute("begin transaction read only")
            try:
                if timer:
                    timer.start()
                yield DuckTx(cursor, writes=False)
            finally:
                if timer:
                    timer.cancel()
                roll_back(cursor)

    @contextmanager
    def _write(self, *, lock_head: bool) -> Iterator[Tx]:  # noqa: ARG002 - the process's lock does it here
        if not self._lock.acquire(timeout=WRITE_WAIT_SECONDS):
            raise errors.DatabaseBusy(detail="write lock")
        try:
            with self._cursor() as cursor:
                with translated():
                    cursor.execute("begin transaction")
                tx = DuckTx(cursor, writes=True)
                try:
                    yield tx
                    with translated():
                        cursor.execute("commit")
                except BaseException:
                    roll_back(cursor)
                    raise
                self._committed(tx)
        finally:
            self._lock.release()

    def checkpoint(self) -> None:
        with self._lock, self._cursor() as cursor, translated():
            cursor.execute("force checkpoint")

    def copy(self, name: str) -> Path | None:
        """One consistent moment as a DuckDB file of its own; others go on working meanwhile."""
        if self.path is None:
            return None
        target = self.path.parent / "backups" / f"{name}.duckdb"
        target.parent.mkdir(parents=True, exist_ok=True)
        with self._cursor() as cursor, translated():
            cursor.execute(f"attach {_quoted(str(target))} as copied")
            try:
                source = cursor.execute("select current_database()").fetchall()[0][0]
                cursor.execute(f'copy from database "{source}" to copied')
            except BaseException:
                cursor.execute("detach copied")
                target.unlink(missing_ok=True)
                raise
            cursor.execute("detach copied")
        return target

    def compact(self) -> None:
        """A fresh file in place of the old one: what was deleted is then gone from the disk too."""
        with self._lock:
            self.checkpoint()
            if self.path is not None:
                (self.path.parent / "backups" / "compacting.duckdb").unlink(missing_ok=True)  # left by a crash
            made = self.copy("compacting")
            if made is None or self.path is None:
                return
            try:
                with self._handing_out:
                    self._there.clear()
                self._wait_for_readers()
                self._let_go()
                made.replace(self.path)
                self._root = self._connect()
            finally:
                made.unlink(missing_ok=True)
                self._there.set()

    def _wait_for_readers(self) -> None:
        """Until every cursor came back: the old file lives on while one is out. Raises DatabaseBusy."""
        deadline = time.monotonic() + WRITE_WAIT_SECONDS
        while self._cursors:
            if time.monotonic() > deadline:
                raise errors.DatabaseBusy(detail="readers at work while compacting")
            time.sleep(0.005)

    def close(self) -> None:
        self._let_go()
        self._unregister()

    def _let_go(self) -> None:
        with self._reopening:
            root, self._root = self._root, None
            if root is not None:
                with contextlib.suppress(duckdb.Error):
                    root.close()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = f"Không tạo được thư mục dữ liệu «{folder}». Anh/chị chọn thư mục khác hoặc cấp quyền ghi."
        raise errors.Unavailable(sentence, detail=str(error)) from error


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
