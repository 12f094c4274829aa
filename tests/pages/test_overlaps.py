"""Lịch phong trào on the screen: the finding, the pairs, the weeks, one click to a campaign, who has the page."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from pages.shared import frame, navigation, parts
from recognition.hall.words import Role
from tests.insight.test_overlaps import about, deadline
from tests.support import people, world
from vietnamese import dates

FILE = "pages/insight/overlaps.py"


@pytest.fixture
def scene(duck):
    """Two campaigns of one issuer on one field with papers in one week, and a unit without any; today is 30 June 2026."""
    with dates.fixed(date(2026, 6, 30)):
        issuer, unit, quiet = world.issuer(), world.unit("Chi bộ Trạm Y tế"), world.unit("Chi bộ mới")
        made = [world.campaign(issuer, name, units=(unit,), since=date(2026, 6, 1)) for name in ("Dân vận khéo", "Mùa hè xanh")]
        for campaign in made:
            about(campaign, "economy")
            deadline(campaign, "report", date(2026, 8, 24))
        yield issuer, quiet, made


@pytest.mark.proves("N18")
def test_the_page_says_which_overlap_and_which_week_is_full(screen, scene):
    app = screen(people.actor(Role.SECRETARY, issuer=scene[0]), FILE)
    assert not app.exception
    assert [one.value for one in app.subheader] == [
        "«Dân vận khéo» và «Mùa hè xanh» trùng nhau nhiều nhất: 214 ngày, 1 lĩnh vực, 1 đơn vị; nên xem xét gộp", "Phong trào trùng nhau · 1",
        "Tuần 24/08/2026 - 30/08/2026: 1 đơn vị phải nộp từ hai giấy tờ trở lên, nhiều nhất 2",
    ]  # fmt: skip
    assert app.dataframe[0].value["Trạng thái"].tolist() == ["Đang diễn ra", "Đang diễn ra"]
    assert app.dataframe[1].value["Gợi ý"].tolist() == ["Xem xét gộp"]
    assert "Nên xem xét gộp làm một." in " ".join(one.proto.body for one in app.get("html"))


@pytest.mark.proves("N18")
def test_one_click_opens_the_campaign(screen, scene, monkeypatch):
    monkeypatch.setattr(parts, "paged_table", lambda found, *_, **__: next(iter(found), None))
    went = []
    monkeypatch.setattr(frame, "go", lambda file, **parameters: went.append((file, parameters["id"])))
    screen(people.actor(Role.LEADER, issuer=scene[0]), FILE)
    assert went[-1] == ("pages/campaigns/campaign.py", scene[2][0])


def test_many_campaigns_and_pairs_stand_on_pages_and_are_drawn_page_by_page(screen, scene):
    issuer, _, _ = scene
    unit = world.unit("Chi bộ Phường 1")
    for number in range(21):
        about(world.campaign(issuer, f"Phong trào số {number}", units=(unit,), since=date(2026, 6, 2)), "economy")
    app = screen(people.actor(Role.SECRETARY, issuer=issuer), FILE)
    (drawn,) = app.get("vega_lite_chart")
    assert len(set(pa.ipc.open_stream(drawn.proto.data.data).read_all().column("Phong trào").to_pylist())) == 20
    assert [len(one.value) for one in app.dataframe[:2]] == [20, 50]
    app.session_state["overlaps_campaigns"] = 2
    app.session_state["overlaps_pairs:page"] = 5
    app.run()
    assert not app.exception
    assert [len(one.value) for one in app.dataframe[:2]] == [3, 11]
    assert [one.value for one in app.caption][:2] == ["21–23 trong 23 phong trào", "201–211 trong 211 cặp"]


def test_a_unit_without_campaigns_is_told_so(screen, scene):
    app = screen(people.actor(Role.UNIT_LEADER, unit=scene[1]), FILE)
    assert not app.exception
    assert app.subheader[0].value == "Không có phong trào nào đang hoặc sắp diễn ra"
    assert len(app.dataframe) == 0


def test_it_is_for_those_who_see_figures(duck):
    unit = world.unit()
    seen = {role: FILE in [entry.file for entry in navigation.for_actor(people.actor(role, unit=unit))] for role in (Role.NOMINATOR, Role.UNIT_LEADER, Role.LEADER)}
    assert seen == {Role.NOMINATOR: False, Role.UNIT_LEADER: True, Role.LEADER: True}
