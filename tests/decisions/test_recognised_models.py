"""A decision of recognition: score and vote both allow it; the year moves with the award, or nothing does."""

from uuid import uuid4

import pytest

from recognition.dan_van_kheo import actions as models
from recognition.decisions import actions
from recognition.hall.errors import Invalid
from recognition.hall.transaction import transaction
from recognition.hall.words import ModelState
from recognition.issuing import rules as paper_rules
from recognition.issuing.store import awards as paper_store
from tests.dan_van_kheo.test_model_actions import House
from tests.decisions.conftest import DAY, Office, regulations
from tests.support import awards, cases, people, world
from vietnamese import dates


@pytest.fixture
def house(database):
    with dates.fixed(DAY):
        regulations()
        yield House()


def passed(house, year_id):
    """A case of the model's year that a session passed, and a draft of recognition for it."""
    award = world.award_type("party.chung_nhan", "Giấy chứng nhận mô hình", kind="recognition", money="none")
    with transaction(None) as t:
        t.run("update award_type set family = 'recognition_certificate' where id = $1", award)
    case = awards.nomination(house.unit, house.issuer, "passed", recipient_id=house.recipient, award_type_id=award, campaign_id=house.campaign)
    with transaction(None) as t:
        t.run("update nomination set subject = 'model_year', model_year_id = $2, wording = 'Mô hình hiệu quả' where id = $1", case, year_id)
    office = Office(house.issuer, house.unit, award, house.secretary, people.nobody(), world.council(house.issuer))
    return case, actions.from_session(house.secretary, office.session(case), "recognise")


@pytest.mark.proves("F03.01", "F08.01")
def test_recording_recognises_the_year_and_the_certificate_bears_the_models_name(house):
    checked = house.checked()
    case, draft = passed(house, checked.year.id)
    done = actions.record(house.secretary, draft.id, draft.version, 7, DAY)
    assert (models.get(house.secretary, checked.year.id).year.state, cases.state_of(case)) == (ModelState.RECOGNISED, "awarded")
    with transaction(None) as t:
        (award,) = paper_store.of_decision(t, done.id)
    facts = paper_rules.facts_of(award)
    assert (facts.recipient, facts.subject, facts.verb, facts.form) == ("Chi bộ Sở Xây dựng", checked.name, "CẤP", "GIẤY CHỨNG NHẬN")


@pytest.mark.parametrize("score", (None, 60_00))
def test_a_year_unchecked_or_under_the_mark_keeps_the_whole_decision_from_the_book(house, score):
    with transaction(None) as t:
        t.run("update campaign set pass_mark = 75")
    year = (house.reported() if score is None else house.checked(score, "Còn thiếu minh chứng.")).year
    case, draft = passed(house, year.id)
    with pytest.raises(Invalid) as refused:
        actions.record(house.secretary, draft.id, draft.version, 7, DAY, uuid4())
    assert set(refused.value.fields) == {"lines"}
    assert (cases.state_of(case), actions.awards(house.secretary, draft.id)) == ("passed", ())
