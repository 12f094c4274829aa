"""The real server over a database that it cannot use: one sentence in the browser, nothing changed on the disk."""

from __future__ import annotations

import hashlib
from pathlib import Path

import httpx
import pytest

from tests.support import databases
from tests.support import server as servers

pytestmark = pytest.mark.prove


def corrupt(path: Path) -> None:
    path.write_bytes(b"day khong phai tep co so du lieu" * 500)


def newer(path: Path) -> None:
    with databases.fresh(path.parent) as opened, opened.write_without_log() as tx:
        tx.run("insert into schema_migration (number, name, checksum, applied_at) values (9999, 'future', 'x', timestamp '2030-01-01')")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    ((corrupt, "bị hỏng hoặc không phải tệp của chương trình này"), (newer, "do một phiên bản mới hơn của chương trình tạo ra")),
)
def test_an_unusable_database_is_said_in_one_sentence_and_left_as_it_is(tmp_path, spoil, sentence):
    data = tmp_path / "data"
    data.mkdir()
    file = data / "guong-sang.duckdb"
    spoil(file)
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    with servers.running(data) as server:
        health, page = httpx.get(f"{server.url}/health"), httpx.get(f"{server.url}/dang-nhap")
    assert (health.status_code, page.status_code) == (503, 503)
    assert sentence in health.json()["sentence"]
    assert sentence in page.text
    assert "Traceback" not in page.text + server.output.read_text(encoding="utf-8")
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_a_file_that_another_program_holds_is_said_with_its_number(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    with databases.fresh(data), servers.running(data) as server:
        page = httpx.get(f"{server.url}/")
    assert page.status_code == 503
    assert "đang được một chương trình khác giữ (tiến trình số" in page.text


def test_a_second_server_on_the_same_folder_does_not_disturb_the_first(tmp_path):
    data = tmp_path / "data"
    with servers.running(data) as first:
        with servers.running(data) as second:
            assert httpx.get(f"{second.url}/health").status_code == 503
        assert httpx.get(f"{first.url}/health").json()["status"] == "ok"


def test_an_open_address_without_tls_is_refused_before_anything_is_opened(tmp_path):
    with pytest.raises(AssertionError, match="mở cho máy khác mà không có mã hoá"):
        servers.start(tmp_path / "data", GUONG_SANG_HOST="0.0.0.0")  # noqa: S104 - what must be refused
    assert list((tmp_path / "data").iterdir()) == []


