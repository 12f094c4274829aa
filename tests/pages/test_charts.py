"""The charts of the leaders' page are whole Vega-Lite: Altair compares them with its schema here, not at every run of the page."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import altair as alt
import pytest
from jsonschema.exceptions import ValidationError

from pages.insight import charts, gantt, more_charts
from recognition.campaigns.terms import Stage
from recognition.insight.terms import MonthDays, Step, UnitBar
from recognition.insight.terms.balance import Balance, BalanceRow
from recognition.insight.terms.fairness import Finding, Group, Portion, UnitShare
from recognition.insight.terms.launches import Launch, Moves
from recognition.insight.terms.overlaps import Calendar, Planned
from recognition.insight.terms.stages import Measured, Span
from recognition.insight.terms.years import Change, Comparison, Line, Measure, Part

BARS = [UnitBar(None, f"Chi bộ số {n}", n, 2, 1) for n in range(10)]
STEPS = [Step(name, number) for name, number in (("Gửi lên", 120), ("Tiếp nhận", 80), ("Được khen", 0))]
MONTHS = [MonthDays(date(2026, month, 1), 12, 7.5, 20.0) for month in range(1, 13)]
FIELDS = [("Kinh tế", 3, 14), ("Văn hoá, xã hội", 0, 0)]


@pytest.mark.parametrize(
    ("draw", "rows"),
    (
        (charts.units, BARS),
        (charts.units, BARS[:1]),
        (charts.funnel, STEPS),
        (charts.funnel, []),
        (charts.months, MONTHS),
        (charts.months, MONTHS[:1]),
        (charts.fields, FIELDS),
    ),
)
def test_a_chart_follows_the_schema_and_holds_its_rows(draw, rows):
    made = draw(rows)
    kind = alt.LayerChart if "layer" in made else alt.Chart
    assert kind.from_dict(made).to_dict()["config"]["view"] == {"stroke": None}
    told = made["data"]["values"]
    assert len(told) == {charts.units: 3, charts.funnel: 1, charts.months: 2, charts.fields: 2}[draw] * len(rows)


LINES = [Line(Part.TOTAL, measure.label, (3, None, 12), (Change(9, 300.0),)) for measure in Measure]
YEARS = Comparison((2024, 2025, 2026), ("2024", "2025", "2026 (đến 30/06)"), date(2026, 6, 30), False, (2025,), ((2024, 2026),), LINES, "Khen thưởng qua các năm", ())


def test_the_chart_of_years_has_a_bar_for_each_known_year():
    made = more_charts.years(YEARS)
    assert alt.LayerChart.from_dict(made).to_dict()["config"]["view"] == {"stroke": None}
    assert [row["Năm"] for row in made["data"]["values"]] == ["2024", "2026 (đến 30/06)"] * 4


MOVES = [Moves(UUID(int=n), f"Phong trào {n}", date(2026, 1, 1), date(2026, 12, 31), None, 12, n, n, None) for n in range(3)]
STAGES = [Measured(Span.SCREEN, 9, 12.0, 30.5, None), Measured(Span.VOTE, 0, None, None, None)]
MAP = Balance(("Phát triển kinh tế", "Văn hoá"), [BalanceRow("Một", (3, 0), True), BalanceRow("Cũ", (0, 2), False)], "1 trong 2 ô còn trống", ())
FOUND = [
    Finding(Group.DIRECT, Portion(5, 20, 0, False), Portion(50, 80, 0, False), True, "…"), Finding(Group.WOMEN, Portion(2, 20, 0, True), Portion(30, 60, 3, False), False, "…")
]  # fmt: skip
COMING = Planned(UUID(int=1), "Phong trào", UUID(int=2), "Đảng uỷ", True, date(2026, 1, 1), date(2026, 12, 31), frozenset(), ((Stage.REPORT, date(2026, 11, 30)),), frozenset())


@pytest.mark.parametrize(
    ("draw", "shown", "rows"),
    (
        (more_charts.launched, [Launch(one, 40, True, "…") for one in MOVES], 3),
        (more_charts.launched_beside, [Launch(one, None, False, "") for one in MOVES], 3),
        (more_charts.stages, STAGES, 2),
        (more_charts.stages, [], 0),
        (more_charts.balance, MAP, 3),
        (more_charts.balance, replace(MAP, rows=[]), 0),
        (gantt.campaigns, Calendar([COMING, replace(COMING, launched=False, deadlines=())], [], [], "…", "…", date(2026, 6, 30)), 3),
        (more_charts.groups, FOUND, 3),
        (more_charts.groups, [], 0),
        (more_charts.unit_shares, [UnitShare("Một", 3, None, 0.6, None), UnitShare("Hai", 2, 10, 0.4, 1.0)], 3),
    ),
)
def test_the_other_charts_follow_the_schema_and_hold_their_rows(draw, shown, rows):
    made = draw(shown)
    assert alt.LayerChart.from_dict(made).to_dict()["config"]["view"] == {"stroke": None}
    assert len(made["data"]["values"]) == rows


def test_a_wrong_chart_is_told_here():
    wrong = charts.units(BARS)
    wrong["mark"] = {"type": "no such mark"}
    with pytest.raises(ValidationError):
        alt.Chart.from_dict(wrong)
