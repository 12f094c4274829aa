"""The public page of a model says how many units learned from it, and names only those that the public can read of anyway."""

import pytest

from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.spread_terms import LearnInput
from recognition.hall.transaction import transaction
from recognition.issuing import actions
from tests.dan_van_kheo.test_model_actions import House
from tests.dan_van_kheo.test_spread_actions import Neighbour, recognised
from tests.decisions.conftest import DAY
from tests.support import awards, world
from vietnamese import dates


@pytest.fixture
def house(database):
    with dates.fixed(DAY):
        yield House()


def praised(house, unit, *, year_id=None):
    """An award in force of a unit, of its model's year or of a deed."""
    case, decision = awards.nomination(unit, house.issuer, "awarded"), awards.decision(house.issuer, DAY)
    made = awards.award(decision, world.award_type(f"giay_khen_{decision.hex[:6]}"), unit, DAY, kind="collective", nomination_id=case)
    if year_id is not None:
        with transaction(None) as t:
            t.run("update nomination set subject = 'model_year', model_year_id = $2 where id = $1", case, year_id)
    awards.line_of(made)
    return made


def shown(house, award):
    return actions.publish(house.secretary, award, "law", "Luật 10/2022/QH15, Điều 46", "Một câu chuyện.")


@pytest.mark.proves("F14.04", "N20")
def test_the_public_page_of_a_model_counts_its_learners_and_names_public_ones(house):
    model = recognised(house)
    made = shown(house, praised(house, house.unit, year_id=model.year.id))
    assert actions.published_one(made.id).spread == ""
    known, hidden = Neighbour(house, "Chi bộ Sở Tài chính"), Neighbour(house, "Chi bộ Sở Y tế")
    for unit in (known, hidden):
        models.replicate(unit.nominator, model.year.id, LearnInput(unit.unit, DAY, "Việc riêng của đơn vị"))
    assert actions.published_one(made.id).spread == "Mô hình đã được 2 đơn vị học tập, làm theo."
    other = shown(house, praised(house, known.unit))
    sentence = "Mô hình đã được 2 đơn vị học tập, làm theo. Trong đó có Chi bộ Sở Tài chính."
    assert actions.published_one(made.id).spread == sentence
    assert {row.id: row.spread for row in actions.published().rows} == {made.id: sentence, other.id: ""}
    actions.unpublish(house.secretary, other.id, other.version, "Đơn vị yêu cầu gỡ")
    assert actions.published_one(made.id).spread == "Mô hình đã được 2 đơn vị học tập, làm theo."


@pytest.mark.proves("N20")
def test_the_time_to_spread_counts_from_publication_when_that_came_first(house):
    with dates.fixed(DAY):
        model = house.checked()
        shown(house, praised(house, house.unit, year_id=model.year.id))
    later = DAY.replace(day=30)
    with dates.fixed(later):
        recognised_later = models.recognise(house.secretary, model.year.id, model.year.version)
        unit = Neighbour(house, "Chi bộ Sở Tài chính")
        assert models.replicate(unit.nominator, recognised_later.year.id, LearnInput(unit.unit, later)).median_days == 4
