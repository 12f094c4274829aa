"""The charts of the leaders' page are whole Vega-Lite: Altair compares them with its schema here, not at every run of the page."""

from datetime import date

import altair as alt
import pytest
from jsonschema.exceptions import ValidationError

from pages.insight import charts, more_charts
from recognition.insight.terms import MonthDays, Step, UnitBar
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


def test_a_wrong_chart_is_told_here():
    wrong = charts.units(BARS)
    wrong["mark"] = {"type": "no such mark"}
    with pytest.raises(ValidationError):
        alt.Chart.from_dict(wrong)
