"""A pattern of choices that could not occur by chance goes through the real pages; afterwards it lies nowhere on the disk."""

from __future__ import annotations

import base64
import random
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

import db
from db import archive
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.sealing import ballot, wrapping
from recognition.council.sealing.ballot import Definition
from recognition.council.terms import Opinion
from recognition.hall.transaction import transaction
from tests.support import sealed as support
from tests.support.sealed import PHRASES
from tests.web.conftest import new_client
from tests.web.test_booth_pages import enter, press
from web import log

pytestmark = pytest.mark.prove

ITEMS = 36
WINDOW = 12
"""Bytes of the packed ballot, or letters of the form's field: 24 bits and more cannot be there by chance."""


def needles(letters: str) -> list[bytes]:
    """How the choices could have been written: the form's letters, their words, the packed bits; plain, as hex, as base64."""
    about = Definition(UUID(int=1), tuple((UUID(int=n + 2), "") for n in range(ITEMS)), "", False, ())
    words = {"a": Opinion.APPROVE, "r": Opinion.REJECT}
    packed = ballot.encode(
        about, {item: words[letter] for (item, _), letter in zip(about.items, letters, strict=True)}
    )[3:]
    windows = [packed[at : at + 6] for at in range(ITEMS // 4 - 6)]
    found = [letters[at : at + WINDOW * 2].encode() for at in range(ITEMS - WINDOW * 2)]
    found += [
        between.join(words[letter].value for letter in letters[:6]).encode() for between in (",", ", ", '","', '", "')
    ]
    for each in windows:
        found += [each, each.hex().encode(), base64.b64encode(each)]
    return found


def bodies(place: Path) -> Iterator[tuple[str, bytes]]:
    """Every file, and every file inside a packed one."""
    for path in sorted(place.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as packed:
                    yield from ((f"{path.name}/{name}", packed.read(name)) for name in packed.namelist())


def seen(place: Path, wanted: list[bytes]) -> list[str]:
    """Files that hold one of the patterns."""
    return [name for name, body in bodies(place) if any(each in body for each in wanted)]


@pytest.fixture
def scene(house, monkeypatch, tmp_path):
    """An open ballot, the program's own log in its place, and a temporary folder that is scanned too."""
    monkeypatch.setattr(wrapping, "FULL", support.CHEAP)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    log.start(tmp_path)
    hall = support.hall(voters=2, items=ITEMS)
    hall.opened()
    return hall


def vote(house, hall, voter, letters: str):
    """Through every page of the booth, with a wrong turn, an error and a refusal on the way."""
    with new_client(house) as client:
        page = press(client, enter(client, voter.account_id).get(f"/bo-phieu/{hall.id}"), go="enter")
        for letter in letters:
            page = press(client, page, choice=letter, go="next")
        press(client, page, go="to:3")
        press(client, page, ballot=letters[:-1] + "-", go="cast")
        press(client, page, form_token="sai", go="cast")
        return press(client, page, go="cast")


@pytest.mark.proves("F07.04", "N11")
def test_no_choice_lies_in_database_log_files_temporary_files_or_backups(scene, house, tmp_path, monkeypatch):
    dice = random.Random(11)
    chosen = ["".join(dice.choices("ar", k=ITEMS)) for _ in scene.voters]
    with monkeypatch.context() as broken:
        broken.setattr(sealed, "cast_in_order", lambda *_: 1 / 0)  # the unforeseen goes into the log with its traceback
        with new_client(house) as client:
            page = press(client, enter(client, scene.voters[0].account_id).get(f"/bo-phieu/{scene.id}"), go="enter")
            assert press(client, page, ballot=chosen[0], go="cast").status_code == 500
    for voter, letters in zip(scene.voters, chosen, strict=True):
        assert "Đã bỏ phiếu" in vote(house, scene, voter, letters).text
    archive.write(db.current(), tmp_path / "backups" / "giua-chung.zip")
    db.current().copy("before-close")
    wanted = [each for letters in chosen for each in needles(letters)]
    assert (tmp_path / "logs" / "guong-sang.jsonl").stat().st_size > 0
    assert seen(tmp_path, wanted) == []
    scene.counted()
    now = scene.now()
    actions.close(scene.secretary, now.id, now.version, "09:40")
    db.current().checkpoint()
    assert seen(tmp_path, wanted + [phrase.encode() for phrase in PHRASES.values()]) == []


def test_control_a_ballot_kept_in_the_clear_is_found(scene, tmp_path):
    letters = "".join(random.Random(12).choices("ar", k=ITEMS))
    with transaction(None) as t:
        t.run("insert into setting (key, value, version) values ('x', $1, 1)", letters)
    assert seen(tmp_path, needles(letters)) != []


def test_control_a_choice_in_the_log_is_found(scene, house, tmp_path):
    letters = "".join(random.Random(13).choices("ar", k=ITEMS))
    log.trouble(ValueError(f"ballot={letters}"), path="/bo-phieu")
    assert seen(tmp_path, needles(letters)) == ["guong-sang.jsonl"]


def test_control_packed_bits_in_a_file_are_found(tmp_path):
    letters = "".join(random.Random(14).choices("ar", k=ITEMS))
    (tmp_path / "dump").write_bytes(b"x" * 100 + needles(letters)[-3] + b"y" * 100)
    assert seen(tmp_path, needles(letters)) == ["dump"]
