"""When the ground shakes: one clear sentence, nothing acknowledged lost, and on again."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import db
from db import chain, duck, errors
from tests.conftest import need_postgres
from tests.support import databases, postgres

ROOT = Path(__file__).parents[2]


def work(database, n=0):
    with database.write() as tx:
        tx.run("insert into setting (key, value, version) values ($1, $2, 1)", f"k{n}", "x" * 500)
        return chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={"n": n}).seq


# --- the file ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"\0" * 100, b"SQLite format 3\0" + b"\0" * 9000, b"x" * 20_000])
def test_a_foreign_file_is_one_sentence(tmp_path, content):
    path = tmp_path / "guong-sang.duckdb"
    path.write_bytes(content)
    with pytest.raises(errors.Corrupt) as refused:
        db.open(path)
    assert "phục hồi từ bản sao lưu" in refused.value.sentence
    assert path.read_bytes() == content


def test_a_spoiled_file_is_one_sentence(tmp_path):
    with databases.fresh(tmp_path) as database:
        work(database)
        database.checkpoint()
        path = database.path
    data = bytearray(path.read_bytes())
    for spot in range(4096, len(data), 4096):
        data[spot] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(errors.Unavailable), db.open(path) as database:
        work(database, 1)


def test_a_second_opening_in_the_same_program_is_refused(tmp_path):
    with databases.fresh(tmp_path) as database, pytest.raises(db.DatabaseBusy):
        db.open(database.path)
    with db.open(database.path):
        pass


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(db.Unavailable):
        db.open(tmp_path / "file" / "guong-sang.duckdb")


def test_a_closed_database_says_so(tmp_path):
    database = databases.fresh(tmp_path)
    database.close()
    database.close()
    with pytest.raises(db.Unavailable), database.read():
        pass


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_text('/etc/hostname')",
        "select * from read_csv('/etc/passwd')",
        "copy setting to '/tmp/out.csv'",
        "attach '/tmp/other.duckdb' as other",
        "install httpfs",
        "load httpfs",
        "set memory_limit = '20GB'",
        "set enable_external_access = true",
    ],
)
def test_a_statement_reaches_no_file_outside(tmp_path, sql):
    with (
        databases.fresh(tmp_path) as database,
        pytest.raises(Exception, match=r"(?i)disabled|locked|cannot|not found|permission"),
        database.write() as tx,
    ):
        tx.run(sql)


# --- the disk ----------------------------------------------------------------------------------------------------------

FULL_DISK = """
import resource, signal, sys
import db
from db import chain, errors, schema
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = db.open(sys.argv[1])
size = database.path.stat().st_size

def limit(room):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

def work(n, size):
    with database.write() as tx:
        tx.run("insert into setting (key, value, version) values ($1, $2, 1)", f"k{n}", "x" * size)
        chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={"n": n})

done, failures = 0, []
if sys.argv[2] == "commit":
    limit(60_000)
for n in range(60):
    if sys.argv[2] == "checkpoint" and n == 30:
        limit(size)
        try:
            database.checkpoint()
        except errors.StoreError as error:
            failures.append(type(error).__name__)
        limit(resource.RLIM_INFINITY)
    try:
        work(n, 2000)
        done += 1
    except errors.StoreError as error:
        failures.append(type(error).__name__)
        with database.read() as tx:
            assert tx.value("select count(*) from setting") == done
        limit(resource.RLIM_INFINITY)
with database.read() as tx:
    assert tx.value("select count(*) from setting") == done, (done, failures)
    assert db.verify(tx, marks=database.anchors).ok
database.close()
with db.open(sys.argv[1]) as database, database.read() as tx:
    assert tx.value("select count(*) from setting") == done
    assert db.verify(tx, marks=database.anchors).entries == done
