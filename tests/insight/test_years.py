"""Several years side by side: right numbers, no percent over a handful, honest about a year that is not over and one without data."""

from __future__ import annotations

import io
from datetime import date, datetime
from uuid import uuid4

import openpyxl
import pytest

from recognition.hall.errors import Invalid, NotAllowed, NotFound
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from recognition.insight.actions import years
from recognition.insight.rules import branches as branch_rules
from recognition.insight.rules import years as rules
from recognition.insight.terms.branches import Branch, Unit
from recognition.insight.terms.years import Change, Part, YearsAsked
from tests.support import awards, people, world
from vietnamese import dates

TODAY = date(2026, 6, 30)


@pytest.fixture
def scene(database):
    """A root with two units; awards in 2023, 2025 and 2026, nothing in 2024; today is 30 June 2026."""
    with dates.fixed(TODAY):
        issuer = world.issuer()
        root = world.unit("Đảng bộ Khối", kind="committee")
        health, school = world.unit("Chi bộ Trạm Y tế", parent=root), world.unit("Chi bộ Trường Chính trị", parent=root)
        cell = world.unit("Tổ cấp cứu", parent=health)
        form = world.award_type()
        for day, unit, kind, field in (
            (date(2023, 12, 1), health, "individual", None),
            (date(2025, 3, 1), health, "individual", "economy"),
            (date(2025, 3, 1), cell, "collective", "economy"),
            (date(2025, 11, 2), school, "individual", None),
            (date(2025, 11, 2), school, "household", None),
            (date(2026, 3, 1), cell, "individual", "economy"),
            (date(2026, 6, 30), school, "individual", "culture_society"),
            (date(2026, 6, 30), school, "collective", "culture_society"),
        ):
            awards.award(awards.decision(issuer, day), form, unit, day, kind=kind, field=field)
        awards.award(awards.decision(issuer, date(2026, 2, 1)), form, health, date(2026, 2, 1), state="revoked")
        awards.nomination(health, issuer, "submitted", day=date(2025, 8, 1))
        awards.nomination(cell, issuer, "draft", day=date(2026, 2, 1))
        awards.nomination(cell, issuer, "endorsed", day=date(2026, 2, 1))
        yield issuer, root, health, school


def secretary(scene):
    return people.actor(Role.SECRETARY, issuer=scene[0])


def told(shown, part):
    return {line.name: (list(line.numbers), list(line.changes)) for line in shown.part(part)}


@pytest.mark.proves("F11.03")
def test_whole_years_side_by_side_with_the_change_of_each(scene):
    shown = years.compare(secretary(scene), YearsAsked((2025, 2023), same_stretch=False))
    assert (shown.years, shown.labels, shown.until, shown.empty, shown.pairs) == ((2023, 2025), ("2023", "2025"), None, (), ((2023, 2025),))
    assert shown.remarks == ("Năm 2023 trong sổ chỉ có quyết định khen thưởng được ghi lại, có thể chưa đủ; đề nghị và mô hình để trống.",)
    assert told(shown, Part.TOTAL) == {
        "Khen thưởng": ([1, 4], [Change(3, None)]),
        "Đề nghị đã gửi": ([None, 1], [None]),
        "Mô hình": ([None, 0], [None]),
        "Người, tập thể được khen": ([1, 4], [Change(3, None)]),
    }
    assert told(shown, Part.RECIPIENT_KIND) == {"Khen thưởng cho cá nhân": ([1, 2], [Change(1, None)]), "Khen thưởng cho tập thể": ([0, 1], [Change(1, None)]), "Khen thưởng cho hộ gia đình": ([0, 1], [Change(1, None)])}
    assert told(shown, Part.AWARD_UNIT) == {"Chi bộ Trạm Y tế": ([1, 2], [Change(1, None)]), "Chi bộ Trường Chính trị": ([0, 2], [Change(2, None)])}
    assert told(shown, Part.AWARD_FIELD)["Phát triển kinh tế"] == ([None, 2], [None])
    assert told(shown, Part.AWARD_FIELD)["Không ghi lĩnh vực"] == ([1, 2], [Change(1, None)])
    assert shown.title == "Khen thưởng: 4 năm 2025; 1 của năm 2023 theo quyết định được ghi lại", "nobody knows whether all of 2023 was written up"


@pytest.mark.proves("F11.03")
def test_the_running_year_is_compared_with_the_same_stretch_of_the_others(scene):
    shown = years.compare(secretary(scene), YearsAsked((2024, 2025, 2026)))
    assert shown.pairs == ((2025, 2026),)
    assert shown.labels == ("2024 (đến 30/06)", "2025 (đến 30/06)", "2026 (đến 30/06)")
    assert told(shown, Part.TOTAL)["Khen thưởng"] == ([None, 2, 3], [Change(1, None)])
    assert told(shown, Part.TOTAL)["Đề nghị đã gửi"] == ([None, 0, 1], [Change(1, None)])
    assert shown.remarks == (
        "Mỗi năm tính từ ngày 01/01 đến ngày 30/06.",
        "Năm 2024 chưa có số liệu nào trong sổ trong khoảng ngày này: để trống, không tính là không.",
    )
    assert shown.title == "Khen thưởng năm 2026 tăng 1 so với cùng kỳ năm 2025"


