"""Reading an archive back into an empty database of either engine."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from db import anchors, archive, blobs, chain, durable, errors, proof, schema
from db.archive import Manifest, Part, TablePart
from db.core import Database, Tx
from db.tables import Sum, Table, fingerprints, row_of, tables

Say = Callable[[str], None]
_DIFFERS = "Bản sao lưu đã bị sửa hoặc hỏng ở phần «{}», nên chưa phục hồi gì."


def restore(
    source: Path,
    database: Database,
    *,
    files: Path | None = None,
    layouts: Path | None = None,
    say: Say = archive.silent,
) -> Manifest:
    """Fill an empty database from an archive; then bring it to this program's schema.

    Tables come in one transaction and are compared with the manifest before it ends; so is the whole log.
    Raises Refused (not empty, not an archive, spoiled), NewerSchema, Unavailable.
    """
    manifest = archive.read_manifest(source)
    newest = max(step.number for step in schema.steps(database.engine))
    if manifest.schema > newest:
        raise errors.NewerSchema(detail=f"archive {manifest.schema}, program {newest}")
    _empty(database, manifest)
    schema.migrate(database, upto=manifest.schema)
    with _reading(source) as box:
        _evidence(box, manifest, files, layouts)
        with database.write_without_log() as tx:
            _fill(tx, box, manifest, say)
    if database.anchors is not None:
        anchors.append(database.anchors, manifest.head, accepted=True)
    schema.migrate(database)
    return manifest


@contextmanager
def _reading(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(source) as box:
            yield box
    except (zipfile.BadZipFile, EOFError) as error:
        raise errors.Refused(archive.UNREADABLE, detail=str(error)) from error


def _empty(database: Database, manifest: Manifest) -> None:
    number = schema.number(database)
    if number == 0:
        return
    with database.read() as tx:
        if number > manifest.schema or chain.read_head(tx).seq > 0:
            raise errors.Refused(
                "Nơi phục hồi đã có dữ liệu. Để không ghi đè, chương trình chỉ phục hồi vào nơi còn trống: "
                "anh/chị chọn thư mục dữ liệu hoặc cơ sở dữ liệu khác."
            )


def _fill(tx: Tx, box: zipfile.ZipFile, manifest: Manifest, say: Say) -> None:
    here = {table.name: table for table in tables(tx)}
    unknown = set(manifest.tables) - set(here)
    if unknown:
        raise errors.Refused(_DIFFERS.format(min(unknown)), detail="unknown tables")
    for table in here.values():
        tx.run(f'delete from "{table.name}"')
    for name, part in sorted(manifest.tables.items()):
        _load(tx, box, here[name], part)
        if part.rows:
            say(f"Bảng {name}: {part.rows} dòng.")
    now = fingerprints(tx)
    for name, part in manifest.tables.items():
        if now[name] != (part.rows, part.hash):
            raise errors.Refused(_DIFFERS.format(name), detail=f"{now[name]} instead of {(part.rows, part.hash)}")
    report = proof.verify(tx)
    if not report.ok or report.head != manifest.head:
        raise errors.Refused(f"Nhật ký trong bản sao lưu không khớp, nên chưa phục hồi gì. {report.why}".strip())


def _load(tx: Tx, box: zipfile.ZipFile, table: Table, part: TablePart) -> None:
    given = Table(table.name, part.columns)
    if sorted(given.columns) != sorted(table.columns):
        raise errors.Refused(_DIFFERS.format(table.name), detail="other columns")
    total = Sum()

    def rows() -> Iterator[list[object]]:
        with _opened(box, f"tables/{table.name}.jsonl") as source:
            for text in source:
                total.add(text)
                yield row_of(text, given)

    try:
        tx.load(given.name, given.names, rows())
    except (ValueError, TypeError, errors.Violation) as error:
        raise errors.Refused(_DIFFERS.format(table.name), detail=str(error)) from error
    if (total.rows, total.hash) != (part.rows, part.hash):
        raise errors.Refused(_DIFFERS.format(table.name), detail="hash")


@contextmanager
def _opened(box: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    try:
        with box.open(name) as source:
            yield source
    except (KeyError, zipfile.BadZipFile, EOFError) as error:
        raise errors.Refused(_DIFFERS.format(name), detail=str(error)) from error


def _evidence(box: zipfile.ZipFile, manifest: Manifest, files: Path | None, layouts: Path | None) -> None:
    """Evidence by its own hash, layouts by a path that stays inside the folder."""
    for name, part in manifest.files.items():
        top, rest = PurePosixPath(name).parts[0], PurePosixPath(name).relative_to(PurePosixPath(name).parts[0])
        if top == "files" and files is not None:
            if blobs.put(files, _bytes(box, name, part)) != part.sha256:
                raise errors.Refused(_DIFFERS.format(name))
        elif top == "layouts" and layouts is not None:
            target = (layouts / rest).resolve()
            if not target.is_relative_to(layouts.resolve()) or "\\" in name:
                raise errors.Refused(_DIFFERS.format(name), detail="path outside the folder")
            durable.write(target, _bytes(box, name, part))


def _bytes(box: zipfile.ZipFile, name: str, part: Part) -> bytes:
    with _opened(box, name) as source:
        data = source.read(part.size + 1)
    if len(data) != part.size or hashlib.sha256(data).hexdigest() != part.sha256:
        raise errors.Refused(_DIFFERS.format(name))
    return data
