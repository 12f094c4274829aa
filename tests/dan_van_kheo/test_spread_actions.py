"""Learning from a model: who reads it, who is written down, how far it came, on both engines."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from recognition.accounts import actions as accounts
from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.spread_terms import LearnInput, Spread
from recognition.hall.errors import AlreadyDone, Invalid, NotAllowed, NotFound
from recognition.hall.words import Role
from recognition.nominations.terms import Nominee
from tests.dan_van_kheo.test_model_actions import House
from tests.support import people, world
from vietnamese import dates

TODAY = date(2026, 11, 24)


class Neighbour:
    """Another unit of the same campaign, and who writes for it."""

    def __init__(self, house: House, name: str) -> None:
        self.house, self.unit = house, world.unit(name)
        self.recipient = world.recipient(name, unit_id=self.unit)
        self.campaign = world.campaign(house.issuer, f"Dân vận khéo của {name}", units=(self.unit,))
        self.nominator = people.actor(Role.NOMINATOR, unit=self.unit, name="Lê Thị Ngọc")

    def registers(self, name="Sáng thứ bảy cùng dân", learned_from=None, adapted=""):
        data = replace(self.house.typed(name=name), unit_id=self.unit, nominee=Nominee(RecipientKind.COLLECTIVE, self.recipient))
        return actions.register(self.nominator, data, self.campaign, learned_from=learned_from, adapted=adapted)


@pytest.fixture
def house(database):
    with dates.fixed(TODAY):
        yield House()


@pytest.fixture
def finance(house):
    return Neighbour(house, "Chi bộ Sở Tài chính")


@pytest.fixture
def health(house):
    return Neighbour(house, "Chi bộ Sở Y tế")


def recognised(house):
    done = house.checked()
    return actions.recognise(house.secretary, done.year.id, done.year.version)


@pytest.mark.proves("F14.04")
def test_a_recognised_model_is_read_by_every_unit_and_an_unrecognised_one_by_none(house, finance):
    model = recognised(house)
    with pytest.raises(NotFound):
        actions.get(finance.nominator, model.year.id)  # the dossier with report and scores stays the unit's
    found = actions.example(finance.nominator, model.year.id)
    assert (found.name, found.unit_name, found.content) == (model.name, "Chi bộ Sở Xây dựng", model.content)
    assert [(row.code, row.learners) for row in actions.examples(finance.nominator).rows] == [(model.code, 0)]
    hidden = house.registered(name="Bếp ăn tình thương")
    with pytest.raises(NotFound):
        actions.example(finance.nominator, hidden.year.id)
    with pytest.raises(NotFound):
        actions.spread_of(finance.nominator, hidden.year.id)
    with pytest.raises(NotFound):
        actions.replicate(finance.nominator, hidden.year.id, LearnInput(finance.unit, TODAY))
    for read in (lambda: actions.example(people.nobody(), model.year.id), lambda: actions.lesson(people.nobody(), model.year.id)):
        with pytest.raises(NotFound):
            read()
    with pytest.raises(NotAllowed):
        actions.examples(people.nobody())


def test_what_everybody_reads_of_a_model_has_no_contact_no_score_and_no_report(house, finance):
    model = recognised(house)
    read = (actions.example(finance.nominator, model.year.id), actions.lesson(finance.nominator, model.year.id))
    assert read[0] == read[1]
    assert (model.contact, model.year.report[:20]) == ("Anh Phúc", "Trực 40 sáng thứ bảy")
    assert [secret for secret in ("Anh Phúc", "Trực 40 sáng thứ bảy") if secret in str(read)] == []


def test_whoever_registers_only_for_the_model_s_own_unit_is_told_before_the_form_is_filled(house, finance):
    model = recognised(house)
    with pytest.raises(NotAllowed, match="mô hình của chính đơn vị"):
        actions.lesson(house.nominator, model.year.id)
    assert actions.lesson(finance.nominator, model.year.id).name == model.name


def test_an_ended_model_is_no_example_any_more(house, finance):
    model = recognised(house)
    actions.end(house.secretary, model.year.id, model.year.version, "Không còn nhu cầu.")
    assert actions.examples(finance.nominator).total == 0
    with pytest.raises(NotFound):
        actions.example(finance.nominator, model.year.id)


@pytest.mark.proves("F14.04", "N20")
def test_a_unit_says_that_it_learned_and_the_model_s_page_counts_it(house, finance):
    model = recognised(house)
    spread = actions.replicate(finance.nominator, model.year.id, LearnInput(finance.unit, TODAY, "Thêm buổi tối", "Bốn buổi"))
    assert spread == Spread(1, 1, 1, 0)
    found, learners = actions.spread_of(house.secretary, model.year.id)
    assert found == spread
    assert [(each.unit_name, each.on_date, each.note, each.result, each.copied_name) for each in learners] == [
        ("Chi bộ Sở Tài chính", TODAY, "Thêm buổi tối", "Bốn buổi", "")
    ]
    assert actions.history(house.nominator, model.year.id)[0].sentence == "Lê Thị Ngọc ghi nhân rộng: Chi bộ Sở Tài chính, từ 24/11/2026."
    told = [one.sentence for one in accounts.inbox(house.nominator)]
    assert "Mô hình «Ngày cuối tuần cùng dân» được học tập, làm theo: Chi bộ Sở Tài chính, từ 24/11/2026." in told


@pytest.mark.proves("F14.04")
def test_registering_from_a_model_links_the_two(house, finance):
    model = recognised(house)
    made = finance.registers(learned_from=model.year.id, adapted="Làm vào chủ nhật")
    assert [(each.name, each.unit_name) for each in made.sources] == [(model.name, "Chi bộ Sở Xây dựng")]
    learner = actions.spread_of(house.secretary, model.year.id)[1][0]
    assert (learner.copied_model_id, learner.copied_name, learner.note) == (made.id, "Sáng thứ bảy cùng dân", "Làm vào chủ nhật")


def test_a_registration_whose_link_is_refused_is_not_made(house, finance):
    model = recognised(house)
    finance.registers(learned_from=model.year.id)
    with pytest.raises(Invalid) as wrong:
        finance.registers("Tên khác", learned_from=model.year.id)
    assert set(wrong.value.fields) == {"unit_id"}
    assert actions.find(finance.nominator).total == 1


@pytest.mark.proves("F14.04")
def test_a_unit_that_worked_without_a_model_and_registers_one_later_is_counted_once(house, finance):
    model = recognised(house)
    actions.replicate(finance.nominator, model.year.id, LearnInput(finance.unit, TODAY, "Thêm buổi tối"))
    made = finance.registers(learned_from=model.year.id)
    spread, learners = actions.spread_of(house.secretary, model.year.id)
    assert (spread.reach, [(each.copied_model_id, each.note) for each in learners]) == (1, [(made.id, "Thêm buổi tối")])


@pytest.mark.proves("N20")
def test_a_chain_is_followed_to_its_end_and_never_closed(house, finance, health):
    first = recognised(house)
    second = finance.registers(learned_from=first.year.id)
    third = health.registers("Cùng dân cuối tuần")
    actions.replicate(house.secretary, second.year.id, LearnInput(health.unit, TODAY, copied_model_id=third.id))
    assert actions.spread_of(house.secretary, first.year.id)[0] == Spread(1, 2, 2, 0)
    with pytest.raises(Invalid) as wrong:
        actions.replicate(house.secretary, third.year.id, LearnInput(house.unit, TODAY, copied_model_id=first.id))
    assert set(wrong.value.fields) == {"copied_model_id"}


def test_a_wrong_link_is_refused_on_its_field_and_nothing_is_stored(house, finance):
    model = recognised(house)
    mine = house.registered(name="Bếp ăn tình thương")
    for data, field in (
        (LearnInput(finance.unit, TODAY + timedelta(days=1)), "on_date"),
        (LearnInput(finance.unit, TODAY - timedelta(days=1)), "on_date"),  # the source was registered today
        (LearnInput(house.unit, TODAY), "unit_id"),
        (LearnInput(finance.unit, TODAY, copied_model_id=mine.id), "copied_model_id"),
        (LearnInput(finance.unit, TODAY, copied_model_id=uuid4()), "copied_model_id"),
    ):
        with pytest.raises(Invalid) as wrong:
            actions.replicate(house.secretary, model.year.id, data)
        assert set(wrong.value.fields) == {field}
    assert actions.spread_of(house.secretary, model.year.id) == (Spread(0, 0, 0, None), [])


@pytest.mark.proves("F14.04")
def test_nobody_speaks_for_another_unit_but_the_source_s_secretary(house, finance, health):
    model, data = recognised(house), LearnInput(health.unit, TODAY)
    stranger = people.actor(Role.SECRETARY, issuer=world.issuer("Công đoàn ngành Y tế"))
    for who in (finance.nominator, house.nominator, house.leader, stranger, people.actor(Role.UNIT_LEADER, unit=health.unit)):
        with pytest.raises(NotAllowed):
            actions.replicate(who, model.year.id, data)
    assert actions.replicate(house.secretary, model.year.id, data).reach == 1
    assert (actions.learning_units(house.nominator, house.unit), actions.learning_units(finance.nominator, house.unit)) == (frozenset(), {finance.unit})
    assert [actions.may_learn(who, house.unit, house.issuer) for who in (house.nominator, finance.nominator, house.secretary, stranger)] == [False, True, True, False]


def test_a_click_counts_once(house, finance):
    model, key = recognised(house), uuid4()
    actions.replicate(finance.nominator, model.year.id, LearnInput(finance.unit, TODAY), key)
    with pytest.raises(AlreadyDone):
        actions.replicate(finance.nominator, model.year.id, LearnInput(finance.unit, TODAY), key)


@pytest.mark.proves("N20")
def test_the_time_counts_from_recognition(house, finance):
    model = recognised(house)
    with dates.fixed(TODAY + timedelta(days=40)):
        assert actions.replicate(finance.nominator, model.year.id, LearnInput(finance.unit, TODAY + timedelta(days=33))).median_days == 33


def test_what_a_unit_wrote_of_its_learning_is_for_those_who_see_the_model_whole(house, finance, health):
    model = recognised(house)
    finance.registers(learned_from=model.year.id, adapted="Làm vào chủ nhật")
    for who, words in ((health.nominator, ("", "", True)), (house.nominator, ("Làm vào chủ nhật", "Sáng thứ bảy cùng dân", True))):
        (learner,) = actions.spread_of(who, model.year.id)[1]
        assert (learner.note, learner.copied_name, learner.copied_model_id is not None) == words


@pytest.mark.proves("N20")
def test_models_copied_most_in_a_span_of_days_for_those_who_see_figures(house, finance, health):
    first = recognised(house)
    second = finance.registers(learned_from=first.year.id)
    actions.replicate(health.nominator, first.year.id, LearnInput(health.unit, TODAY))
    third = health.registers("Cùng dân cuối tuần")
    actions.replicate(house.secretary, second.year.id, LearnInput(health.unit, TODAY, copied_model_id=third.id))
    year = (date(2026, 1, 1), date(2026, 12, 31))
    found = [(each.name, each.unit_name, each.learners) for each in actions.most_copied(house.secretary, year)]
    assert found == [(first.name, "Chi bộ Sở Xây dựng", 2), (second.name, "Chi bộ Sở Tài chính", 1)]
    for span, unit, campaign, names in (
        ((date(2025, 1, 1), date(2025, 12, 31)), None, None, []),
        (year, finance.unit, None, [second.name]),
        (year, None, house.campaign, [first.name]),
    ):
        assert [each.name for each in actions.most_copied(house.secretary, span, unit, campaign)] == names
    assert [each.name for each in actions.most_copied(people.actor(Role.UNIT_LEADER, unit=finance.unit), year)] == [second.name]
    with pytest.raises(NotAllowed):
        actions.most_copied(finance.nominator, year)


def test_a_wrong_link_is_taken_away_with_a_reason_by_its_unit_or_the_secretary(house, finance, health):
    model = recognised(house)
    for unit in (finance, health):
        actions.replicate(unit.nominator, model.year.id, LearnInput(unit.unit, TODAY))
    assert actions.removable(finance.nominator, model.year.id) == {finance.unit}
    assert actions.removable(house.secretary, model.year.id) == {finance.unit, health.unit}
    assert actions.removable(house.nominator, model.year.id) == frozenset()
    for who in (health.nominator, house.nominator, house.leader):
        with pytest.raises(NotAllowed):
            actions.unreplicate(who, model.year.id, finance.unit, "Ghi nhầm.")
    with pytest.raises(Invalid) as wrong:
        actions.unreplicate(finance.nominator, model.year.id, finance.unit, " ")
    assert set(wrong.value.fields) == {"reason"}
    with pytest.raises(Invalid) as wrong:
        actions.unreplicate(finance.nominator, model.year.id, finance.unit, "a" * 1_001)
    assert wrong.value.fields == {"reason": "Lý do dài 1.001 ký tự, quá 1.000 ký tự. Anh/chị rút gọn lại."}
    assert actions.unreplicate(finance.nominator, model.year.id, finance.unit, "Ghi nhầm đơn vị.").reach == 1
    with pytest.raises(NotFound):
        actions.unreplicate(finance.nominator, model.year.id, finance.unit, "Lần nữa.")
    assert actions.unreplicate(house.secretary, model.year.id, health.unit, "Chưa làm.").reach == 0
    assert actions.history(house.secretary, model.year.id)[1].sentence == "Lê Thị Ngọc bỏ ghi nhân rộng: Chi bộ Sở Tài chính. Ghi nhầm đơn vị."
