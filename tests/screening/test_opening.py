"""A case's page reads everything of one moment, and nobody's page more than that person may see."""

import pytest

from recognition.hall.errors import NotFound
from recognition.hall.words import Role
from recognition.nominations import actions as nominations
from recognition.screening import actions
from recognition.screening.actions import opening, radar
from tests.support import people, world


def test_the_secretary_opens_a_case_with_its_checks_and_what_may_repeat_it(place):
    place.endorsed()
    case = place.endorsed(title="Trả lại 85 triệu đồng nhặt được ở bến xe")
    found = opening.opened(place.secretary, case.id)
    assert found.whole == nominations.whole(place.secretary, case.id)
    assert found.screened is not None
    assert found.screened.checks == actions.checks(place.secretary, case.id)
    assert found.screened.alike == radar.around(place.secretary, case.id) != ()
    assert found.criteria == ()


def test_whoever_does_not_screen_opens_the_case_alone(place):
    case = place.endorsed()
    for who in (place.nominator, place.leader):
        found = opening.opened(who, case.id)
        assert (found.whole.case.id, found.screened) == (case.id, None)


def test_what_has_not_left_its_unit_is_opened_by_its_unit_alone(place):
    draft = nominations.save_draft(place.nominator, place.deed())
    assert opening.opened(place.nominator, draft.id).screened is None
    for stranger in (place.secretary, people.actor(Role.NOMINATOR, unit=world.unit("Công đoàn cơ sở Bến xe"))):
        with pytest.raises(NotFound):
            opening.opened(stranger, draft.id)
