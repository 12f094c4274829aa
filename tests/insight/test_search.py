"""Search from every page: without marks, within one's view."""

from datetime import date

import pytest

from recognition.hall.errors import NotAllowed
from recognition.hall.words import Role
from recognition.insight import actions
from tests.support import awards, people, world


@pytest.fixture
def scene(database):
    issuer = world.issuer()
    health, school = world.unit("Chi bộ Đông Đô"), world.unit("Chi bộ Trường Chính trị")
    world.person("Đặng Thị Ước", unit_id=health, birth_year=1989, title="Y sĩ")
    world.person("Đặng Văn Ước", unit_id=school)
    awards.nomination(health, issuer, "endorsed", title="Chị Ước cứu hai học sinh")
    awards.nomination(health, issuer, "draft", title="Chị Ước hiến máu")
    awards.decision(issuer, date(2026, 5, 1), title="Về việc tặng Giấy khen đồng chí Ước")
    return issuer, health, school


def found(who, text):
    return {hits.kind: [hit.title for hit in hits.rows] for hits in actions.search(who, text)}


@pytest.mark.proves("F16.04")
@pytest.mark.parametrize("typed", ("uoc", "ƯỚC", "ước", " Uoc  ", "Ước"))
def test_marks_capitals_and_spaces_do_not_matter(scene, typed):
    issuer, _, _ = scene
    assert found(people.actor(Role.SECRETARY, issuer=issuer), typed) == {
        "person": ["Đặng Thị Ước", "Đặng Văn Ước"],
        "nomination": ["Chị Ước cứu hai học sinh"],
        "decision": ["Về việc tặng Giấy khen đồng chí Ước"],
    }


def test_a_case_says_of_whom_it_is(scene):
    issuer, health, _ = scene
    awards.nomination(health, issuer, "endorsed", title="Trả lại ví nhặt được", recipient_id=world.recipient("Đặng Thị Ước", person_id=world.person("Đặng Thị Ước", unit_id=health)))
    (hits,) = (hits for hits in actions.search(people.actor(Role.SECRETARY, issuer=issuer), "tra lai vi") if hits.kind == "nomination")
    assert hits.rows[0].detail.startswith("Đặng Thị Ước · ")


@pytest.mark.proves("F16.04")
def test_d_with_stroke_is_found_by_plain_d_and_words_need_not_touch(scene):
    issuer, _, _ = scene
    secretary = people.actor(Role.SECRETARY, issuer=issuer)
    assert (found(secretary, "dong do"), found(secretary, "dang uoc")) == (
        {"unit": ["Chi bộ Đông Đô"]}, {"person": ["Đặng Thị Ước", "Đặng Văn Ước"]},
    )  # fmt: skip


@pytest.mark.proves("F15.01")
def test_each_role_finds_only_what_it_may_see(scene):
    _issuer, health, school = scene
    assert found(people.actor(Role.UNIT_LEADER, unit=health), "uoc") == {"person": ["Đặng Thị Ước"], "nomination": ["Chị Ước cứu hai học sinh"]}
    assert found(people.actor(Role.NOMINATOR, unit=school), "uoc") == {"person": ["Đặng Văn Ước"]}
    assert found(people.administrator(), "uoc") == {"person": ["Đặng Thị Ước", "Đặng Văn Ước"]}
    assert found(people.actor(Role.SECRETARY, issuer=world.issuer("Cơ quan khác")), "hai hoc sinh") == {}
    with pytest.raises(NotAllowed):
        found(people.nobody(), "uoc")


@pytest.mark.parametrize("typed", ("", " ", "ư", "%", "_", "\\"))
def test_too_little_text_or_only_signs_finds_nothing(scene, typed):
    issuer, _, _ = scene
    assert found(people.actor(Role.SECRETARY, issuer=issuer), typed) == {}


def test_signs_of_the_pattern_language_are_plain_letters(scene):
    issuer, _, _ = scene
    assert found(people.actor(Role.SECRETARY, issuer=issuer), "u_c%") == {}