@pytest.mark.proves("F11.03")
def test_a_year_that_is_not_over_is_not_set_against_a_whole_one(scene):
    shown = years.compare(secretary(scene), YearsAsked((2025, 2026), same_stretch=False))
    assert shown.labels == ("2025", "2026 (đến 30/06)")
    assert told(shown, Part.TOTAL)["Khen thưởng"] == ([4, 3], [])
    assert shown.title == "Khen thưởng qua các năm"
    assert shown.remarks == ("Năm 2026 mới tính đến ngày 30/06, chưa hết năm, nên không ghi mức tăng giảm so với năm trọn.",)


@pytest.mark.proves("F11.03")
def test_decisions_of_old_count_and_what_they_do_not_tell_stays_empty(scene):
    shown = years.compare(secretary(scene), YearsAsked((2023, 2025, 2026), same_stretch=False))
    assert told(shown, Part.RECIPIENT_KIND)["Khen thưởng cho cá nhân"] == ([1, 2, 2], [Change(1, None)])
    assert told(shown, Part.TOTAL)["Đề nghị đã gửi"] == ([None, 1, 1], [None])
    assert years.compare(secretary(scene), YearsAsked((2023, 2026))).empty == (2023,), "its one award was in December, after the stretch"


def test_years_without_any_data_are_left_empty_and_said(scene):
    shown = years.compare(secretary(scene), YearsAsked((2020, 2021)))
    assert (shown.empty, shown.title) == ((2020, 2021), "Chưa có số liệu của những năm này")
    assert {tuple(line.numbers) for line in shown.lines} == {(None, None)}


def test_a_unit_is_counted_with_everything_below_it_and_one_without_cases_has_nothing(scene):
    issuer, _, health, _ = scene
    shown = years.compare(secretary(scene), YearsAsked((2025, 2026), health))
    assert told(shown, Part.AWARD_UNIT) == {"Chi bộ Trạm Y tế": ([1, 0], [Change(-1, None)]), "Tổ cấp cứu": ([1, 1], [Change(0, None)])}
    quiet = world.unit("Chi bộ mới")
    assert years.compare(people.actor(Role.SECRETARY, issuer=issuer), YearsAsked((2025, 2026), quiet)).empty == (2025, 2026)


@pytest.mark.proves("F11.03", "F15.01")
def test_a_leader_of_a_unit_sees_the_own_subtree_and_others_nothing(scene):
    _, _, health, school = scene
    leader = people.actor(Role.LEADER, unit=school)
    assert told(years.compare(leader, YearsAsked((2025, 2026))), Part.TOTAL)["Khen thưởng"] == ([None, 2], [])
    with pytest.raises(NotFound):
        years.compare(leader, YearsAsked((2025, 2026), health))
    for who in (people.administrator(), people.actor(Role.NOMINATOR, unit=health), people.nobody()):
        with pytest.raises(NotAllowed):
            years.compare(who, YearsAsked((2025, 2026)))


@pytest.mark.proves("F11.03")
def test_an_award_put_right_later_stays_in_its_year_and_is_counted_once(database):
    issuer, unit, form = world.issuer(), world.unit(), world.award_type()
    old = awards.award(awards.decision(issuer, date(2024, 12, 20)), form, unit, date(2024, 12, 20), state="corrected")
    correcting = awards.decision(issuer, date(2025, 1, 15))
    new = awards.award(correcting, form, unit, date(2025, 1, 15))
    with transaction(None) as t:
        t.run("update decision set kind = 'correct' where id = $1", correcting)
        t.run(
            """
            insert into decision_line (id, decision_id, nomination_id, recipient_id, award_id, award_type_id, number, block, kind, salutation, name, post,
                unit_id, unit, wording, subject, amount, formula, gift, left_out, left_out_reason, version)
            select a.line_id, a.decision_id, null, a.recipient_id, $2, a.award_type_id, 1, a.block, a.kind, '', a.name, '', a.unit_id, a.unit, '', '', 0, '', '', 0, '', 1
            from award a where a.id = $1
            """,
            new, old,
        )  # fmt: skip
    with dates.fixed(TODAY):
        shown = years.compare(people.actor(Role.SECRETARY, issuer=issuer), YearsAsked((2024, 2025)))
    assert told(shown, Part.TOTAL)["Khen thưởng"] == ([1, None], [])


def test_a_case_sent_before_dawn_of_new_year_counts_in_the_new_year(database):
    issuer, unit = world.issuer(), world.unit()
    case = awards.nomination(unit, issuer, "submitted")
    with transaction(None) as t:
        t.run("update nomination set submitted_at = $2 where id = $1", case, datetime(2024, 12, 31, 18))  # 01:00 in Hà Nội
    with dates.fixed(TODAY):
        shown = years.compare(people.actor(Role.SECRETARY, issuer=issuer), YearsAsked((2024, 2025)))
    assert told(shown, Part.TOTAL)["Đề nghị đã gửi"] == ([None, 1], [])


