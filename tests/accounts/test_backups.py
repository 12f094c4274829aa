"""Backups from within the app."""

import zipfile

import pytest

from recognition.accounts import actions
from recognition.hall.errors import NotAllowed, NotFound
from recognition.hall.words import Role
from tests.support import people, world


@pytest.mark.proves("F15.06")
def test_an_administrator_makes_a_backup_that_was_opened_and_fetches_it(database, tmp_path, monkeypatch):
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path))
    world.unit("Chi bộ Trạm Y tế")
    admin, said = people.administrator(), []
    (tmp_path / "backups").mkdir(exist_ok=True)
    made = actions.back_up(admin, said.append)
    assert actions.backups(admin) == [made]
    assert "Đang mở thử bản sao lưu." in said
    with zipfile.ZipFile(actions.backup_file(admin, made.name)) as box:
        assert "Chi bộ Trạm Y tế" in box.read("tables/unit_name.jsonl").decode()


@pytest.mark.proves("F15.06", "F15.01")
def test_nobody_else_makes_or_fetches_one_and_no_other_file_is_given(database, tmp_path, monkeypatch):
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path))
    secretary = people.actor(Role.SECRETARY, issuer=world.issuer())
    for call in (lambda: actions.back_up(secretary, print), lambda: actions.backups(secretary), lambda: actions.backup_file(secretary, "x")):
        with pytest.raises(NotAllowed):
            call()
    for name in ("../keys/person-key", "guong-sang-x.zip", ""):
        with pytest.raises(NotFound):
            actions.backup_file(people.administrator(), name)
