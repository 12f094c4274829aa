"""The letters on results beside a campaign, for the secretary and for a unit."""

import pytest

from recognition.hall.words import Role
from tests.decisions.conftest import DAY, open_office
from tests.pages.test_shared_frame import everything
from tests.support import people, world
from vietnamese import dates

PAGE = "pages/campaigns/campaign.py"
HEAD = "Thông báo kết quả xét"


@pytest.fixture
def office(duck):
    with dates.fixed(DAY):
        yield open_office()


def downloads(app):
    return [each.label for each in app.get("download_button")]


@pytest.mark.proves("N26")
def test_the_secretary_takes_all_letters_and_a_unit_only_its_own(screen, office):
    first, other = office.unit, world.unit("Chi bộ Kho bạc")
    campaign = world.campaign(office.issuer, units=(first, other))
    empty = screen(office.secretary, PAGE, id=campaign)
    assert (HEAD in everything(empty), downloads(empty)) == (False, [])
    office.case("Trần Thị Ánh", campaign_id=campaign)
    office.unit = other
    office.case("Lê Văn Tòng", campaign_id=campaign)
    app = screen(office.secretary, PAGE, id=campaign)
    assert not app.exception
    assert downloads(app) == ["Tất cả 2 đơn vị (ZIP)", "Tải thông báo (Word)"]
    for role in (Role.NOMINATOR, Role.UNIT_LEADER):
        own = screen(people.actor(role, unit=other), PAGE, id=campaign)
        assert not own.exception
        assert downloads(own) == ["Tải thông báo (Word)"]
    assert downloads(screen(people.actor(Role.NOMINATOR, unit=world.unit("Chi bộ Thuế")), PAGE, id=campaign)) == []
