"""One archive for both engines: what goes in comes out, on either, and nothing secret goes in."""

from __future__ import annotations

import json
import zipfile
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest

import db
from db import anchors, archive, blobs, chain, checking, restoring, tables
from db.errors import NewerSchema, Refused
from tests.conftest import need_postgres
from tests.support import databases

ENGINES = ("duckdb", pytest.param("postgres", marks=pytest.mark.postgres))
WHO = UUID(int=5)


@pytest.fixture(params=ENGINES)
def empty(request, tmp_path):
    """An empty, not migrated database of its own."""
    with opened(request.param, tmp_path / "target") as database:
        yield database


@contextmanager
def opened(engine: str, folder: Path):
    if engine == "duckdb":
        with db.open(folder / "guong-sang.duckdb") as database:
            yield database
        return
    need_postgres()
    with databases.postgres_url(migrated=False) as url, db.open(url, folder=folder) as database:
        yield database


@pytest.fixture
def lived_in(database, tmp_path):
    """Rows of many types, a log with an erased entry, evidence, a layout, a signed-in person."""
    paper = blobs.put(tmp_path / "files", "Biên bản họp".encode())
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "giay-khen.json").write_text('{"tên": "Giấy khen"}', encoding="utf-8")
    with database.write() as tx:
        tx.run(
            "create table zoo (id uuid, day date, at_time timestamp, body bytea, good boolean, share double precision, tags text[])"
        )
        tx.many("insert into zoo (id, day, at_time, body, good, share, tags) values ($1, $2, $3, $4, $5, $6, $7)", ZOO)
        tx.run("create table borrowed (id uuid primary key, blob text, scan_blob text)")
        tx.run("insert into borrowed (id, blob) values ($1, $2)", WHO, paper)
        tx.run("insert into setting (key, value, version) values ('place', $1, 1)", 'Sông Lam «"\\\n»')
        tx.run(
            "insert into sign_in (token_hash, account_id, created_at, seen_at, renewed_at, agent, address) "
            "values ('f00d', $1, $2, $2, $2, 'a', 'b')",
            WHO,
            datetime(2026, 11, 26),
        )
        tx.run(
            "insert into account (id, user_name, name, must_change, created_at, search, name_sort, version) "
            "values ($1, 'hoa', 'Bùi Thị Hoa', 0, $2, 'hoa', 'hoa', 1)",
            WHO,
            datetime(2026, 11, 26),
        )
        for n in range(5):
            chain.append(tx, actor=WHO, verb="submit", kind="nomination", object_id=None, content={"n": n})
        tx.run("delete from audit_content where seq = 2")
    return database


ZOO = [
    (UUID(int=1), date(2026, 2, 28), datetime(2026, 1, 1, 0, 0, 0, 1), b"\0\xff\n", True, 0.1, ["a", None, "b,c"]),
    (UUID(int=2), None, None, None, None, None, None),
    (UUID(int=1), date(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59), b"", False, 3.0, []),
]


@pytest.fixture(autouse=True)
def zoo_is_part_of_the_schema(monkeypatch):
    """The extra tables are made where a restored database is migrated."""
    from db import schema

    whole = schema.migrate

    def and_zoo(database, *, upto=None, folder=schema.FOLDER):
        done = whole(database, upto=upto, folder=folder)
        with database.write_without_log() as tx:
            tx.run(
                "create table if not exists zoo (id uuid, day date, at_time timestamp, body bytea, good boolean, share double precision, tags text[])"
            )
            tx.run("create table if not exists borrowed (id uuid primary key, blob text, scan_blob text)")
        return done

    monkeypatch.setattr(schema, "migrate", and_zoo)


@pytest.fixture
def made(lived_in, tmp_path):
    target = tmp_path / "backups" / "one.zip"
    return target, archive.write(lived_in, target, files=tmp_path / "files", layouts=tmp_path / "layouts")


