"""An office with a recorded decision, in a data folder of its own."""

from __future__ import annotations

import pytest

from tests.decisions.conftest import DAY, Office, office  # noqa: F401 - the same office
from tests.support.art import lent

LAYOUT = "dang-uy"


@pytest.fixture(scope="session")
def art(tmp_path_factory):
    """Art that an earlier test has drawn: it takes longer than all the rest."""
    return tmp_path_factory.mktemp("art")


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch, art):
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("GUONG_SANG_PUBLIC_URL", "https://khen.songlam.example")
    with lent(art, tmp_path / "data"):
        yield tmp_path / "data"
