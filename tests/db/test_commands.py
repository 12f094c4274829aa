"""`python -m db`: every verb, its words and its exit code, also through the running program."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import db
from db import __main__ as command_line
from db import blobs, chain, control, tables
from db.folder import DataFolder
from tests.conftest import need_postgres
from tests.support import databases

OK, PROBLEM, REFUSED = 0, 1, 2


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An installation with three entries and a paper, chosen by the environment."""
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = DataFolder.from_environment()
    found.prepare()
    with databases.fresh(found.root) as database, database.write() as tx:
        blobs.put(found.files, b"paper")
        tx.run("insert into setting (key, value, version) values ('place', 'Sông Lam', 1)")
        for n in range(3):
            chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={"n": n})
    return found


@pytest.fixture
def run(capsys):
    """Run one command here; its exit code and what it said."""

    def running(*words: object) -> tuple[int, str]:
        capsys.readouterr()
        try:
            code = command_line.main([str(word) for word in words])
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return code, said.out + said.err

    return running


@pytest.mark.parametrize(
    "words", [[], ["init"], ["migrate"], ["verify"], ["backup"], ["restore"], ["move"], ["compact"]]
)
def test_every_verb_explains_itself(run, words):
    code, said = run(*words, "--help")
    assert (code, said.startswith("Cách dùng: python -m db")) == (OK, True)
    assert "Mã kết thúc: 0" in said


@pytest.mark.parametrize("words", [[], ["grow"], ["restore"], ["move"], ["verify", "--fast"]])
def test_a_wrong_command_is_refused(run, words):
    code, said = run(*words)
    assert code == REFUSED
    assert "--help" in said


def test_init_makes_an_empty_database_once(run, tmp_path):
    code, said = run("init", "--data", tmp_path / "new")
    assert (code, "Đã tạo cơ sở dữ liệu trống" in said) == (OK, True)
    assert run("verify", "--data", tmp_path / "new")[0] == OK
    code, said = run("init", "--data", tmp_path / "new")
    assert (code, "đã có cơ sở dữ liệu" in said) == (REFUSED, True)


@pytest.mark.parametrize("verb", ["migrate", "verify", "backup"])
def test_without_a_database_nothing_is_made(run, tmp_path, verb):
    code, said = run(verb, "--data", tmp_path / "none")
    assert (code, "Chưa có cơ sở dữ liệu" in said) == (REFUSED, True)
    assert not (tmp_path / "none").exists()


def test_migrate_says_that_nothing_is_needed(run, folder):
    assert run("migrate") == (OK, f"Cơ sở dữ liệu đang ở phiên bản {newest()}, không cần nâng cấp.\n")


def newest() -> int:
    return max(step.number for step in db.schema.steps("duckdb"))


def test_verify_says_what_it_checked(run, folder):
    code, said = run("verify")
    assert (code, said.splitlines()[-1]) == (OK, "Mọi kiểm tra đều đạt.")
    assert "Nhật ký có 3 mục" in said


def test_verify_names_the_first_bad_entry(run, folder):
    with folder.open() as database, database.write() as tx:
        tx.run("update audit set verb = 'accept' where seq = 2")
    code, said = run("verify")
    assert code == PROBLEM
    assert "SAI: Mục nhật ký số 2 đã bị sửa." in said


def test_verify_finds_a_spoiled_and_a_missing_paper(run, folder):
    paper = next(blobs.every(folder.files))
    paper.chmod(0o600)
    paper.write_bytes(b"other")
    code, said = run("verify")
    assert (code, "Tệp minh chứng bị hỏng" in said) == (PROBLEM, True)


def test_an_older_file_is_noticed_and_may_be_accepted(run, folder):
    old = folder.database_file.read_bytes()
    with folder.open() as database, database.write() as tx:
        chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=None, content={})
    folder.database_file.write_bytes(old)
    for verb in ("migrate", "backup"):
        code, said = run(verb)
        assert (code, "1 việc từng báo thành công nay không còn" in said) == (PROBLEM, True)
    assert run("verify")[0] == PROBLEM
    assert run("verify", "--accept")[0] == OK
    assert run("verify")[0] == OK
    assert run("backup")[0] == OK


