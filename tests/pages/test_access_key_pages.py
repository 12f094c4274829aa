"""Keys for other programs on the screens: opened by the administrator, made and shown once, ended after a question."""

import pytest

from pages.shared import frame
from recognition.accounts import actions as accounts
from recognition.accounts import secrets
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.support import people, world

pytestmark = pytest.mark.proves("F12.08")
PASSWORD = "con trâu đi trước cái cày"


def press(app, label: str):
    next(button for button in app.button if button.label == label).click().run()


def words(app) -> str:
    return "\n".join(str(one.proto.body) for one in app.main if one.type == "html") + "\n".join(one.value for one in (*app.markdown, *app.info, *app.success))


@pytest.fixture
def secretary(duck):
    made = people.actor(Role.SECRETARY, issuer=world.issuer())
    with transaction(None) as t:
        t.run("update account set password_hash = $2 where id = $1", made.account_id, secrets.password_hash(PASSWORD))
    return made


def test_the_administrator_opens_and_closes_and_sees_every_key(screen, secretary):
    app = screen(people.administrator(), "pages/admin/interface.py")
    assert "không chương trình nào đọc được gì" in words(app)
    press(app, "Mở kết nối")
    assert accounts.interface_open()
    accounts.make_access_key(secretary, "Kho *dữ liệu*", 30, PASSWORD)
    app.run()
    assert f"{secretary.name} · cấp lúc" in words(app)
    press(app, "Đóng kết nối…")
    app.button(key="_yes:interface_close").click().run()
    assert not accounts.interface_open()
    assert not app.exception


def test_a_key_is_shown_once_and_ended_after_a_question(screen, secretary):
    accounts.set_interface(people.administrator(), True)
    app = screen(secretary, "pages/accounts/keys.py")
    app.text_input(key="access_key:name:0").input("Kho dữ liệu của tỉnh")
    app.text_input(key="access_key:password:0").input("sai mật khẩu rồi")
    press(app, "Cấp khoá")
    assert "Mật khẩu chưa đúng" in words(app)
    assert app.text_input(key="access_key:name:0").value == "Kho dữ liệu của tỉnh"
    app.text_input(key="access_key:password:0").input(PASSWORD)
    press(app, "Cấp khoá")
    (one,) = accounts.my_access_keys(secretary)
    shown = [code.value for code in app.code if code.value.startswith("gs_")]
    assert [accounts.reader(each).account_id for each in shown] == [secretary.account_id]
    assert [app.text_input(key=f"access_key:{field}:1").value for field in ("name", "password")] == ["", ""]  # the next key begins empty
    press(app, "Đã chép, cất đi")
    assert not [code for code in app.code if code.value.startswith("gs_")]
    press(app, "Huỷ khoá…")
    app.button(key=f"_yes:end_key:{one.id}").click().run()
    assert accounts.my_access_keys(secretary) == []
    assert not app.exception


def test_while_it_is_closed_the_page_says_whom_to_ask(screen, secretary):
    app = screen(secretary, "pages/accounts/keys.py")
    assert "Người quản trị chưa mở kết nối" in words(app)
    assert not app.text_input


def test_who_may_make_keys_is_led_there_from_their_account(screen, secretary, monkeypatch):
    shown = []
    monkeypatch.setattr(frame, "link", lambda file, *_, **__: shown.append(file))
    screen(secretary, "pages/accounts/own.py")
    screen(people.actor(Role.NOMINATOR, unit=world.unit()), "pages/accounts/own.py")
    assert [file for file in shown if "/accounts/" in file] == ["pages/accounts/keys.py"]
