"""The leaders' page: right figures, and never wider than the person's view."""

from datetime import date, datetime

import pytest

from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.insight import actions
from recognition.insight.terms import FieldRow, Filters, HistoryLine, MonthDays, SilentUnit, Step, UnitBar
from tests.support import awards, people, world
from vietnamese import dates

YEAR = Filters(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def scene(database):
    """Two units under one root, four awards of one issuer, one of another."""
    issuer, other = world.issuer(), world.issuer("Liên đoàn Lao động tỉnh", short_sign="LĐLĐ", track="union", pattern="{number}/QĐ-{sign}")
    root = world.unit("Đảng bộ Khối", kind="committee")
    health, school = world.unit("Chi bộ Trạm Y tế", parent=root), world.unit("Chi bộ Trường Chính trị", parent=root)
    form = world.award_type()
    march = awards.decision(issuer, date(2026, 3, 20))
    awards.award(march, form, health, date(2026, 3, 20), deed_date=date(2026, 3, 10))
    awards.award(march, form, health, date(2026, 3, 20), deed_date=date(2026, 2, 28), recipient_class="manager", field="economy")
    awards.award(march, form, school, date(2026, 3, 20), kind="collective", recipient_class=None, field="economy")
    awards.award(march, form, school, date(2026, 3, 20), state="revoked")
    awards.award(awards.decision(issuer, date(2025, 5, 1)), form, health, date(2025, 5, 1))
    awards.award(awards.decision(other, date(2026, 4, 1)), form, school, date(2026, 4, 1))
    for state in ("draft", "submitted", "endorsed", "awarded", "passed"):
        awards.nomination(health, issuer, state)
    return issuer, root, health, school


@pytest.mark.proves("F11.01", "F11.05", "F11.06", "F03.05", "N01")
def test_a_secretary_sees_the_issuers_figures(scene):
    issuer, root, health, school = scene
    shown = actions.dashboard(people.actor(Role.SECRETARY, issuer=issuer), YEAR)
    top = shown.headline
    assert (top.awards, top.awards_before, top.individuals, top.direct, top.median, top.ninetieth, top.silent, top.units) == (3, 1, 2, 1, 15.0, 19.0, 1, 2)
    assert shown.units == [UnitBar(health, "Chi bộ Trạm Y tế", 2, 0, 0), UnitBar(school, "Chi bộ Trường Chính trị", 0, 1, 0)]
    assert shown.funnel == [
        Step("Gửi lên", 4), Step("Cấp uỷ xác nhận", 3), Step("Tiếp nhận", 2), Step("Trình họp", 2), Step("Đạt phiếu", 2), Step("Được khen", 1),
    ]  # fmt: skip
    assert shown.months == [MonthDays(date(2026, 3, 1), 2, 15.0, 19.0)]
    assert shown.fields == [FieldRow("economy", 0, 2)]
    assert shown.silent == [SilentUnit(school, "Chi bộ Trường Chính trị", 0)], "a unit that only holds others together is not waited for"
    world.person("Lê Quang Vinh", unit_id=root)
    assert SilentUnit(root, "Đảng bộ Khối", 1) in actions.dashboard(people.actor(Role.SECRETARY, issuer=issuer), YEAR).silent


@pytest.mark.proves("F11.01", "F15.01")
def test_a_unit_leader_sees_the_own_subtree_only_whoever_awarded(scene):
    _, _, _, school = scene
    shown = actions.dashboard(people.actor(Role.UNIT_LEADER, unit=school), YEAR)
    assert (shown.headline.awards, shown.headline.units, [bar.total for bar in shown.units]) == (2, 1, [2])


def test_a_running_year_is_set_against_the_same_stretch_of_the_year_before(scene):
    before = []
    for today in (date(2026, 4, 30), date(2026, 5, 1), date(2027, 2, 1)):
        with dates.fixed(today):
            before.append(actions.dashboard(people.actor(Role.SECRETARY, issuer=scene[0]), YEAR).headline.awards_before)
    assert before == [0, 1, 1], "its only award was given on 1 May 2025"


def test_an_award_that_was_put_right_is_counted_once(scene):
    issuer, _, health, _ = scene
    awards.award(awards.decision(issuer, date(2026, 5, 2)), world.award_type("bang_khen", "Bằng khen"), health, date(2026, 5, 2), state="corrected")
    assert actions.dashboard(people.actor(Role.SECRETARY, issuer=issuer), YEAR).headline.awards == 3, "the award that replaced it stands for it"


def test_a_case_sent_before_dawn_of_new_year_counts_in_the_new_year(scene):
    issuer, _, _, school = scene
    case = awards.nomination(school, issuer, "endorsed")
    with transaction(None) as t:
        t.run("update nomination set submitted_at = $2 where id = $1", case, datetime(2025, 12, 31, 18))  # 01:00 in Hà Nội
    shown = actions.dashboard(people.actor(Role.SECRETARY, issuer=issuer), YEAR)
    assert (shown.funnel[0].number, shown.silent) == (5, [])


def test_one_unit_chosen_narrows_to_its_subtree(scene):
    issuer, root, health, _ = scene
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    totals = [actions.dashboard(secretary, Filters(YEAR.from_date, YEAR.to_date, unit)).headline.awards for unit in (root, health)]
    assert totals == [3, 2]


def test_what_is_out_of_view_is_not_found_and_wrong_days_are_said(scene):
    _, _, health, school = scene
    leader = people.actor(Role.LEADER, unit=school)
    with pytest.raises(NotFound):
        actions.dashboard(leader, Filters(YEAR.from_date, YEAR.to_date, health))
    with pytest.raises(Invalid) as wrong:
        actions.dashboard(leader, Filters(YEAR.to_date, YEAR.from_date))
    assert wrong.value.fields == {"to_date": "Ngày kết thúc trước ngày bắt đầu. Anh/chị chọn lại kỳ."}


def test_an_administrator_and_a_nominator_have_no_dashboard(scene):
    _, _, health, _ = scene
    for who in (people.administrator(), people.actor(Role.NOMINATOR, unit=health), people.nobody()):
        with pytest.raises(NotAllowed):
            actions.dashboard(who, YEAR)


def test_a_role_without_unit_or_issuer_sees_only_zeros(scene):
    shown = actions.dashboard(people.actor(Role.LEADER), YEAR)
    assert (shown.headline.awards, shown.headline.units, shown.units, shown.silent, shown.fields) == (0, 0, [], [], [])


@pytest.mark.proves("F01.04")
def test_a_history_keeps_the_names_of_its_day(database):
    issuer = world.issuer()
    unit = world.unit("Chi bộ Trạm Y tế")
    person = world.person(unit_id=unit)
    form = world.award_type()
    first = awards.decision(issuer, date(2025, 5, 1), number=7)
    second = awards.decision(issuer, date(2026, 5, 1), number=9)
    awards.award(first, form, unit, date(2025, 5, 1), person_id=person, unit="Chi bộ Trạm xá cũ")
    awards.award(second, form, unit, date(2026, 5, 1), person_id=person)
    who = people.actor(Role.SECRETARY, issuer=issuer)
    line = {"award": "Giấy khen", "name": "Lê Văn Tòng", "wording": "Đã có hành động đẹp", "state": "in_force"}
    assert actions.person_history(who, person) == [
        HistoryLine(date(2026, 5, 1), "9-QĐ/ĐUCCQ", unit="Chi bộ Trạm Y tế Phú Lộc", decision_id=second, **line),
        HistoryLine(date(2025, 5, 1), "7-QĐ/ĐUCCQ", unit="Chi bộ Trạm xá cũ", decision_id=first, **line),
    ]
    assert actions.person_history(people.actor(Role.CLERK, issuer=world.issuer("Cơ quan khác")), person) == []
