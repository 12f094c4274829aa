"""Whom nobody has praised yet: recorded deeds without an award, within each person's view."""

from datetime import date

import pytest

from recognition.hall.errors import Invalid, NotAllowed
from recognition.hall.words import Role
from recognition.insight import actions, rules
from tests.support import awards, people, world
from vietnamese import dates

TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)


@pytest.fixture
def scene(database):
    """Two units of one issuer; helpers that make a recipient and end or open cases for it."""
    issuer = world.issuer()
    return issuer, world.unit("Chi bộ Trạm Y tế"), world.unit("Chi bộ Trường Chính trị")


def somebody(name, unit):
    person = world.person(name, unit_id=unit)
    return person, world.recipient(person_id=person, name=name)


def names(who, years=3):
    return [(one.name, one.unit, one.deeds, one.last_award) for one in actions.not_yet_praised(who, years).people]


@pytest.mark.proves("N16")
def test_who_did_good_twice_and_was_never_praised_comes_first(scene):
    issuer, health, school = scene
    _, twice = somebody("Trần Thị Ánh", health)
    _, once = somebody("Lê Văn Tòng", school)
    for recipient, unit, state, title, day in (
        (twice, health, "failed", "Cứu hai học sinh", date(2026, 3, 2)), (twice, health, "refused", "Trả lại tiền", date(2026, 5, 2)),
        (once, school, "not_approved", "Hiến đất làm đường", date(2025, 8, 2)),
    ):  # fmt: skip
        awards.nomination(unit, issuer, state, recipient_id=recipient, title=title, day=day)
    found = actions.not_yet_praised(people.actor(Role.SECRETARY, issuer=issuer), 3).people
    assert [(one.name, one.deeds, one.title, one.state, one.ended_on, one.last_award) for one in found] == [
        ("Trần Thị Ánh", 2, "Trả lại tiền", "refused", date(2026, 5, 2), None),
        ("Lê Văn Tòng", 1, "Hiến đất làm đường", "not_approved", date(2025, 8, 2), None),
    ]


@pytest.mark.parametrize(
    ("decided_on", "years", "listed"),
    (
        (date(2023, 11, 25), 3, True),  # a day more than three years
        (date(2023, 11, 26), 3, False),
        (date(2023, 11, 25), 5, False),
    ),
)
def test_an_award_counts_for_as_many_years_as_asked(scene, decided_on, years, listed):
    issuer, health, _ = scene
    person, recipient = somebody("Trần Thị Ánh", health)
    awards.nomination(health, issuer, "failed", recipient_id=recipient)
    awards.award(awards.decision(issuer, decided_on), world.award_type(), health, decided_on, person_id=person)
    expected = [("Trần Thị Ánh", "Chi bộ Trạm Y tế", 1, decided_on)] if listed else []
    assert names(people.actor(Role.SECRETARY, issuer=issuer), years) == expected


def test_a_revoked_award_is_none(scene):
    issuer, health, _ = scene
    person, recipient = somebody("Trần Thị Ánh", health)
    awards.nomination(health, issuer, "failed", recipient_id=recipient)
    awards.award(awards.decision(issuer, TODAY), world.award_type(), health, TODAY, person_id=person, state="revoked")
    assert names(people.actor(Role.SECRETARY, issuer=issuer)) == [("Trần Thị Ánh", "Chi bộ Trạm Y tế", 1, None)]


@pytest.mark.parametrize("state", ("draft", "withdrawn", "awarded"))
def test_what_never_ended_without_praise_is_no_recorded_deed(scene, state):
    issuer, health, _ = scene
    _, recipient = somebody("Trần Thị Ánh", health)
    awards.nomination(health, issuer, state, recipient_id=recipient)
    assert names(people.actor(Role.SECRETARY, issuer=issuer)) == []


@pytest.mark.parametrize("state", ("submitted", "accepted", "on_agenda", "passed", "returned", "forwarded"))
def test_whoever_has_a_case_under_way_is_not_listed(scene, state):
    issuer, health, _ = scene
    _, recipient = somebody("Trần Thị Ánh", health)
    awards.nomination(health, issuer, "failed", recipient_id=recipient)
    awards.nomination(health, issuer, state, recipient_id=recipient)
    assert names(people.actor(Role.SECRETARY, issuer=issuer)) == []


@pytest.mark.proves("F15.01")
def test_a_nominator_sees_the_own_unit_only_and_nobody_else_anything(scene):
    issuer, health, school = scene
    for name, unit in (("Trần Thị Ánh", health), ("Lê Văn Tòng", school)):
        awards.nomination(unit, issuer, "failed", recipient_id=somebody(name, unit)[1])
    assert names(people.actor(Role.NOMINATOR, unit=health)) == [("Trần Thị Ánh", "Chi bộ Trạm Y tế", 1, None)]
    assert names(people.actor(Role.SECRETARY, issuer=world.issuer("Liên đoàn Lao động tỉnh", short_sign="LĐLĐ"))) == []
    assert names(people.actor(Role.LEADER)) == []
    with pytest.raises(NotAllowed):
        names(people.administrator())


@pytest.mark.proves("N16")
def test_units_without_a_case_in_the_running_quarter(scene):
    issuer, health, school = scene
    awards.nomination(health, issuer, "submitted", day=date(2026, 10, 1))
    awards.nomination(school, issuer, "awarded", day=date(2026, 9, 30))
    found = actions.not_yet_praised(people.actor(Role.SECRETARY, issuer=issuer), 3)
    assert (found.quarter, [unit.name for unit in found.units]) == ((date(2026, 10, 1), date(2026, 12, 31)), ["Chi bộ Trường Chính trị"])


def test_years_are_one_to_ten(scene):
    with pytest.raises(Invalid) as wrong:
        names(people.actor(Role.SECRETARY, issuer=scene[0]), 0)
    assert wrong.value.fields == {"years": "Anh/chị chọn từ 1 đến 10 năm."}


@pytest.mark.parametrize(
    ("day", "quarter"),
    (
        (date(2026, 1, 1), (date(2026, 1, 1), date(2026, 3, 31))),
        (date(2028, 2, 29), (date(2028, 1, 1), date(2028, 3, 31))),
        (date(2026, 6, 30), (date(2026, 4, 1), date(2026, 6, 30))),
        (date(2026, 12, 31), (date(2026, 10, 1), date(2026, 12, 31))),
    ),
)
def test_a_quarter_has_three_months(day, quarter):
    assert rules.quarter_of(day) == quarter


@pytest.mark.parametrize(("day", "years", "before"), ((date(2026, 11, 26), 3, date(2023, 11, 26)), (date(2028, 2, 29), 1, date(2027, 2, 28)), (date(2026, 5, 1), 0, date(2026, 5, 1))))
def test_so_many_years_earlier(day, years, before):
    assert rules.years_before(day, years) == before
