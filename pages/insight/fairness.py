"""Công bằng khen thưởng: who is praised beside who is there, how far awards gather on the same ones, who is praised again."""

import streamlit as st

from pages.insight import fair_tables, kept, more_charts
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.insight import actions
from recognition.insight.actions import fairness as figures
from recognition.insight.actions import years
from recognition.insight.terms.fairness import Fairness, FairnessAsked

who = frame.require(Verb.SEE_FIGURES)


def choose() -> FairnessAsked:
    """Year and unit."""
    year, unit = st.columns([1, 3])
    when = year.selectbox("Năm", years.choices(), key="fairness_year")
    one = unit.selectbox("Đơn vị", [None, *actions.unit_choices(who)], format_func=lambda u: u.title if u else "Mọi đơn vị trong phạm vi theo dõi", key="fairness_unit")
    return FairnessAsked(when, one.id if one else None)


def groups(shown: Fairness) -> None:
    """Who is praised, beside who is there; each finding a sentence."""
    st.subheader(shown.title)
    parts.soft(" ".join(shown.remarks))
    if not shown.findings:
        return
    if any(one.awarded.share is not None for one in shown.findings):
        st.vega_lite_chart(spec=more_charts.groups(shown.findings), theme=None, alt=shown.title)
    for one in shown.findings:
        parts.plain(one.sentence)
    fair_tables.draw(who, shown.findings, fair_tables.GROUPS_TABLE, shown.year)
    parts.soft(f"{shown.small} {figures.LAW}")


def gathered(shown: Fairness) -> None:
    """How far awards gather."""
    st.subheader(shown.gathered_title)
    if not shown.units:
        return
    st.vega_lite_chart(spec=more_charts.unit_shares(shown.units), theme=None, alt=shown.gathered_title)
    fair_tables.draw(who, shown.units, fair_tables.UNITS_TABLE, shown.year)
    if shown.gathered:
        fair_tables.draw(who, shown.gathered, fair_tables.GATHERED_TABLE, shown.year)


def again(shown: Fairness) -> None:
    """Who was praised in two and three years running."""
    st.subheader(shown.again_title)
    parts.soft(f"Năm trước là {shown.year - 1}, năm nay là {shown.year}. Chỉ tính khen thưởng có trong sổ.")
    if any(one.last for one in shown.again):
        fair_tables.draw(who, [one for one in shown.again if one.last], fair_tables.AGAIN_TABLE, shown.year)


st.title("Công bằng khen thưởng")
asked = choose()
shown = kept.answer("fairness", who, asked, lambda: figures.of(who, asked))
groups(shown)
gathered(shown)
again(shown)
