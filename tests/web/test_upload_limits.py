"""The server takes every file that the one table of limits allows."""

from __future__ import annotations

import tomllib

import pytest

from intake import LIMITS
from intake.limits import MB
from web.settings import ROOT


@pytest.mark.proves("F04.03")
def test_a_phones_photo_of_the_largest_size_passes_the_server():
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        allowed = tomllib.load(file)["server"]["maxUploadSize"]
    assert allowed * MB >= max(LIMITS.evidence_bytes, LIMITS.list_bytes)
