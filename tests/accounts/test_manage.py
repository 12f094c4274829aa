"""What the administrator does with accounts, and what nobody else may."""

import io
from datetime import date, timedelta
from uuid import uuid4

import docx
import pytest

from recognition.accounts import actions
from recognition.accounts.actions import leaving
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.paging import Page
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 11, 26)


@pytest.fixture
def admin(database):
    with dates.fixed(TODAY):
        yield people.actor(Role.ADMINISTRATOR, name="Phạm Thu Hà")


def refused(call, *arguments, **named) -> dict[str, str]:
    with pytest.raises(Invalid) as error:
        call(*arguments, **named)
    return error.value.fields


def test_a_new_account_has_its_role_from_today_and_a_code_for_a_week(admin):
    unit = world.unit("Chi bộ Trạm Y tế Phú Lộc")
    slip = actions.create_account(admin, "thanh.dothi", "  Đỗ  Thị Thanh ", email="thanh@songlam.vn", roles=[(Role.NOMINATOR, unit, None)])
    account = actions.get(admin, slip.account_id)
    assert (account.user_name, account.name, account.email, account.has_password, account.must_change) == (
        "thanh.dothi", "Đỗ Thị Thanh", "thanh@songlam.vn", False, True,
    )
    assert [(g.role, g.unit_id, g.from_date, g.to_date, g.where) for g in account.roles] == [(Role.NOMINATOR, unit, TODAY, None, "Chi bộ Trạm Y tế Phú Lộc")]
    assert (slip.name, slip.user_name, slip.unit, round((slip.expires_at - dates.now_utc()) / timedelta(days=1), 2)) == ("Đỗ Thị Thanh", "thanh.dothi", "Chi bộ Trạm Y tế Phú Lộc", 7)


@pytest.mark.parametrize(
    ("user_name", "name", "email", "fields"),
    (
        ("", "", "", {"user_name", "name"}),
        ("Thanh Đỗ", "Đỗ Thị Thanh", "", {"user_name"}),
        ("thanh.dothi", "x" * 20_000, "", {"name"}),
        ("thanh.dothi", "Đỗ Thị Thanh", "không phải thư", {"email"}),
        ("thanh.dothi", " \u200b ", "", {"name"}),
    ),
)
def test_every_wrong_field_of_a_new_account_gets_its_sentence(admin, user_name, name, email, fields):
    assert set(refused(actions.create_account, admin, user_name, name, email=email)) == fields
    assert actions.find(admin).total == 1


def test_a_taken_user_name_is_refused_with_a_free_one(admin):
    actions.create_account(admin, "ha.phamthu", "Phạm Thu Hà")
    assert "ha.phamthu2" in refused(actions.create_account, admin, "ha.phamthu", "Phạm Thu Hà")["user_name"]
    assert actions.suggest_user_name(admin, "Phạm Thu Hà") == "ha.phamthu2"


def test_a_wrong_role_leaves_no_account_behind(admin):
    assert set(refused(actions.create_account, admin, "thanh.dothi", "Đỗ Thị Thanh", roles=[(Role.NOMINATOR, None, None)])) == {"unit_id"}
    assert actions.find(admin, "thanh").total == 0


def test_a_second_click_makes_no_second_account(admin):
    key = uuid4()
    slip = actions.create_account(admin, "thanh.dothi", "Đỗ Thị Thanh", key=key)
    with pytest.raises(AlreadyDone) as again:
        actions.create_account(admin, "thanh.dothi", "Đỗ Thị Thanh", key=key)
    assert again.value.result == str(slip.account_id)
    assert actions.find(admin, "thanh").total == 1


@pytest.mark.parametrize("typed", ("do thi", "ĐỖ THỊ", "thanh.d", "songlam.vn"))
def test_accounts_are_found_without_diacritics_by_name_user_name_and_mail(admin, typed):
    actions.create_account(admin, "thanh.dothi", "Đỗ Thị Thanh", email="thanh@songlam.vn")
    assert [one.user_name for one in actions.find(admin, typed).rows] == ["thanh.dothi"]


def test_signs_of_a_search_pattern_are_only_letters(admin):
    assert actions.find(admin, "%").total == 0
    assert actions.find(admin, "_").total == 0


def test_the_list_comes_in_pages_by_given_name_and_by_role(admin):
    issuer = world.issuer()
    for name in ("Nguyễn Văn Ổn", "Lê Thị Ánh", "Trần Văn Bình"):
        people.actor(Role.CLERK, issuer=issuer, name=name)
    assert [one.name for one in actions.find(admin, role=Role.CLERK, page=Page(1, 2)).rows] == ["Lê Thị Ánh", "Trần Văn Bình"]
    found = actions.find(admin, role=Role.CLERK, page=Page(2, 2))
    assert ([one.name for one in found.rows], found.total) == (["Nguyễn Văn Ổn"], 3)


