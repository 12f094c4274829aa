"""The charts of the other pages of figures: years side by side, stages, fields by units, launched against moving."""

import json
from collections.abc import Sequence

import altair as alt
import streamlit as st

from pages.insight.charts import FONT, as_vega_lite, dressed, ink, legend, palette, soft, told
from pages.shared import tables
from recognition.insight.terms.balance import Balance
from recognition.insight.terms.fairness import Finding, UnitShare
from recognition.insight.terms.launches import Launch
from recognition.insight.terms.stages import Measured
from recognition.insight.terms.years import Comparison, Part

#: From the earliest year to the latest: sand to maroon.
_YEARS_LIGHT = ("#DCCBAE", "#CFAE78", "#C08A2D", "#A8562A", "#8A1C1C")
_YEARS_DARK = ("#57493D", "#7A6142", "#A07C43", "#CB8A5B", "#E58A6F")


def _dark() -> bool:
    return st.context.theme.type == "dark"


@as_vega_lite
def years(shown: Comparison) -> alt.Chart | alt.LayerChart:
    """Each measure with a bar for every year, labelled directly; a year without data has no bar."""
    lines = shown.part(Part.TOTAL)
    rows = [
        {"Chỉ tiêu": line.name, "Năm": label, "Số": value}
        for line in lines
        for label, value in zip(shown.labels, line.numbers, strict=True)
        if value is not None
    ]
    room = max([row["Số"] for row in rows if isinstance(row["Số"], int)], default=1) * 1.18 or 1  # for the figure beside the longest bar
    colours = (_YEARS_DARK if _dark() else _YEARS_LIGHT)[-len(shown.years) :]
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("Chỉ tiêu:N", sort=[line.name for line in lines], title=None, axis=alt.Axis(labelLimit=170, labelOverlap=False, labelExpr="split(replace(datum.label, ', ', ',|'), '|')")),
        yOffset=alt.YOffset("Năm:N", sort=list(shown.labels)),
        x=alt.X("Số:Q", title=None, axis=None, scale=alt.Scale(domain=[0, room])),
        tooltip=told("Chỉ tiêu:N", "Năm:N", "Số:Q"),
    )
    bars = base.mark_bar().encode(color=alt.Color("Năm:N", scale=alt.Scale(domain=list(shown.labels), range=list(colours)), legend=legend()))
    labels = base.mark_text(align="left", dx=6, font=FONT, fontSize=12, color=ink()).encode(text=alt.Text("Số:Q"))
    return dressed(bars + labels, len(lines) * (20 * len(shown.years) + 24) + 60)


@as_vega_lite
def launched(campaigns: Sequence[Launch]) -> alt.Chart | alt.LayerChart:
    """For each campaign how many units it was launched to, and from how many something came; a still one is amber."""
    return _launched(campaigns, 260 if tables.on_phone() else 640)


@as_vega_lite
def launched_beside(campaigns: Sequence[Launch]) -> alt.Chart | alt.LayerChart:
    """The same in a narrow column."""
    return _launched(campaigns, 260)


def _launched(campaigns: Sequence[Launch], limit: int) -> alt.Chart | alt.LayerChart:
    amber, moving, rest = ("#E9B072", "#6FB3AE", "#3D322B") if _dark() else ("#A6541A", "#2F6B6A", "#E2D7C5")
    rows = [
        {
            "Phong trào": one.moves.name, "Thứ tự": place, "Phát tới": one.moves.told, "Có động": one.moves.moving, "Màu": amber if one.still else moving,
            "Nói": f"{one.moves.moving}/{one.moves.told} đơn vị" + (f", im {one.quiet} ngày" if one.still else ""),
        }
        for place, one in enumerate(campaigns)
    ]  # fmt: skip
    room = max(one.moves.told for one in campaigns)
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("Thứ tự:O", title=None, axis=None, scale=alt.Scale(paddingInner=0.5, paddingOuter=0.4)), tooltip=told("Phong trào:N", "Nói:N")
    )
    whole = base.mark_bar(height=12, color=rest).encode(x=alt.X("Phát tới:Q", title=None, axis=None, scale=alt.Scale(domain=[0, room])))
    part = base.mark_bar(height=12).encode(x=alt.X("Có động:Q"), color=alt.Color("Màu:N", scale=None))
    name = base.mark_text(align="left", baseline="bottom", dy=-9, font=FONT, fontSize=12, fontWeight=600, color=ink(), limit=limit).encode(x=alt.value(0), text=alt.Text("Phong trào:N"))
    share = base.mark_text(align="left", baseline="top", dy=9, font=FONT, fontSize=12, color=soft()).encode(x=alt.value(0), text=alt.Text("Nói:N"))
    return dressed(whole + part + name + share, 66 * len(campaigns) + 20)


def _two_lines(name: str) -> list[str]:
    """A name in two lines of about one length, broken between words."""
    words = name.split()
    broken = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)) if words[at] != "-"]
    return list(min(broken, key=lambda lines: max(map(len, lines)))) if broken else [name]