print(done, *failures)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits exist on POSIX systems only")
@pytest.mark.parametrize(("when", "says"), [("commit", "59 DiskFull"), ("checkpoint", "60 DiskFull")])
def test_a_full_disk_loses_nothing_and_work_goes_on(tmp_path, when, says):
    with databases.fresh(tmp_path) as database:
        path = database.path
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, path, when], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.startswith(says)


def test_after_a_fatal_error_the_file_is_opened_again(tmp_path):
    with databases.fresh(tmp_path) as database:
        work(database, 1)
        with pytest.raises(db.Unavailable), database.read():
            raise db.Unavailable(detail="FATAL Error: database has been invalidated")
        root = database._root
        work(database, 2)
        assert database._root is not root
        with database.read() as tx:
            assert tx.value("select count(*) from setting") == 2


# --- many at once ------------------------------------------------------------------------------------------------------


def test_many_writers_lose_nothing_and_none_is_refused(database):
    with database.write() as tx:
        tx.run("insert into setting (key, value, version) values ('count', '0', 1)")

    def add():
        for _ in range(15):
            with database.write() as tx:
                tx.run("update setting set version = version + 1 where key = 'count'")
                chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={})
            with database.read() as tx:
                tx.value("select version from setting where key = 'count'")

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as tx:
        assert tx.value("select version from setting where key = 'count'") == 121
        report = db.verify(tx, marks=database.anchors)
    assert (report.ok, report.entries) == (True, 120)


def test_readers_go_on_while_somebody_writes(database):
    with database.write() as tx:
        tx.run("insert into setting (key, value, version) values ('a', 'b', 1)")
        seen: list[object] = []

        def look():
            with database.read() as other:
                seen.append(other.value("select count(*) from setting"))

        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
        assert seen == [0]


def test_waiting_too_long_for_the_writer_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(duck, "WRITE_WAIT_SECONDS", 0.01)
    with databases.fresh(tmp_path) as database:
        refused: list[BaseException] = []

        def wait():
            try:
                work(database)
            except db.DatabaseBusy as error:
                refused.append(error)

        with database.write():
            thread = threading.Thread(target=wait)
            thread.start()
            thread.join()
        assert [str(each.sentence) for each in refused] == [db.DatabaseBusy.default]


@pytest.mark.postgres
def test_waiting_too_long_for_the_servers_lock_is_one_sentence(served, monkeypatch, tmp_path):
    database, url = served
    from db import postgres as engine

    monkeypatch.setattr(engine, "_OPTIONS", "-c lock_timeout=50ms")
    with db.open(url, folder=tmp_path) as other, database.write():
        refused: list[BaseException] = []

        def wait():
            try:
                work(other)
            except db.DatabaseBusy as error:
                refused.append(error)

        thread = threading.Thread(target=wait)
        thread.start()
        thread.join()
    assert [str(each.sentence) for each in refused] == [db.DatabaseBusy.default]


def test_a_question_that_takes_too_long_is_stopped(database):
    slow = "select count(*) from generate_series(1, 100000) a(x), generate_series(1, 100000) b(y) where x * y % 7 = 3"
    with pytest.raises(errors.TooSlow), database.read(seconds=0.2) as tx:
        tx.value(slow)
    with database.read(seconds=5) as tx:
        assert tx.value("select 1") == 1


# --- the process -------------------------------------------------------------------------------------------------------

WRITER = """
import sys, db
from db import chain
database = db.open(sys.argv[1])
for n in range(10_000):
    with database.write() as tx:
        tx.run("insert into setting (key, value, version) values ($1, 'v', 1)", f"{sys.argv[2]}-{n}")
        seq = chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={"n": n}).seq
    print(seq, flush=True)
    if n % 20 == 19:
        database.checkpoint()
"""


