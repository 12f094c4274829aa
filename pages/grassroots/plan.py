"""Kiểm tra, giám sát: the yearly plan of inspections with what they came to; year, unit, how far; Excel."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.shared import frame, parts
from recognition.grassroots import actions
from recognition.grassroots.terms import Filters, Line, Stage
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.SEE_GRASSROOTS)
SIZE = 25


def findings(line: Line) -> str:
    """`3 hạn chế, khắc phục 2, quá hạn 1`; nothing where nothing was found."""
    if not line.points:
        return ""
    return ", ".join([f"{line.points} hạn chế", f"khắc phục {line.kept}", *([f"quá hạn {line.late}"] if line.late else [])])


COLUMNS = (
    parts.Column("Quý", actions.quarter_words),
    parts.Column("Đơn vị", "unit_name", lead=True),
    parts.Column("Nội dung kiểm tra", "title"),
    parts.Column("Kế hoạch của", "by_name"),
    parts.Column("Tình trạng", lambda row: actions.stage(row).label),
    parts.Column("Ngày kiểm tra", "on_date", spare=True),
    parts.Column("Hạn chế", findings, spare=True),
)


def filters() -> Filters:
    """Words, year of the plan, unit."""
    search, year, unit = st.columns([3, 1, 2.2], vertical_alignment="bottom")
    with search:
        words = parts.search_box("plan", placeholder="Nội dung kiểm tra, mã")
    this_year = dates.today().year
    years = [None, *range(this_year + 1, this_year - 6, -1)]
    in_year = year.selectbox("Năm", years, index=years.index(this_year), format_func=lambda y: str(y) if y else "Mọi năm", key="plan_year")
    names = actions.unit_choices(who)
    of_unit = unit.selectbox("Đơn vị", [None, *names], format_func=lambda u: names[u] if u else "Mọi đơn vị", key="plan_unit")
    late = st.toggle("Chỉ cuộc còn hạn chế quá hạn khắc phục", value=st.query_params.get("qua-han") == "1", key="plan_late")
    return actions.of_unit(who, replace(actions.ALL, search=words, plan_year=in_year, late=late), of_unit)


frame.link("pages/grassroots/list.py", "Sổ dân chủ ở cơ sở", ":material/arrow_back:")
left, right = st.columns([5, 1.5], vertical_alignment="center")
left.title("Kiểm tra, giám sát")
parts.soft("Kế hoạch năm về thực hiện dân chủ ở cơ sở: kiểm tra đơn vị nào, quý nào, nội dung gì; kết quả và việc phải khắc phục.")
if allowed(who, Verb.PLAN_INSPECTION) and right.button("Lập kế hoạch", icon=":material/add:", type="primary", width="stretch"):
    frame.go("pages/grassroots/plan_new.py")
asked = filters()
stage = st.pills("Tình trạng", list(Stage), format_func=lambda s: s.label, key="plan_stage", label_visibility="collapsed")
shown = replace(asked, stage=stage)
key = f"plan:page:{stage}"
found = actions.find(who, shown, parts.page_of(key, SIZE))
why = "Chưa có cuộc kiểm tra nào như vậy trong kế hoạch. Anh/chị đổi năm, bỏ bớt điều kiện lọc" + (
    ", hoặc bấm «Lập kế hoạch»." if allowed(who, Verb.PLAN_INSPECTION) else "."
)
chosen = parts.paged_table(found, COLUMNS, page_key=key, empty=why, size=SIZE, unit="cuộc kiểm tra")
if found.rows and allowed(who, Verb.EXPORT):
    parts.exports("kiem-tra-giam-sat", lambda: actions.plan_workbook(who, shown), lambda: actions.plan_csv(who, shown))
if chosen is not None:
    frame.go("pages/grassroots/inspection.py", id=chosen.id)
