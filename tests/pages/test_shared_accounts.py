"""The administrator's screens of accounts, and one's own."""

import pytest

from recognition.accounts import actions as accounts
from recognition.hall.words import Role
from tests.support import people, world


def press(app, label: str):
    next(button for button in app.button if button.label == label).click().run()


def words(app) -> str:
    return "\n".join(str(element.proto.body) for element in app.main if element.type == "html") + "\n".join(one.value for one in app.markdown)


def test_a_new_account_shows_its_code_once(screen, duck):
    app = screen(people.administrator(), "pages/accounts/list.py")
    press(app, "Lập tài khoản")
    app.text_input(key="new-account:name").set_value("Đỗ Thị Thanh").run()
    assert app.text_input(key="new-account:user").value == "thanh.dothi"
    app.button(key="_yes:new-account").click().run()
    assert not app.exception
    assert "Mã dùng một lần" in words(app)
    assert "thanh.dothi" in words(app)
    press(app, "Cất đi")
    assert "Mã dùng một lần" not in words(app)


def test_a_wrong_field_of_a_new_account_is_said_in_the_dialog(screen, duck):
    app = screen(people.administrator(), "pages/accounts/list.py")
    press(app, "Lập tài khoản")
    app.text_input(key="new-account:user").set_value("Không Đúng").run()
    app.button(key="_yes:new-account").click().run()
    text = words(app)
    assert "Anh/chị nhập họ và tên" in text
    assert "chữ thường không dấu" in text


def test_a_role_is_given_on_the_account_s_page_and_ended_after_a_question(screen, duck):
    admin, unit = people.administrator(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
    account = people.account("Đỗ Thị Thanh")
    app = screen(admin, "pages/accounts/one.py", id=account)
    assert app.title[0].value == "Đỗ Thị Thanh"
    app.selectbox(key="grant:role").select(Role.NOMINATOR).run()
    press(app, "Giao vai trò")
    assert "Anh/chị chọn đơn vị" in words(app)
    app.selectbox(key="grant:unit").select(unit).run()
    press(app, "Giao vai trò")
    assert accounts.actor_for(account).roles == {Role.NOMINATOR}
    press(app, "Thôi vai trò…")
    role = accounts.get(admin, account).roles[0]
    app.button(key=f"_yes:end:{role.id}").click().run()
    assert accounts.actor_for(account).roles == frozenset()


def test_closing_and_opening_an_account(screen, duck):
    admin, account = people.administrator(), people.account("Đỗ Thị Thanh")
    app = screen(admin, "pages/accounts/one.py", id=account)
    press(app, "Khoá tài khoản…")
    app.button(key="_yes:close").click().run()
    assert accounts.get(admin, account).disabled_at is not None
    press(app, "Mở lại")
    assert accounts.get(admin, account).disabled_at is None
    press(app, "Cấp mã mới…")
    app.button(key="_yes:code").click().run()
    assert "Mã dùng một lần" in words(app)


def test_slips_for_everybody_who_waits(screen, duck):
    admin = people.administrator()
    for number in range(3):
        accounts.create_account(admin, f"nguoi.so{number}", f"Người Thứ {number}")
    waiting = len(accounts.without_password(admin))
    app = screen(admin, "pages/accounts/list.py")
    press(app, f"Cấp mã mới và in {waiting} phiếu…")
    app.button(key="_yes:slips").click().run()
    assert not app.exception
    assert app.get("download_button")[0].label == f"Tải {waiting} phiếu (Word)"


@pytest.mark.parametrize("file", ("pages/accounts/list.py", "pages/accounts/one.py"))
def test_nobody_else_opens_these_screens(screen, duck, file):
    who = people.actor(Role.SECRETARY, issuer=world.issuer())
    with pytest.raises(ValueError, match=r"list\.py|one\.py"):
        screen(who, file)


def test_one_sees_and_ends_one_s_other_sign_ins(screen, duck):
    who = people.administrator()
    from tests.pages.conftest import session_of

    other = session_of(who)
    app = screen(who, "pages/accounts/own.py")
    assert "Máy này" in words(app)
    app.button(key=f"end:{other}").click().run()
    assert other not in {one.id for one in accounts.my_sign_ins(who)}