@pytest.mark.proves("F15.06")
def test_a_backup_of_either_engine_restores_into_either(lived_in, made, empty, tmp_path):
    source, manifest = made
    restored = restoring.restore(
        source, empty, files=tmp_path / "target" / "files", layouts=tmp_path / "target" / "layouts"
    )
    assert restored == manifest
    with lived_in.read() as before, empty.read() as after:
        assert tables.fingerprints(after) == tables.fingerprints(before)
        assert after.all("select * from zoo order by id, day") == before.all("select * from zoo order by id, day")
        assert chain.read_head(after) == chain.read_head(before) == manifest.head
        assert after.value("select count(*) from sign_in") == 0
    assert checking.check(empty, files=tmp_path / "target" / "files", marks=empty.anchors, say=archive.silent) == []
    assert (tmp_path / "target" / "layouts" / "giay-khen.json").read_text(encoding="utf-8") == '{"tên": "Giấy khen"}'
    assert sorted(anchors.read(empty.anchors)) == [5]


def test_the_restored_database_goes_on(made, empty):
    restoring.restore(made[0], empty)
    with empty.write() as tx:
        assert chain.append(tx, actor=WHO, verb="accept", kind="nomination", object_id=None, content={}).seq == 6
    with empty.read() as tx:
        assert db.verify(tx, marks=empty.anchors).ok


@pytest.mark.proves("F15.06")
def test_the_archive_is_proved_by_opening_it(made):
    assert archive.prove(made[0]) == made[1]


def test_no_token_goes_into_the_archive(made):
    source, manifest = made
    assert manifest.left_out == ["one_time_code", "sign_in"]
    with zipfile.ZipFile(source) as box:
        assert not [name for name in box.namelist() if "sign_in.jsonl" in name or "code.jsonl" in name]
        assert not [name for name in box.namelist() if b"f00d" in box.read(name)]


def test_the_manifest_names_everything_with_its_hash(made):
    source, manifest = made
    with zipfile.ZipFile(source) as box:
        names = set(box.namelist())
    expected = {archive.MANIFEST, *manifest.files, *(f"tables/{name}.jsonl" for name in manifest.tables)}
    assert names == expected
    assert archive.read_manifest(source) == manifest
    assert manifest.tables["zoo"].rows == 3


def test_a_place_with_data_is_not_overwritten(made, lived_in):
    with pytest.raises(Refused, match="đã có dữ liệu"):
        restoring.restore(made[0], lived_in)


def changed(source: Path, name: str, change) -> Path:
    """The archive again with one part changed."""
    target = source.with_name("changed.zip")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.namelist():
            data = old.read(each)
            if each == name:
                data = change(data)
            if data is not None:
                new.writestr(each, data)
    return target


def doctored(**facts):
    return lambda data: json.dumps({**json.loads(data), **facts}).encode()


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("tables/setting.jsonl", lambda data: data.replace(b"place", b"spot")),
        ("tables/setting.jsonl", lambda _: b""),
        ("tables/setting.jsonl", lambda _: None),
        ("tables/setting.jsonl", lambda _: b"[1]\n"),
        ("tables/zoo.jsonl", lambda data: data.replace(b"2026-02-28", b"2026-02-30")),
        ("tables/audit.jsonl", lambda data: data.replace(b"submit", b"accept", 1)),
        (archive.MANIFEST, lambda _: None),
        (archive.MANIFEST, lambda _: b"{}"),
        (archive.MANIFEST, lambda _: b"\xff"),
        (archive.MANIFEST, doctored(head={"seq": 4, "hash": "0" * 64, "origin": "x"})),
        (archive.MANIFEST, doctored(files={"files/aa/bb/x": {"size": 1, "sha256": "0" * 64}})),
        (archive.MANIFEST, doctored(tables={"nothing": {"columns": [], "rows": 0, "hash": "0" * 64, "sha256": ""}})),
    ],
)
def test_a_changed_archive_is_refused_and_nothing_is_restored(tmp_path, change, part):
    with db.open(tmp_path / "guong-sang.duckdb") as database:
        db.schema.migrate(database, upto=1)
    with db.open(tmp_path / "guong-sang.duckdb") as database, database.write() as tx:
        tx.many("insert into zoo (id, day, at_time, body, good, share, tags) values ($1, $2, $3, $4, $5, $6, $7)", ZOO)
        tx.run("insert into setting (key, value, version) values ('place', 'x', 1)")
        chain.append(tx, actor=WHO, verb="submit", kind="nomination", object_id=None, content={})
    with db.open(tmp_path / "guong-sang.duckdb") as database:
        archive.write(database, tmp_path / "one.zip")
    with db.open(tmp_path / "new" / "x.duckdb") as target:
        with pytest.raises(Refused):
            restoring.restore(changed(tmp_path / "one.zip", part, change), target, files=tmp_path / "f")
        assert db.schema.number(target) == 0 or _empty(target)


