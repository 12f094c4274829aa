"""Thanking, saying a word, what the public reads of it, who is told, what is left when an example is withdrawn."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from recognition.accounts import actions as accounts
from recognition.hall import rate
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading, transaction
from recognition.hall.words import Role
from recognition.insight.terms import Filters
from recognition.issuing import actions as issuing
from recognition.thanks import actions
from recognition.thanks.actions import giving
from recognition.thanks.terms import Awaiting, Count, Measured, Praised, Standing
from tests.support import people, world
from tests.thanks.conftest import DAY
from vietnamese import dates

pytestmark = pytest.mark.proves("F14.03")
BODY = "Cảm ơn anh Tòng.\nCả xóm nhớ mãi."


def entries():
    """Verbs and contents of the log, oldest first."""
    with reading(None) as t:
        return [(row["verb"], json.loads(row["content"])) for row in t.all("select a.verb, c.content from audit a join audit_content c on c.seq = a.seq order by a.seq")]


def test_one_thanks_once_and_takes_it_back(house):
    known, shown = len(entries()), house.example.id
    assert [actions.thank(house.thanh, shown), actions.thank(house.thanh, shown), actions.thank(house.binh, shown)] == [Count(1), Count(1), Count(2)]
    assert (actions.get(house.thanh, shown).thanked, actions.get(house.secretary, shown).thanked) == (True, False)
    assert [actions.unthank(house.thanh, shown), actions.unthank(house.thanh, shown), actions.thank(house.thanh, shown)] == [Count(1), Count(1), Count(2)]
    assert [verb for verb, _ in entries()[known:]] == ["thank", "thank", "unthank", "thank"]


def test_a_second_click_of_the_same_press_changes_nothing(house):
    key = uuid4()
    made = actions.appreciate(house.thanh, house.example.id, BODY, key)
    with pytest.raises(AlreadyDone) as again:
        actions.appreciate(house.thanh, house.example.id, BODY, key)
    assert again.value.result == str(made.id)
    with pytest.raises(Invalid, match="rút lời trước rồi viết lời mới"):
        actions.appreciate(house.thanh, house.example.id, "Lời thứ hai.")


def test_a_word_is_read_inside_and_by_the_public_only_when_approved(house):
    made = actions.appreciate(house.thanh, house.example.id, BODY)
    assert (made.place, made.state) == ("Chi bộ Sở Tài chính", Standing.NEW)
    assert [(each.name, each.body) for each in actions.get(house.binh, house.example.id).words] == [("Đỗ Thị Thanh", BODY)]
    assert actions.public([house.example.id]) == {}
    assert actions.awaiting(house.secretary) == [Awaiting(house.example.id, "Đồng chí Lê Văn Tòng", 1)]
    approved = actions.approve(house.secretary, made.id, made.version)
    assert [each.body for each in actions.public([house.example.id])[house.example.id].words] == [BODY]
    assert house.inbox(house.thanh) == ["Lời anh/chị gửi gương «Đồng chí Lê Văn Tòng» đã lên trang công khai."]
    kept = actions.keep(house.secretary, made.id, approved.version)
    assert (actions.public([house.example.id]), actions.awaiting(house.secretary), kept.state) == ({}, [], Standing.KEPT)
    with pytest.raises(Stale):
        actions.hide(house.secretary, made.id, made.version, "Cũ")
    with pytest.raises(Invalid, match="vì sao ẩn"):
        actions.hide(house.secretary, made.id, kept.version, " ")


def test_a_hidden_word_is_read_by_its_author_and_the_secretary_alone(house):
    made = actions.appreciate(house.thanh, house.example.id, BODY)
    actions.hide(house.secretary, made.id, made.version, "Ghi nhầm tên người")
    own = actions.get(house.thanh, house.example.id).own
    assert own is not None
    assert (own.state, own.reason, own.body) == (Standing.HIDDEN, "Ghi nhầm tên người", BODY)
    assert [each.body for each in actions.get(house.secretary, house.example.id).words] == [BODY]
    elsewhere = people.actor(Role.SECRETARY, issuer=world.issuer("Đảng uỷ khối Doanh nghiệp"))
    for reader in (house.binh, house.nominator, house.leader, elsewhere):
        read = actions.get(reader, house.example.id)
        assert (read.words, read.count) == ((), Count())
    assert house.inbox(house.thanh) == ["Phạm Thu Hà ẩn lời anh/chị gửi gương «Đồng chí Lê Văn Tòng»: Ghi nhầm tên người"]


def test_who_takes_a_word_back_leaves_nothing_of_it_and_may_write_anew(house, database):
    made = actions.appreciate(house.thanh, house.example.id, BODY)
    with pytest.raises(NotFound):
        actions.take_back(house.binh, made.id)
    actions.take_back(house.thanh, made.id)
    assert actions.get(house.binh, house.example.id).words == ()
    assert "xóm" not in json.dumps(entries(), ensure_ascii=False)
    assert actions.appreciate(house.thanh, house.example.id, "Lời khác.").body == "Lời khác."


def test_nobody_without_a_right_writes_or_decides(house):
    stranger = people.nobody()
    for call in (actions.thank, actions.unthank, actions.get):
        with pytest.raises(NotAllowed):
            call(stranger, house.example.id)
    with pytest.raises(NotAllowed):
        actions.appreciate(stranger, house.example.id, BODY)
    made = actions.appreciate(house.thanh, house.example.id, BODY)
    elsewhere = people.actor(Role.SECRETARY, issuer=world.issuer("Đảng uỷ khối Doanh nghiệp"))
    for who in (house.thanh, house.leader, elsewhere, people.administrator()):
        with pytest.raises(NotAllowed):
            actions.approve(who, made.id, made.version)
    assert actions.awaiting(elsewhere) == []


def test_the_person_praised_does_not_thank_themselves_and_reads_what_came(house):
    for call in (lambda: actions.thank(house.praised, house.example.id), lambda: actions.appreciate(house.praised, house.example.id, BODY)):
        with pytest.raises(Invalid, match="nói về chính anh/chị"):
            call()
    assert actions.for_me(house.praised) == []
    actions.thank(house.thanh, house.example.id)
    mine = Praised(house.example.id, "Đồng chí Lê Văn Tòng", Count(1))
    assert (actions.for_me(house.praised), actions.of_case(house.nominator, house.case), actions.for_me(house.thanh)) == ([mine], mine, [])
    assert actions.get(house.praised, house.example.id).about_me


def test_what_came_reaches_a_person_whose_two_records_were_joined(house):
    actions.thank(house.thanh, house.example.id)
    kept = world.person("Lê Văn Tòng")
    with transaction(None) as t:
        t.run("update person set merged_into = $2 where id = $1", house.person, kept)
    one = replace(house.praised, person_id=kept)
    assert [each.count for each in actions.for_me(one)] == [Count(1)]
    with pytest.raises(Invalid, match="nói về chính anh/chị"):
        actions.thank(one, house.example.id)


def test_whom_it_concerns_is_told_once_until_they_have_read(house):
    actions.thank(house.thanh, house.example.id)
    actions.thank(house.binh, house.example.id)
    made = actions.appreciate(house.thanh, house.example.id, BODY)
    said = "Gương «Đồng chí Lê Văn Tòng»: 2 người trân trọng cảm ơn, 1 lời chúc mừng."
    assert [house.inbox(who) for who in (house.praised, house.nominator, house.leader)] == [[said]] * 3
    assert (house.inbox(house.thanh), house.inbox(house.secretary)) == ([], [])
    actions.take_back(house.thanh, made.id)
    assert house.inbox(house.praised) == ["Gương «Đồng chí Lê Văn Tòng»: 2 người trân trọng cảm ơn."]
    accounts.mark_read(house.leader, [one.id for one in accounts.inbox(house.leader)])
    actions.unthank(house.thanh, house.example.id)
    actions.unthank(house.binh, house.example.id)
    assert [house.inbox(who) for who in (house.praised, house.nominator, house.leader)] == [[], [], []]


@pytest.mark.parametrize("ends", ("withdrawn", "revoked"))
def test_what_an_example_was_given_goes_with_it_at_once(house, ends, database):
    made = actions.appreciate(house.thanh, house.example.id, BODY)
    actions.approve(house.secretary, made.id, made.version)
    actions.thank(house.binh, house.example.id)
    waits = actions.appreciate(house.binh, house.example.id, "Một lời nữa.")
    assert actions.public([house.example.id])[house.example.id].thanks == 1
    if ends == "withdrawn":
        issuing.unpublish(house.secretary, house.example.id, house.example.version, "Đồng chí Tòng rút lại sự đồng ý")
    else:
        with database.write() as tx:
            tx.run("update award set state = 'revoked' where id = $1", house.example.award_id)
    assert actions.public([house.example.id]) == {}
    for call in (actions.get, actions.thank, actions.unthank):
        with pytest.raises(NotFound):
            call(house.binh, house.example.id)
    with pytest.raises(NotFound):
        actions.approve(house.secretary, waits.id, waits.version)
    assert (actions.awaiting(house.secretary), actions.for_me(house.praised), actions.of_case(house.nominator, house.case)) == ([], [], None)
    assert actions.measured(house.secretary, _year()) == []
    actions.take_back(house.binh, waits.id)
    with reading(None) as t:
        assert t.value("select count(*) from appreciation") == 1


def _year(**narrowed):
    return Filters(DAY.replace(month=1, day=1), DAY.replace(month=12, day=31), narrowed.get("unit_id"), narrowed.get("campaign_id"))


def test_leaders_see_what_was_given_in_the_period_and_in_their_units(house):
    other = house.published(world.unit("Chi bộ Sở Y tế"), name="Trần Thị Mai")
    actions.appreciate(house.binh, other.id, BODY)
    hidden = actions.appreciate(house.thanh, other.id, "Lời này sẽ ẩn.")
    actions.hide(house.secretary, hidden.id, hidden.version, "Không phù hợp")
    for who in (house.thanh, house.binh):
        actions.thank(who, house.example.id)
    mine, theirs = Measured("", "Đồng chí Lê Văn Tòng", "Chi bộ Trạm Y tế Phú Lộc", Count(2)), Measured("", "Đồng chí Trần Thị Mai", "Chi bộ Sở Y tế", Count(0, 1))
    assert actions.measured(house.secretary, _year()) == [mine, theirs]
    assert actions.measured(house.leader, _year()) == [mine]
    assert actions.measured(house.secretary, _year(unit_id=house.unit)) == [mine]
    assert actions.measured(house.secretary, _year(campaign_id=uuid4())) == []
    before = Filters(DAY - timedelta(days=400), DAY - timedelta(days=1), None, None)
    assert actions.measured(house.secretary, before) == []
    with pytest.raises(NotAllowed):
        actions.measured(house.thanh, _year())


def test_a_day_of_the_figures_begins_at_local_midnight(house):
    with dates.pretended(dates.now_utc().replace(hour=17, minute=5)):  # five past midnight of the 25th in Việt Nam
        actions.thank(house.thanh, house.example.id)
    on = [Filters(day, day, None, None) for day in (DAY, DAY + timedelta(days=1))]
    assert [len(actions.measured(house.secretary, each)) for each in on] == [0, 1]


def test_the_list_counts_beside_each_example(house):
    other = house.published(world.unit("Chi bộ Sở Y tế"), name="Trần Thị Mai")
    actions.thank(house.thanh, house.example.id)
    assert {row.id: row.count for row in actions.find(house.thanh).rows} == {house.example.id: Count(1), other.id: Count()}
    assert [row.name for row in actions.find(house.thanh, "tran thi mai").rows] == ["Đồng chí Trần Thị Mai"]


def test_one_person_cannot_press_without_end(house, monkeypatch):
    monkeypatch.setattr(giving, "_rate", rate.Rate(2, 600))
    actions.thank(house.thanh, house.example.id)
    actions.unthank(house.thanh, house.example.id)
    with pytest.raises(Invalid, match="đợi mười phút"):
        actions.thank(house.thanh, house.example.id)
    assert actions.thank(house.binh, house.example.id) == Count(1)
