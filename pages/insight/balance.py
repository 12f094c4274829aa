"""Bản đồ lĩnh vực: which units work in which fields, and the gaps by name; on a phone a list."""

import streamlit as st

from pages.insight import kept, more_charts
from pages.shared import frame, parts, tables
from recognition.hall.words import Verb
from recognition.insight import actions
from recognition.insight.actions import balance as figures
from recognition.insight.actions import years
from recognition.insight.terms.balance import Balance, BalanceAsked, What
from vietnamese import numbers

who = frame.require(Verb.SEE_FIGURES)


def choose() -> BalanceAsked:
    """Year, unit, and what is counted."""
    year, unit, what = st.columns([1, 2, 1.6], vertical_alignment="bottom")
    when = year.selectbox("Năm", years.choices(), key="balance_year")
    one = unit.selectbox("Đơn vị", [None, *actions.unit_choices(who)], format_func=lambda u: u.title if u else "Mọi đơn vị trong phạm vi theo dõi", key="balance_unit")
    counted = what.segmented_control("Đếm", list(What), format_func=lambda w: w.label, default=What.MODELS, required=True, key="balance_what")
    return BalanceAsked(when, one.id if one else None, counted)


def heat(shown: Balance) -> None:
    """The map itself; a table of five columns is no use on a phone, so there each unit is told."""
    if not tables.on_phone():
        st.vega_lite_chart(spec=more_charts.balance(shown), theme=None, alt=shown.title)
        return
    with st.container(border=True, gap="small"):
        for row in shown.rows:
            told = [f"{field}: {numbers.integer(number)}" for field, number in zip(shown.fields, row.numbers, strict=True) if number]
            gaps = [shown.fields[place] for place in row.gaps]
            there = f"  \n:small[:gray[{parts.said(' · '.join(told))}]]" if told else ""
            missing = f"  \n:small[:orange[:material/crop_free: Trống: {parts.said(', '.join(gaps))}]]" if gaps else ""
            st.markdown(f"**{parts.said(row.name)}**{there}{missing}")


def gaps(shown: Balance) -> None:
    """What is missing, by name."""
    st.subheader("Chỗ còn trống")
    for sentence in shown.sentences or ("Không còn ô nào trống.",):
        parts.plain(sentence)


st.title("Bản đồ lĩnh vực")
asked = choose()
shown = kept.answer("balance", who, asked, lambda: figures.of(who, asked))
st.subheader(shown.title)
parts.soft(f"{asked.what.label} của năm {asked.year} theo bốn lĩnh vực và đơn vị; mỗi đơn vị tính cả các đơn vị bên dưới.")
if not shown.rows:
    parts.empty("Không có đơn vị nào trong phạm vi theo dõi.")
    st.stop()
if tables.on_phone():
    gaps(shown)
    heat(shown)
else:
    work, narrow = st.columns([5, 2.4], gap="large")
    with work:
        heat(shown)
    with narrow:
        gaps(shown)
st.download_button(
    "Tải bảng (Excel)", lambda: actions.sheet(who, f"{asked.what.label} theo lĩnh vực và đơn vị, năm {asked.year}", ["Đơn vị", *shown.fields], [[row.name, *row.numbers] for row in shown.rows]),
    file_name="ban-do-linh-vuc.xlsx", icon=":material/download:", type="tertiary", on_click="ignore", key="balance_excel",
)  # fmt: skip
