"""Giao ước thi đua: what units promised one another, who has signed, who has reported."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.covenants import actions
from recognition.covenants.terms import Line, State
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_COVENANTS)
SIZE = 25


def of(number: int, line: Line) -> str:
    """`2/5`; nothing before the covenant was offered."""
    return "" if line.state is State.DRAFT else f"{number}/{line.parties}"


COLUMNS = (
    parts.Column("Mã", "code"),
    parts.Column("Giao ước", "name", lead=True),
    parts.Column("Cụm, khối", "cluster", spare=True),
    parts.Column("Thời gian", lambda row: f"{parts.day(row.from_date)} - {parts.day(row.to_date)}"),
    parts.Column("Đã ký", lambda row: of(row.joined, row), right=True),
    parts.Column("Đã báo cáo", lambda row: of(row.sent, row), right=True),
    parts.Column("Hạn báo cáo", "report_by"),
    parts.Column("Trạng thái", "state"),
)
frame.link("pages/campaigns/list.py", "Phong trào thi đua", ":material/arrow_back:")
left, right = st.columns([5, 1.4], vertical_alignment="center")
left.title("Giao ước thi đua")
parts.soft("Các đơn vị trong cụm, khối cùng hứa những chỉ tiêu gì, ai đã ký, ai đã báo cáo, kết quả so với nhau ra sao.")
may_draw = allowed(who, Verb.DRAW_COVENANT)
if may_draw and right.button("Giao ước mới", icon=":material/add:", type="primary", width="stretch"):
    frame.go("pages/covenants/edit.py")
words = parts.search_box("covenants", placeholder="Tên giao ước, cụm, khối, mã")
counts = actions.counts(who, words)
state = st.pills("Trạng thái", list(counts), format_func=lambda s: f"{s.label} · {counts.get(s, 0)}", key="covenants_state", label_visibility="collapsed")
key = f"covenants:page:{state}"
found = actions.find(who, words, state, parts.page_of(key, SIZE))
why = "Chưa có giao ước nào. Bấm «Giao ước mới» để soạn." if may_draw else "Chưa có giao ước nào của đơn vị anh/chị. Thư ký đưa ra ký thì giao ước hiện ở đây."
chosen = parts.paged_table(found, COLUMNS, page_key=key, empty="Không có giao ước nào như vậy." if words or state else why, size=SIZE, unit="giao ước")
if chosen is not None:
    frame.go("pages/covenants/covenant.py", id=chosen.id)
