"""What waits in the campaigns, for the secretary alone."""

import pytest

from pages.campaigns import waiting
from recognition.hall.words import Role
from tests.support import people, world

pytestmark = pytest.mark.usefixtures("duck")


def test_the_first_campaign_is_asked_for_and_a_draft_waits_to_be_launched():
    issuer = world.issuer()
    who = people.actor(Role.SECRETARY, issuer=issuer)
    assert [(item.title, item.verb) for item in waiting.items(who)] == [("Soạn phong trào thi đua đầu tiên", "Soạn phong trào")]
    world.campaign(issuer)
    assert waiting.items(who) == []
    draft = world.campaign(issuer, "Thi đua năm 2027", state="draft")
    assert [(item.title, item.id) for item in waiting.items(who)] == [("Phát động: Thi đua năm 2027", draft)]
    assert waiting.items(people.actor(Role.NOMINATOR, unit=world.unit())) == []
