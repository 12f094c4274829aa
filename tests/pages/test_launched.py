"""«Phát mà không động» where people meet it: the list, the campaign, the leader's first screen."""

from __future__ import annotations

from datetime import date

import pytest

from pages.shared import parts
from recognition.hall.words import Role
from recognition.insight.actions.launches import CUSTOM
from tests.support import awards, people, world
from vietnamese import dates

SENTENCE = "Phát động ngày 01/01/2026, đã 180 ngày mà chưa đơn vị nào đăng ký mô hình hay gửi đề nghị."


@pytest.fixture
def scene(duck):
    """A leader, and two campaigns launched to a unit: one never moved, the other did."""
    with dates.fixed(date(2026, 6, 30)):
        issuer, unit = world.issuer(), world.unit("Chi bộ Trạm Y tế")
        dead, lively = world.campaign(issuer, "Chưa động", units=(unit,)), world.campaign(issuer, "Sôi nổi", units=(unit,))
        awards.nomination(unit, issuer, "endorsed", day=date(2026, 6, 20), campaign_id=lively)
        yield people.actor(Role.LEADER, issuer=issuer), dead, lively


def texts(app):
    """All words in plain HTML on the screen."""
    return " ".join(str(one.proto.body) for one in app.get("html"))


@pytest.mark.proves("N17")
def test_the_first_screen_and_the_list_show_it_in_amber_with_its_custom(screen, scene):
    who, _, _ = scene
    for file in (None, "pages/campaigns/list.py"):
        app = screen(who, file)
        assert not app.exception
        words = " ".join(one.value for one in app.markdown)
        assert "**Chưa động** :orange-badge[:material/hourglass_disabled: Phát mà không động · 180 ngày]" in words
        assert parts.said(SENTENCE) in words
        assert parts.said(CUSTOM) in words
    assert app.dataframe[0].value["Đã tham gia"].tolist() == ["Phát mà không động, 180 ngày", "1/1 đơn vị"]


@pytest.mark.proves("N17")
def test_the_campaign_itself_shows_it_and_one_that_moves_does_not(screen, scene):
    who, dead, lively = scene
    app = screen(who, "pages/campaigns/campaign.py", id=dead)
    assert [one.value for one in app.markdown if "orange-badge" in one.value] == [":orange-badge[:material/hourglass_disabled: Phát mà không động · 180 ngày]"]
    assert SENTENCE in texts(app)
    assert CUSTOM not in texts(screen(who, "pages/campaigns/campaign.py", id=lively))
