"""Keys for other programs: who makes them, what they open, when they open nothing."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from recognition.accounts import actions, rules, secrets
from recognition.accounts.terms import KEY_DAYS
from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from tests.support import people, world
from vietnamese import dates

pytestmark = pytest.mark.proves("F12.08")
TODAY = date(2026, 11, 27)
PASSWORD = "con trâu đi trước cái cày"


@pytest.fixture
def admin(database):
    with dates.fixed(TODAY):
        made = people.administrator()
        actions.set_interface(made, True)
        yield made


def owner(*roles: Role, **place):
    """Somebody who can give their password."""
    who = people.actor(*(roles or (Role.SECRETARY,)), **(place or {"issuer": world.issuer()}))
    with transaction(None) as t:
        t.run("update account set password_hash = $2 where id = $1", who.account_id, secrets.password_hash(PASSWORD))
    return who


@pytest.mark.parametrize(
    ("name", "days", "alive", "fields"),
    (
        ("Kho dữ liệu của tỉnh", 30, 0, set()),
        ("Kho dữ liệu của tỉnh", 365, 4, set()),
        ("x" * 80, 90, 0, set()),
        ("", 30, 0, {"name"}),
        ("x" * 81, 30, 0, {"name"}),
        ("Kho", 31, 0, {"days"}),
        ("Kho", 0, 0, {"days"}),
        ("Kho", 30, 5, {""}),
        ("", -1, 9, {"name", "days", ""}),
    ),
)
def test_what_a_key_may_be(name, days, alive, fields):
    assert set(rules.access_key_faults(name, days, alive)) == fields


def test_a_key_reads_for_its_owner_with_the_roles_of_today_and_is_stored_only_as_a_hash(admin):
    issuer = world.issuer()
    who = owner(Role.SECRETARY, Role.CLERK, issuer=issuer)
    made = actions.make_access_key(who, "  Kho dữ liệu  của tỉnh ", 90, PASSWORD)
    assert (made.key.name, made.key.ends_on, made.key.used_on) == ("Kho dữ liệu của tỉnh", TODAY + timedelta(days=90), None)
    read = actions.reader(made.words)
    assert (read.account_id, read.roles, read.issuers(Role.SECRETARY)) == (who.account_id, {Role.SECRETARY, Role.CLERK}, {issuer})
    assert actions.my_access_keys(who)[0].used_on == TODAY
    with reading(None) as t:
        assert [row["key_hash"] for row in t.all("select key_hash from access_key")] == [secrets.token_hash(made.words)]
        assert not any(made.words in str(row) or secrets.token_hash(made.words) in str(row) for row in t.all("select content from audit_content"))


def test_a_key_opens_no_council_no_sheet_to_score_and_no_settings(admin):
    issuer = world.issuer()
    who = owner(Role.SECRETARY, Role.ADMINISTRATOR, issuer=issuer)
    council = world.council(issuer)
    world.council_member(council, who.account_id)
    world.teller(world.council_session(council), who.account_id)
    assert {Role.COUNCIL_MEMBER, Role.TELLER, Role.ADMINISTRATOR} <= actions.actor_for(who.account_id).roles
    assert actions.reader(actions.make_access_key(who, "Kho", 30, PASSWORD).words).roles == {Role.SECRETARY}


@pytest.mark.parametrize("words", ("", "gs_", "gs_sai", "x" * 5_000, "gs_" + "a" * 43, "gs_\0", "Bearer gs_"))
def test_what_is_no_key_opens_nothing(admin, words):
    assert actions.reader(words) is None


def test_a_key_opens_nothing_after_its_last_day(admin):
    made = actions.make_access_key(owner(), "Kho", 30, PASSWORD)
    for days, opens in ((30, True), (31, False)):
        with dates.fixed(TODAY + timedelta(days=days)):
            assert (actions.reader(made.words) is not None) is opens


def test_a_closed_interface_opens_nothing_and_makes_no_key(admin):
    who = owner()
    made = actions.make_access_key(who, "Kho", 30, PASSWORD)
    actions.set_interface(admin, False)
    assert (actions.interface_open(), actions.reader(made.words)) == (False, None)
    with pytest.raises(Invalid, match="chưa mở kết nối"):
        actions.make_access_key(who, "Kho khác", 30, PASSWORD)
    actions.set_interface(admin, True)
    assert actions.reader(made.words).account_id == who.account_id


def test_an_owner_who_is_closed_or_reset_opens_nothing_any_more(admin):
    closed, reset, expired = owner(), owner(), owner()
    keys = [actions.make_access_key(each, "Kho", 30, PASSWORD).words for each in (closed, reset, expired)]
    actions.disable(admin, closed.account_id, 1)
    actions.new_code(admin, reset.account_id)
    with transaction(None) as t:
        t.run("update account_role set to_date = $2 where account_id = $1", expired.account_id, TODAY - timedelta(days=1))
    assert [actions.reader(each) for each in keys[:2]] == [None, None]
    assert actions.reader(keys[2]).roles == frozenset()
    actions.enable(admin, closed.account_id, 2)
    assert actions.reader(keys[0]) is None


def test_only_the_owner_and_an_administrator_end_a_key(admin):
    who, other = owner(), owner()
    first, second = (actions.make_access_key(who, name, 30, PASSWORD) for name in ("Kho", "Trang tin"))
    with pytest.raises(NotAllowed):
        actions.end_access_key(other, first.key.id)
    with pytest.raises(NotFound):
        actions.end_access_key(who, uuid4())
    assert [one.owner for one in actions.access_keys(admin)] == [who.name, who.name]
    actions.end_access_key(who, first.key.id)
    actions.end_access_key(admin, second.key.id)
    actions.end_access_key(admin, second.key.id)  # once more changes nothing
    assert [actions.reader(each.words) for each in (first, second)] == [None, None]
    assert (actions.my_access_keys(who), actions.access_keys(admin)) == ([], [])


def test_who_makes_no_key(admin):
    unit = world.unit()
    for who in (people.actor(Role.NOMINATOR, unit=unit), people.actor(), admin):
        with pytest.raises(NotAllowed):
            actions.make_access_key(who, "Kho", 30, PASSWORD)
    with pytest.raises(NotAllowed):
        actions.access_keys(owner())
    with pytest.raises(NotAllowed):
        actions.set_interface(owner(), True)


def test_in_the_sample_nobody_has_a_password(database):
    actions.mark_sample()
    actions.set_interface(people.administrator(), True)
    who = people.actor(Role.LEADER, unit=world.unit())
    assert actions.reader(actions.make_access_key(who, "Kho", 30, "").words).roles == {Role.LEADER}


def test_a_wrong_password_and_a_sixth_key_are_refused_and_store_nothing(admin):
    who = owner(Role.UNIT_LEADER, unit=world.unit())
    with pytest.raises(Invalid) as wrong:
        actions.make_access_key(who, "", 7, "sai mật khẩu rồi")
    assert set(wrong.value.fields) == {"name", "days", "password"}
    for number in range(5):
        actions.make_access_key(who, f"Kho {number}", KEY_DAYS[0], PASSWORD)
    with pytest.raises(Invalid, match="đã có 5 khoá"):
        actions.make_access_key(who, "Kho 6", KEY_DAYS[0], PASSWORD)
    assert len(actions.my_access_keys(who)) == 5
