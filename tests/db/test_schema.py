"""Migrations: in order, once, whole or not at all, and what they found stays."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

import db
from db import chain, checking, schema, tables
from db.errors import MigrationRefused, NewerSchema
from intake.fingerprint import as_number, quarters
from tests.conftest import need_postgres
from tests.support import databases

ROOT = Path(__file__).parents[2]
NUMBERS = [step.number for step in schema.steps("duckdb")]
GROUND = (schema.FOLDER / "0001_ground.sql").read_text(encoding="utf-8")


@pytest.fixture(params=["duckdb", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request, tmp_path):
    """An empty database, not migrated."""
    if request.param == "duckdb":
        with db.open(tmp_path / "data" / "guong-sang.duckdb") as database:
            yield database
        return
    need_postgres()
    with databases.postgres_url(migrated=False) as url, db.open(url, folder=tmp_path / "data") as database:
        yield database


@pytest.fixture
def files(tmp_path):
    """A folder of three small migrations."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_ground.sql").write_text(GROUND, encoding="utf-8")
    (folder / "0002_two.sql").write_text("create table two (id bigint primary key);\ninsert into two values (2);")
    (folder / "0003_three.sql").write_text("create table three (id bigint primary key)")
    return folder


def there(database, name):
    with database.read() as tx:
        return name in {table.name for table in tables.tables(tx)}


def test_every_file_runs_once_in_order(empty, files):
    assert schema.migrate(empty, folder=files) == [1, 2, 3]
    assert schema.migrate(empty, folder=files) == []
    assert schema.number(empty) == 3


def test_the_special_file_runs_on_postgres_only(empty, files):
    (files / "0003_three.postgres.sql").write_text("create table only_there (id bigint)")
    schema.migrate(empty, folder=files)
    assert there(empty, "only_there") is (empty.engine == "postgres")


def test_line_ends_do_not_matter(empty, files):
    schema.migrate(empty, folder=files)
    (files / "0001_ground.sql").write_bytes(GROUND.replace("\n", "\r\n").encode())
    assert schema.migrate(empty, folder=files) == []


def edited(files):
    (files / "0002_two.sql").write_text("create table two (id bigint primary key)")


def removed(files):
    (files / "0002_two.sql").unlink()


def late(files):
    (files / "0002_two.sql").rename(files / "0004_four.sql")


@pytest.mark.parametrize(
    ("harm", "says"), [(edited, "số 0002 đã bị sửa"), (removed, "Thiếu tệp nâng cấp số 0002"), (late, "0002")]
)
def test_files_that_changed_after_they_ran_are_refused(empty, files, harm, says):
    schema.migrate(empty, folder=files)
    harm(files)
    (files / "0009_more.sql").write_text("create table more (id bigint)")
    with pytest.raises(MigrationRefused, match=says):
        schema.migrate(empty, folder=files)
    assert not there(empty, "more")


def test_a_file_that_comes_too_late_is_refused(empty, files):
    two = files / "0002_two.sql"
    kept = two.read_text()
    two.unlink()
    schema.migrate(empty, folder=files)
    two.write_text(kept)
    with pytest.raises(MigrationRefused, match="xuất hiện muộn"):
        schema.migrate(empty, folder=files)


def test_two_files_of_one_number_are_refused(empty, files):
    (files / "0003_other.sql").write_text("create table other (id bigint)")
    with pytest.raises(MigrationRefused, match="cùng số 0003"):
        schema.migrate(empty, folder=files)
    assert schema.number(empty) == 0


def test_a_newer_database_is_left_alone(empty, files):
    (files / "0099_future.sql").write_text("create table future (id bigint)")
    schema.migrate(empty, folder=files)
    (files / "0099_future.sql").unlink()
    with pytest.raises(NewerSchema) as refused:
        schema.migrate(empty, folder=files)
    assert refused.value.sentence == (
        "Cơ sở dữ liệu này do một phiên bản mới hơn của chương trình tạo ra. "
        "Anh/chị cập nhật chương trình rồi mở lại; dữ liệu chưa bị thay đổi gì."
    )


