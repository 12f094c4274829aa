"""Writing the data anew while others read: they wait for the moment of the swap and see nothing of it."""

from __future__ import annotations

import threading

import pytest

import db
from db import duck
from db.errors import DatabaseBusy


@pytest.fixture
def full(tmp_path):
    with db.open(tmp_path / "data.duckdb") as database:
        db.migrate(database)
        with database.write() as tx:
            tx.run("insert into setting (key, value, version) values ('place', 'Sông Lam', 1)")
        yield database


def test_readers_go_on_while_the_file_is_swapped(full):
    stop, read, wrong = threading.Event(), [], []

    def reader() -> None:
        while not stop.is_set():
            try:
                with full.read() as tx:
                    read.append(tx.value("select value from setting where key = 'place'"))
            except db.errors.StoreError as error:
                wrong.append(error.detail)

    threads = [threading.Thread(target=reader) for _ in range(3)]
    for each in threads:
        each.start()
    for _ in range(3):
        full.compact()
    stop.set()
    for each in threads:
        each.join()
    assert (wrong, set(read)) == ([], {"Sông Lam"})
    with full.write() as tx:
        tx.run("update setting set value = 'Phú Lộc' where key = 'place'")


def test_a_reader_that_does_not_end_keeps_the_old_file(full, monkeypatch):
    monkeypatch.setattr(duck, "WRITE_WAIT_SECONDS", 0.2)
    before = full.path.stat().st_ino
    with full.read() as tx:
        assert tx.value("select value from setting where key = 'place'") == "Sông Lam"
        with pytest.raises(DatabaseBusy):
            full.compact()
    assert (full.path.stat().st_ino, list((full.path.parent / "backups").glob("compacting*"))) == (before, [])
    full.compact()
    with full.read() as tx:
        assert tx.value("select value from setting where key = 'place'") == "Sông Lam"


def test_a_half_copy_of_an_earlier_crash_is_no_hindrance(full):
    left = full.path.parent / "backups" / "compacting.duckdb"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"half")
    full.compact()
    assert not left.exists()