def test_a_broken_log_cannot_be_accepted(run, folder):
    with folder.open() as database, database.write() as tx:
        tx.run("update audit set verb = 'accept' where seq = 2")
    code, said = run("verify", "--accept")
    assert (code, "Chưa chấp nhận: nhật ký sai từ mục số 2." in said) == (PROBLEM, True)


def test_verify_asks_for_the_upgrade_first(run, tmp_path):
    older = DataFolder(tmp_path / "older")
    with older.open() as database:
        db.migrate(database, upto=1)
    code, said = run("verify", "--data", older.root)
    assert (code, "«python -m db migrate» trước" in said) == (PROBLEM, True)
    code, said = run("migrate", "--data", older.root)
    assert (code, f"Đã chạy bước nâng cấp số {newest():04d}." in said) == (OK, True)
    assert run("verify", "--data", older.root)[0] == OK


def test_marks_of_another_database_are_named(run, folder):
    mark = folder.root / "anchors" / "guong-sang.log"
    mark.write_text(mark.read_text().replace("-", "0", 1))
    code, said = run("verify")
    assert (code, "Tệp mốc bên ngoài thuộc về một cơ sở dữ liệu khác." in said) == (PROBLEM, True)


@pytest.mark.proves("F15.06")
def test_backup_then_restore_elsewhere(run, folder, tmp_path):
    code, said = run("backup", "--to", tmp_path / "one.zip")
    assert (code, "Đã mở thử bản sao lưu và kiểm tra: dùng được." in said) == (OK, True)
    assert run("backup", "--to", tmp_path / "one.zip")[0] == REFUSED
    code, said = run("restore", tmp_path / "one.zip", "--data", tmp_path / "other")
    assert (code, said.splitlines()[-1]) == (OK, "Mọi kiểm tra đều đạt.")
    other = DataFolder(tmp_path / "other")
    assert [path.name for path in blobs.every(other.files)] == [path.name for path in blobs.every(folder.files)]
    with other.open() as there, folder.open() as here, there.read() as a, here.read() as b:
        assert tables.fingerprints(a) == tables.fingerprints(b)


def test_restore_never_overwrites(run, folder, tmp_path):
    run("backup", "--to", tmp_path / "one.zip")
    code, said = run("restore", tmp_path / "one.zip")
    assert (code, "Nơi phục hồi đã có dữ liệu" in said) == (REFUSED, True)


@pytest.mark.postgres
@pytest.mark.proves("F15.06")
def test_move_to_a_server_and_back(run, folder, tmp_path):
    need_postgres()
    with databases.postgres_url(migrated=False) as url:
        code, said = run("move", "--to", url)
        assert (code, "nơi mới khớp hoàn toàn" in said) == (OK, True)
        assert run("verify", "--database", url)[0] == OK
        assert run("move", "--to", url)[0] == REFUSED
        code, said = run("move", "--to", tmp_path / "back" / "guong-sang.duckdb", "--database", url)
        assert (code, "nơi mới khớp hoàn toàn" in said) == (OK, True)
    back = DataFolder(tmp_path / "back")
    with back.open() as there, folder.open() as here, there.read() as a, here.read() as b:
        assert tables.fingerprints(a) == tables.fingerprints(b)
    assert len(list(blobs.every(back.files))) == 1
    assert list(folder.backups.iterdir()) == []


@pytest.mark.postgres
def test_a_server_that_is_down_is_one_sentence(run, folder):
    code, said = run("verify", "--database", "postgresql://postgres@127.0.0.1:1/none")
    assert code == REFUSED
    assert said.splitlines() == [
        "Chưa kết nối được máy chủ cơ sở dữ liệu. Dữ liệu đã lưu vẫn còn nguyên; anh/chị đợi một phút rồi thử lại."
    ]


def test_after_compacting_an_erased_content_is_nowhere(run, folder):
    with folder.open() as database:
        with database.write() as tx:
            chain.append(tx, actor=None, verb="submit", kind="person", object_id=None, content={"tên": "Marker-4711"})
        database.checkpoint()
        assert b"Marker-4711" in folder.database_file.read_bytes()
        with database.write() as tx:
            tx.run("delete from audit_content where seq = 4")
        database.checkpoint()
        assert b"Marker-4711" in folder.database_file.read_bytes()
    code, said = run("compact")
    assert (code, "không còn trên ổ đĩa" in said) == (OK, True)
    assert [path for path in folder.root.rglob("*") if path.is_file() and b"Marker-4711" in path.read_bytes()] == []
    assert list(folder.backups.iterdir()) == []
    assert run("verify")[0] == OK


