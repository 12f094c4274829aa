"""Báo cáo 6 tháng, năm: what the book says of a unit and everything below it, as figures here and as Word."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.grassroots import actions
from recognition.grassroots.terms import Span
from recognition.hall.errors import HallError
from recognition.hall.words import Verb
from vietnamese import dates, numbers

who = frame.require(Verb.SEE_GRASSROOTS)
SHOWN = 10
frame.link("pages/grassroots/list.py", "Sổ dân chủ ở cơ sở", ":material/arrow_back:")
st.title("Báo cáo công tác dân vận, dân chủ ở cơ sở")
parts.soft("Lập từ sổ: đối thoại, cam kết, sơ kết, tuyên truyền, kiểm tra, mô hình, khen thưởng. Đơn vị tính cả các đơn vị bên dưới.")
names = actions.report_units(who)
if not names:
    parts.empty("Anh/chị chưa được giao đơn vị nào nên chưa lập báo cáo được. Anh/chị hỏi người quản trị.")
    st.stop()
unit_box, year_box = st.columns([3, 1])
unit = unit_box.selectbox("Đơn vị", list(names), format_func=names.__getitem__, key="report_unit")
this_year = dates.today().year
year = year_box.selectbox("Năm", range(this_year, this_year - 6, -1), key="report_year")
default = Span.FIRST_HALF if dates.today().month <= 7 else Span.YEAR
span = st.segmented_control("Kỳ", list(Span), format_func=lambda each: each.label, default=default, key="report_span", required=True)
try:
    found = actions.summary(who, unit, span, year)
except HallError as wrong:
    st.warning(parts.said(wrong.sentence), icon=":material/event_busy:")
    st.stop()
if not found.records:
    parts.soft("Sổ chưa có bản ghi nào trong kỳ này; báo cáo chỉ có mô hình và khen thưởng.")
columns = (parts.Column("Chỉ tiêu", lambda row: row[0], lead=True), parts.Column("Số liệu", lambda row: numbers.integer(row[1]), right=True))
parts.grid(actions.figures(found), columns, "report:figures", mode=None, alt="Số liệu của báo cáo")
if found.promises:
    st.subheader("Cam kết chưa thực hiện")
    for promise in found.promises[:SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            late = promise.due < dates.today()
            st.badge(f"{'Quá hạn' if late else 'Hạn'} {parts.day(promise.due)}", icon=":material/bolt:" if late else ":material/schedule:", color="orange" if late else "gray")
            parts.plain(f"{promise.promise} ({promise.responsible}; {promise.record_title})")
    if len(found.promises) > SHOWN:
        parts.soft(f"Và {len(found.promises) - SHOWN} cam kết nữa; bản Word có đủ.")
st.download_button(
    "Tải báo cáo (Word)", lambda: actions.report(who, unit, span, year), file_name=f"Báo cáo dân vận {names[unit]} {year}.docx", icon=":material/description:",
    type="primary", on_click="ignore",
)  # fmt: skip