def kill_and_reopen(tmp_path, times, seed):
    with databases.fresh(tmp_path) as database:
        path = database.path
    dice = random.Random(seed)
    for round_ in range(times):
        child = subprocess.Popen([sys.executable, "-c", WRITER, path, str(round_)], cwd=ROOT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(dice.random() / 4)
        child.kill()
        rest = child.stdout.read().splitlines(keepends=True)
        child.wait()
        told = max((int(line) for line in rest if line.endswith(b"\n")), default=0)
        with db.open(path) as database, database.read() as tx:
            report = db.verify(tx, marks=database.anchors)
            assert report.ok
            assert report.entries >= told
            assert tx.value("select count(*) from setting") == report.entries


def test_a_killed_program_loses_nothing_that_it_told(tmp_path):
    kill_and_reopen(tmp_path, 3, seed=1)


@pytest.mark.prove
def test_fifty_kills_lose_nothing_that_was_told(tmp_path):
    kill_and_reopen(tmp_path, 50, seed=2)


# --- the server --------------------------------------------------------------------------------------------------------


@pytest.fixture
def served(tmp_path):
    need_postgres()
    with databases.postgres_url() as url, db.open(url, folder=tmp_path) as database:
        yield database, url


def cut(url):
    """The server drops everybody, as it does when it restarts."""
    with db.open(url, trusting=True) as other, other.read() as tx:
        tx.all(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        )


@pytest.mark.postgres
def test_connections_that_the_server_dropped_are_made_anew(served):
    database, url = served
    work(database, 1)
    cut(url)
    assert work(database, 2) == 2
    cut(url)
    with database.read() as tx:
        assert db.verify(tx, marks=database.anchors).entries == 2


@pytest.mark.postgres
def test_a_server_lost_in_the_middle_stores_nothing(served):
    database, url = served
    with pytest.raises(db.Unavailable, match="máy chủ"), database.write() as tx:
        tx.run("insert into setting (key, value, version) values ('a', 'b', 1)")
        cut(url)
        tx.run("insert into setting (key, value, version) values ('c', 'd', 1)")
    with database.read() as tx:
        assert tx.value("select count(*) from setting") == 0
    assert work(database) == 1


@pytest.mark.postgres
def test_a_server_lost_at_commit_says_that_nobody_knows(served):
    database, url = served
    with pytest.raises(db.Unavailable) as lost, database.write() as tx:
        tx.run("insert into setting (key, value, version) values ('a', 'b', 1)")
        cut(url)
    assert (lost.value.unsure, lost.value.sentence) == (True, db.Unavailable.unsure_sentence)
    assert work(database) == 1


@pytest.mark.postgres
def test_a_server_that_stops_and_comes_back(tmp_path):
    programs = postgres.programs()
    if programs is None:
        pytest.skip(databases.HOW_TO_GET_POSTGRES)
    server = postgres.Server(programs)
    with db.open(server.url, folder=tmp_path) as database:
        db.migrate(database)
        database._pool.timeout = 0.3
        work(database, 1)
        server.stop()
        for _ in range(2):
            with pytest.raises(db.Unavailable, match="máy chủ"):
                work(database, 2)
            with pytest.raises(db.Unavailable, match="máy chủ"), database.read():
                pass
        server.start()
        wait_for(database)
        assert work(database, 3) == 2
        with database.read() as tx:
            assert db.verify(tx, marks=database.anchors).ok


def wait_for(database):
    for _ in range(50):
        try:
            with database.read():
                return
        except db.Unavailable:
            time.sleep(0.1)


def test_a_lost_journal_is_noticed_at_the_next_start(tmp_path):
    """The engine opens such a file without a word, its newest commits gone; the marks outside tell."""
    with databases.fresh(tmp_path) as database:
        path = database.path
    child = subprocess.Popen([sys.executable, "-c", WRITER, path, "x"], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(7)]
    child.kill()
    child.wait()
    child.stdout.close()
    assert int(told[-1]) == 7
    path.with_name(path.name + ".wal").unlink()
    with pytest.raises(errors.RolledBack, match="không còn"):
        db.open(path)
