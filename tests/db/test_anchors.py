"""Marks outside the database: what is noticed at the next start, and how an administrator goes on."""

from __future__ import annotations

import shutil

import pytest

import db
from db import anchors, chain
from db.errors import ChainBroken, RolledBack
from tests.support import databases


def work(database, times=1):
    for n in range(times):
        with database.write() as tx:
            chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={"n": n})


@pytest.fixture
def kept(tmp_path):
    """A closed database of three entries, and a copy of its file after two."""
    with databases.fresh(tmp_path) as database:
        work(database, 2)
        database.checkpoint()
        shutil.copyfile(database.path, tmp_path / "older")
        work(database)
    return tmp_path / "guong-sang.duckdb"


def marks(path):
    return path.parent / "anchors" / "guong-sang.log"


def test_all_well(kept):
    with db.open(kept) as database, database.read() as tx:
        assert db.verify(tx, marks=database.anchors).marks == 3


def test_an_older_copy_is_refused_and_says_how_much_is_missing(kept):
    shutil.copyfile(kept.parent / "older", kept)
    with pytest.raises(RolledBack) as refused:
        db.open(kept)
    assert refused.value.seq == 3
    assert "chỉ còn đến mục nhật ký số 2" in refused.value.sentence
    assert "1 việc từng báo thành công" in refused.value.sentence


def test_an_emptied_database_is_refused(kept):
    kept.unlink()
    with pytest.raises(RolledBack):
        db.open(kept)


def test_a_missing_last_mark_is_added_at_the_next_start(kept):
    lines = marks(kept).read_text().splitlines(keepends=True)
    marks(kept).write_text("".join(lines[:2]) + lines[2][:50])
    with db.open(kept):
        pass
    assert sorted(anchors.read(marks(kept))) == [1, 2, 3]


def test_another_story_under_the_same_number_is_refused(kept):
    shutil.copyfile(kept.parent / "older", kept)
    with db.open(kept, trusting=True) as database:
        database.anchors = None
        work(database)
    with pytest.raises(ChainBroken) as refused:
        db.open(kept)
    assert refused.value.seq == 3


def test_marks_of_another_database_are_refused(kept, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    with databases.fresh(other) as database, database.write() as tx:
        tx.run("update audit_head set origin = 'another'")
    (other / "anchors").mkdir(exist_ok=True)
    shutil.copyfile(marks(kept), other / "anchors" / "guong-sang.log")
    with pytest.raises(ChainBroken, match="một cơ sở dữ liệu khác"):
        db.open(other / "guong-sang.duckdb")


def test_after_acceptance_the_older_copy_is_the_right_one(kept):
    shutil.copyfile(kept.parent / "older", kept)
    with db.open(kept, trusting=True) as database, database.read() as tx:
        anchors.append(database.anchors, chain.read_head(tx), accepted=True)
    with db.open(kept) as database:
        work(database, 2)
    with db.open(kept) as database, database.read() as tx:
        assert db.verify(tx, marks=database.anchors).ok


def test_a_full_disk_after_commit_is_told(tmp_path):
    with databases.fresh(tmp_path) as database:
        (tmp_path / "anchors").mkdir(exist_ok=True)
        marks(tmp_path / "x").mkdir()
        with pytest.raises(db.Unavailable, match="dấu mốc"):
            work(database)
        marks(tmp_path / "x").rmdir()
        work(database)
        assert sorted(anchors.read(database.anchors)) == [2]
        with database.read() as tx:
            assert db.verify(tx, marks=database.anchors).ok
