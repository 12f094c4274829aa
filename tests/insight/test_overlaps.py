"""The calendar of campaigns: which overlap in days, fields and units, which weeks ask several papers of a unit, who sees what."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from recognition.campaigns.terms import Stage
from recognition.campaigns.themes import Field
from recognition.hall.errors import NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.insight.actions import overlaps
from recognition.insight.rules import overlaps as rules
from recognition.insight.terms.overlaps import Planned
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 6, 30)
OFFICE, UNION = UUID(int=100), UUID(int=101)
ONE, TWO = UUID(int=1), UUID(int=2)
Fields = frozenset[Field]


def planned(name, since=date(2026, 1, 1), until=date(2026, 12, 31), fields=(Field.ECONOMY,), units=(ONE, TWO), issuer=OFFICE, launched=True, deadlines=()):
    names = {OFFICE: "Đảng uỷ", UNION: "Công đoàn"}
    return Planned(uuid4(), name, issuer, names[issuer], launched, since, until, frozenset(fields), deadlines, frozenset(units if launched else ()))


def deadline(campaign, stage, day):
    with transaction(None) as t:
        t.run("insert into campaign_deadline (id, campaign_id, stage, day) values ($1, $2, $3, $4)", uuid4(), campaign, stage, day)


def about(campaign, *fields):
    with transaction(None) as t:
        t.run("update campaign set fields = $2 where id = $1", campaign, "[" + ",".join(f'"{field}"' for field in fields) + "]")


@pytest.fixture
def scene(database):
    """Two campaigns under way on common fields, one to come for the school only, one in preparation, one that is over."""
    with dates.fixed(TODAY):
        issuer = world.issuer()
        root = world.unit("Đảng bộ Khối", kind="committee")
        health, school = world.unit("Chi bộ Trạm Y tế", parent=root), world.unit("Chi bộ Trường Chính trị", parent=root)
        year = world.campaign(issuer, "Dân vận khéo", units=(health, school))
        summer = world.campaign(issuer, "Mùa hè xanh", units=(health, school), since=date(2026, 6, 1), until=date(2026, 8, 31))
        autumn = world.campaign(issuer, "Học tốt", units=(school,), since=date(2026, 9, 1), until=date(2026, 11, 30))
        draft = world.campaign(issuer, "Tết vì người nghèo", state="draft", since=date(2026, 12, 1), until=date(2027, 2, 28))
        world.campaign(issuer, "Đã hết hạn", units=(health, school), until=date(2026, 6, 29))
        world.campaign(issuer, "Đã đóng", units=(health, school), state="closed")
        about(year, "economy", "culture_society")
        about(summer, "economy")
        about(draft, "economy")
        for campaign, stage, day in (
            (year, "report", date(2026, 8, 24)), (summer, "report", date(2026, 8, 30)), (summer, "nominate", date(2026, 8, 28)), (summer, "vote", date(2026, 8, 28)),
            (year, "nominate", date(2026, 12, 5)), (year, "register", date(2026, 3, 31)), (summer, "register", date(2026, 3, 31)),
        ):  # fmt: skip
            deadline(campaign, stage, day)
        yield issuer, root, health, school, (year, summer, autumn, draft)


@pytest.mark.proves("N18")
def test_what_overlaps_most_stands_first_and_is_proposed_to_be_merged(scene):
    issuer, _, _, _, (year, summer, autumn, draft) = scene
    shown = overlaps.of(people.actor(Role.SECRETARY, issuer=issuer))
    assert [one.campaign_id for one in shown.campaigns] == [year, summer, autumn, draft]
    assert [(pair.first.name, pair.second.name, pair.days, pair.units, pair.merge) for pair in shown.pairs] == [
        ("Dân vận khéo", "Mùa hè xanh", 92, 2, True), ("Dân vận khéo", "Học tốt", 91, 1, False), ("Dân vận khéo", "Tết vì người nghèo", 31, None, False),
    ]  # fmt: skip
    assert shown.title == "«Dân vận khéo» và «Mùa hè xanh» trùng nhau nhiều nhất: 92 ngày, 1 lĩnh vực, 2 đơn vị; nên xem xét gộp"
    assert [pair.sentence for pair in shown.pairs] == [
        "«Dân vận khéo» và «Mùa hè xanh» cùng diễn ra 92 ngày, 01/06/2026 - 31/08/2026; chung lĩnh vực «Phát triển kinh tế»; chung 2 đơn vị. Nên xem xét gộp làm một.",
        "«Dân vận khéo» và «Học tốt» cùng diễn ra 91 ngày, 01/09/2026 - 30/11/2026; không ghi lĩnh vực nào chung; chung 1 đơn vị.",
        "«Dân vận khéo» và «Tết vì người nghèo» cùng diễn ra 31 ngày, 01/12/2026 - 31/12/2026; chung lĩnh vực «Phát triển kinh tế»; có phong trào chưa phát động nên chưa biết chung đơn vị nào.",
    ]


@pytest.mark.proves("N18")
def test_papers_of_a_unit_are_counted_week_by_week_and_the_offices_own_days_are_not(scene):
    shown = overlaps.of(people.actor(Role.SECRETARY, issuer=scene[0]))
    assert [(week.monday, week.sunday, week.most, week.units) for week in shown.weeks] == [(date(2026, 8, 24), date(2026, 8, 30), 3, 2)]
    assert shown.weeks[0].papers == (
        "Báo cáo kết quả, tự chấm điểm (Dân vận khéo, 24/08/2026)", "Gửi đề nghị khen thưởng (Mùa hè xanh, 28/08/2026)", "Báo cáo kết quả, tự chấm điểm (Mùa hè xanh, 30/08/2026)",
    )  # fmt: skip
    assert shown.weeks_title == "Tuần 24/08/2026 - 30/08/2026: 2 đơn vị phải nộp từ hai giấy tờ trở lên, nhiều nhất 3"


@pytest.mark.proves("N18")
def test_one_unit_narrows_the_calendar_and_a_unit_without_campaigns_has_none(scene):
    issuer, _, health, _, (year, summer, *_) = scene
    who = people.actor(Role.SECRETARY, issuer=issuer)
    shown = overlaps.of(who, health)
    assert [(one.campaign_id, one.units) for one in shown.campaigns] == [(year, {health}), (summer, {health})]
    assert [pair.units for pair in shown.pairs] == [1]
    nothing = overlaps.of(who, world.unit("Chi bộ mới"))
    assert (nothing.campaigns, nothing.pairs, nothing.weeks, nothing.title) == ([], [], [], "Không có phong trào nào đang hoặc sắp diễn ra")


@pytest.mark.proves("N18", "F15.01")
def test_a_unit_sees_what_was_launched_to_it_and_nothing_in_preparation(scene):
    _, _, health, school, (year, summer, autumn, _) = scene
    assert [one.campaign_id for one in overlaps.of(people.actor(Role.UNIT_LEADER, unit=school)).campaigns] == [year, summer, autumn]
    leader = people.actor(Role.LEADER, unit=health)
    assert [(one.campaign_id, one.units) for one in overlaps.of(leader).campaigns] == [(year, {health}), (summer, {health})]
    with pytest.raises(NotFound):
        overlaps.of(leader, school)
    assert overlaps.of(people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn"))).campaigns == []
    for who in (people.administrator(), people.actor(Role.NOMINATOR, unit=health)):
        with pytest.raises(NotAllowed):
            overlaps.of(who)


@pytest.mark.parametrize(
    ("one", "other", "merge"),
    (
        (planned("A"), planned("B"), True),
        (planned("A"), planned("B", fields=(Field.DEFENCE_SECURITY,)), False),
        (planned("A", fields=()), planned("B", fields=()), False),
        (planned("A"), planned("B", units=(UUID(int=9),)), None),
        (planned("A", until=date(2026, 6, 30)), planned("B", since=date(2026, 7, 1)), None),
        (planned("A", until=date(2026, 7, 1)), planned("B", since=date(2026, 7, 1)), False),
        (planned("A", until=date(2026, 6, 10)), planned("B", since=date(2026, 6, 6), until=date(2026, 6, 15)), True),
        (planned("A", until=date(2026, 6, 9)), planned("B", since=date(2026, 6, 6), until=date(2026, 6, 15)), False),
        (planned("A"), planned("B", launched=False), True),
        (planned("A"), planned("B", launched=False, fields=()), None),
    ),
)
def test_two_campaigns_could_be_one_when_half_of_the_shorter_falls_together(one, other, merge):
    assert [pair.merge for pair in rules.pairs([one, other])] == ([] if merge is None else [merge])


def test_campaigns_of_two_organs_are_to_be_talked_over():
    (pair,) = rules.pairs([planned("A"), planned("B", issuer=UNION)])
    assert pair.sentence.endswith("chung 2 đơn vị. Đảng uỷ và Công đoàn nên bàn phối hợp hoặc gộp.")


@pytest.mark.parametrize(("name", "called"), (("Dân vận khéo", "«Dân vận khéo»"), ("Phong trào «Dân vận khéo»", "Phong trào «Dân vận khéo»")))
def test_a_name_is_quoted_once(name, called):
    assert rules.called(planned(name)) == called


def test_one_campaign_and_campaigns_apart_are_said():
    apart = [planned("A", until=date(2026, 6, 30)), planned("B", since=date(2026, 7, 1))]
    assert rules.drawn(apart[:1], TODAY).title == "Một phong trào đang hoặc sắp diễn ra: A"
    assert rules.drawn(apart, TODAY).title == "Không có hai phong trào nào trùng cả thời gian và đơn vị"
    assert rules.drawn(apart, TODAY).weeks_title == "Không tuần nào đơn vị phải nộp từ hai giấy tờ trở lên"


@pytest.mark.parametrize(
    ("first", "second", "weeks"),
    (
        (date(2026, 6, 29), date(2026, 7, 5), 1),
        (date(2026, 7, 5), date(2026, 7, 6), 0),
        (date(2026, 6, 22), date(2026, 6, 28), 0),  # the week before this one
        (date(2026, 12, 28), date(2027, 1, 3), 1),
    ),
)
def test_a_week_runs_from_monday_to_sunday_and_past_ones_are_over(first, second, weeks):
    made = [planned("A", until=date(2027, 3, 1), deadlines=((Stage.REPORT, first),)), planned("B", until=date(2027, 3, 1), deadlines=((Stage.NOMINATE, second),))]
    assert len(rules.weeks(made, TODAY)) == weeks
