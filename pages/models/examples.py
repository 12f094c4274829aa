"""Mô hình để học tập, làm theo: the recognised models of all units, most recent first, and how many learned from each."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.campaigns.themes import Field
from recognition.dan_van_kheo import actions
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_EXAMPLES)
SIZE = 25
COLUMNS = (
    parts.Column("Mã", "code"),
    parts.Column("Mô hình", "name", lead=True),
    parts.Column("Lĩnh vực", lambda row: row.field.label),
    parts.Column("Đơn vị", "unit_name"),
    parts.Column("Năm", lambda row: str(row.year)),
    parts.Column("Đơn vị làm theo", lambda row: str(row.learners), right=True),
)

frame.link("pages/models/list.py", "Mô hình Dân vận khéo")
st.title("Mô hình để học tập, làm theo")
parts.soft("Mô hình đã được công nhận của mọi đơn vị. Mở một mô hình để đọc cách làm và bấm «Làm theo mô hình này».")
search, field = st.columns([3, 1.8], vertical_alignment="bottom")
with search:
    words = parts.search_box("examples", placeholder="Tên mô hình, mã, địa bàn")
of_field = field.selectbox("Lĩnh vực", [None, *Field], format_func=lambda f: f.label if f else "Mọi lĩnh vực", key="examples_field")
page = parts.page_of(f"examples:page:{of_field}", SIZE)
found = actions.examples(who, words, of_field, limit=page.limit, offset=page.offset)
why = "Không có mô hình nào như vậy. Anh/chị bỏ bớt điều kiện lọc." if words or of_field else "Chưa có mô hình nào được công nhận. Khi thư ký công nhận, mô hình hiện ở đây."
chosen = parts.paged_table(found, COLUMNS, None, f"examples:page:{of_field}", empty=why, size=SIZE, unit="mô hình")
if chosen is not None:
    frame.go("pages/models/example.py", id=chosen.year_id)
