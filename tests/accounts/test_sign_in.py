"""Signing in: tries, waiting, codes, sessions, on both engines."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

import db
from recognition.accounts import actions, secrets
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.words import Role
from tests.support import people, world
from vietnamese import dates

PASSWORD = "con trâu đi trước cái cày"
FROM = ("10.0.0.7", "Chrome trên Windows")


@pytest.fixture
def hashed() -> str:
    return secrets.password_hash(PASSWORD)


@pytest.fixture
def ha(database, hashed):
    account = people.account("Phạm Thu Hà", user_name="ha.phamthu", password_hash=hashed)
    people.grant(account, Role.ADMINISTRATOR)
    return account


def sentence(call, *arguments) -> str:
    with pytest.raises(Invalid) as refused:
        call(*arguments)
    return refused.value.fields[""]


def later(seconds: float):
    return dates.pretended(datetime(2026, 11, 26, 2, 0) + timedelta(seconds=seconds))


def test_the_right_password_opens_a_sign_in_whose_token_is_nowhere_stored(ha):
    entered = actions.sign_in(" HA.phamthu ", PASSWORD, *FROM)
    assert (entered.account_id, entered.name, entered.must_change) == (ha, "Phạm Thu Hà", False)
    live = actions.live(entered.token)
    assert live is not None
    assert (live.account_id, live.session) == (ha, secrets.token_hash(entered.token))
    with db.current().read() as tx:
        stored = [str(value) for table in ("sign_in", "audit_content", "sign_in_attempt") for row in tx.all(f"select * from {table}") for value in row.values()]
    assert not any(entered.token in value or PASSWORD in value for value in stored)


@pytest.mark.parametrize("token", ("", "x", "a" * 43, "a" * 5000, "' or 1=1 --"))
def test_a_made_up_token_opens_nothing(ha, token):
    assert actions.live(token) is None


def test_one_altered_letter_opens_nothing(ha):
    token = actions.sign_in("ha.phamthu", PASSWORD, *FROM).token
    assert actions.live(("A" if token[0] != "A" else "B") + token[1:]) is None


def test_unknown_user_and_wrong_password_read_the_same(ha):
    wrong = sentence(actions.sign_in, "ha.phamthu", "sai rồi sai rồi", *FROM)
    unknown = sentence(actions.sign_in, "khong.co.ai", "sai rồi sai rồi", *FROM)
    assert wrong == unknown
    assert "Còn thử được 4 lần" in wrong


def test_an_unknown_user_costs_a_hash_too(database, monkeypatch):
    seen = []
    monkeypatch.setattr(secrets, "password_fits", lambda stored, _password: seen.append(stored) or False)
    sentence(actions.sign_in, "khong.co.ai", "gì cũng được nhé", *FROM)
    assert seen == [None]


@pytest.mark.proves("F15.04")
def test_after_five_wrong_tries_one_waits_even_with_the_right_password_and_then_gets_in(ha):
    for second in range(5):
        with later(second):
            sentence(actions.sign_in, "ha.phamthu", "sai rồi sai rồi", *FROM)
    with later(4.5):
        assert "đợi" in sentence(actions.sign_in, "ha.phamthu", PASSWORD, *FROM)
    with later(10):
        assert actions.sign_in("ha.phamthu", PASSWORD, *FROM).account_id == ha
    with later(11):
        assert "Còn thử được 4 lần" in sentence(actions.sign_in, "ha.phamthu", "sai rồi sai rồi", *FROM)


def test_a_refused_try_while_waiting_does_not_lengthen_the_wait(ha):
    for second in range(7):
        with later(second * 10):
            sentence(actions.sign_in, "ha.phamthu", "sai rồi sai rồi", *FROM)
    for tenth in range(30):
        with later(60.5 + tenth / 10):
            assert "đợi" in sentence(actions.sign_in, "ha.phamthu", "sai rồi sai rồi", *FROM)
    with later(65):
        assert actions.sign_in("ha.phamthu", PASSWORD, *FROM).account_id == ha


def test_one_address_is_held_back_after_twenty_tries_a_minute_another_is_not(ha):
    for number in range(20):
        with later(number):
            sentence(actions.sign_in, f"nguoi.{number}", "sai rồi sai rồi", *FROM)
    with later(20):
        assert "Từ máy này" in sentence(actions.sign_in, "ha.phamthu", PASSWORD, *FROM)
        assert actions.sign_in("ha.phamthu", PASSWORD, "10.0.0.8", "Firefox").account_id == ha


def test_a_whole_office_behind_one_address_signs_in_in_one_minute(database, hashed):
    for number in range(30):
        people.account(user_name=f"nguoi.so{number}", password_hash=hashed)
    with later(0):
        assert [actions.sign_in(f"nguoi.so{number}", PASSWORD, *FROM).must_change for number in range(30)] == [False] * 30


def test_what_ended_long_ago_is_kept_no_longer(ha):
    with later(0):
        old = secrets.token_hash(actions.sign_in("ha.phamthu", PASSWORD, *FROM).token)
    with later(100 * 86_400):
        fresh = secrets.token_hash(actions.sign_in("ha.phamthu", PASSWORD, *FROM).token)
    with db.current().read() as tx:
        assert {row["token_hash"] for row in tx.all("select token_hash from sign_in")} == {fresh} - {old}


def test_more_than_five_wrong_tries_in_a_second_from_everywhere_are_held_back(ha):
    with later(0):
        for number in range(5):
            sentence(actions.sign_in, f"nguoi.{number}", "sai rồi sai rồi", f"10.0.1.{number}", "")
        assert "Đang có nhiều người" in sentence(actions.sign_in, "ha.phamthu", PASSWORD, *FROM)


def test_a_closed_account_does_not_open_and_its_sign_ins_end(database, hashed):
    admin = people.administrator()
    account = people.account("Đỗ Thị Thanh", user_name="thanh", password_hash=hashed)
    token = actions.sign_in("thanh", PASSWORD, *FROM).token
    actions.disable(admin, account, 1)
    assert actions.live(token) is None
    assert "chưa đúng" in sentence(actions.sign_in, "thanh", PASSWORD, *FROM)


@pytest.mark.proves("F15.04")
@pytest.mark.parametrize(("minutes", "lives"), ((0, True), (29, True), (36, False)))
def test_the_sign_in_ends_after_half_an_hour_without_a_click(ha, minutes, lives):
    with later(0):
        token = actions.sign_in("ha.phamthu", PASSWORD, *FROM).token
    with later(minutes * 60):
        assert (actions.live(token) is not None) is lives


def test_clicks_keep_it_open_but_not_beyond_eight_hours(ha):
    with later(0):
        session = secrets.token_hash(actions.sign_in("ha.phamthu", PASSWORD, *FROM).token)
    seen = []
    for quarter in range(33):
        with later(quarter * 900 + 1):
            seen.append(actions.current(session) is not None)
    assert seen == [True] * 32 + [False]


def test_signing_out_ends_it_for_every_tab(ha):
    token = actions.sign_in("ha.phamthu", PASSWORD, *FROM).token
    actions.sign_out(secrets.token_hash(token))
    actions.sign_out(secrets.token_hash(token))
    assert actions.live(token) is None


@pytest.mark.proves("F15.04")
def test_a_new_password_ends_every_other_sign_in_and_gives_a_new_token(ha):
    first, second = (actions.sign_in("ha.phamthu", PASSWORD, *FROM).token for _ in range(2))
    who = actions.current(secrets.token_hash(first))
    fresh = actions.change_password(who, PASSWORD, "đò đưa sông cái mùa lũ", "đò đưa sông cái mùa lũ", *FROM)
    assert (actions.live(first), actions.live(second)) == (None, None)
    assert actions.live(fresh.token) is not None
    assert actions.sign_in("ha.phamthu", "đò đưa sông cái mùa lũ", *FROM).must_change is False


@pytest.mark.parametrize(
    ("old", "new", "again", "fields"),
    (
        ("sai rồi sai rồi", "đò đưa sông cái mùa lũ", "đò đưa sông cái mùa lũ", {"old"}),
        (PASSWORD, "ngắn", "ngắn", {"new"}),
        (PASSWORD, "đò đưa sông cái mùa lũ", "khác hẳn", {"again"}),
        (PASSWORD, PASSWORD, PASSWORD, {"new"}),
        ("sai rồi sai rồi", "ngắn", "khác", {"old", "new"}),
    ),
)
def test_a_refused_password_names_every_wrong_field(ha, old, new, again, fields):
    who = actions.actor_for(ha)
    with pytest.raises(Invalid) as refused:
        actions.change_password(who, old, new, again, *FROM)
    assert set(refused.value.fields) == fields


@pytest.mark.proves("F15.04")
def test_a_one_time_code_leads_to_choosing_a_password_and_works_once(database):
    admin = people.administrator()
    slip = actions.create_account(admin, "thanh.dothi", "Đỗ Thị Thanh")
    entered = actions.use_code("thanh.dothi", slip.code.lower(), *FROM)
    assert entered.must_change is True
    who = actions.current(secrets.token_hash(entered.token))
    assert who.must_change_password is True
    assert "đã dùng" in sentence(actions.use_code, "thanh.dothi", slip.code, *FROM)
    actions.change_password(who, None, PASSWORD, PASSWORD, *FROM)
    assert actions.sign_in("thanh.dothi", PASSWORD, *FROM).must_change is False


@pytest.mark.parametrize(("days", "good"), ((6.9, True), (7.1, False)))
def test_a_code_ends_after_a_week(database, days, good):
    with later(0):
        slip = actions.create_account(people.administrator(), "thanh.dothi", "Đỗ Thị Thanh")
    with later(days * 86_400):
        if good:
            assert actions.use_code("thanh.dothi", slip.code, *FROM).account_id == slip.account_id
        else:
            assert "hết hạn" in sentence(actions.use_code, "thanh.dothi", slip.code, *FROM)


def test_a_code_opens_only_its_own_account_and_an_earlier_one_counts_no_more(database):
    admin = people.administrator()
    one, other = actions.create_account(admin, "mot.nguoi", "Một Người"), actions.create_account(admin, "hai.nguoi", "Hai Người")
    assert "chưa đúng" in sentence(actions.use_code, "mot.nguoi", other.code, *FROM)
    again = actions.new_code(admin, one.account_id)
    assert "chưa đúng" in sentence(actions.use_code, "mot.nguoi", one.code, *FROM)
    assert actions.use_code("mot.nguoi", again.code, *FROM).account_id == one.account_id


def test_one_sees_and_ends_only_one_s_own_sign_ins(ha, hashed):
    people.account("Đỗ Thị Thanh", user_name="thanh", password_hash=hashed)
    mine = [actions.sign_in("ha.phamthu", PASSWORD, *FROM).token for _ in range(2)]
    theirs = secrets.token_hash(actions.sign_in("thanh", PASSWORD, *FROM).token)
    who = actions.actor_for(ha)
    assert {one.id for one in actions.my_sign_ins(who)} == {secrets.token_hash(token) for token in mine}
    with pytest.raises(NotFound):
        actions.end_sign_in(who, theirs)
    actions.end_sign_in(who, secrets.token_hash(mine[0]))
    assert [one.id for one in actions.my_sign_ins(who)] == [secrets.token_hash(mine[1])]


def test_the_password_is_asked_again_before_a_vote_and_counts_five_minutes(ha):
    with later(0):
        session = secrets.token_hash(actions.sign_in("ha.phamthu", PASSWORD, *FROM).token)
    who = actions.actor_for(ha)
    with later(301):
        assert actions.confirmed_lately(session) is False
        with pytest.raises(Invalid):
            actions.confirm_password(who, session, "sai rồi sai rồi")
        assert actions.confirmed_lately(session) is False
        actions.confirm_password(who, session, PASSWORD)
        assert actions.confirmed_lately(session) is True


def test_entering_without_a_password_works_in_the_sample_only(ha):
    from recognition.hall.errors import NotAllowed

    with pytest.raises(NotAllowed):
        actions.enter_sample(ha, *FROM)
    with pytest.raises(NotAllowed):
        actions.mark_sample()
    assert actions.sample_people() == []


@pytest.mark.proves("F15.07")
def test_the_sample_offers_one_person_for_each_role(database):
    actions.mark_sample()
    issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế Phú Lộc")
    secretary = people.actor(Role.SECRETARY, issuer=issuer, name="Phạm Thu Hà")
    nominator = people.actor(Role.NOMINATOR, unit=unit, name="Đỗ Thị Thanh")
    offered = [(one.account_id, one.role, one.place) for one in actions.sample_people()]
    assert offered == [
        (nominator.account_id, "Người đề nghị", "Chi bộ Trạm Y tế Phú Lộc"),
        (secretary.account_id, "Thư ký", "Đảng uỷ các cơ quan Đảng tỉnh"),
    ]
    busy = people.actor(Role.SECRETARY, issuer=issuer, name="Võ Thị Kim Liên")
    people.grant(busy.account_id, Role.SECRETARY, issuer=world.issuer("Liên đoàn Lao động tỉnh"))
    assert busy.account_id in [one.account_id for one in actions.sample_people()], "who has the role in most places shows most"
    several = people.actor(Role.CLERK, issuer=issuer, name="Lê Thị Mai")
    people.grant(several.account_id, Role.LEADER, issuer=issuer)
    alone = people.actor(Role.CLERK, issuer=issuer, name="Trần Văn Bắc")
    offered = {one.role: one.account_id for one in actions.sample_people()}
    assert offered[Role.CLERK.label] == alone.account_id, "whoever has no other role shows the role alone"
    people.grant(alone.account_id, Role.LEADER, issuer=issuer)
    offered = {one.role: one.account_id for one in actions.sample_people()}
    assert {offered[Role.CLERK.label], offered[Role.LEADER.label]} == {several.account_id, alone.account_id}, "another person for each role where there is one"
    entered = actions.enter_sample(nominator.account_id, *FROM)
    assert actions.live(entered.token).account_id == nominator.account_id
    with pytest.raises(Exception, match="quyền"):
        actions.enter_sample(uuid4(), *FROM)
