"""The list of work, the inbox and the help: what waits, nearest first, said in words."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from pages.home import providers
from pages.home.help_words import ROLES
from pages.home.providers import WorkItem
from recognition.accounts import actions as accounts
from recognition.hall.errors import Unavailable
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.support import people, world
from vietnamese import dates

TODAY = dates.today()


def item(title: str, deadline: date | None = None, **named) -> WorkItem:
    return WorkItem("fact_check", title, "Việc tốt · Chi bộ Trạm Y tế", "Thẩm định", "pages/accounts/own.py", deadline=deadline, **named)


@pytest.fixture
def waiting(monkeypatch):
    """What the areas say that waits."""

    def say(*providers_of_items):
        monkeypatch.setattr(providers, "_found", lambda name, _function: providers_of_items if name == "waiting" else ())

    return say


def test_the_nearest_deadline_stands_first_and_what_has_none_last(waiting):
    items = [item("c"), item("b", TODAY + timedelta(days=9)), item("a", TODAY - timedelta(days=1))]
    waiting(lambda _who: items[:2], lambda _who: items[2:])
    assert providers.gather(None) == ([items[2], items[1], items[0]], [])


def test_one_area_s_mistake_takes_nothing_from_the_others(waiting):
    def broken(_who):
        raise RuntimeError("x")

    def down(_who):
        raise Unavailable()

    kept = item("a")
    waiting(broken, down, lambda _who: [kept])
    items, troubles = providers.gather(None)
    assert items == [kept]
    assert [("Mã lỗi" in t, "Chưa kết nối" in t) for t in troubles] == [(True, False), (False, True)]


def test_every_row_says_why_and_how_near(screen, duck, waiting):
    waiting(
        lambda _who: [
            item("Anh Lê *Văn* Tòng: cứu hai học sinh", TODAY),
            item("Quá hạn", TODAY - timedelta(days=3)),
            item("Còn lâu", TODAY + timedelta(days=30)),
            item("Bỏ phiếu phiên 13", badge="Hội đồng", for_others=True),
        ]
    )
    app = screen(people.administrator())
    assert [one.value for one in app.subheader] == ["Đang chờ anh/chị · 3", "Đang chờ người khác · 1"]
    words = "\n".join(one.value for one in app.markdown)
    assert "Anh Lê \\*Văn\\* Tòng" in words
    for badge in ("Hôm nay", "Trễ 3 ngày", f"Hạn {TODAY + timedelta(days=30):%d/%m}", "Hội đồng"):
        assert badge in words
    app.button[0].click().run()
    assert app.title[0].value == "Tài khoản của tôi"


def test_a_long_list_shows_the_nearest_and_the_rest_after_a_click(screen, duck, waiting):
    waiting(lambda _who: [item(f"Việc {number}") for number in range(35)])
    app = screen(people.administrator())
    assert app.subheader[0].value == "Đang chờ anh/chị · 35"
    assert len([button for button in app.button if button.label == "Thẩm định"]) == 10
    app.button(key="more:mine").click().run()
    assert len([button for button in app.button if button.label == "Thẩm định"]) == 30


@pytest.mark.proves("F13.01")
def test_what_one_was_told_stays_until_it_is_read(screen, duck, waiting):
    waiting()
    who, other = people.administrator(), people.administrator()
    with transaction(None) as t:
        for account in (who.account_id, other.account_id):
            t.run(
                "insert into notice (id, account_id, verb, kind, object_id, sentence, made_at) values ($1, $2, 'return', 'nomination', $3, $4, $5)",
                uuid4(), account, uuid4(), "Phạm Thu Hà trả lại hồ sơ «Cứu người» để sửa: thiếu *ngày*.", dates.now_utc(),
            )
    app = screen(who)
    assert [one.value for one in app.subheader] == ["Đang chờ anh/chị", "Tin mới · 1"]
    assert "thiếu \\*ngày\\*" in "\n".join(one.value for one in app.markdown)
    next(button for button in app.button if button.label == "Đã đọc hết").click().run()
    assert [one.value for one in app.subheader] == ["Đang chờ anh/chị"]
    assert (len(accounts.inbox(who)), len(accounts.inbox(other))) == (0, 1)


@pytest.mark.proves("F15.08", "F16.06")
@pytest.mark.parametrize("role", (Role.SECRETARY, Role.NOMINATOR, Role.ADMINISTRATOR, Role.CLERK, Role.LEADER, Role.UNIT_LEADER))
def test_help_begins_with_one_s_own_roles(screen, duck, role):
    who = people.actor(role, unit=world.unit(), issuer=world.issuer())
    app = screen(who, "pages/home/help.py")
    assert app.subheader[0].value == role.label
    assert not app.exception


def test_every_role_that_people_hold_has_its_help():
    assert set(Role) == set(ROLES)
