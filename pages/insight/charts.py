"""The four charts of the leaders' page, as Vega-Lite: warm colours, direct labels, no legend for one series."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import altair as alt
import streamlit as st
from altair.utils import schemapi

from pages.shared import tables
from recognition.insight.terms import MonthDays, Step, UnitBar

LIGHT = ("#8A1C1C", "#C08A2D", "#2F6B6A", "#6C7A3C", "#7B4B6B", "#5A6876")
DARK = ("#E58A6F", "#E0B45C", "#6FB3AE", "#A9B86C", "#C495B4", "#9BAAB8")
KINDS = ("Cá nhân", "Tập thể", "Hộ gia đình")
FONT = "Be Vietnam Pro"
T = TypeVar("T")

alt.theme.enable("none")  # its default sizes are for notebooks


def palette() -> tuple[str, ...]:
    """The colours of the theme that is on; colours written into a chart do not follow it by themselves."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def soft() -> str:
    """The colour of labels."""
    return "#B9AC9F" if st.context.theme.type == "dark" else "#675C54"


def line() -> str:
    """The colour of borders and of the grid."""
    return "#3D322B" if st.context.theme.type == "dark" else "#E2D7C5"


def ink() -> str:
    """The colour of figures."""
    return "#F2E9DD" if st.context.theme.type == "dark" else "#2A211C"


def dressed(chart: alt.Chart | alt.LayerChart, height: int) -> alt.Chart | alt.LayerChart:
    """A chart of the house: as wide as its place, so many pixels high, no frame."""
    found: alt.Chart | alt.LayerChart = chart.properties(height=height, width="container").configure(
        background="transparent",
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(labelFont=FONT, titleFont=FONT, labelColor=soft(), labelFontSize=12, labelPadding=6, domain=False, ticks=False, gridColor=line()),
    )
    return found


def legend(symbol: str = "square") -> alt.Legend:
    """Above the chart; on a phone one under another, for there it begins where the bars do."""
    columns = 1 if tables.on_phone() else 0
    return alt.Legend(title=None, orient="top", columns=columns, symbolType=symbol, labelFont=FONT, labelColor=soft(), labelFontSize=12, labelLimit=220)


def told(*fields: str) -> list[alt.Tooltip]:
    """What the pointer tells; named outright, because Altair is slow to guess what a bare text is."""
    return [alt.Tooltip(field) for field in fields]


def as_vega_lite(draw: Callable[[T], alt.Chart | alt.LayerChart]) -> Callable[[T], dict[str, Any]]:
    """The chart as a plain specification.

    Altair compares every part with its schema again and again, which takes longer than all the rest of the page: here it does
    not, and a test compares the finished charts.
    """

    @wraps(draw)
    def made(rows: T) -> dict[str, Any]:
        with schemapi.debug_mode(False):
            return draw(rows).to_dict(validate=False)

    return made


@as_vega_lite
def units(bars: Sequence[UnitBar]) -> alt.Chart | alt.LayerChart:
    """Awards by unit, stacked by kind of recipient, most first."""
    rows = [
        {"Đơn vị": bar.unit, "Loại": kind, "Số": number, "Thứ tự": KINDS.index(kind)}
        for bar in bars
        for kind, number in zip(KINDS, (bar.individual, bar.collective, bar.household), strict=True)
    ]
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(height=18)
        .encode(
            y=alt.Y("Đơn vị:N", sort=[bar.unit for bar in bars], title=None, axis=alt.Axis(labelLimit=190, labelOverlap=False)),
            x=alt.X("Số:Q", title=None, axis=alt.Axis(tickMinStep=1, grid=True)),
            color=alt.Color("Loại:N", scale=alt.Scale(domain=list(KINDS), range=list(palette()[:3])), legend=legend()),
            order=alt.Order("Thứ tự:Q"),
            tooltip=told("Đơn vị:N", "Loại:N", "Số:Q"),
        )
    )
    return dressed(chart, 28 * len(bars) + 90)


@as_vega_lite
def funnel(steps: Sequence[Step]) -> alt.Chart | alt.LayerChart:
    """Cases left after each step, labelled directly."""
    rows = [{"Bước": step.name, "Số": step.number} for step in steps]
    room = max([step.number for step in steps], default=1) * 1.15  # for the figure beside the longest bar
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("Bước:N", sort=None, title=None, axis=alt.Axis(labelLimit=160, labelOverlap=False)),
        x=alt.X("Số:Q", title=None, axis=None, scale=alt.Scale(domain=[0, room])),
        tooltip=told("Bước:N", "Số:Q"),
    )
    bars = base.mark_bar(height=22, color=palette()[0])
    labels = base.mark_text(align="left", dx=6, font=FONT, fontSize=12, fontWeight=600, color=ink()).encode(text=alt.Text("Số:Q"))
    return dressed(bars + labels, 44 * max(1, len(steps)))


@as_vega_lite
def months(measured: Sequence[MonthDays]) -> alt.Chart | alt.LayerChart:
    """Median and ninetieth percentile of days from deed to award."""
    rows = [
        {"Tháng": f"Th{row.month.month}", "Mức": name, "Ngày": round(value, 1), "Thứ tự": index}
        for index, row in enumerate(measured)
        for name, value in (("Trung vị", row.median), ("90 % hồ sơ trong vòng", row.ninetieth))
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("Tháng:N", sort=alt.EncodingSortField("Thứ tự"), title=None, axis=alt.Axis(labelAngle=0, labelOverlap=False)),
        y=alt.Y("Ngày:Q", title=None, axis=alt.Axis(grid=True)),
        color=alt.Color("Mức:N", scale=alt.Scale(domain=["Trung vị", "90 % hồ sơ trong vòng"], range=[palette()[0], palette()[1]]), legend=legend("circle")),
        tooltip=told("Tháng:N", "Mức:N", "Ngày:Q"),
    )
    return dressed(base.mark_line(strokeWidth=2.5) + base.mark_point(filled=True, size=45, opacity=1), 260)


@as_vega_lite
def fields(rows: Sequence[tuple[str, int, int]]) -> alt.Chart | alt.LayerChart:
    """Models and awards side by side, field by field."""
    data = [
        {"Lĩnh vực": name, "Loại": kind, "Số": number} for name, models, awards in rows for kind, number in (("Mô hình", models), ("Khen thưởng", awards))
    ]
    chart = (
        alt.Chart(alt.Data(values=data))
        .mark_bar(height=12)
        .encode(
            y=alt.Y("Lĩnh vực:N", sort=None, title=None, axis=alt.Axis(labelLimit=210, labelOverlap=False)),
            yOffset=alt.YOffset("Loại:N", sort=["Mô hình", "Khen thưởng"]),
            x=alt.X("Số:Q", title=None, axis=alt.Axis(tickMinStep=1, grid=True)),
            color=alt.Color("Loại:N", scale=alt.Scale(domain=["Mô hình", "Khen thưởng"], range=[palette()[2], palette()[0]]), legend=legend()),
            tooltip=told("Lĩnh vực:N", "Loại:N", "Số:Q"),
        )
    )
    return dressed(chart, 48 * max(1, len(rows)) + 80)
