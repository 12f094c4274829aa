"""Biểu thống kê on the screen: the form, what stands behind a number, what is open, who has the page."""

from __future__ import annotations

import io
import re
from datetime import date

import openpyxl
import pytest
from docx import Document

from pages.shared import navigation
from recognition.hall.errors import Invalid
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.insight.actions import statistics as figures
from recognition.insight.terms.statistics import Asked, Form
from tests.support import awards, people, world
from vietnamese import dates

pytestmark = pytest.mark.proves("F11.02")
FILE = "pages/insight/statistics.py"


@pytest.fixture
def scene(duck):
    """An issuer with three bằng khen in the reporting year 2026, of one of which the class is not known; today is 26 November 2026."""
    with dates.fixed(date(2026, 11, 26)):
        issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế")
        form, day = world.award_type("bang_khen", "Bằng khen", level=40), date(2026, 3, 1)
        with transaction(None) as t:
            t.run("update award_type set family = 'bang_khen' where id = $1", form)
        made = awards.decision(issuer, day, campaign_id=world.campaign(issuer))
        for name, known in (("Lê Văn Tòng", "direct_worker"), ("Trần Thị Mai", "direct_worker"), ("Vũ Văn Minh", None)):
            awards.award(made, form, unit, day, name=name, recipient_class=known)
        yield people.actor(Role.SECRETARY, issuer=issuer), issuer


def drawn(app) -> dict[str, list[str]]:
    """Row of the form → its cells."""
    table = next(one.value for one in app.get("html") if "gs-form" in str(one.value))
    return {name: re.findall("<td>(.*?)</td>", cells) for name, cells in re.findall(r'<tr><th scope="row"[^>]*>(.*?)</th>(.*?)</tr>', table)}


def test_the_form_is_drawn_and_a_number_opens_to_its_awards(screen, scene):
    app = screen(scene[0], FILE)
    assert not app.exception
    assert app.subheader[0].value == "Biểu 0603: khen thưởng cấp bộ, cấp tỉnh"
    form = drawn(app)
    assert form["Tổng số"] == ["01", "3", "3", "–", "–", "–"]
    assert form["Đối ngoại"] == ["14", "", "", "", "", ""]
    assert sorted(app.dataframe[0].value["Tên"]) == ["Đồng chí Lê Văn Tòng", "Đồng chí Trần Thị Mai", "Đồng chí Vũ Văn Minh"]
    app.selectbox(key="statistics_row_ministry").select_index(2).run()
    assert sorted(app.dataframe[0].value["Tên"]) == ["Đồng chí Lê Văn Tòng", "Đồng chí Trần Thị Mai"]
    assert [one.label for one in app.expander] == ["Chưa ghi lãnh đạo hay người trực tiếp · 1"]
    assert any("chưa đối chiếu với bản chính" in one.value for one in app.warning)


def test_the_screen_opens_on_a_form_that_has_numbers(screen, duck):
    issuer, unit = world.issuer(), world.unit()
    who = people.actor(Role.SECRETARY, issuer=issuer)
    with dates.fixed(date(2026, 11, 26)):
        assert screen(who, FILE).subheader[0].value == "Biểu 0603: khen thưởng cấp bộ, cấp tỉnh"
        decision = awards.decision(issuer, date(2026, 6, 25))
        awards.award(decision, world.award_type(), unit, date(2026, 6, 25), name="Lê Văn Tòng")
        assert screen(who, FILE).subheader[0].value == "Bảng phụ: khen thưởng ở cơ sở"


def test_every_form_can_be_drawn_with_nothing_in_it(screen, scene):
    app = screen(scene[0], FILE)
    for form in (Form.STATE, Form.MOVEMENTS, Form.BASE):
        app.selectbox(key="statistics_form").select(form).run()
        assert not app.exception
        assert app.subheader[0].value == form.label
    app.selectbox(key="statistics_year").select_index(3).run()
    assert not app.exception


def test_whoever_sees_no_figures_has_no_such_page(duck):
    unit = world.unit()
    seen = {role: FILE in [entry.file for entry in navigation.for_actor(people.actor(role, unit=unit))] for role in (Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)}
    assert seen == {Role.NOMINATOR: False, Role.UNIT_LEADER: True, Role.LEADER: True}


def test_a_receiver_too_long_for_the_head_is_said_and_kept(screen, scene):
    app = screen(scene[0], FILE)
    field = next(one for one in app.text_input if one.key.startswith("statistics_receiver"))
    field.set_value("Sở Nội vụ " * 30).run()
    assert not app.exception
    assert any("Anh/chị viết gọn lại" in one.value for one in app.markdown)
    with pytest.raises(Invalid):
        figures.word(scene[0], figures.filled(scene[0], Asked(Form.MINISTRY, 2026, issuer_id=scene[1])), "x" * 201)


def test_word_and_excel_say_the_same_as_the_screen(scene):
    who, issuer = scene
    made = figures.filled(who, Asked(Form.MINISTRY, 2026, issuer_id=issuer))
    table = Document(io.BytesIO(figures.word(who, made, "Sở Nội vụ tỉnh Sông Lam"))).tables[1]
    assert [cell.text for cell in table.rows[3].cells] == ["Tổng số", "01", "\u00a0", "3", "3", "0", "0", "0"]
    assert [cell.text for cell in table.rows[18].cells] == ["- Đối ngoại", "14", *["\u00a0"] * 6]
    sheet = openpyxl.load_workbook(io.BytesIO(figures.excel(who, made, "=Sở Nội vụ"))).active
    rows = {row[1].value: [cell.value for cell in row[3:]] for row in sheet.iter_rows() if row[1].value}
    assert (rows["01"], rows["10"], rows["14"]) == ([3, 3, 0, 0, 0], [2, 2, 0, 0, 0], [None] * 5)
    assert sheet["A1"].value == "Biểu số: 0603.N/BNV-TĐKT"
