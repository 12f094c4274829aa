"""Campaigns from preparation to the end, on both engines."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from recognition.campaigns import actions
from recognition.campaigns.terms import CampaignInput, CampaignKind, CampaignState, Criterion, Paper, Stage
from recognition.campaigns.themes import Field
from recognition.hall import notices
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound, Stale
from recognition.hall.transaction import reading
from recognition.hall.words import Role
from tests.support import people, world


def typed(issuer_id, **changes) -> CampaignInput:
    """A whole campaign as a secretary types it."""
    data = CampaignInput(
        issuer_id=issuer_id,
        name="Dân vận khéo năm 2026",
        kind=CampaignKind.REGULAR,
        from_date=date(2026, 1, 1),
        to_date=date(2026, 12, 31),
        level="Tỉnh",
        papers=(Paper("12-KH/ĐUCCQ", date(2025, 12, 20), "Kế hoạch Dân vận khéo năm 2026"),),
        deadlines={Stage.REGISTER: date(2026, 3, 1), Stage.NOMINATE: date(2026, 12, 1)},
        fields=(Field.ECONOMY, Field.POLITICAL_SYSTEM),
        criteria=(Criterion("Nội dung, cách làm", 60, "Cụ thể"), Criterion("Lan toả", 40), Criterion("Sáng tạo", 5, bonus=True)),
    )
    return replace(data, **changes)


@pytest.fixture
def issuer(database):
    return world.issuer()


@pytest.mark.proves("F02.01", "F02.03")
def test_a_saved_campaign_comes_back_whole(issuer):
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    made = actions.save(secretary, typed(issuer), uuid4())
    found = actions.get(secretary, made.id)
    wanted = typed(issuer)
    assert found == made
    assert (found.code, found.state, found.version) == ("PT-2026-01", CampaignState.DRAFT, 1)
    assert (found.papers, found.deadlines, found.fields) == (wanted.papers, wanted.deadlines, wanted.fields)
    assert [(c.name, c.max_points, c.guidance, c.bonus) for c in found.criteria] == [
        ("Nội dung, cách làm", 60, "Cụ thể", False), ("Lan toả", 40, "", False), ("Sáng tạo", 5, "", True),
    ]  # fmt: skip


@pytest.mark.proves("F02.01")
def test_the_same_campaign_is_not_entered_twice(issuer):
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    made = actions.save(secretary, typed(issuer))
    with pytest.raises(Invalid) as refused:
        actions.save(secretary, typed(issuer, from_date=date(2026, 12, 31), to_date=date(2027, 12, 31), deadlines={}))
    assert set(refused.value.fields) == {"name"}
    other = actions.save(secretary, typed(issuer, name="Dân vận khéo, đợt hai"))
    with pytest.raises(Invalid):
        actions.change(secretary, other.id, other.version, typed(issuer))
    assert actions.change(secretary, made.id, made.version, typed(issuer, level="Đảng bộ")).level == "Đảng bộ"
    elsewhere = world.issuer("Công đoàn")
    assert actions.save(people.actor(Role.SECRETARY, issuer=elsewhere), typed(elsewhere)).name == made.name
    assert actions.find(secretary).total == 2


@pytest.mark.proves("F02.02")
def test_a_launch_reaches_the_units_and_tells_their_people_once(issuer):
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    cell, other = world.unit(), world.unit()
    nominator, stranger = people.actor(Role.NOMINATOR, unit=cell), people.actor(Role.NOMINATOR, unit=other)
    made = actions.save(secretary, typed(issuer))
    with pytest.raises(NotFound):
        actions.get(nominator, made.id)
    launched = actions.launch(secretary, made.id, made.version, [cell])
    assert launched.state is CampaignState.LAUNCHED
    assert actions.get(nominator, made.id).name == "Dân vận khéo năm 2026"
    with pytest.raises(NotFound):
        actions.get(stranger, made.id)
    with reading(nominator) as t:
        told = [row["sentence"] for row in notices.unread(t, nominator.account_id)]
        silent = notices.unread(t, stranger.account_id)
    assert told == ["Phong trào «Dân vận khéo năm 2026» đã phát động."]
    assert silent == []
    assert [line.unit_id for line in actions.units_of(secretary, made.id)] == [cell]


def test_a_dissolved_unit_gets_no_campaign(issuer):
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    gone = world.unit(until=date(2026, 6, 30))
    made = actions.save(secretary, typed(issuer))
    with pytest.raises(Invalid) as wrong:
        actions.launch(secretary, made.id, made.version, [gone, world.unit()])
    assert wrong.value.fields == {"units": "Có đơn vị đã giải thể hoặc không còn trong danh sách. Anh/chị chọn lại đơn vị."}
    assert actions.get(secretary, made.id) == made


def test_another_issuers_secretary_sees_and_changes_nothing(issuer):
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn ngành Y tế"))
    made = actions.save(secretary, typed(issuer))
    with pytest.raises(NotFound):
        actions.change(stranger, made.id, 1, typed(issuer))
    with pytest.raises(NotAllowed):
        actions.save(stranger, typed(issuer))
    assert actions.find(stranger).total == 0


def test_a_second_click_and_an_old_page_change_nothing(issuer):
    secretary, key = people.actor(Role.SECRETARY, issuer=issuer), uuid4()
    made = actions.save(secretary, typed(issuer), key)
    with pytest.raises(AlreadyDone) as again:
        actions.save(secretary, typed(issuer), key)
    assert again.value.result == str(made.id)
    actions.change(secretary, made.id, 1, typed(issuer, name="Dân vận khéo 2026"))
    with pytest.raises(Stale):
        actions.change(secretary, made.id, 1, typed(issuer))
    assert actions.find(secretary).total == 1


def test_a_campaign_under_way_keeps_a_hundred_points_and_a_closed_one_stays_as_it_is(issuer):
    secretary, cell = people.actor(Role.SECRETARY, issuer=issuer), world.unit()
    made = actions.save(secretary, typed(issuer))
    made = actions.launch(secretary, made.id, made.version, [cell])
    with pytest.raises(Invalid):
        actions.change(secretary, made.id, made.version, typed(issuer, criteria=(Criterion("Nội dung", 60),)))
    closed = actions.close(secretary, made.id, made.version)
    assert closed.state is CampaignState.CLOSED
    with pytest.raises(NotAllowed):
        actions.change(secretary, made.id, closed.version, typed(issuer))
    assert actions.find(secretary).counts == {CampaignState.CLOSED: 1}


@pytest.mark.proves("F02.09")
def test_next_year_takes_over_everything_but_the_dates(issuer):
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    made = actions.as_new_year(secretary, actions.save(secretary, typed(issuer)).id, 2027)
    assert (made.name, made.from_date, made.to_date) == ("Dân vận khéo năm 2027", date(2027, 1, 1), date(2027, 12, 31))
    assert made.deadlines == {Stage.REGISTER: date(2027, 3, 1), Stage.NOMINATE: date(2027, 12, 1)}
    assert [c.max_points for c in made.criteria] == [60, 40, 5]
    assert made.state is CampaignState.DRAFT


def test_the_list_is_searched_without_marks_and_counts_every_state(issuer):
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    actions.save(secretary, typed(issuer))
    actions.save(secretary, typed(issuer, name="Đền ơn đáp nghĩa 100%"))
    assert [row.name for row in actions.find(secretary, search="den on").rows] == ["Đền ơn đáp nghĩa 100%"]
    assert [row.name for row in actions.find(secretary, search="100%").rows] == ["Đền ơn đáp nghĩa 100%"]
    assert actions.find(secretary, search="0%0").rows == ()
    assert actions.find(secretary, limit=1).total == 2