@as_vega_lite
def balance(shown: Balance) -> alt.Chart | alt.LayerChart:
    """Fields across, units down: the more the darker, a gap framed in amber with its word."""
    amber, deepest, palest = ("#E9B072", "#E58A6F", "#3A2E27") if _dark() else ("#A6541A", "#8A1C1C", "#F0E0C9")
    rows = [
        {"Đơn vị": row.name, "Lĩnh vực": field, "Số": number, "Chữ": "trống" if place in row.gaps else str(number), "Trống": place in row.gaps}
        for row in shown.rows
        for place, (field, number) in enumerate(zip(shown.fields, row.numbers, strict=True))
        if number or place in row.gaps
    ]
    most = max([number for row in shown.rows for number in row.numbers], default=1) or 1
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X(
            "Lĩnh vực:N", sort=list(shown.fields), title=None, scale=alt.Scale(domain=list(shown.fields), paddingInner=0.03),
            axis=alt.Axis(orient="top", labelAngle=0, labelOverlap=False, labelLimit=240, labelPadding=22, labelExpr=f"({json.dumps({name: _two_lines(name) for name in shown.fields})})[datum.label]"),
        ),
        y=alt.Y("Đơn vị:N", sort=[row.name for row in shown.rows], title=None, scale=alt.Scale(paddingInner=0.08), axis=alt.Axis(labelLimit=190, labelOverlap=False)),
        tooltip=told("Đơn vị:N", "Lĩnh vực:N", "Số:Q"),
    )  # fmt: skip
    filled = base.transform_filter("!datum['Trống']").mark_rect().encode(color=alt.Color("Số:Q", scale=alt.Scale(domain=[1, max(most, 2)], range=[palest, deepest]), legend=None))
    gaps = base.transform_filter("datum['Trống']").mark_rect(fillOpacity=0, fill=amber, stroke=amber, strokeDash=[4, 3], strokeWidth=1.5)
    light, dark = ("#1A1513", "#F2E9DD") if _dark() else ("#FFFFFF", "#2A211C")
    on_dark = f"datum['Trống'] ? '{amber}' : datum['Số'] > {most * (0.75 if _dark() else 0.55)} ? '{light}' : '{dark}'"
    words = base.transform_calculate("Màu", on_dark).mark_text(font=FONT, fontSize=13).encode(text=alt.Text("Chữ:N"), color=alt.Color("Màu:N", scale=None))
    return dressed((filled + gaps + words).resolve_scale(color="independent"), 34 * len(shown.rows) + 64)


@as_vega_lite
def stages(measured: Sequence[Measured]) -> alt.Chart | alt.LayerChart:
    """Median days of each stage as a bar, the ninetieth percentile as a line that goes on from it."""
    rows = [{"Khâu": one.span.label, "Trung vị": one.median, "90 % trong vòng": one.ninetieth, "Nói": f"{round(one.median or 0)} ngày; 90 % trong {round(one.ninetieth or 0)} ngày"} for one in measured]
    room = max([one.ninetieth or 0 for one in measured], default=1) * (4 if tables.on_phone() else 1.4) or 1  # for the words beside the longest line
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("Khâu:N", sort=None, title=None, axis=alt.Axis(labelLimit=170, labelOverlap=False)), tooltip=told("Khâu:N", "Trung vị:Q", "90 % trong vòng:Q")
    )
    until = base.mark_bar(height=4, color=palette()[1]).encode(x=alt.X("90 % trong vòng:Q", title=None, axis=None, scale=alt.Scale(domain=[0, room])))
    half = base.mark_bar(height=18, color=palette()[0]).encode(x=alt.X("Trung vị:Q"))
    words = base.mark_text(align="left", dx=8, font=FONT, fontSize=12, color=ink()).encode(x=alt.X("90 % trong vòng:Q"), text=alt.Text("Nói:N"))
    return dressed(until + half + words, 40 * max(1, len(rows)) + 10)


@as_vega_lite
def groups(findings: Sequence[Finding]) -> alt.Chart | alt.LayerChart:
    """Each group's share among the awarded above its share among the people; a share that is not told has no bar."""
    return _beside([(one.group.label, one.awarded.share, one.people.share) for one in findings], ("Cá nhân được khen", "Nhân sự"))


@as_vega_lite
def unit_shares(units: Sequence[UnitShare]) -> alt.Chart | alt.LayerChart:
    """Each unit's part of the awards above its part of the people."""
    return _beside([(one.name, one.award_share, one.people_share) for one in units], ("Khen thưởng", "Nhân sự"))


def _beside(shares: Sequence[tuple[str, float | None, float | None]], names: tuple[str, str]) -> alt.Chart | alt.LayerChart:
    rows = [
        {"Nhóm": label, "Phần của": name, "Tỷ lệ": round(100 * share, 1), "Nói": f"{round(100 * share)} %"}
        for label, *pair in shares
        for name, share in zip(names, pair, strict=True)
        if share is not None
    ]
    room = max([row["Tỷ lệ"] for row in rows if isinstance(row["Tỷ lệ"], float)], default=1.0) * 1.2 or 1  # for the figure beside the longest bar
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("Nhóm:N", sort=[label for label, *_ in shares], title=None, axis=alt.Axis(labelLimit=150 if tables.on_phone() else 230, labelOverlap=False)),
        yOffset=alt.YOffset("Phần của:N", sort=list(names)),
        x=alt.X("Tỷ lệ:Q", title=None, axis=None, scale=alt.Scale(domain=[0, room])),
        tooltip=told("Nhóm:N", "Phần của:N", "Nói:N"),
    )
    bars = base.mark_bar().encode(color=alt.Color("Phần của:N", scale=alt.Scale(domain=list(names), range=[palette()[0], palette()[5]]), legend=legend()))
    words = base.mark_text(align="left", dx=6, font=FONT, fontSize=12, color=ink()).encode(text=alt.Text("Nói:N"))
    return dressed(bars + words, 52 * max(1, len(shares)) + 50)
