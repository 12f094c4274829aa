"""The plain pages of signing in: cookies, tokens, where they lead, what they say."""

import re

import pytest

from recognition.accounts import actions as accounts
from tests.support import people
from tests.web.conftest import PASSWORD, new_client, post


def cookie(answer, name: str) -> str:
    return next(value for value in answer.headers.get_list("set-cookie") if value.startswith(f"{name}="))


def test_the_right_password_sets_a_cookie_that_scripts_cannot_read(client, ha):
    answer = post(client, "/dang-nhap", user_name="ha.phamthu", password=PASSWORD)
    flags = cookie(answer, "guong-sang").lower()
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert ("httponly" in flags, "samesite=lax" in flags, "path=/" in flags, "secure" in flags, "domain" in flags) == (True, True, True, False, False)


def test_behind_tls_the_cookie_is_bound_to_the_host(house, ha):
    with new_client(house, "https://guongsang.test") as client:
        answer = post(client, "/dang-nhap", user_name="ha.phamthu", password=PASSWORD)
        assert "secure" in cookie(answer, "__Host-guong-sang").lower()
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert client.get("/ho-so").status_code == 200


@pytest.mark.parametrize(
    ("wanted", "place"),
    (
        ("/ho-so?id=1", "/ho-so?id=1"),
        ("//evil.test", "/"),
        ("https://evil.test", "/"),
        ("/\\evil.test", "/"),
        ("javascript:alert(1)", "/"),
        ("/x\r\nset-cookie: a=b", "/"),
        ("ho-so", "/"),
        ("/" + "a" * 600, "/"),
        ("", "/"),
    ),
)
def test_sign_in_leads_back_to_pages_of_ours_only(client, ha, wanted, place):
    client.get("/dang-nhap")
    token = client.cookies["bieu-mau"]
    answer = client.post(
        "/dang-nhap", params={"next": wanted}, data={"form_token": token, "user_name": "ha.phamthu", "password": PASSWORD},
        headers={"origin": "http://guongsang.test:8501"},
    )
    assert answer.headers["location"] == place


def test_a_wrong_password_keeps_the_name_shows_the_sentence_and_no_cookie(client, ha):
    answer = post(client, "/dang-nhap", user_name="ha.phamthu", password="sai rồi sai rồi")
    assert answer.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng.</strong> Còn thử được 4 lần" in answer.text
    assert 'value="ha.phamthu"' in answer.text
    assert "sai rồi" not in answer.text
    assert "guong-sang" not in client.cookies


@pytest.mark.parametrize("fields", ({}, {"user_name": "ha.phamthu"}, {"password": PASSWORD}, {"user_name": " ", "password": PASSWORD}))
def test_an_empty_form_says_what_is_missing(client, ha, fields):
    assert "Anh/chị nhập tên đăng nhập và mật khẩu." in post(client, "/dang-nhap", **fields).text


@pytest.mark.parametrize("token", ("", "khac", None))
def test_a_form_without_its_token_is_refused(client, ha, token):
    client.get("/dang-nhap")
    data = {"user_name": "ha.phamthu", "password": PASSWORD} | ({} if token is None else {"form_token": token})
    answer = client.post("/dang-nhap", data=data, headers={"origin": "http://guongsang.test:8501"})
    assert answer.status_code == 403
    assert "Anh/chị tải lại trang rồi gửi lại" in answer.text


def test_what_was_typed_comes_back_escaped(client, ha):
    answer = post(client, "/dang-nhap", user_name='"><script>alert(1)</script>', password="gì cũng được")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_signing_out_ends_it_on_the_server_and_clears_the_browser(inside):
    token = inside.cookies["guong-sang"]
    answer = inside.post("/dang-xuat", headers={"origin": "http://guongsang.test:8501"})
    assert answer.headers["location"] == "/dang-nhap?vi=da-thoat"
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert accounts.live(token) is None
    assert "Anh/chị đã đăng xuất." in inside.get(answer.headers["location"]).text


def test_signing_out_twice_and_by_get_does_no_harm(inside):
    assert inside.get("/dang-xuat").status_code == 405
    for _ in range(2):
        assert inside.post("/dang-xuat", headers={"origin": "http://guongsang.test:8501"}).status_code == 303


def test_a_first_code_leads_to_a_password_and_in(client, ha):
    slip = accounts.create_account(accounts.actor_for(ha), "thanh.dothi", "Đỗ Thị Thanh")
    post(client, "/ma-mot-lan", user_name="thanh.dothi", one_time=slip.code)
    first = client.cookies["guong-sang"]
    refused = post(client, "/doi-mat-khau", new="ngắn", again="ngắn")
    assert (refused.status_code, "ít nhất 12 ký tự" in refused.text) == (422, True)
    answer = post(client, "/doi-mat-khau", new=PASSWORD, again=PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert client.cookies["guong-sang"] != first
    assert accounts.live(first) is None
    assert client.get("/ho-so").status_code == 200


def test_changing_a_password_asks_for_the_old_one(inside):
    answer = post(inside, "/doi-mat-khau", old="sai rồi sai rồi", new="đò đưa sông cái mùa lũ", again="đò đưa sông cái mùa lũ")
    assert (answer.status_code, "Mật khẩu hiện tại chưa đúng." in answer.text) == (422, True)


def test_typing_keeps_a_sign_in_open(inside, house):
    assert inside.post("/nhip", headers={"origin": "http://guongsang.test:8501"}).status_code == 204
    with new_client(house) as stranger:
        assert stranger.post("/nhip", headers={"origin": "http://guongsang.test:8501"}).status_code == 401


def test_no_page_has_a_script_or_an_inline_style(inside):
    for path in ("/dang-nhap", "/ma-mot-lan", "/doi-mat-khau", "/xac-thuc", "/guong-sang", "/V/SAI"):
        text = inside.get(path).text
        assert re.findall(r"<script|<style|\son[a-z]+=|\sstyle=|javascript:", text) == []


def test_roles_to_look_through_are_offered_in_the_sample_only(client, house, ha):
    assert "Xem bằng vai" not in client.get("/dang-nhap").text
    house.sample = True
    assert "Xem bằng vai" not in client.get("/dang-nhap").text  # the database itself does not say that it is the sample
    answer = post(client, "/dang-nhap/mau", page="/dang-nhap", account=str(ha))
    assert answer.status_code == 403


def test_an_id_that_is_none_is_no_way_in(client, ha):
    assert post(client, "/dang-nhap/mau", page="/dang-nhap", account="khong-phai-ma").status_code in (403, 404, 422)


def test_a_closed_account_s_page_leads_out(inside, ha):
    other = people.administrator()
    accounts.disable(other, ha, 1)
    assert inside.get("/ho-so").headers["location"].startswith("/dang-nhap")
