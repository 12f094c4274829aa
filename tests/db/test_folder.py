"""Where an installation lies."""

from __future__ import annotations

import stat

import pytest

import db
from db.folder import DataFolder


def test_the_environment_says_where(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert DataFolder.from_environment({}) == DataFolder(tmp_path / "data")
    given = {"GUONG_SANG_DATA": str(tmp_path / "x"), "DATABASE_URL": "postgresql://h/d"}
    assert DataFolder.from_environment(given) == DataFolder(tmp_path / "x", "postgresql://h/d")


def test_everything_lies_in_the_folder_for_this_user_alone(tmp_path):
    folder = DataFolder(tmp_path / "data")
    with folder.open() as database:
        db.migrate(database)
        assert database.path == folder.database_file
        assert database.anchors == folder.root / "anchors" / "guong-sang.log"
    assert sorted(path.name for path in folder.root.iterdir()) == ["anchors", "backups", "files", "guong-sang.duckdb"]
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(db.Unavailable, match="thư mục dữ liệu"):
        DataFolder(tmp_path / "file" / "data").prepare()
