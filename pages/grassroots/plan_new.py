"""Lập kế hoạch kiểm tra: which units, which quarter, what about; one line of the plan for each unit."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.shared import frame, parts
from recognition.grassroots import actions
from recognition.grassroots.terms import PlanInput
from recognition.hall.words import Verb
from vietnamese import dates, numbers

who = frame.require(Verb.PLAN_INSPECTION)
NAME = "plan"
frame.link("pages/grassroots/plan.py", "Kiểm tra, giám sát", ":material/arrow_back:")
st.title("Lập kế hoạch kiểm tra")
parts.soft("Mỗi đơn vị được chọn thành một dòng của kế hoạch. Mỗi quý, mỗi nội dung lập một lần.")
planners = actions.planners(who)
if not planners:
    parts.empty("Anh/chị chưa được giao cơ quan hay đơn vị nào nên chưa lập kế hoạch được. Anh/chị hỏi người quản trị.")
    st.stop()
by_unit, issuer, _ = st.selectbox("Kế hoạch của", planners, format_func=lambda one: one[2], key="plan_of", disabled=len(planners) == 1)
parts.field_error(NAME, "by_unit_id")
parts.field_error(NAME, "issuer_id")
this_year = dates.today().year
year_box, quarter_box = st.columns([1, 2.4])
with year_box:
    year = st.selectbox("Năm", range(this_year + 1, this_year - 6, -1), index=1, key="plan_in")
    parts.field_error(NAME, "year")
with quarter_box:
    quarter = st.segmented_control(
        "Quý", [1, 2, 3, 4], format_func=lambda q: f"Quý {numbers.roman(q)}", default=(dates.today().month + 2) // 3, key="plan_quarter", required=True
    )
    parts.field_error(NAME, "quarter")
title = st.text_input("Nội dung kiểm tra", key="plan_title", placeholder="Việc công khai, lấy ý kiến, hội nghị người lao động năm 2026")
parts.field_error(NAME, "title")
names = actions.inspected_choices(who, by_unit)
chosen = st.multiselect("Đơn vị được kiểm tra", list(names), format_func=names.__getitem__, key=f"plan_units:{by_unit}", placeholder="Chọn một hay nhiều đơn vị")
parts.field_error(NAME, "unit_ids")
content = st.text_area("Yêu cầu chi tiết", key="plan_content", height=110, placeholder="Xem gì, chuẩn bị gì; có thể để trống")
parts.field_error(NAME, "content")
if st.button("Đưa vào kế hoạch", icon=":material/save:", type="primary"):
    data = PlanInput(issuer, by_unit, tuple(chosen), year, quarter, title or "", content or "")
    if parts.do(NAME, partial(actions.plan, who, data)) is not None:
        parts.done("Đã đưa vào kế hoạch.")
        frame.go("pages/grassroots/plan.py")
