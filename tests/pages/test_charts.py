"""The charts of the leaders' page are whole Vega-Lite: Altair compares them with its schema here, not at every run of the page."""

from datetime import date

import altair as alt
import pytest
from jsonschema.exceptions import ValidationError

from pages.insight import charts
from recognition.insight.terms import MonthDays, Step, UnitBar

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


def test_a_wrong_chart_is_told_here():
    wrong = charts.units(BARS)
    wrong["mark"] = {"type": "no such mark"}
    with pytest.raises(ValidationError):
        alt.Chart.from_dict(wrong)
