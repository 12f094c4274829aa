"""What waits for the administrator: a new installation's first steps, numbers to compare, a fresh backup."""

from datetime import timedelta

import pytest

from pages.admin import waiting
from recognition.accounts import actions as accounts
from recognition.catalogue import actions as catalogue
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.support import people, world
from vietnamese import dates

pytestmark = pytest.mark.usefixtures("duck")


def titles(who) -> list[str]:
    return [item.title for item in waiting.items(who)]


def test_a_new_installation_says_what_it_lacks_and_what_to_do_first():
    with transaction(None) as t:
        catalogue.seed_catalogue(t)
    who = people.administrator()
    first, second, third, rules, last = titles(who)
    assert (first, second, third, last) == ("Khai báo các đơn vị", "Lập tài khoản cho mọi người", "Đặt địa chỉ tra cứu giấy khen", "Sao lưu dữ liệu")
    assert rules.endswith("con số của quy định chưa đối chiếu với văn bản")


@pytest.mark.parametrize(("days", "asked"), ((0, False), (7, False), (8, True)))
def test_what_is_there_is_not_asked_for_and_an_old_backup_is(monkeypatch, days, asked):
    who = people.administrator()
    people.account()
    world.unit()
    accounts.set_public_url(who, "https://khen.songlam.vn")
    made = accounts.Backup("guong-sang-1.zip", 1, dates.now_utc() - timedelta(days=days))
    monkeypatch.setattr(waiting.accounts, "backups", lambda _who: [made])
    assert titles(who) == (["Sao lưu dữ liệu"] if asked else [])


def test_the_sample_needs_no_backup_and_nobody_else_is_told():
    who = people.administrator()
    with transaction(None) as t:
        t.run("insert into setting (key, value, version) values ('installation.sample', '1', 1)")
    assert "Sao lưu dữ liệu" not in titles(who)
    assert titles(people.actor(Role.SECRETARY, issuer=world.issuer())) == []