def test_the_workbook_holds_numbers_and_leaves_unknown_years_blank(scene):
    who = people.actor(Role.SECRETARY, issuer=scene[0])
    sheet = openpyxl.load_workbook(io.BytesIO(years.workbook(who, years.compare(who, YearsAsked((2024, 2025, 2026)))))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0] == [
        "Nhóm", "Chỉ tiêu", "2024 (đến 30/06)", "2025 (đến 30/06)", "2026 (đến 30/06)", "Thay đổi 2025 - 2026", "Thay đổi 2025 - 2026 (%)",
    ]  # fmt: skip
    assert rows[1] == ["Tất cả", "Khen thưởng", None, 2, 3, 1, None]


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    (
        ((), "Anh/chị chưa chọn năm nào. Chọn từ 2 đến 5 năm để so."),
        ((2026,), "Mới chọn năm 2026. Anh/chị chọn thêm ít nhất một năm nữa để so."),
        ((2021, 2022, 2023, 2024, 2025, 2026), "Đang chọn 6 năm. Anh/chị bớt còn nhiều nhất 5 năm để đọc được."),
        ((2026, 2027), "Năm 2027 ngoài khoảng so được. Anh/chị chọn từ 2017 đến 2026."),
        ((2016, 2026), "Năm 2016 ngoài khoảng so được. Anh/chị chọn từ 2017 đến 2026."),
        ((2017, 2026), None),
    ),
)
def test_which_years_can_be_compared(chosen, sentence):
    assert rules.check(chosen, TODAY) == ({"years": sentence} if sentence else {})


def test_no_year_chosen_is_refused_with_its_sentence(database):
    with dates.fixed(TODAY), pytest.raises(Invalid) as wrong:
        years.compare(people.actor(Role.SECRETARY, issuer=world.issuer()), YearsAsked(()))
    assert wrong.value.fields == {"years": "Anh/chị chưa chọn năm nào. Chọn từ 2 đến 5 năm để so."}


@pytest.mark.parametrize(
    ("before", "after", "made"),
    ((40, 60, Change(20, 50.0)), (40, 40, Change(0, 0.0)), (10, 0, Change(-10, -100.0)), (9, 18, Change(9, None)), (0, 3, Change(3, None)), (0, 0, Change(0, None)), (None, 3, None), (3, None, None)),
)
def test_a_change_has_no_percent_over_fewer_than_ten(before, after, made):
    assert rules.change(before, after) == made


@pytest.mark.parametrize(
    ("known", "partial", "pairs"),
    (
        ((2023, 2024, 2026), None, ((2023, 2024), (2024, 2026))),
        ((2024, 2025, 2026), 2026, ((2024, 2025),)),
        ((2025, 2026), 2026, ()),
        ((2025,), None, ()),
        ((), None, ()),
    ),
)
def test_known_years_are_set_against_the_next_known_one(known, partial, pairs):
    assert rules.pairs(known, partial) == pairs


@pytest.mark.parametrize(
    ("years_", "today", "until"),
    (
        ((2025, 2026), date(2026, 6, 30), date(2026, 6, 30)),
        ((2024, 2025), date(2026, 6, 30), None),
        ((2025, 2026), date(2026, 12, 31), None),
        ((2024, 2028), date(2028, 2, 29), date(2028, 2, 29)),
    ),
)
def test_a_year_runs_until_its_last_day(years_, today, until):
    assert rules.running(years_, today) == until


ROOT, ONE, TWO, LEAF, FAR = (uuid4() for _ in range(5))
UNITS = [
    Unit(ROOT, None, "Đảng bộ", "committee", None), Unit(ONE, ROOT, "Một", "party_cell", None), Unit(TWO, ROOT, "Hai", "party_cell", date(2025, 1, 1)),
    Unit(LEAF, ONE, "Lá", "party_cell", None), Unit(FAR, None, "Cụm", "cluster", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("within", "under", "named"),
    (
        (
            None,
            {ROOT: ROOT, ONE: ONE, TWO: TWO, LEAF: ONE, FAR: FAR},
            [Branch(ROOT, "Đảng bộ", False), Branch(ONE, "Một", True), Branch(TWO, "Hai", False), Branch(FAR, "Cụm", False)],
        ),
        ([ONE, LEAF], {ONE: ONE, LEAF: LEAF}, [Branch(ONE, "Một", False), Branch(LEAF, "Lá", True)]),
        ([LEAF], {LEAF: LEAF}, [Branch(LEAF, "Lá", True)]),
        ([TWO, LEAF], {TWO: TWO, LEAF: LEAF}, [Branch(TWO, "Hai", False), Branch(LEAF, "Lá", True)]),
        ([ONE, LEAF, FAR], {ONE: ONE, LEAF: LEAF, FAR: FAR}, [Branch(ONE, "Một", False), Branch(LEAF, "Lá", True), Branch(FAR, "Cụm", False)]),
        ([], {}, []),
    ),
)
def test_first_level_units_of_what_is_in_view(within, under, named):
    assert branch_rules.under(UNITS, within) == under
    assert branch_rules.named(UNITS, within, TODAY) == named
