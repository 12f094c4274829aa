"""First start over HTTP: the code, the form, the sample."""

import stat
import time

import pytest

from recognition.accounts import actions as accounts
from recognition.hall.words import Role
from tests.support import people
from tests.web.conftest import PASSWORD, post
from web import set_up

FORM = {
    "superior": "Đảng bộ tỉnh Sông Lam", "organ": "Đảng uỷ các cơ quan Đảng tỉnh", "awarding_line": "Ban Thường vụ Đảng uỷ", "short_sign": "ĐUCCQ",
    "place": "Sông Lam", "track": "party", "signer": "Lê Quang Vinh", "signer_post": "BÍ THƯ", "name": "Phạm Thu Hà", "user_name": "ha.phamthu",
    "password": PASSWORD, "again": PASSWORD,
}


@pytest.fixture(autouse=True)
def _fresh_tries(monkeypatch):
    monkeypatch.setattr(set_up, "_tries", set_up.Rate(10))


def test_the_code_is_on_the_console_and_in_a_file_for_its_owner_only(client, house, capsys):
    client.get("/thiet-lap")
    path = house.settings.data / "ma-thiet-lap.txt"
    assert path.read_text().strip() == house.set_up_code
    assert house.set_up_code in capsys.readouterr().out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert house.set_up_code not in client.get("/thiet-lap").text


def test_set_up_signs_in_and_cannot_be_done_again(client, house):
    client.get("/thiet-lap")
    answer = post(client, "/thiet-lap", code=house.set_up_code.lower(), **FORM)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert client.get("/ho-so").status_code == 200
    assert not (house.settings.data / "ma-thiet-lap.txt").exists()
    assert client.get("/thiet-lap").headers["location"] == "/dang-nhap"
    assert post(client, "/thiet-lap", page="/dang-nhap", code="", **FORM).headers["location"] == "/dang-nhap"


@pytest.mark.parametrize("code", ("", "SAI-SAI", "' or ''='"))
def test_without_the_code_nobody_becomes_administrator(client, house, code):
    answer = post(client, "/thiet-lap", code=code, **FORM)
    assert (answer.status_code, "Mã thiết lập chưa đúng" in answer.text) == (422, True)
    assert accounts.needs_set_up() is True


def test_the_code_cannot_be_guessed_by_trying(client, house):
    seen = [post(client, "/thiet-lap", code="AAAA-AAAA", **FORM).text for _ in range(11)]
    assert "đợi một phút" in seen[-1]
    assert "đợi một phút" in post(client, "/thiet-lap", code=house.set_up_code, **FORM).text


@pytest.mark.proves("F16.01")
def test_set_up_asks_for_the_address_in_qr_codes_and_keeps_a_right_one(client, house, monkeypatch):
    monkeypatch.delenv("GUONG_SANG_PUBLIC_URL", raising=False)
    assert 'name="public_url"' in client.get("/thiet-lap").text
    answer = post(client, "/thiet-lap", code=house.set_up_code, **(FORM | {"public_url": "khen.songlam.vn"}))
    assert (answer.status_code, "Địa chỉ bắt đầu bằng https://" in answer.text, accounts.needs_set_up()) == (422, True, True)
    assert 'value="khen.songlam.vn"' in answer.text
    assert post(client, "/thiet-lap", code=house.set_up_code, **(FORM | {"public_url": "https://khen.songlam.vn/"})).status_code == 303
    assert accounts.address() == "https://khen.songlam.vn"


def test_a_wrong_form_keeps_what_was_typed_but_never_a_password(client, house):
    client.get("/thiet-lap")
    answer = post(client, "/thiet-lap", code=house.set_up_code, **(FORM | {"short_sign": "", "place": "", "again": "khác"}))
    assert answer.status_code == 422
    for sentence in ("Anh/chị chưa nhập ký hiệu.", "Anh/chị chưa nhập địa danh.", "Hai lần nhập chưa giống nhau."):
        assert sentence in answer.text
    assert 'value="Phạm Thu Hà"' in answer.text
    assert PASSWORD not in answer.text
    assert accounts.needs_set_up() is True


@pytest.mark.proves("F15.07")
def test_the_sample_is_built_beside_entered_and_left_without_a_trace(client, house, monkeypatch):
    told = []

    def build(report):
        report(0.5, "Đang dựng đơn vị")
        told.append(house.progress.share)
        people.actor(Role.ADMINISTRATOR, name="Vũ Thị Ước")

    def builder():
        def run(report):
            accounts.mark_sample()
            build(report)

        return run

    monkeypatch.setattr(set_up, "sample_builder", builder)
    client.get("/thiet-lap")
    assert post(client, "/thiet-lap", code=house.set_up_code, do="sample").headers["location"] == "/thiet-lap"
    deadline = time.monotonic() + 20
    while house.progress.running and time.monotonic() < deadline:
        assert client.get("/thiet-lap").status_code in (200, 303)
    assert (house.sample, told, house.progress.sentence) == (True, [0.5], "Xong")
    page = client.get("/dang-nhap")
    assert "MẪU" in page.text
    account = accounts.sample_people()[0].account_id
    assert post(client, "/dang-nhap/mau", page="/dang-nhap", account=str(account)).status_code == 303
    assert post(client, "/thiet-lap/thoi-mau").status_code == 303
    assert (house.sample, house.sample_folder.exists()) == (False, False)
    assert client.get("/").headers["location"] == "/thiet-lap"


def test_a_sample_that_fails_leaves_set_up_as_it_was(client, house, monkeypatch):
    def builder():
        def run(_report):
            raise OSError("đĩa đầy")

        return run

    monkeypatch.setattr(set_up, "sample_builder", builder)
    client.get("/thiet-lap")
    post(client, "/thiet-lap", code=house.set_up_code, do="sample")
    deadline = time.monotonic() + 20
    while house.progress.running and time.monotonic() < deadline:
        time.sleep(0.01)
    assert (house.sample, house.sample_folder.exists()) == (False, False)
    assert "Chưa dựng được dữ liệu mẫu" in client.get("/thiet-lap").text


def test_only_an_administrator_of_the_sample_ends_it(client, house, ha):
    house.sample = True
    assert post(client, "/thiet-lap/thoi-mau", page="/dang-nhap").status_code == 401
    assert house.sample is True


def test_a_wrong_code_still_says_where_the_right_one_lies(client, house):
    answer = post(client, "/thiet-lap", code="SAI", do="sample")
    assert ("Mã thiết lập chưa đúng." in answer.text, "ma-thiet-lap.txt" in answer.text) == (True, True)
