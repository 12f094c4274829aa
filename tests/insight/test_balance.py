"""The map of fields and units: the gaps, by name, never wider than the view."""

from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

import pytest

from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.words import Role
from recognition.insight.actions import balance
from recognition.insight.rules import balance as rules
from recognition.insight.terms.balance import BalanceAsked, BalanceRow, What
from recognition.insight.terms.branches import Branch
from recognition.insight.terms.years import Count
from tests.insight.test_launches import model_year
from tests.support import awards, people, world
from vietnamese import dates

TODAY = date(2026, 6, 30)
FIELDS = ("Phát triển kinh tế", "Văn hoá - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị")


@pytest.fixture
def scene(database):
    """A root with three units; models of 2026 in two of them, one of 2025, two awards."""
    with dates.fixed(TODAY):
        issuer = world.issuer()
        root = world.unit("Đảng bộ Khối", kind="committee")
        health, school, farm = (world.unit(name, parent=root) for name in ("Chi bộ Trạm Y tế", "Chi bộ Trường Chính trị", "Chi bộ Nông trường"))
        cell = world.unit("Tổ cấp cứu", parent=health)
        world.unit("Chi bộ đã giải thể", parent=root, until=date(2025, 12, 31))
        campaign = world.campaign(issuer, units=(health,))
        for unit, field, year in ((health, "economy", 2026), (cell, "culture_society", 2026), (school, "economy", 2026), (farm, "economy", 2025)):
            model_year(campaign, issuer, unit, datetime(year, 2, 1), field, year)
        given = awards.decision(issuer, date(2026, 3, 1))
        awards.award(given, world.award_type(), farm, date(2026, 3, 1), field="political_system")
        awards.award(given, world.award_type("bang_khen", "Bằng khen"), farm, date(2026, 3, 1))
        yield issuer, root, health, school


@pytest.mark.proves("N22")
def test_models_by_field_and_unit_with_the_gaps_by_name(scene):
    shown = balance.of(people.actor(Role.SECRETARY, issuer=scene[0]), BalanceAsked(2026))
    assert shown.fields == FIELDS
    assert shown.rows == [
        BalanceRow("Chi bộ Nông trường", (0, 0, 0, 0), True), BalanceRow("Chi bộ Trạm Y tế", (1, 1, 0, 0), True), BalanceRow("Chi bộ Trường Chính trị", (1, 0, 0, 0), True),
    ]  # fmt: skip
    assert shown.title == "9 trong 12 ô còn trống"
    assert shown.sentences == (
        "«Văn hoá - xã hội»: 1 đơn vị chưa có mô hình: Chi bộ Trường Chính trị.",
        "«Quốc phòng - an ninh»: chưa đơn vị nào có mô hình.",
        "«Xây dựng hệ thống chính trị»: chưa đơn vị nào có mô hình.",
        "Chưa có mô hình ở lĩnh vực nào: Chi bộ Nông trường.",
    )


@pytest.mark.proves("N22")
def test_awards_without_a_field_are_told_beside_the_map(scene):
    shown = balance.of(people.actor(Role.SECRETARY, issuer=scene[0]), BalanceAsked(2026, what=What.AWARDS))
    assert shown.rows[0] == BalanceRow("Chi bộ Nông trường", (0, 0, 0, 1), True)
    assert shown.sentences[-1] == "1 khen thưởng không ghi lĩnh vực nên không có trên bản đồ."


def test_a_year_without_models_and_a_unit_without_cases_say_so(scene):
    issuer, _, _, school = scene
    who = people.actor(Role.SECRETARY, issuer=issuer)
    assert balance.of(who, BalanceAsked(2020)).title == "Năm 2020 chưa có mô hình nào ghi lĩnh vực"
    shown = balance.of(who, BalanceAsked(2026, school, What.AWARDS))
    assert (shown.rows, shown.sentences) == ([BalanceRow("Chi bộ Trường Chính trị", (0, 0, 0, 0), True)], ("Chưa có khen thưởng ở lĩnh vực nào: Chi bộ Trường Chính trị.",))


@pytest.mark.proves("N22", "F15.01")
def test_rights_and_years_that_cannot_be_asked_for(scene):
    _, _, health, school = scene
    leader = people.actor(Role.LEADER, unit=health)
    assert [row.name for row in balance.of(leader, BalanceAsked(2026)).rows] == ["Chi bộ Trạm Y tế", "Tổ cấp cứu"]
    with pytest.raises(NotFound):
        balance.of(leader, BalanceAsked(2026, school))
    with pytest.raises(Invalid) as wrong:
        balance.of(leader, BalanceAsked(2027))
    assert wrong.value.fields == {"year": "Năm 2027 ngoài khoảng xem được. Anh/chị chọn từ 2017 đến 2026."}
    for who in (people.administrator(), people.actor(Role.NOMINATOR, unit=health)):
        with pytest.raises(NotAllowed):
            balance.of(who, BalanceAsked(2026))
    assert balance.of(people.actor(Role.LEADER), BalanceAsked(2026)).rows == []


def row(name, *numbers, waited=True):
    return BalanceRow(name, numbers, waited)


@pytest.mark.parametrize(
    ("rows", "title"),
    (
        ([], "Năm 2026 chưa có mô hình nào ghi lĩnh vực"),
        ([row("A", 0, 0, 0, 0)], "Năm 2026 chưa có mô hình nào ghi lĩnh vực"),
        ([row("A", 1, 2, 3, 4)], "Năm 2026, đơn vị nào cũng có mô hình ở cả bốn lĩnh vực"),
        ([row("A", 1, 2, 0, 4), row("B", 1, 1, 0, 0)], "3 trong 8 ô còn trống, nhiều nhất ở «Quốc phòng - an ninh»"),
        ([row("A", 1, 2, 0, 4), row("Cụm", 1, 0, 0, 0, waited=False)], "1 trong 8 ô còn trống, nhiều nhất ở «Quốc phòng - an ninh»"),
        ([row("A", 1, 2, 3, 4), row("Cũ", 1, 0, 0, 0, waited=False)], "Năm 2026, đơn vị nào cũng có mô hình ở cả bốn lĩnh vực"),
    ),
)
def test_the_title_counts_gaps_of_units_that_are_waited_for(rows, title):
    assert rules.title(What.MODELS, 2026, rows) == title


def test_many_missing_units_are_named_up_to_six():
    branches = [Branch(uuid4(), f"Đơn vị {number}", True) for number in range(9)]
    counts = [Count(2026, 1, branch.unit_id, field=field) for branch in branches for field in ("economy", "defence_security", "political_system")]
    counts.append(Count(2026, 1, branches[0].unit_id, field="culture_society"))
    shown = rules.drawn(What.MODELS, 2026, counts, {branch.unit_id: branch.unit_id for branch in branches}, branches)
    assert shown.sentences == ("«Văn hoá - xã hội»: 8 đơn vị chưa có mô hình: Đơn vị 1, Đơn vị 2, Đơn vị 3, Đơn vị 4, Đơn vị 5, Đơn vị 6 và 2 đơn vị nữa.",)