def test_a_failing_file_is_rolled_back_whole(empty, files):
    (files / "0003_three.sql").write_text(
        "create table three (id bigint);\ninsert into three values (1);\nselect wrong"
    )
    with pytest.raises(Exception, match="wrong"):
        schema.migrate(empty, folder=files)
    assert (schema.number(empty), there(empty, "three")) == (2, False)
    (files / "0003_three.sql").write_text("create table three (id bigint)")
    assert schema.migrate(empty, folder=files) == [3]


def test_a_copy_is_made_before_a_database_with_work_in_it_changes(empty, files):
    schema.migrate(empty, upto=2, folder=files)
    assert not (empty.folder / "backups").exists()
    with empty.write() as tx:
        chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={})
    schema.migrate(empty, folder=files)
    (copy,) = (empty.folder / "backups").iterdir()
    assert copy.name.startswith("before-0003-")
    if empty.engine == "duckdb":
        with db.open(copy, read_only=True, trusting=True) as before:
            assert (schema.number(before), there(before, "three")) == (2, False)
            with before.read() as tx:
                assert chain.verify(tx).entries == 1


@pytest.mark.parametrize("number", NUMBERS)
def test_a_database_of_every_earlier_version_opens_and_keeps_everything(empty, number):
    schema.migrate(empty, upto=number)
    with empty.write() as tx:
        tx.run("insert into setting (key, value, version) values ('place', 'Sông Lam', 1)")
        tx.run(
            "insert into idempotency (actor_id, key, action, payload_hash, recorded_at) values ($1, 'k', 'a', 'p', $2)",
            UUID(int=1),
            datetime(2026, 11, 26),
        )
        chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={"tên": "Bùi Thị Hoa"})
        before = contents(tx)
    assert schema.migrate(empty) == [each for each in NUMBERS if each > number]
    with empty.read() as tx:
        after = contents(tx)
        assert checking.invariants(tx) == []
        assert chain.verify(tx, marks=empty.anchors).ok
    before.pop("picture_quarter", None)  # found from the fingerprints; 0022 says it by numbers in another table
    assert {name: rows for name, rows in after.items() if name in before} == before
    assert before.keys() <= after.keys()


def test_a_files_criterion_of_earlier_versions_is_among_those_it_proves(empty):
    schema.migrate(empty, upto=13)
    file, case, criterion = UUID(int=1), UUID(int=2), UUID(int=3)
    with empty.write() as tx:
        tx.run(
            """
            insert into evidence (id, nomination_id, blob, kind, file_name, media_type, bytes, caption, criterion_id, picture_hash, taken_on, added_by,
                added_at, removed_at)
            values ($1, $2, '', 'paper', 'a.pdf', 'application/pdf', 10, '', $3, null, null, $4, $5, null)
            """,
            file, case, criterion, UUID(int=4), datetime(2026, 11, 26),
        )
        chain.append(tx, actor=None, verb="add_evidence", kind="nomination", object_id=None, content={})
    schema.migrate(empty)
    with empty.read() as tx:
        assert tx.all("select evidence_id, criterion_id from evidence_criterion") == [{"evidence_id": file, "criterion_id": criterion}]
        assert tx.all("select criterion_id from v_criterion_used") == [{"criterion_id": criterion}]


@pytest.mark.parametrize("version", [17, 20])
@pytest.mark.parametrize("fingerprint", ["0f3a9bc0ffff0001", "8000000000000000", "7fff8000ffff7fff", "fffffffffffffffe"])
def test_pictures_of_earlier_versions_are_found_by_their_quarters(empty, version, fingerprint):
    schema.migrate(empty, upto=version)
    file, case = UUID(int=1), UUID(int=2)
    with empty.write() as tx:
        tx.run(
            """
            insert into evidence (id, nomination_id, blob, kind, file_name, media_type, bytes, caption, picture_hash, taken_on, added_by, added_at, removed_at)
            values ($1, $2, '', 'picture', 'a.jpg', 'image/jpeg', 10, '', $3, null, $4, $5, null)
            """,
            file, case, fingerprint, UUID(int=4), datetime(2026, 11, 26),
        )  # fmt: skip
        if version >= 20:
            tx.many("insert into picture_quarter (value, evidence_id, picture_hash) values ($1, $2, $3)", [(each, file, fingerprint) for each in quarters(fingerprint)])
        chain.append(tx, actor=None, verb="add_evidence", kind="nomination", object_id=None, content={})
    schema.migrate(empty)
    with empty.read() as tx:
        rows = tx.all("select value, bits, evidence_id from fingerprint_quarter order by value")
    assert [row["value"] for row in rows] == list(quarters(fingerprint))
    assert {(row["bits"], row["evidence_id"]) for row in rows} == {(as_number(fingerprint), file)}