def test_a_role_given_twice_is_refused_and_one_that_ended_may_be_given_again(admin):
    unit = world.unit()
    account = people.account("Đỗ Thị Thanh")
    first = actions.grant_role(admin, account, Role.NOMINATOR, unit_id=unit)
    assert set(refused(actions.grant_role, admin, account, Role.NOMINATOR, unit_id=unit)) == {"role"}
    ended = actions.end_role(admin, account, first.roles[0].id)
    assert [g.to_date for g in ended.roles] == [TODAY - timedelta(days=1)]
    assert actions.actor_for(account).roles == frozenset()
    actions.grant_role(admin, account, Role.NOMINATOR, unit_id=unit)
    assert actions.actor_for(account).roles == {Role.NOMINATOR}


def test_the_last_administrator_stays(admin):
    me = actions.get(admin, admin.account_id)
    assert "cuối cùng" in refused(actions.end_role, admin, me.id, me.roles[0].id)[""]
    other = people.actor(Role.ADMINISTRATOR, name="Đỗ Thị Thanh")
    assert "không tự khoá" in refused(actions.disable, admin, me.id, me.version)[""]
    actions.disable(other, me.id, me.version)
    assert actions.actor_for(me.id).roles == frozenset()
    last = actions.get(other, other.account_id)
    assert "cuối cùng" in refused(actions.end_role, other, last.id, last.roles[0].id)[""]


def test_a_stale_page_changes_nothing(admin):
    account = people.account("Đỗ Thị Thanh")
    actions.change_account(admin, account, 1, "Đỗ Thị Thanh Thanh", "", None)
    with pytest.raises(Stale):
        actions.change_account(admin, account, 1, "Tên Khác", "", None)
    assert actions.get(admin, account).name == "Đỗ Thị Thanh Thanh"


def test_a_closed_account_gets_no_code_until_it_is_opened(admin):
    account = people.account("Đỗ Thị Thanh")
    closed = actions.disable(admin, account, 1)
    assert "khoá" in refused(actions.new_code, admin, account)[""]
    actions.enable(admin, account, closed.version)
    assert actions.new_code(admin, account).account_id == account


def test_slips_for_many_come_as_one_paper_with_every_code(admin):
    for number in range(12):
        actions.create_account(admin, f"nguoi.so{number}", f"Người Thứ {number}")
    waiting = [one for one in actions.without_password(admin) if one.user_name.startswith("nguoi.so")]
    slips = actions.new_codes(admin, [one.id for one in waiting])
    paper = docx.Document(io.BytesIO(actions.slips_file(admin, slips, "http://guongsang.songlam.vn")))
    words = "\n".join(cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    assert [slip.code in words and slip.user_name in words for slip in slips] == [True] * 12
    assert "http://guongsang.songlam.vn" in words


@pytest.mark.parametrize("role", (None, Role.SECRETARY, Role.NOMINATOR, Role.LEADER))
def test_nobody_but_an_administrator_touches_accounts(database, role):
    who = people.actor(*([role] if role else []), unit=world.unit(), issuer=world.issuer())
    account = people.account()
    for call in (
        lambda: actions.find(who),
        lambda: actions.get(who, account),
        lambda: actions.create_account(who, "moi.nguoi", "Người Mới"),
        lambda: actions.change_account(who, account, 1, "Tên", "", None),
        lambda: actions.grant_role(who, who.account_id, Role.ADMINISTRATOR),
        lambda: actions.new_code(who, account),
        lambda: actions.disable(who, account, 1),
        lambda: actions.enable(who, account, 1),
        lambda: actions.without_password(who),
        lambda: actions.open_work(who, account),
        lambda: actions.hand_over(who, account, who.account_id),
        lambda: actions.suggest_user_name(who, "Người Mới"),
    ):
        with pytest.raises(NotAllowed):
            call()


def test_open_work_goes_to_somebody_else_all_at_once(admin, monkeypatch):
    giver, taker = people.account("Đỗ Thị Thanh"), people.account("Lê Văn Tòng")
    moved = []

    def hook(t, from_account, to_account):
        if to_account is not None:
            moved.append((from_account, to_account))
        return 3

    monkeypatch.setattr(leaving, "_hooks", {"hồ sơ đề nghị": hook, "mô hình": lambda *_: 0})
    assert actions.open_work(admin, giver) == {"hồ sơ đề nghị": 3, "mô hình": 0}
    assert actions.hand_over(admin, giver, taker) == {"hồ sơ đề nghị": 3, "mô hình": 0}
    assert moved == [(giver, taker)]
    with reading(None) as t:
        detail = t.value("select c.content from audit a join audit_content c on c.seq = a.seq where a.verb = 'hand_over'")
    assert "Đỗ Thị Thanh bàn giao cho Lê Văn Tòng: 3 hồ sơ đề nghị." in detail


def test_open_work_goes_not_to_oneself_nor_to_a_closed_account(admin):
    giver, closed = people.account(), people.account("Lê Văn Tòng", disabled_at=dates.now_utc())
    assert set(refused(actions.hand_over, admin, giver, giver)) == {"to"}
    assert set(refused(actions.hand_over, admin, giver, closed)) == {"to"}
    with pytest.raises(NotFound):
        actions.hand_over(admin, giver, uuid4())
