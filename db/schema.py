"""Numbered migrations: each file one transaction, its checksum kept, edited or out-of-order files refused."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db import chain, copies, errors, open_urns
from db.core import Database, Engine, Tx

FOLDER = Path(__file__).parent / "migrations"
_NAME = re.compile(r"(\d{4})_([a-z0-9_]+)\.sql")
BOOK = "schema_migration"
_VOTING = (
    "Đang bỏ phiếu kín: {}. Nâng cấp lúc này để lại một bản chép thùng phiếu đang mở. "
    "Anh/chị mở lại bằng phiên bản trước của chương trình, đóng thùng phiếu rồi dùng phiên bản này; dữ liệu chưa bị thay đổi gì."
)
_BOOK = """
    create table if not exists schema_migration (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamp not null
    )
"""


@dataclass(frozen=True)
class Step:
    """One migration as this engine runs it: the common file, then the PostgreSQL-only one where there is one."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """sha256 of the SQL: a migration that ran is never changed."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def steps(engine: Engine, folder: Path = FOLDER) -> list[Step]:
    """Every migration, by number. Raises MigrationRefused when two have the same number."""
    found: dict[int, Step] = {}
    for path in sorted(folder.glob("*.sql")):
        match = _NAME.fullmatch(path.name)
        if match is None:
            continue
        number, special = int(match[1]), path.with_suffix(".postgres.sql")
        if number in found:
            raise errors.MigrationRefused(f"Có hai tệp nâng cấp cùng số {number:04d}. Anh/chị cài lại chương trình.")
        sql = _text(path)
        if engine == "postgres" and special.exists():
            sql += "\n;\n" + _text(special)
        found[number] = Step(number, match[2], sql)
    return [found[number] for number in sorted(found)]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def number(database: Database) -> int:
    """The schema number that the database stands at; 0 when it is empty."""
    with database.read() as tx:
        return max(_applied(tx), default=0)


def migrate(database: Database, *, upto: int | None = None, folder: Path = FOLDER) -> list[int]:
    """Bring the database to the newest schema (or to `upto`); the numbers applied now.

    A database with something in it is copied into the data folder's `backups/` first. Each file is one
    transaction: one that fails is rolled back whole. While a sealed ballot is open nothing is copied and nothing
    changed (see `copies`). Raises NewerSchema, MigrationRefused.
    """
    known = steps(database.engine, folder)
    with database.read() as tx:
        applied = _checked(tx, known)
        worked = bool(applied) and chain.read_head(tx).seq > 0
        voting = open_urns.names(tx)
    waiting = [step for step in known if step.number not in applied and (upto is None or step.number <= upto)]
    if waiting and voting:
        raise errors.MigrationRefused(_VOTING.format("; ".join(voting)))
    if waiting and worked:
        database.copy(f"{copies.PREFIX}{waiting[0].number:04d}-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    return [step.number for step in waiting if _apply(database, step, known)]


def _apply(database: Database, step: Step, known: list[Step]) -> bool:
    """Run one step, unless another process did it while we waited for the lock."""
    with database.write_without_log() as tx:
        if tx.engine == "postgres":
            tx.run("select pg_advisory_xact_lock(7140201)")
        tx.run(_BOOK)
        if step.number in _checked(tx, known):
            return False
        tx.script(step.sql)
        tx.run(
            "insert into schema_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)",
            step.number,
            step.name,
            step.checksum,
            datetime.now(UTC).replace(tzinfo=None),
        )
    database.checkpoint()  # a kill after this replays no change of tables
    return True


def _applied(tx: Tx) -> dict[int, str]:
    there = tx.value("select count(*) from information_schema.tables where table_name = 'schema_migration'")
    if not there:
        return {}
    return {row["number"]: row["checksum"] for row in tx.all("select number, checksum from schema_migration")}


def _checked(tx: Tx, known: list[Step]) -> set[int]:
    """The numbers applied so far, after making sure that the files still say the same."""
    applied, by_number = _applied(tx), {step.number: step for step in known}
    last = max(applied, default=0)
    if last > max(by_number, default=0):
        raise errors.NewerSchema(detail=f"database {last}, program {max(by_number, default=0)}")
    for number_, checksum in sorted(applied.items()):
        step = by_number.get(number_)
        if step is None:
            raise errors.MigrationRefused(
                f"Thiếu tệp nâng cấp số {number_:04d} đã từng chạy. Anh/chị cài lại chương trình."
            )
        if step.checksum != checksum:
            raise errors.MigrationRefused(
                f"Tệp nâng cấp số {number_:04d} đã bị sửa sau khi chạy. Anh/chị cài lại chương trình."
            )
    late = [n for n in by_number if n < last and n not in applied]
    if late:
        raise errors.MigrationRefused(f"Tệp nâng cấp số {late[0]:04d} xuất hiện muộn, sau khi đã chạy số {last:04d}.")
    return set(applied)
