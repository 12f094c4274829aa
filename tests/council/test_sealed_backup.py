"""Copies of a sealed ballot: none of an open urn (backup, upgrade) unless chosen and then without it; none of a destroyed one."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

import db
from db import archive, commands, restoring, schema
from db.errors import MigrationRefused
from db.folder import DataFolder
from recognition.accounts import actions as accounts
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.terms import SessionState
from recognition.hall.errors import NotAllowed
from recognition.hall.transaction import reading, transaction
from tests.support import people
from tests.support import sealed as halls
from vietnamese import dates

SEALED = ("sealed_ballot", "sealed_share", "sealed_roll")


@pytest.fixture
def hall(database, tmp_path, monkeypatch):
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path))
    monkeypatch.setattr(archive, "prove", lambda *_, **__: None)  # this small world has makers without accounts
    with dates.fixed(halls.DAY):
        made = halls.hall(5)
        made.opened()
        sealed.cast(made.voters[0], made.id, made.ballot(made.voters[0], "approve"))
        yield made


def rows(archived: Path) -> dict[str, int]:
    with zipfile.ZipFile(archived) as box:
        return {name: len(box.read(f"tables/{name}.jsonl").splitlines()) for name in SEALED}


def backup(tmp_path: Path, **options: object) -> tuple[int, str, Path]:
    said: list[str] = []
    target = tmp_path / "one.zip"
    code = commands.perform(commands.backup, db.current(), DataFolder(tmp_path), {"to": str(target), **options}, said.append)
    return code, " ".join(said), target


@pytest.mark.proves("N11", "F15.06")
def test_nothing_is_copied_while_a_ballot_is_open_unless_its_urn_stays_out(hall, tmp_path):
    code, said, target = backup(tmp_path)
    assert (code, target.exists()) == (commands.REFUSED, False)
    assert f"Đang bỏ phiếu kín: {hall.now().name}." in said
    code, said, target = backup(tmp_path, without_open_urns=True)
    assert code == commands.OK
    assert "Để ra ngoài thùng phiếu đang mở" in said
    assert rows(target) == dict.fromkeys(SEALED, 0)


def test_a_plain_archive_would_have_held_the_urn(hall, tmp_path):
    """The control: with the defence left out the test above must fail."""
    archive.write(db.current(), tmp_path / "plain.zip")
    assert all(rows(tmp_path / "plain.zip").values())


def test_after_a_restore_without_the_urn_the_session_is_called_off_and_its_cases_wait_again(hall, tmp_path):
    _, _, target = backup(tmp_path, without_open_urns=True)
    before = db.current()
    with db.open(str(tmp_path / "again.duckdb")) as again:
        restoring.restore(target, again)
        db.use(again)
        try:
            session = hall.now()
            assert (session.state, sealed.box(hall.secretary, hall.id).voters) == (SessionState.OPEN, ())
            actions.cancel(hall.secretary, session.id, session.version, "Mất thùng phiếu, bỏ phiếu lại")
            with transaction(None) as t:
                assert {row["state"] for row in t.all("select distinct state from nomination")} == {"shortlisted"}
        finally:
            db.use(before)


def test_a_closed_urn_is_carried_and_said_until_it_is_destroyed(hall, tmp_path):
    hall.counted()
    code, said, target = backup(tmp_path)
    assert code == commands.OK
    assert f"Bản này có phiếu kín đã niêm phong, chưa huỷ, của: {hall.now().name}." in said
    assert rows(target) == {"sealed_ballot": 1, "sealed_share": 3, "sealed_roll": 5}
    hall.finished()
    sealed.destroy(hall.secretary, hall.id)
    target.unlink()
    assert "chưa huỷ" not in backup(tmp_path)[1]


def test_nothing_moves_to_another_database_while_a_ballot_is_open(hall, tmp_path):
    said: list[str] = []
    code = commands.perform(commands.move, db.current(), DataFolder(tmp_path), {"to": str(tmp_path / "new" / "x.duckdb")}, said.append)
    assert code == commands.REFUSED
    assert said[0].endswith("Anh/chị đợi đóng thùng phiếu rồi chuyển.")


@pytest.mark.proves("F15.06")
def test_in_the_app_the_administrator_chooses_too(hall, tmp_path):
    admin = people.administrator()
    assert accounts.open_ballots(admin) == [hall.now().name]
    with pytest.raises(NotAllowed, match="hoặc tích chọn để thùng phiếu ra ngoài"):
        accounts.back_up(admin, lambda _: None)
    (tmp_path / "backups").mkdir(exist_ok=True)
    made = accounts.back_up(admin, lambda _: None, without_open_urns=True)
    assert rows(accounts.backup_file(admin, made.name)) == dict.fromkeys(SEALED, 0)
    manifest = json.loads(zipfile.ZipFile(accounts.backup_file(admin, made.name)).read("manifest.json"))
    assert manifest["tables"]["sealed_ballot"]["rows"] == 0


@pytest.fixture
def next_version(database, tmp_path, monkeypatch):
    """The migrations of a program that is one step further."""
    folder = tmp_path / "next"
    shutil.copytree(schema.FOLDER, folder)
    monkeypatch.setattr(db.current(), "folder", tmp_path)
    (folder / "9001_next.sql").write_text("create table next_version (id bigint primary key)")
    return folder


def copies(tmp_path: Path) -> list[Path]:
    return sorted(tmp_path.rglob("before-9001-*"))


@pytest.mark.proves("N11")
def test_no_upgrade_and_no_copy_while_a_ballot_is_open(hall, tmp_path, next_version):
    number = schema.number(db.current())
    with pytest.raises(MigrationRefused) as refused:
        schema.migrate(db.current(), folder=next_version)
    assert refused.value.sentence == (
        f"Đang bỏ phiếu kín: {hall.now().name}. Nâng cấp lúc này để lại một bản chép thùng phiếu đang mở. "
        "Anh/chị mở lại bằng phiên bản trước của chương trình, đóng thùng phiếu rồi dùng phiên bản này; dữ liệu chưa bị thay đổi gì."
    )
    assert (schema.number(db.current()), copies(tmp_path)) == (number, [])
    sealed.cast(hall.voters[1], hall.id, hall.ballot(hall.voters[1], "reject"))  # the earlier version goes on
    sealed.close_ballot(hall.secretary, hall.id)
    assert schema.migrate(db.current(), folder=next_version) == [9001]


@pytest.mark.proves("N11")
def test_destroying_takes_the_copies_made_before_an_upgrade_along(hall, tmp_path, next_version, database):
    hall.counted()
    schema.migrate(db.current(), folder=next_version)
    (made,) = copies(tmp_path)
    earlier = made.with_name(f"before-0010-20260101T000000{made.suffix}")
    with db.open(str(tmp_path / "earlier" / "x.duckdb")) as other:
        db.migrate(other)
        if made.suffix == ".zip":
            archive.write(other, earlier)
        else:
            other.checkpoint()
            shutil.copy(tmp_path / "earlier" / "x.duckdb", earlier)
    hall.finished()
    sealed.destroy(hall.secretary, hall.id)
    assert (made.exists(), earlier.exists()) == (False, True)  # one that knows nothing of this vote stays
    with reading(None) as t:
        content = t.value("select c.content from audit a join audit_content c on c.seq = a.seq where a.verb = 'destroy_ballots'")
    assert json.loads(content)["after"]["copies"] == [made.name]
