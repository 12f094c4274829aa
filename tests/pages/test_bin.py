"""Thùng rác on the screen: what lies there, one press back, an empty bin, the administrator's numbers."""

from __future__ import annotations

from datetime import date

import pytest

from recognition.campaigns import actions as campaigns
from recognition.campaigns.terms import CampaignInput, CampaignKind
from recognition.hall.words import Role, State
from recognition.nominations import actions as nominations
from tests.support import awards, people, world
from vietnamese import dates

pytestmark = pytest.mark.proves("F15.05")
FILE = "pages/home/bin.py"


@pytest.fixture
def secretary(duck):
    """A secretary with a campaign in preparation in the bin; today is 26 November 2026."""
    with dates.fixed(date(2026, 11, 26)):
        issuer = world.issuer()
        who = people.actor(Role.SECRETARY, issuer=issuer)
        made = campaigns.save(who, CampaignInput(issuer_id=issuer, name="Dân vận khéo 2027", kind=CampaignKind.REGULAR, from_date=date(2027, 1, 1), to_date=date(2027, 12, 31)))
        campaigns.discard(who, made.id, made.version)
        yield who


def test_a_campaign_comes_back_with_one_press(screen, secretary):
    app = screen(secretary, FILE)
    assert not app.exception
    assert [one.value for one in app.subheader] == ["Phong trào đang soạn · 1"]
    assert any("khôi phục được đến hết 26/12/2026" in one.value for one in app.markdown)
    next(one for one in app.button if one.label == "Khôi phục").click().run()
    assert not app.exception
    assert app.subheader == [] or not [one for one in app.subheader if "Phong trào" in one.value]
    assert campaigns.find(secretary).total == 1


def test_erasing_a_campaign_asks_first(screen, secretary):
    app = screen(secretary, FILE)
    next(one for one in app.button if one.label == "Xoá hẳn…").click().run()
    assert campaigns.thrown_away(secretary) != []
    next(one for one in app.button if one.label == "Xoá hẳn").click().run()
    assert not app.exception
    assert campaigns.thrown_away(secretary) == []


def test_an_empty_bin_says_so_and_the_administrator_sees_numbers_only(screen, duck):
    unit = world.unit()
    app = screen(people.actor(Role.NOMINATOR, unit=unit), FILE)
    assert not app.exception
    app = screen(people.administrator(), FILE)
    assert not app.exception
    assert [one.value for one in app.subheader] == ["Quá hạn giữ"]


def test_a_draft_that_is_withdrawn_leads_to_the_bin_and_comes_back(screen, duck):
    issuer, unit = world.issuer(), world.unit()
    who = people.actor(Role.NOMINATOR, unit=unit)
    case = awards.nomination(unit, issuer, "draft", created_by=who.account_id)
    app = screen(who, "pages/nominations/case.py", id=case)
    next(one for one in app.button if one.label == "Rút hồ sơ…").click().run()
    assert any("khôi phục được trong 30 ngày" in one.value for one in app.markdown)
    next(one for one in app.button if one.label == "Rút hồ sơ").click().run()
    assert not app.exception
    assert [one.value for one in app.title] == ["Thùng rác"]
    assert [one.id for one in nominations.thrown_away(who)] == [case]
    app = screen(who, FILE)
    next(one for one in app.button if one.label == "Khôi phục").click().run()
    assert nominations.get(who, case).state is State.DRAFT
