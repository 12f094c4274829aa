"""Thời gian từng khâu and Bản đồ lĩnh vực on the screen."""

from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

import pytest

from pages.shared import frame, navigation, parts
from recognition.hall.words import Role
from recognition.insight import actions
from recognition.insight.actions import stages
from recognition.insight.terms import Filters, Hit, Hits
from tests.insight.test_launches import model_year
from tests.insight.test_stages import WHOLE_WAY, travelled
from tests.support import people, world
from vietnamese import dates

STAGES, BALANCE = "pages/insight/stages.py", "pages/insight/balance.py"


@pytest.fixture
def scene(duck):
    """An issuer with one unit that had a case decided and has one waiting, and a model; and a unit that has nothing."""
    with dates.fixed(date(2026, 6, 30)):
        issuer = world.issuer()
        health, quiet = world.unit("Chi bộ Trạm Y tế"), world.unit("Chi bộ mới")
        travelled(health, issuer, "awarded", WHOLE_WAY)
        travelled(health, issuer, "accepted", {"sent": 10, "endorsed": 14, "accepted": 15}, title="Đang thẩm định")
        model_year(world.campaign(issuer), issuer, health, datetime(2026, 2, 1))
        yield issuer, quiet


@pytest.mark.proves("F11.04")
def test_the_stages_their_days_and_the_case_that_waits(screen, scene):
    issuer, quiet = scene
    app = screen(people.actor(Role.LEADER, issuer=issuer), STAGES)
    assert not app.exception
    table = app.dataframe[0].value
    assert table["Khâu"].tolist() == ["Cấp uỷ xác nhận", "Tiếp nhận", "Thẩm định", "Họp Hội đồng", "Ra quyết định", "Cấp giấy khen", "Từ gửi tới quyết định"]
    assert table["Trung vị"].tolist() == ["3 ngày", "1 ngày", "10 ngày", "7 ngày", "5 ngày", "3 ngày", "25 ngày"]
    assert app.dataframe[1].value.iloc[0].tolist() == ["Đang thẩm định", app.dataframe[1].value["Mã"][0], "Chi bộ Trạm Y tế", "Đang thẩm định", "16/03/2026", "106 ngày"]
    nothing = screen(people.actor(Role.UNIT_LEADER, unit=quiet), STAGES)
    assert not nothing.exception
    assert len(nothing.dataframe) == 0


@pytest.mark.proves("F11.04")
def test_one_click_opens_the_case_that_waits_longest(screen, scene, monkeypatch):
    monkeypatch.setattr(parts, "paged_table", lambda found, *_, **__: next(iter(found), None))
    went = []
    monkeypatch.setattr(frame, "go", lambda file, **parameters: went.append((file, parameters["id"])))
    who = people.actor(Role.LEADER, issuer=scene[0])
    screen(who, STAGES)
    assert went[-1] == ("pages/nominations/case.py", stages.of(who, Filters(date(2026, 1, 1), date(2026, 12, 31))).waiting[0].nomination_id)


@pytest.mark.parametrize(("role", "buttons"), ((Role.CLERK, ["Mở"]), (Role.LEADER, [])))
def test_what_is_found_has_a_button_only_where_its_screen_may_be_opened(screen, duck, monkeypatch, role, buttons):
    went, found = [], [Hits("certificate", [Hit("certificate", uuid4(), "Lê Văn Tòng", "số 001/2026")])]
    monkeypatch.setattr(actions, "search", lambda *_, **__: found)
    monkeypatch.setattr(frame, "go", lambda file, **parameters: went.append((file, parameters)))
    app = screen(people.actor(role, issuer=world.issuer()), "pages/insight/search.py")
    assert not app.exception
    assert [one.label for one in app.button] == buttons
    for one in app.button:
        one.click().run()
    assert went == [("pages/certificates/register.py", {"tim": "Lê Văn Tòng"})] * len(buttons)


@pytest.mark.proves("N22")
def test_the_map_names_its_gaps(screen, scene):
    app = screen(people.actor(Role.SECRETARY, issuer=scene[0]), BALANCE)
    assert not app.exception
    assert app.subheader[0].value == "7 trong 8 ô còn trống"
    assert "Chưa có mô hình ở lĩnh vực nào: Chi bộ mới." in " ".join(one.proto.body for one in app.get("html"))
    app.selectbox(key="balance_year").set_value(2019).run()
    assert not app.exception
    assert app.subheader[0].value == "Năm 2019 chưa có mô hình nào ghi lĩnh vực"


def test_both_are_for_those_who_see_figures(duck):
    unit = world.unit()
    for file in (STAGES, BALANCE):
        seen = {role: file in [entry.file for entry in navigation.for_actor(people.actor(role, unit=unit))] for role in (Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)}
        assert seen == {Role.NOMINATOR: False, Role.UNIT_LEADER: True, Role.LEADER: True}
