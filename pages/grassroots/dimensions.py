"""Theo nội dung PAPI: which contents units act on and which nobody does, units by contents, the gaps in sentences; on a phone a list."""

from __future__ import annotations

import altair as alt
import streamlit as st

from pages.insight import kept
from pages.insight.charts import FONT, as_vega_lite, dressed, told
from pages.shared import frame, parts, tables
from recognition.grassroots import actions
from recognition.grassroots.dimension_terms import Act, ContentLine, Dimension, Dimensions, DimensionsAsked
from recognition.hall.words import Verb
from recognition.insight import actions as insight
from vietnamese import numbers

who = frame.require(Verb.SEE_FIGURES)


def choose() -> DimensionsAsked:
    """Year, unit, by what."""
    year, unit, by = st.columns([1, 2, 1.8], vertical_alignment="bottom")
    when = year.selectbox("Năm", actions.years(), key="dimensions_year")
    one = unit.selectbox("Đơn vị", [None, *insight.unit_choices(who)], format_func=lambda u: u.title if u else "Mọi đơn vị trong phạm vi theo dõi", key="dimensions_unit")
    dimension = by.segmented_control("Theo", list(Dimension), format_func=lambda d: d.label, default=Dimension.PAPI, required=True, key="dimensions_by")
    return DimensionsAsked(when, one.id if one else None, dimension)


def count_of(place: int) -> parts.Column:
    """The column of one kind of act."""
    return parts.Column(list(Act)[place].label, lambda line: numbers.integer(line.numbers[place]) if line.numbers[place] else "", right=True)


def contents(shown: Dimensions) -> None:
    """A row for each content."""

    def units(line: ContentLine) -> str:
        return f"{line.units} trong {shown.of}" if any(line.numbers) else "chưa có"

    columns = (parts.Column("Nội dung", "name", lead=True), parts.Column("Đơn vị có làm", units), *(count_of(place) for place in range(len(Act))))
    if not tables.on_phone():
        parts.grid(shown.lines, columns, "dimensions:contents", mode=None, alt=shown.title, room=640)
        return
    with st.container(border=True, gap="small"):
        for line in shown.lines:
            acts = [f"{what.label}: {numbers.integer(number)}" for what, number in zip(Act, line.numbers, strict=True) if number]
            there = f"  \n:small[:gray[{parts.said(' · '.join([f'{units(line)} đơn vị', *acts]))}]]" if acts else "  \n:small[:orange[chưa đơn vị nào]]"
            st.markdown(f"**{parts.said(line.name)}**{there}")


@as_vega_lite
def heat(shown: Dimensions) -> alt.Chart | alt.LayerChart:
    """Contents across by their numbers, units down: the more the darker; an empty cell is a gap."""
    dark = st.context.theme.type == "dark"
    deepest, palest = ("#E58A6F", "#3A2E27") if dark else ("#8A1C1C", "#F0E0C9")
    heads = [name.split(". ")[0] for name in shown.contents]
    rows = [
        {"Đơn vị": line.name, "Nội dung": name, "Cột": head, "Số": number}
        for line in shown.units for name, head, number in zip(shown.contents, heads, line.numbers, strict=True) if number
    ]  # fmt: skip
    most = max([number for line in shown.units for number in line.numbers], default=1) or 1
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("Cột:N", sort=heads, title=None, scale=alt.Scale(domain=heads, paddingInner=0.03), axis=alt.Axis(orient="top", labelAngle=0, labelOverlap=False)),
        y=alt.Y(
            "Đơn vị:N", sort=[line.name for line in shown.units], title=None, scale=alt.Scale(domain=[line.name for line in shown.units], paddingInner=0.08),
            axis=alt.Axis(labelLimit=230, labelOverlap=False),
        ),
        tooltip=told("Đơn vị:N", "Nội dung:N", "Số:Q"),
    )  # fmt: skip
    filled = base.mark_rect().encode(color=alt.Color("Số:Q", scale=alt.Scale(domain=[0, max(most, 2)], range=[palest, deepest]), legend=None))
    light, ink = ("#1A1513", "#F2E9DD") if dark else ("#FFFFFF", "#2A211C")
    words = base.transform_calculate("Màu", f"datum['Số'] > {most * (0.75 if dark else 0.55)} ? '{light}' : '{ink}'").mark_text(font=FONT, fontSize=12)
    return dressed((filled + words.encode(text=alt.Text("Số:Q"), color=alt.Color("Màu:N", scale=None))).resolve_scale(color="independent"), 24 * len(shown.units) + 40)


def gaps(shown: Dimensions) -> None:
    """What is missing, by name."""
    st.subheader("Chỗ còn trống")
    for sentence in shown.sentences or ("Không còn nội dung nào trống.",):
        parts.plain(sentence)


st.title("Theo nội dung PAPI, dân chủ ở cơ sở")
asked = choose()
shown = kept.answer("dimensions", who, asked, lambda: actions.dimensions(who, asked))
st.subheader(parts.said(shown.title))
parts.soft(f"Mô hình, việc tốt, khen thưởng và bản ghi trong sổ dân chủ của năm {asked.year} có gắn nội dung; mỗi đơn vị tính cả các đơn vị bên dưới.")
if shown.sessions:
    parts.soft(f"Trong năm có {numbers.integer(shown.sessions)} buổi tuyên truyền, {numbers.integer(shown.reached)} lượt người được tuyên truyền.")
if not shown.units:
    parts.empty("Không có đơn vị nào trong phạm vi theo dõi.")
    st.stop()
if tables.on_phone():
    gaps(shown)
    contents(shown)
else:
    work, narrow = st.columns([5, 2.4], gap="large")
    with work:
        contents(shown)
        st.subheader("Theo đơn vị")
        parts.soft("Số ở đầu cột là số của nội dung; số trong ô cộng mô hình, việc tốt, bản ghi và khen thưởng; ô trống là đơn vị chưa có hoạt động.")
        st.vega_lite_chart(spec=heat(shown), theme=None, alt=shown.title)
    with narrow:
        gaps(shown)
st.download_button(
    "Tải bảng (Excel)", lambda: actions.dimensions_sheet(who, asked), file_name="theo-noi-dung.xlsx", icon=":material/download:", type="tertiary", on_click="ignore",
    key="dimensions_excel",
)  # fmt: skip