def _empty(database):
    with database.read() as tx:
        return tx.value("select count(*) from setting") == 0 and chain.read_head(tx).seq == 0


def test_a_changed_evidence_file_is_refused(made, tmp_path):
    source, manifest = made
    name = next(name for name in manifest.files if name.startswith("files/"))
    with db.open(tmp_path / "new" / "x.duckdb") as target, pytest.raises(Refused, match="files/"):
        restoring.restore(changed(source, name, lambda data: data[:-1] + b"?"), target, files=tmp_path / "f")


def test_a_layout_may_not_leave_its_folder(made, tmp_path):
    source, manifest = made
    part = next(part for name, part in manifest.files.items() if name.startswith("layouts/"))
    files = {"layouts/../../evil": {"size": part.size, "sha256": part.sha256}}
    bad = changed(source, archive.MANIFEST, doctored(files=files))
    with db.open(tmp_path / "new" / "x.duckdb") as target, pytest.raises(Refused):
        restoring.restore(bad, target, layouts=tmp_path / "l")
    assert not (tmp_path / "evil").exists()


def test_an_archive_of_a_newer_program_is_refused(made, tmp_path):
    bad = changed(made[0], archive.MANIFEST, doctored(schema=9999))
    with db.open(tmp_path / "new" / "x.duckdb") as target, pytest.raises(NewerSchema):
        restoring.restore(bad, target)


def test_an_older_archive_is_brought_to_this_programs_schema(tmp_path):
    with db.open(tmp_path / "old" / "x.duckdb") as old:
        db.schema.migrate(old, upto=1)
        with old.write() as tx:
            tx.run("insert into setting (key, value, version) values ('place', 'Sông Lam', 1)")
            chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={})
        archive.write(old, tmp_path / "old.zip")
    with db.open(tmp_path / "new" / "x.duckdb") as new:
        assert restoring.restore(tmp_path / "old.zip", new).schema == 1
        assert db.schema.number(new) == max(step.number for step in db.schema.steps("duckdb"))
        with new.read() as tx:
            assert tx.value("select value from setting where key = 'place'") == "Sông Lam"
        assert checking.check(new, marks=new.anchors, say=archive.silent) == []


def test_an_old_backup_may_replace_a_lost_database_whose_marks_went_further(tmp_path):
    """The usual need: the file is gone, yesterday's backup is there, the marks know of today."""
    with databases.fresh(tmp_path) as database:
        for n in range(3):
            with database.write() as tx:
                chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={"n": n})
            if n == 1:
                archive.write(database, tmp_path / "yesterday.zip")
    database.path.unlink()
    with db.open(database.path, trusting=True) as new:
        restoring.restore(tmp_path / "yesterday.zip", new)
    with db.open(database.path) as again, again.read() as tx:
        assert chain.verify(tx, marks=again.anchors).entries == 2


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 half"])
def test_a_foreign_file_is_refused(tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(Refused, match="không phải bản sao lưu"):
        archive.read_manifest(tmp_path / "x.zip")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(Refused, match=r"x\.zip"):
        archive.read_manifest(tmp_path / "x.zip")


def test_a_failed_backup_leaves_nothing(lived_in, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "_store", full)
    with pytest.raises(db.errors.DiskFull, match="sao lưu"):
        archive.write(lived_in, tmp_path / "out" / "x.zip", files=tmp_path / "files")
    assert list((tmp_path / "out").iterdir()) == []
