"""The frame: who is there, which entries they see, what is refused, what happens after expiry."""

import pytest

from pages.shared import navigation
from recognition.accounts import actions as accounts
from recognition.hall.words import Role
from tests.support import people, world


def html(app) -> str:
    return "\n".join(str(element.proto.body) for element in app.main if element.type == "html") + "\n".join(
        str(element.proto.body) for element in app.sidebar if element.type == "html"
    )


def everything(app) -> str:
    return html(app) + "\n".join(str(getattr(element, "value", "")) for element in app.main)


def test_a_stranger_sees_only_the_way_to_sign_in(screen):
    app = screen(None)
    assert 'data-gs-go="/dang-nhap"' in html(app)
    assert not app.title
    assert not app.exception


def test_an_ended_sign_in_is_led_back_to_where_it_was(screen, duck):
    who = people.administrator()
    app = screen(who)
    assert app.title[0].value == "Việc cần làm"
    for one in accounts.my_sign_ins(who):
        accounts.sign_out(one.id)
    app.run()
    assert 'data-gs-go="/dang-nhap?vi=het-phien" data-gs-back="1"' in html(app)
    assert not app.title


def test_whoever_came_by_a_code_is_led_to_choose_a_password(screen, duck):
    account = people.account("Đỗ Thị Thanh", must_change=True)
    app = screen(accounts.actor_for(account))
    assert 'data-gs-go="/doi-mat-khau"' in html(app)
    assert not app.title


def test_a_role_that_ended_is_gone_at_the_next_click(screen, duck):
    boss, who = people.administrator(), people.administrator()
    app = screen(who, "pages/accounts/list.py")
    assert app.title[0].value == "Tài khoản"
    role = accounts.get(boss, who.account_id).roles[0]
    accounts.end_role(boss, who.account_id, role.id)
    app.run()
    assert all(title.value != "Tài khoản" for title in app.title)


@pytest.mark.parametrize("role", (Role.ADMINISTRATOR, Role.SECRETARY, Role.CLERK, Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER, None))
def test_entries_are_those_whose_verb_the_person_may_do(duck, role):
    who = people.actor(*([role] if role else []), unit=world.unit(), issuer=world.issuer())
    shown = {entry.file for entry in navigation.for_actor(who)}
    assert "pages/home/work.py" in shown
    assert ("pages/accounts/list.py" in shown) is (role is Role.ADMINISTRATOR)


def test_no_two_screens_share_an_address_and_none_needs_encoding():
    paths = [entry.url_path for entry in navigation.ENTRIES]
    assert len(set(paths)) == len(paths)
    assert all(path.isascii() and path == path.lower() and "/" not in path for path in paths)
    assert {entry.section for entry in navigation.ENTRIES} <= set(navigation.SECTIONS)


def test_an_account_without_a_role_is_told_whom_to_ask(screen, duck):
    assert "nhờ người quản trị giao vai trò" in everything(screen(people.nobody()))


def test_name_and_role_and_the_way_out_stand_under_the_menu(screen, duck):
    who = people.actor(Role.SECRETARY, issuer=world.issuer(), name="Phạm <b>Hà")
    text = html(screen(who))
    assert "Phạm &lt;b&gt;Hà" in text
    assert "Thư ký" in text
    assert 'action="/dang-xuat"' in text


def test_a_wrong_id_in_the_address_is_said_kindly(screen, duck):
    app = screen(people.administrator(), "pages/accounts/one.py", id="khong-phai-ma")
    assert "Đường dẫn thiếu mã" in app.info[0].value
    assert 'action="/dang-xuat"' in html(app), "a screen that shows nothing keeps the way out beside it"
    assert not app.exception


def test_what_is_not_there_is_said_kindly(screen, duck):
    from uuid import uuid4

    app = screen(people.administrator(), "pages/accounts/one.py", id=uuid4())
    assert "Không tìm thấy" in app.info[0].value


def test_an_open_network_and_the_sample_are_said_on_every_screen(screen, duck, monkeypatch):
    accounts.mark_sample()
    who = people.administrator()
    assert "MẪU" in html(screen(who))
    assert "CHƯA MÃ HOÁ" not in html(screen(who))
    monkeypatch.setenv("GUONG_SANG_OPEN_NETWORK", "1")
    assert "CHƯA MÃ HOÁ" in html(screen(who))


def broken() -> None:
    from pages.shared.errors import on_script_error
    from recognition.hall.errors import NotFound

    for error in (RuntimeError("bí mật: /etc/passwd"), NotFound()):
        assert on_script_error(error) is True


def test_what_nobody_foresaw_is_a_sentence_with_a_number_and_stands_in_the_log(duck, tmp_path):
    import json

    from streamlit.testing.v1 import AppTest

    from web import log

    log.start(tmp_path)
    app = AppTest.from_function(broken, default_timeout=20).run()
    assert not app.exception
    said = app.error[0].value
    assert "bí mật" not in said
    entry = json.loads((tmp_path / "logs" / "guong-sang.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert entry["reference"] in said
    assert "bí mật" in entry["exception"]
    assert app.error[1].value == "Không tìm thấy nội dung này, hoặc anh/chị không được xem."