def test_a_book_of_earlier_versions_began_here(empty):
    schema.migrate(empty, upto=16)
    with empty.write() as tx:
        tx.run("insert into certificate_series (issuer_id, series, year, last) values ($1, 'giay_khen', 2026, 0)", UUID(int=1))
        chain.append(tx, actor=None, verb="issue", kind="decision", object_id=None, content={})
    schema.migrate(empty)
    with empty.read() as tx:
        assert checking.invariants(tx) == []
        assert tx.all("select last, paper_last, paper_reason from certificate_series") == [{"last": 0, "paper_last": None, "paper_reason": None}]


def test_the_days_of_a_model_s_year_of_earlier_versions_come_from_the_log(empty):
    schema.migrate(empty, upto=17)
    years = [UUID(int=number) for number in (1, 2)]
    with empty.write() as tx:
        for number, year in enumerate(years):
            tx.run(
                """
                insert into model_year (id, model_id, year, campaign_id, issuer_id, state, report, figures, self_score, checked_score, check_reason,
                    created_at, decided_at, version)
                values ($1, $2, 2026, $2, $2, 'recognised', '', '[]', null, null, '', $3, $3, 5)
                """,
                year, UUID(int=10 + number), datetime(2026, 2, 1),
            )
        verbs = (("start_model", 4), ("report_model", 9), ("recognise_model", 10), ("recognise_model", 11))
        chain.extend(tx, [chain.Draft(None, verb, "model_year", years[0], {}, datetime(2026, month, 5)) for verb, month in verbs])
        chain.extend(tx, [chain.Draft(None, "start_model", "nomination", years[1], {}, datetime(2026, 4, 5))])
    schema.migrate(empty)
    with empty.read() as tx:
        assert tx.all("select started_at, reported_at, recognised_at from model_year order by id") == [
            {"started_at": datetime(2026, 4, 5), "reported_at": datetime(2026, 9, 5), "recognised_at": datetime(2026, 10, 5)},
            {"started_at": None, "reported_at": None, "recognised_at": None},
        ]


def contents(tx):
    """Every table's rows, whatever their order."""
    return tables.fingerprints(tx)


def test_both_engines_hold_the_same_tables(empty):
    schema.migrate(empty)
    with databases.fresh() as reference, reference.read() as there, empty.read() as here:
        assert tables.tables(here) == tables.tables(there)


def test_no_common_file_uses_what_one_engine_lacks():
    words = ["foreign key", "references ", "now()", "serial", "nextval", "current_timestamp", "jsonb", "timestamptz"]
    for path in sorted(schema.FOLDER.glob("*.sql")):
        text = "\n".join(line.split("--")[0] for line in path.read_text(encoding="utf-8").lower().splitlines())
        found = [] if path.name.endswith(".postgres.sql") else [word for word in words if word in text]
        assert (path.name, found) == (path.name, [])


MIGRATE_SLOWLY = """
import sys, time, db
from pathlib import Path
from db import schema
database = db.open(sys.argv[1])
print("ready", flush=True)
schema.migrate(database, folder=Path(sys.argv[2]))
"""


@pytest.mark.parametrize("delay", [0.0, 0.01, 0.03, 0.06])
def test_a_killed_migration_goes_on_at_the_next_start(tmp_path, files, delay):
    for number in range(4, 12):
        rows = ", ".join(f"({n})" for n in range(2000))
        (files / f"{number:04d}_n.sql").write_text(
            f"create table n{number} (id bigint primary key);\ninsert into n{number} values {rows};"
        )
    path = tmp_path / "data" / "guong-sang.duckdb"
    path.parent.mkdir()
    child = subprocess.Popen([sys.executable, "-c", MIGRATE_SLOWLY, path, files], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(delay)
    child.kill()
    child.wait()
    with db.open(path) as database:
        reached = schema.number(database)
        assert schema.migrate(database, folder=files) == list(range(reached + 1, 12))
        with database.read() as tx:
            for number in range(4, 12):
                assert tx.value(f"select count(*) from n{number}") == 2000
