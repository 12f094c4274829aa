"""Công bằng khen thưởng on the screen: each finding a sentence, a small group untold, who has the page."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from pages.insight import fair_tables
from pages.shared import navigation
from recognition.hall.words import Role
from recognition.insight import actions
from recognition.insight.terms.fairness import Again, Finding, Gathered, Group, Portion, UnitShare
from tests.insight.test_fairness import praise, staff
from tests.support import people, world
from vietnamese import dates

FILE = "pages/insight/fairness.py"


@pytest.fixture
def scene(duck):
    """An issuer with a hospital where six of ten women and none of ten men were praised, and a unit without people; today is 30 June 2026."""
    with dates.fixed(date(2026, 6, 30)):
        issuer, unit, quiet = world.issuer(), world.unit("Bệnh viện"), world.unit("Chi bộ mới")
        women, _ = staff(unit, 10, "female"), staff(unit, 10, "male")
        praise(issuer, world.award_type(), unit, women[:6], date(2026, 3, 1))
        praise(issuer, world.award_type("bang_khen", "Bằng khen"), unit, women[:6], date(2025, 3, 1))
        yield issuer, quiet


def words(app):
    return " ".join(one.proto.body for one in app.get("html"))


@pytest.mark.proves("N15", "F11.07")
def test_each_finding_is_a_sentence_with_its_table(screen, scene):
    app = screen(people.actor(Role.LEADER, issuer=scene[0]), FILE)
    assert not app.exception
    assert [one.value for one in app.subheader] == [
        "Nữ: 100 % cá nhân được khen, cao hơn phần trong nhân sự (50 %)", "1 đơn vị có khen thưởng trong năm 2026; sổ có 1 đơn vị có người",
        "100 % người được khen năm 2025 lại được khen năm 2026; những người khác: 0 %",
    ]  # fmt: skip
    assert "Người lao động trực tiếp: 100 % cá nhân được khen, 100 % nhân sự; tương đương." in words(app)
    assert app.dataframe[0].value["Trong cá nhân được khen"].tolist() == ["100 % (6 trong 6)", "0 % (0 trong 6)", "100 % (6 trong 6)"]
    assert app.dataframe[0].value["Chênh lệch"].tolist() == ["bằng nhau", "bằng nhau", "cao hơn 50 điểm"]


def test_a_unit_without_people_and_a_year_without_awards_break_nothing(screen, scene):
    issuer, quiet = scene
    for app in (screen(people.actor(Role.UNIT_LEADER, unit=quiet), FILE), screen(people.actor(Role.SECRETARY, issuer=issuer), FILE).selectbox(key="fairness_year").set_value(2018).run()):
        assert not app.exception
        assert app.subheader[0].value.endswith("chưa có cá nhân nào được khen")
        assert len(app.dataframe) == 0


@pytest.mark.proves("N15")
def test_a_small_group_is_untold_on_the_screen_and_empty_in_the_workbook():
    few = Finding(Group.WOMEN, Portion(3, 20, 1, True), Portion(30, 60, 0, False), False, "Nữ: có nhóm dưới 5 người nên không nêu số.")
    assert [column.value(few) for column in fair_tables.GROUPS] == ["Nữ", "không nêu, có nhóm dưới 5 người", "50 % (30 trong 60)", "–"]
    assert fair_tables.GROUPS_TABLE.cells(few) == ["Nữ", None, None, None, 1, 30, 60, 50.0, 0, None, few.sentence]
    assert fair_tables.UNITS_TABLE.cells(UnitShare("Trạm", 7, None, 0.35, None)) == ["Trạm", 7, 35.0, None, None]
    assert fair_tables.AGAIN_TABLE.cells(Again("Cá nhân", 20, None, None, None)) == ["Cá nhân", 20, None, None, None, None]
    assert len(fair_tables.GROUPS_TABLE.headings) == 11


def test_every_table_is_a_workbook_with_numbers_and_empty_cells(duck):
    who = people.actor(Role.LEADER, unit=world.unit())
    for table, row in (
        (fair_tables.GROUPS_TABLE, Finding(Group.WOMEN, Portion(30, 60, 1, False), Portion(3, 60, 0, True), False, "…")),
        (fair_tables.UNITS_TABLE, UnitShare("Trạm", 7, None, 0.35, None)),
        (fair_tables.GATHERED_TABLE, Gathered("Đơn vị, năm 2026", 20, 100, 60, 0.5)),
        (fair_tables.AGAIN_TABLE, Again("Cá nhân", 20, None, None, None)),
    ):
        made = openpyxl.load_workbook(io.BytesIO(actions.sheet(who, table.title, table.headings, [table.cells(row)]))).active
        cells = [[cell.value for cell in line] for line in made.iter_rows()]
        assert (cells[-2], cells[-1]) == (list(table.headings), table.cells(row))


def test_it_is_for_those_who_see_figures(duck):
    unit = world.unit()
    seen = {role: FILE in [entry.file for entry in navigation.for_actor(people.actor(role, unit=unit))] for role in (Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)}
    assert seen == {Role.NOMINATOR: False, Role.UNIT_LEADER: True, Role.LEADER: True}
