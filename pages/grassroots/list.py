"""Sổ dân chủ ở cơ sở: dialogues, reviews, outreach; kinds, search, units, what is overdue; Excel, the unit's report."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.shared import frame, parts
from recognition.grassroots import actions
from recognition.grassroots.terms import OWN, Filters, Line
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.SEE_GRASSROOTS)
SIZE = 25


def promises(line: Line) -> str:
    """`2 trong 3 đã làm, 1 quá hạn`; nothing where nothing was promised."""
    if not line.promised:
        return ""
    kept = f"{line.kept} trong {line.promised} đã làm"
    return f"{kept}, {line.late} quá hạn" if line.late else kept


COLUMNS = (
    parts.Column("Ngày", "on_date"),
    parts.Column("Loại", lambda row: row.kind.label),
    parts.Column("Tên", "title", lead=True),
    parts.Column("Đơn vị", "unit_name"),
    parts.Column("Số người", "people", right=True),
    parts.Column("Câu hỏi", lambda row: row.points or "", right=True, spare=True),
    parts.Column("Cam kết", promises, spare=True),
)


def filters() -> Filters:
    """Words, year, unit, only what is overdue."""
    search, year, unit = st.columns([3, 1, 2.2], vertical_alignment="bottom")
    with search:
        words = parts.search_box("grassroots", placeholder="Tên, mã, địa điểm, người chủ trì, tổ chức dự")
    this_year = dates.today().year
    in_year = year.selectbox("Năm", [None, *range(this_year, this_year - 6, -1)], format_func=lambda y: str(y) if y else "Mọi năm", key="grassroots_year")
    names = actions.unit_choices(who)
    of_unit = unit.selectbox("Đơn vị", [None, *names], format_func=lambda u: names[u] if u else "Mọi đơn vị", key="grassroots_unit")
    late = st.toggle("Chỉ cuộc còn cam kết quá hạn", value=st.query_params.get("qua-han") == "1", key="grassroots_late")
    first, last = actions.days_of_year(in_year) if in_year else (None, None)
    return actions.of_unit(who, Filters(words, from_date=first, to_date=last, late=late), of_unit)


left, right = st.columns([5, 1.5], vertical_alignment="center")
left.title("Sổ dân chủ ở cơ sở")
parts.soft("Đối thoại, sơ kết công tác dân vận, buổi tuyên truyền của đơn vị: ai gặp ai, hỏi gì, hứa gì, đã làm chưa.")
with st.container(horizontal=True):
    frame.link("pages/grassroots/report.py", "Báo cáo 6 tháng, năm", ":material/summarize:")
    frame.link("pages/grassroots/plan.py", "Kiểm tra, giám sát", ":material/fact_check:")
if allowed(who, Verb.RECORD_MEETING) and right.button("Ghi vào sổ", icon=":material/add:", type="primary", width="stretch"):
    frame.go("pages/grassroots/edit.py")
asked = filters()
kind = st.pills("Loại", OWN, format_func=lambda k: k.label, key="grassroots_kind", label_visibility="collapsed")
shown = replace(asked, kinds=(kind,)) if kind else asked
key = f"grassroots:page:{kind}"
found = actions.find(who, shown, parts.page_of(key, SIZE))
why = "Không có bản ghi nào như vậy. Anh/chị bỏ bớt điều kiện lọc." if shown != Filters() else (
    "Sổ chưa có gì. Bấm «Ghi vào sổ» để ghi cuộc đối thoại đầu tiên." if allowed(who, Verb.RECORD_MEETING) else "Sổ chưa có gì. Các đơn vị ghi thì bản ghi hiện ở đây."
)
chosen = parts.paged_table(found, COLUMNS, page_key=key, empty=why, size=SIZE, unit="bản ghi")
if found.rows and allowed(who, Verb.EXPORT):
    parts.exports("so-dan-chu-o-co-so", lambda: actions.workbook(who, shown), lambda: actions.csv_file(who, shown))
if chosen is not None:
    frame.go("pages/grassroots/record.py", id=chosen.id)
