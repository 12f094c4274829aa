"""Percentiles of counted days, the leading units, months and fields: pure rules."""

from datetime import date
from uuid import UUID

import pytest

from recognition.hall.transaction import reading
from recognition.insight import rules
from recognition.insight.terms import FieldRow, Headline, MonthDays, Step, UnitBar

FIRST, SECOND, THIRD = (UUID(int=n) for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("numbers", "share", "expected"),
    (
        ({}, 0.5, None),
        ({7: 1}, 0.5, 7),
        ({7: 1}, 0.9, 7),
        ({10: 1, 20: 1}, 0.5, 15),
        ({10: 1, 20: 1}, 0.9, 19),
        ({5: 3, 9: 1}, 0.5, 5),
        ({5: 1, 9: 3}, 0.5, 9),
        ({1: 1, 2: 1, 3: 1, 4: 1}, 0.5, 2.5),
        ({0: 9, 30: 1}, 0.9, 3),
        ({-2: 1, 4: 1}, 0.5, 1),
    ),
)
def test_a_percentile_of_counted_days(numbers, share, expected):
    found = rules.percentile(numbers, share)
    assert found is None if expected is None else found == pytest.approx(expected)


@pytest.mark.parametrize("share", (0.0, 0.1, 0.5, 0.9, 1.0))
@pytest.mark.parametrize("days", ([3], [3, 3, 8], [0, 1, 1, 2, 40, 41], list(range(0, 200, 7)) * 3))
def test_it_is_what_the_database_says(database, share, days):
    counted = {day: days.count(day) for day in days}
    with reading(None) as t:
        said = t.value("select percentile_cont($2) within group (order by day) from (select unnest($1::integer[]) as day) s", days, share)
    assert rules.percentile(counted, share) == pytest.approx(float(said))


def test_months_stand_in_order_and_all_days_together():
    days = {date(2026, 4, 1): {2: 1}, date(2026, 3, 1): {10: 1, 20: 1}}
    assert rules.months(days) == [MonthDays(date(2026, 3, 1), 2, 15.0, 19.0), MonthDays(date(2026, 4, 1), 1, 2, 2)]
    assert rules.together({date(2026, 3, 1): {10: 1}, date(2026, 4, 1): {10: 2, 3: 1}}) == {10: 3, 3: 1}


def test_the_leading_units_are_shown_and_ties_stand_by_name():
    units = {FIRST: {"individual": 2}, SECOND: {"collective": 2}, THIRD: {"household": 1}, None: {"individual": 3}}
    assert set(rules.leading(units, 2)) == {None, FIRST, SECOND}
    assert rules.bars(units, {FIRST: "Trường", SECOND: "Trạm"}, 2) == [UnitBar(None, "Ngoài danh sách", 3, 0, 0), UnitBar(SECOND, "Trạm", 0, 2, 0)]
    assert (rules.leading({}), rules.bars({}, {})) == ([], [])


@pytest.mark.parametrize(
    ("sent", "awarded", "still_open", "title"),
    (
        (9, 9, 0, "Hồ sơ qua từng bước"),
        (1_222, 1_153, 50, "1.153 trong 1.222 hồ sơ đã được khen, 50 đang xét"),
        (20, 14, 0, "Cứ 10 hồ sơ gửi lên, 7 được khen"),
    ),
)
def test_whoever_is_still_being_looked_at_is_not_told_as_unpraised(sent, awarded, still_open, title):
    assert rules.funnel_title([Step("Gửi lên", sent), Step("Được khen", awarded)], still_open) == title


@pytest.mark.parametrize(("direct", "individuals", "share"), ((0, 0, None), (6, 7, None), (3, 20, None), (5, 10, 0.5), (0, 8, 0.0), (8, 8, 1.0)))
def test_a_handful_of_people_is_not_told_apart(direct, individuals, share):
    assert Headline(individuals, 0, direct, individuals, None, None, 0, 1).direct_share == share


def test_a_field_stands_when_it_has_models_or_awards():
    assert rules.fields({"economy": 2}, {"economy": 1, "political_system": 3}) == [FieldRow("economy", 1, 2), FieldRow("political_system", 3, 0)]
