"""Fixtures that every room may use."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent.parent))

import db
from tests.support import databases
from tests.support.rings import pytest_addoption, pytest_collection_modifyitems, pytest_terminal_summary

__all__ = ["pytest_addoption", "pytest_collection_modifyitems", "pytest_terminal_summary"]

#: The first two rings say the same in every run; the night looks for what nobody thought of.
settings.register_profile("house", derandomize=True)
settings.register_profile("night")
settings.load_profile("night" if os.environ.get("GUONG_SANG_RING") == "night" else "house")

ENGINES = ("duckdb", pytest.param("postgres", marks=pytest.mark.postgres))


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[db.Database]:
    """An empty migrated database, once on each engine; also the process's current one while the test runs."""
    if request.param == "duckdb":
        yield from _current(databases.fresh(tmp_path))
        return
    need_postgres()
    with databases.postgres_url() as url:
        yield from _current(db.open(url, anchors=tmp_path / "anchors" / "guong-sang.log"))


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test writes keys or files into the checkout's own data folder."""
    folder = tmp_path_factory.getbasetemp() / "data"
    monkeypatch.setenv("GUONG_SANG_DATA", str(folder))
    return folder


def _current(opened: db.Database) -> Iterator[db.Database]:
    with opened:
        db.use(opened)
        yield opened
        db.use(None)


def need_postgres() -> None:
    """Skip without a server, saying how to get one; in CI that is a failure."""
    if databases.postgres_server() is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(databases.HOW_TO_GET_POSTGRES)
