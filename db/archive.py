"""A backup: one archive, the same for both engines, that can be read back into either.

Inside: `tables/<name>.jsonl` (one row a line), `files/…` (evidence), `layouts/…`, and last `manifest.json` with the
schema number, the log's head and the sha256 of everything. Never keys, never sign-in tokens or codes.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db import blobs, chain, durable, errors, schema
from db import open_urns as urns
from db.core import Database, Head, Tx
from db.tables import Sum, Table, lines, tables

FORMAT, VERSION = "guong-sang-backup", 1
MANIFEST = "manifest.json"
Say = Callable[[str], None]


def silent(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True)
class Part:
    """One file of the archive."""

    size: int
    sha256: str


@dataclass(frozen=True)
class TablePart:
    """One table of the archive; `hash` does not depend on the order of rows."""

    columns: tuple[tuple[str, str], ...]
    rows: int
    hash: str
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What the archive says of itself."""

    made_at: str
    engine: str
    schema: int
    head: Head
    tables: dict[str, TablePart]
    files: dict[str, Part]
    left_out: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The manifest as JSON."""
        facts = {"format": FORMAT, "version": VERSION, **asdict(self)}
        return json.dumps(facts, ensure_ascii=False, sort_keys=True, indent=1)

    @classmethod
    def parse(cls, text: bytes) -> Manifest:
        """Read it back. Raises Refused when it is not a manifest that we know."""
        try:
            facts: dict[str, Any] = json.loads(text)
            if (facts.pop("format"), facts.pop("version")) != (FORMAT, VERSION):
                raise ValueError("another format")
            facts["head"] = Head(**facts["head"])
            facts["tables"] = {name: _table_part(part) for name, part in facts["tables"].items()}
            facts["files"] = {name: Part(**part) for name, part in facts["files"].items()}
            return cls(**facts)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise errors.Refused(UNREADABLE, detail=str(error)) from error


def _table_part(part: dict[str, Any]) -> TablePart:
    columns = tuple((str(name), str(kind)) for name, kind in part.pop("columns"))
    return TablePart(columns, **part)


UNREADABLE = "Tệp này không phải bản sao lưu của Gương Sáng, hoặc đã bị hỏng. Chưa có gì bị thay đổi."


def write(
    database: Database,
    target: Path,
    *,
    files: Path | None = None,
    layouts: Path | None = None,
    say: Say = silent,
    open_urns: bool = True,
) -> Manifest:
    """Make the archive from one moment of the database; nothing is at `target` unless it is whole.

    Without `open_urns` the sealed ballots of votes that are open stay out, with their shares and rolls. Evidence is added after the tables: whatever they name is there. Raises DiskFull, Unavailable.
    """
    try:
        with (
            durable.writing(target) as handle,
            zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as box,
        ):
            with database.read() as tx:
                manifest = _tables(tx, box, say, open_urns=open_urns)
            for name, path in [*_found(files, "files"), *_found(layouts, "layouts")]:
                manifest.files[name] = _store(box, name, path)
            say(f"Đã ghi {len(manifest.files)} tệp minh chứng và mẫu giấy khen.")
            box.writestr(MANIFEST, manifest.text())
    except OSError as error:
        raise errors.DiskFull(
            "Chưa sao lưu được: ổ đĩa đã đầy hoặc không ghi được vào thư mục đích.", detail=str(error)
        ) from error
    return manifest


def _tables(tx: Tx, box: zipfile.ZipFile, say: Say, *, open_urns: bool) -> Manifest:
    every = tables(tx)
    number = tx.value(f"select max(number) from {schema.BOOK}")
    kept = {table.name: _table(tx, box, table, say, "" if open_urns else urns.without(table.name)) for table in every if not table.secret}
    left_out = [table.name for table in every if table.secret]
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Manifest(when, tx.engine, number, chain.read_head(tx), kept, {}, left_out)


def _table(tx: Tx, box: zipfile.ZipFile, table: Table, say: Say, condition: str) -> TablePart:
    total, whole = Sum(), hashlib.sha256()
    with box.open(f"tables/{table.name}.jsonl", "w", force_zip64=True) as out:
        for text in lines(tx, table, condition):
            total.add(text)
            whole.update(text)
            out.write(text)
    if total.rows:
        say(f"Bảng {table.name}: {total.rows} dòng.")
    return TablePart(table.columns, total.rows, total.hash, whole.hexdigest())


def _found(folder: Path | None, prefix: str) -> Iterable[tuple[str, Path]]:
    if folder is None or not folder.is_dir():
        return []
    found = blobs.every(folder) if prefix == "files" else (path for path in sorted(folder.rglob("*")) if path.is_file())
    return ((f"{prefix}/{path.relative_to(folder).as_posix()}", path) for path in found if not path.is_symlink())


def _store(box: zipfile.ZipFile, name: str, path: Path) -> Part:
    """Evidence is pictures and papers, packed already: stored as it is."""
    whole, size = hashlib.sha256(), 0
    info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
    with path.open("rb") as source, box.open(info, "w", force_zip64=True) as out:
        while piece := source.read(1 << 20):
            whole.update(piece)
            size += len(piece)
            out.write(piece)
    return Part(size, whole.hexdigest())


def read_manifest(archive: Path) -> Manifest:
    """What an archive says of itself. Raises Refused."""
    try:
        with zipfile.ZipFile(archive) as box:
            return Manifest.parse(box.read(MANIFEST))
    except FileNotFoundError as error:
        raise errors.Refused(f"Không tìm thấy tệp «{archive}».", detail=str(error)) from error
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise errors.Refused(UNREADABLE, detail=str(error)) from error


def prove(archive: Path, *, say: Say = silent) -> Manifest:
    """Open the archive as one would in need: restore it into a throw-away database and check that.

    Raises Refused with the first thing that is wrong.
    """
    import db
    from db import checking, restoring

    with tempfile.TemporaryDirectory(prefix="guong-sang-", dir=archive.parent) as folder:
        files = Path(folder) / "files"
        with db.open(Path(folder) / "proof.duckdb") as database:
            manifest = restoring.restore(archive, database, files=files, layouts=Path(folder) / "layouts", say=silent)
            problems = checking.check(database, files=files, say=silent)
    if problems:
        raise errors.Refused(f"Bản sao lưu không dùng được: {problems[0]}")
    say("Đã mở thử bản sao lưu và kiểm tra: dùng được.")
    return manifest
