"""Fairness: shares beside the people of the register, small groups untold, nothing guessed, no target invented."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.insight.actions import fairness
from recognition.insight.rules import fairness as rules
from recognition.insight.rules import gathering
from recognition.insight.terms.fairness import (
    Again,
    FairCounted,
    FairnessAsked,
    Gathered,
    Group,
    Holder,
    Portion,
    Tally,
    UnitShare,
)
from tests.support import awards, people, world
from vietnamese import dates

TODAY = date(2026, 6, 30)


def staff(unit, number, gender=None, recipient_class="direct_worker"):
    return [world.person(unit_id=unit, gender=gender, recipient_class=recipient_class) for _ in range(number)]


def praise(issuer, form, unit, persons, day, recipient_class="direct_worker"):
    given = awards.decision(issuer, day)
    for person in persons:
        awards.award(given, form, unit, day, person_id=person, recipient_class=recipient_class)


@pytest.fixture
def scene(database):
    """A large unit (30 workers, 10 leaders) and a small one (10 women who work directly); leaders are praised more than others."""
    with dates.fixed(TODAY):
        issuer, form = world.issuer(), world.award_type()
        root = world.unit("Đảng bộ Khối", kind="committee")
        large, small = world.unit("Bệnh viện", parent=root), world.unit("Trạm Y tế", parent=root)
        workers, leaders = [*staff(large, 15, "male"), *staff(large, 15, "female")], staff(large, 10, "male", "manager")
        women = staff(small, 10, "female")
        praise(issuer, form, large, leaders, date(2026, 3, 1), "manager")
        praise(issuer, form, large, workers[:6], date(2026, 3, 2))
        praise(issuer, form, small, women[:5], date(2026, 4, 2))
        praise(issuer, form, large, leaders[:8], date(2025, 5, 1), "manager")
        praise(issuer, form, large, leaders[:5], date(2024, 5, 1), "manager")
        praise(issuer, form, large, workers[20:22], date(2025, 5, 2))
        yield issuer, root, large, small, workers


def told(shown):
    return {one.group: ((one.awarded.number, one.awarded.known), (one.people.number, one.people.known), one.clear) for one in shown.findings}


@pytest.mark.proves("N15")
def test_each_group_stands_beside_its_part_of_the_people(scene):
    shown = fairness.of(people.actor(Role.SECRETARY, issuer=scene[0]), FairnessAsked(2026))
    assert told(shown) == {
        Group.DIRECT: ((11, 21), (40, 50), True), Group.MANAGER: ((10, 21), (10, 50), True), Group.WOMEN: ((5, 21), (25, 50), True), Group.SMALL: ((5, 21), (10, 50), False),
    }  # fmt: skip
    assert shown.title == "Người lao động trực tiếp: 52 % cá nhân được khen, thấp hơn phần trong nhân sự (80 %)"
    assert [one.sentence for one in shown.findings] == [
        "Người lao động trực tiếp: 52 % cá nhân được khen, 80 % nhân sự; thấp hơn 28 điểm phần trăm.",
        "Lãnh đạo, quản lý: 48 % cá nhân được khen, 20 % nhân sự; cao hơn 28 điểm phần trăm.",
        "Nữ: 24 % cá nhân được khen, 50 % nhân sự; thấp hơn 26 điểm phần trăm.",
        "Người ở đơn vị nhỏ: 24 % cá nhân được khen, 20 % nhân sự; tương đương.",
    ]
    assert shown.small == "Đơn vị nhỏ: nửa số đơn vị ít người hơn, từ 10 người trở xuống."
    assert shown.remarks == ("21 cá nhân được khen trong năm 2026, 50 người đang giữ chức vụ trong sổ ở các đơn vị này.", "Năm 2026 mới tính đến ngày 30/06.")


@pytest.mark.proves("F11.07")
def test_how_far_awards_gather_and_who_is_praised_again(scene):
    shown = fairness.of(people.actor(Role.SECRETARY, issuer=scene[0]), FairnessAsked(2026))
    assert shown.gathered_title == "2 đơn vị có khen thưởng trong năm 2026; sổ có 2 đơn vị có người"
    assert shown.units == [UnitShare("Bệnh viện", 16, 40, 16 / 21, 0.8), UnitShare("Trạm Y tế", 5, 10, 5 / 21, 0.2)]
    assert shown.gathered == [Gathered("Cá nhân, năm 2026", 21, 21, 10, 0.2), Gathered("Cá nhân, ba năm 2024 - 2026", 23, 36, 5 * 3 + 3 * 2 + 2, 0.2)]
    assert shown.again == [Again("Cá nhân đang giữ chức vụ", 10, 8, 5, 13 / 40), Again("Tập thể", 0, 0, 0, None)]
    assert shown.again_title == "80 % người được khen năm 2025 lại được khen năm 2026; những người khác: 32 %"


@pytest.mark.proves("N15")
def test_a_group_of_one_to_four_people_is_not_told_and_nothing_is_guessed(scene):
    issuer, _, large, _, workers = scene
    unknown = staff(large, 4)
    praise(issuer, world.award_type("bang_khen", "Bằng khen"), large, unknown, date(2026, 5, 1), None)
    praise(issuer, world.award_type("co", "Cờ"), large, workers[15:18], date(2023, 5, 1))
    praise(issuer, world.award_type("ky_niem", "Kỷ niệm chương"), large, workers[:10], date(2023, 5, 1))
    who = people.actor(Role.SECRETARY, issuer=issuer)
    women = next(one for one in fairness.of(who, FairnessAsked(2026)).findings if one.group is Group.WOMEN)
    assert (women.awarded, women.people.unknown) == (Portion(5, 21, 4, False), 4)
    women = next(one for one in fairness.of(who, FairnessAsked(2023)).findings if one.group is Group.WOMEN)
    assert (women.awarded.hidden, women.awarded.share, women.sentence) == (True, None, "Nữ: có nhóm dưới 5 người nên không nêu số.")


def test_a_year_without_awards_and_a_unit_without_people(scene):
    issuer = scene[0]
    who = people.actor(Role.SECRETARY, issuer=issuer)
    shown = fairness.of(who, FairnessAsked(2019))
    assert (shown.title, shown.findings, shown.gathered_title, shown.units) == ("Năm 2019 chưa có cá nhân nào được khen", [], "Năm 2019 chưa đơn vị nào có khen thưởng", [])
    assert shown.again_title == "Sổ chưa có cá nhân nào được khen năm 2018 để biết ai được khen lại"
    empty = world.unit("Chi bộ mới")
    praise(issuer, world.award_type("bang_khen", "Bằng khen"), empty, [uuid4() for _ in range(5)], date(2026, 5, 1))
    shown = fairness.of(who, FairnessAsked(2026, empty))
    assert (shown.title, shown.units) == ("Chưa có nhân sự trong sổ để so", [UnitShare("Chi bộ mới", 5, None, 1.0, None)])
    assert [one.sentence for one in shown.findings] == [
        "Người lao động trực tiếp: 100 % cá nhân được khen; sổ nhân sự chưa đủ để so.", "Lãnh đạo, quản lý: 0 % cá nhân được khen; sổ nhân sự chưa đủ để so.",
        "Nữ: phần lớn người được khen không rõ nên không tính tỷ lệ.",
    ]  # fmt: skip


@pytest.mark.proves("N15", "F15.01")
def test_rights_and_years_that_cannot_be_asked_for(scene):
    _, _, large, small, _ = scene
    leader = people.actor(Role.LEADER, unit=small)
    assert fairness.of(leader, FairnessAsked(2026)).remarks[0] == "5 cá nhân được khen trong năm 2026, 10 người đang giữ chức vụ trong sổ ở các đơn vị này."
    with pytest.raises(NotFound):
        fairness.of(leader, FairnessAsked(2026, large))
    with pytest.raises(Invalid) as wrong:
        fairness.of(leader, FairnessAsked(2027))
    assert wrong.value.fields == {"year": "Năm 2027 ngoài khoảng xem được. Anh/chị chọn từ 2017 đến 2026."}
    for who in (people.administrator(), people.actor(Role.NOMINATOR, unit=small)):
        with pytest.raises(NotAllowed):
            fairness.of(who, FairnessAsked(2026))


def test_a_double_counts_as_the_one_it_was_joined_to_and_a_post_of_old_does_not_count(scene):
    issuer, _, _, small, _ = scene
    with transaction(None) as t:
        one, other = (row["person_id"] for row in t.all("select person_id from post where unit_id = $1 order by id limit 2", small))
        t.run("update person set merged_into = $2 where id = $1", one, other)
        gone = t.value("select person_id from post where unit_id = $1 and person_id <> $2 and person_id <> $3 order by id limit 1", small, one, other)
        t.run("update post set to_date = $2 where person_id = $1", gone, date(2026, 6, 29))
    assert "8 người đang giữ chức vụ" in fairness.of(people.actor(Role.LEADER, unit=small), FairnessAsked(2026)).remarks[0]
    assert issuer


@pytest.mark.parametrize(
    ("given", "there", "clear"),
    (
        (Portion(52, 100, 0, False), Portion(80, 100, 0, False), True),
        (Portion(4, 10, 0, False), Portion(50, 100, 0, False), False),  # chance makes as much of ten awards
        (Portion(480, 1000, 0, False), Portion(520, 1000, 0, False), False),  # four points are less than five
        (Portion(470, 1000, 0, False), Portion(520, 1000, 0, False), True),
        (Portion(52, 100, 0, True), Portion(80, 100, 0, False), False),
        (Portion(0, 0, 0, False), Portion(80, 100, 0, False), False),
        (Portion(20, 30, 40, False), Portion(20, 100, 0, False), False),  # most are unknown
        (Portion(20, 40, 0, False), Portion(0, 100, 0, False), True),
    ),
)
def test_a_difference_is_told_only_when_it_is_more_than_chance(given, there, clear):
    assert rules.differs(given, there) is clear


@pytest.mark.parametrize(("sizes", "limit"), (((), 0), ((7,), 0), ((7, 7), 0), ((5, 9), 0), ((5, 10), 5), ((3, 8, 20, 40), 8), ((3, 3, 3, 40), 3)))
def test_small_units_are_the_smaller_half(sizes, limit):
    assert rules.small_limit(sizes) == limit


ONE, TWO = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("known", "number", "hidden"),
    (({True: 0, False: 9}, 0, False), ({True: 5, False: 9}, 5, False), ({True: 4, False: 9}, 4, True), ({True: 9, False: 1}, 9, True), ({True: 9, False: 0, None: 2}, 9, False)),
)
def test_neither_the_group_nor_the_rest_is_told_when_one_of_them_is_small(known, number, hidden):
    tallies = [Tally(people, ONE, None, {True: "female", False: "male", None: None}[side]) for side, people in known.items()]
    found = rules.portion(tallies, lambda tally: None if tally.gender is None else tally.gender == "female")
    assert (found.number, found.hidden) == (number, hidden)


@pytest.mark.proves("F11.07")
def test_ten_units_of_many_and_their_part_of_the_people():
    units = [UUID(int=number) for number in range(1, 21)]
    counted = FairCounted([], [Tally(10, unit, "direct_worker", None) for unit in units], [], {unit: 10 if place < 5 else 2 for place, unit in enumerate(units)} | {None: 20})
    shown = rules.judged(2026, counted, {unit: f"Đơn vị {unit.int:02d}" for unit in units}, TODAY)
    assert shown.gathered_title == "10 đơn vị được khen nhiều nhất nhận 60 % khen thưởng, có 50 % nhân sự"
    assert shown.gathered == [Gathered("Đơn vị, năm 2026", 20, 100, 60, 0.5)]
    assert [one.name for one in shown.units] == [f"Đơn vị {number:02d}" for number in range(1, 11)]


@pytest.mark.proves("F11.07")
@pytest.mark.parametrize(
    ("number", "again", "thrice", "title"),
    ((5, 5, 5, "50 % người được khen năm 2025 lại được khen năm 2026; những người khác: 5 %"), (4, None, None, "Được khen lại năm sau"), (0, 0, 0, "0 % người được khen năm 2025 lại được khen năm 2026; những người khác: 5 %")),
)
def test_people_praised_again_are_not_told_when_they_are_few(number, again, thrice, title):
    holders = [Holder("individual", 1, 1, 1, True, number), Holder("individual", 0, 1, 0, True, 10 - number), Holder("individual", 1, 0, 0, True, 5), Holder("individual", 1, 1, 1, False, 50)]
    found = gathering.again(holders, 110)
    assert (found[0].last, found[0].again, found[0].thrice, gathering.again_title(2026, found)) == (10, again, thrice, title)
