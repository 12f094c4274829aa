"""The server takes every file that the one table of limits allows, and from one sign-in no more than it says for an hour."""

from __future__ import annotations

import tomllib

import pytest

from intake import LIMITS
from intake.limits import MB
from tests.web.conftest import BASE
from web import uploads
from web.settings import ROOT

FILE = "/_stcore/upload_file/a/b"


@pytest.mark.proves("F04.03")
def test_a_phones_photo_of_the_largest_size_passes_the_server():
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        allowed = tomllib.load(file)["server"]["maxUploadSize"]
    assert allowed * MB >= max(LIMITS.evidence_bytes, LIMITS.list_bytes)


def test_one_sign_in_uploads_so_many_bytes_an_hour_and_no_other_is_held_back():
    now = [0.0]
    allowance = uploads.Allowance(100, clock=lambda: now[0])
    assert [allowance.admits("ha", 60), allowance.admits("ha", 41), allowance.admits("ha", 40), allowance.admits("lan", 100)] == [True, False, True, True]
    now[0] = 3_599
    assert not allowance.admits("ha", 1)
    now[0] = 3_600
    assert allowance.admits("ha", 100)


def test_the_gate_counts_what_is_uploaded(inside, ha, monkeypatch):
    monkeypatch.setattr(uploads.Allowance, "admits", lambda _self, _session, size: size <= 3)
    assert inside.put(BASE + FILE, content=b"abc", headers={"origin": BASE}).status_code == 200
    refused = inside.put(BASE + FILE, content=b"abcd", headers={"origin": BASE})
    assert (refused.status_code, refused.json()["error"].startswith("Trong một giờ")) == (429, True)
    assert inside.get(BASE + FILE).status_code == 200


def test_an_upload_that_hides_its_length_is_refused(inside, ha):
    assert inside.put(BASE + FILE, content=iter([b"abc"]), headers={"origin": BASE}).status_code == 411
