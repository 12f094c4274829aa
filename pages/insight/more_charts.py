"""The charts of the other pages of figures: years side by side, stages, fields by units, launched against moving."""

from collections.abc import Sequence

import altair as alt
import streamlit as st

from pages.insight.charts import FONT, as_vega_lite, dressed, ink, legend, soft, told
from recognition.insight.terms.launches import Launch
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
        y=alt.Y("Chỉ tiêu:N", sort=[line.name for line in lines], title=None, axis=alt.Axis(labelLimit=170, labelOverlap=False, labelExpr="split(datum.label, ', ')")),
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
    name = base.mark_text(align="left", baseline="bottom", dy=-9, font=FONT, fontSize=12, fontWeight=600, color=ink(), limit=260).encode(x=alt.value(0), text=alt.Text("Phong trào:N"))
    share = base.mark_text(align="left", baseline="top", dy=9, font=FONT, fontSize=12, color=soft()).encode(x=alt.value(0), text=alt.Text("Nói:N"))
    return dressed(whole + part + name + share, 66 * len(campaigns) + 20)