@pytest.mark.postgres
def test_a_server_is_compacted_too(run, folder):
    need_postgres()
    with databases.postgres_url() as url:
        assert run("compact", "--database", url)[0] == OK
        assert run("compact", "--database", url)[0] == OK


# --- while the program runs ------------------------------------------------------------------------------------------


@pytest.fixture(params=["socket", "port"])
def running(request, folder, monkeypatch):
    """The program, holding the file and listening."""
    if request.param == "port":
        monkeypatch.setattr(control, "_by_port", lambda _: True)
    with folder.open() as database:
        server = control.serve(database, folder, {"greet": greet})
        yield database
        server.close()


def greet(database, folder, options, say):
    say(f"Chào {options['name']}.")
    return PROBLEM


def test_the_running_program_does_it(run, running, tmp_path):
    code, said = run("verify")
    assert (code, said.splitlines()[-1]) == (OK, "Mọi kiểm tra đều đạt.")
    code, said = run("backup", "--to", tmp_path / "x.zip")
    assert (code, f"Bản sao lưu: {tmp_path / 'x.zip'}" in said) == (OK, True)
    assert run("migrate")[0] == OK


def test_what_needs_a_stopped_program_is_refused(run, running, tmp_path):
    (tmp_path / "one.zip").touch()
    code, said = run("restore", tmp_path / "one.zip")
    assert (code, "dừng chương trình" in said) == (REFUSED, True)


def test_the_program_may_add_commands(running, folder):
    said: list[str] = []
    assert control.ask(folder, "greet", {"name": "chị Hoa"}, said.append) == PROBLEM
    assert said == ["Chào chị Hoa."]
    assert control.ask(folder, "greet", {}, said.append) == PROBLEM


def test_only_this_user_may_ask(running, folder):
    shown = [folder.root / name for name in (control.SOCKET, control.TOKEN) if (folder.root / name).exists()]
    assert [stat.S_IMODE(path.stat().st_mode) for path in shown] == [0o600]
    if shown[0].name == control.TOKEN:
        facts = json.loads(shown[0].read_text())
        shown[0].write_text(json.dumps({**facts, "token": "guessed"}))
        said: list[str] = []
        assert control.ask(folder, "verify", {}, said.append) == REFUSED
        assert said == ["Yêu cầu không hợp lệ."]


@pytest.mark.parametrize("noise", [b"", b"\n", b"[]\n", b"{}\n", b"\xff\n", b"x" * 200_000])
def test_noise_does_not_stop_the_program(running, folder, noise):
    asked = control._connect(folder.root)
    with asked:
        try:
            asked.sendall(noise)
            asked.shutdown(1)
            asked.recv(1000)
        except OSError:
            pass
    assert control.ask(folder, "migrate", {}, lambda _: None) == OK


@pytest.mark.skipif(
    not hasattr(socket, "AF_UNIX"), reason="this system has no Unix sockets; the port is tested instead"
)
def test_a_socket_left_by_a_killed_program_is_no_obstacle(run, folder):
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(folder.root / control.SOCKET))
    assert run("verify")[0] == OK
    with folder.open() as database:
        control.serve(database, folder).close()


def test_a_file_held_by_a_stranger_names_the_process(run, folder):
    holding = "import db, sys, time; d = db.open(sys.argv[1]); print('held', flush=True); time.sleep(60)"
    root = Path(__file__).parents[2]
    stranger = subprocess.Popen([sys.executable, "-c", holding, folder.database_file], cwd=root, stdout=subprocess.PIPE)
    try:
        assert stranger.stdout is not None
        assert stranger.stdout.readline() == b"held\n"
        code, said = run("verify")
        assert (code, f"tiến trình số {stranger.pid}" in said) == (REFUSED, True)
    finally:
        stranger.kill()
        stranger.wait()


def test_it_runs_as_a_module(folder):
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "db", "verify"], cwd=root, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.decode().splitlines()[-1]) == (OK, "Mọi kiểm tra đều đạt.")
