"""An office with a recorded decision, in a data folder of its own."""

from __future__ import annotations

import pytest

from tests.decisions.conftest import DAY, Office, office  # noqa: F401 - the same office

LAYOUT = "dang-uy"


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("GUONG_SANG_PUBLIC_URL", "https://khen.songlam.example")
    return tmp_path / "data"
