"""The copies that an upgrade makes of the database by itself, where a sealed ballot is concerned.

An upgrade copies everything first, so that nothing is lost when a step fails. Nobody asked for that copy and nobody
looks after it, so it must not break the promise of a secret vote:

- while a ballot is open no upgrade begins (`schema.migrate`): its copy would hold a growing urn, and leaving the urn out
  instead would lose the ballots if the step failed. The earlier version closes the ballot, then the upgrade goes on.
- a closed urn is copied with the rest, since it must not be lost either; destroying the ballots takes those copies along.
  Whoever made a backup on purpose looks after it; the page says so.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from db import errors

PREFIX = "before-"
_HOLDS = "select count(*) from sealed_ballot where session_id = $1 and destroyed = 0"
_THERE = "select count(*) from information_schema.tables where table_name = 'sealed_ballot'"


def holding(folder: Path | None, session_id: UUID) -> list[Path]:
    """Copies in the data folder that hold this session's sealed ballots; also those that cannot be read, as they may.

    Raises DatabaseBusy when another program has one of them open.
    """
    if folder is None:
        return []
    found = sorted((folder / "backups").glob(f"{PREFIX}*"))
    return [path for path in found if path.suffix in (".duckdb", ".zip") and _holds(path, session_id)]


def _holds(path: Path, session_id: UUID) -> bool:
    try:
        return _in_archive(path, session_id) if path.suffix == ".zip" else _in_file(path, session_id)
    except errors.DatabaseBusy:
        raise
    except (errors.StoreError, zipfile.BadZipFile, OSError):
        return True


def _in_archive(path: Path, session_id: UUID) -> bool:
    with zipfile.ZipFile(path) as box:
        name = "tables/sealed_ballot.jsonl"
        return name in box.namelist() and str(session_id).encode() in box.read(name)


def _in_file(path: Path, session_id: UUID) -> bool:
    import db

    with db.open(path, read_only=True, trusting=True) as database, database.read() as tx:
        return bool(tx.value(_THERE)) and bool(tx.value(_HOLDS, session_id))


def discard(found: Iterable[Path]) -> None:
    """Throw copies away. Raises Unavailable when one cannot be."""
    for path in found:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise errors.Unavailable(f"Chưa xoá được bản chép «{path.name}». Anh/chị đóng chương trình đang mở tệp ấy rồi làm lại.", detail=str(error)) from error
