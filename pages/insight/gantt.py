"""The line of time of campaigns: a bar for each, its deadlines as marks, today as a line."""

from datetime import date, timedelta

import altair as alt

from pages.insight.charts import FONT, as_vega_lite, dressed, ink, palette, soft, told
from recognition.insight.terms.overlaps import Calendar

_STATES = ("Đã phát động", "Đang soạn")


def _at(day: date) -> str:
    """Midnight of the place where the page is looked at."""
    return f"{day.isoformat()}T00:00:00"


@as_vega_lite
def campaigns(shown: Calendar) -> alt.Chart | alt.LayerChart:
    """From the first day to the last, the name above the bar; a campaign that is not launched yet is paler."""
    rows: list[dict[str, str | int]] = []
    for place, one in enumerate(shown.campaigns):
        whole: dict[str, str | int] = {"Phong trào": one.name, "Thứ tự": place, "Hôm nay": _at(shown.today)}
        rows.append({**whole, "Là": "phong trào", "Từ": _at(one.from_date), "Đến": _at(one.to_date + timedelta(days=1)), "Loại": _STATES[0 if one.launched else 1]})
        rows += [{**whole, "Là": "hạn", "Từ": _at(day), "Hạn": f"{stage.label}: {day:%d/%m/%Y}"} for stage, day in one.deadlines]
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("Thứ tự:O", title=None, axis=None, scale=alt.Scale(paddingInner=0.5, paddingOuter=0.4)),
        x=alt.X("Từ:T", title=None, axis=alt.Axis(orient="top", grid=True, labelExpr="timeFormat(datum.value, '%m/%Y')", tickCount={"interval": "month", "step": 1}, labelOverlap="parity")),
    )
    of_campaigns, of_days = base.transform_filter("datum['Là'] == 'phong trào'"), base.transform_filter("datum['Là'] == 'hạn'")
    bars = of_campaigns.mark_bar(height=14).encode(
        x2=alt.X2("Đến:T"), tooltip=told("Phong trào:N", "Loại:N"),
        color=alt.Color("Loại:N", scale=alt.Scale(domain=list(_STATES), range=[palette()[2], palette()[5]]), legend=None), opacity=alt.condition(f"datum['Loại'] == '{_STATES[0]}'", alt.value(1), alt.value(0.55)),
    )  # fmt: skip
    days = of_days.mark_point(shape="diamond", filled=True, size=70, color=palette()[1], opacity=1, stroke=ink(), strokeWidth=0.8).encode(tooltip=told("Phong trào:N", "Hạn:N"))
    today = of_campaigns.mark_rule(color=palette()[0], strokeWidth=1.5, strokeDash=[4, 3]).encode(x=alt.X("Hôm nay:T"), y=alt.YValue(0), y2=alt.Y2Value("height"))
    names = of_campaigns.mark_text(align="left", baseline="bottom", dy=-10, font=FONT, fontSize=12, fontWeight=600, color=ink(), limit=640).encode(x=alt.value(0), text=alt.Text("Phong trào:N"))
    states = of_campaigns.transform_filter(f"datum['Loại'] == '{_STATES[1]}'").mark_text(align="left", baseline="top", dy=9, font=FONT, fontSize=11, color=soft()).encode(text=alt.Text("Loại:N"))
    return dressed(bars + days + today + names + states, 62 * len(shown.campaigns) + 50)
