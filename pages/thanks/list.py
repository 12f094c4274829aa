"""Gương sáng: everything that was published, to read, to thank, to learn from."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.thanks import actions

who = frame.require(Verb.READ_EXAMPLES)
SIZE = 25
COLUMNS = (
    parts.Column("Tập thể, cá nhân", "name", lead=True),
    parts.Column("Được khen về", "subject"),
    parts.Column("Người cảm ơn", lambda row: str(row.count.thanks or ""), right=True, spare=True),
    parts.Column("Lời chúc mừng", lambda row: str(row.count.words or ""), right=True, spare=True),
)

st.title("Gương sáng")
parts.soft("Những tập thể, cá nhân, mô hình đã được công bố. Mở một gương để đọc, gửi lời cảm ơn, xem cách làm.")
words = parts.search_box("read_examples", placeholder="Tên, việc, đơn vị")
found = actions.find(who, words, parts.page_of("read_examples:page", SIZE))
why = "Không có gương nào như vậy." if words else "Chưa có gương nào được công bố. Khi thư ký công bố, gương hiện ở đây."
chosen = parts.paged_table(found, COLUMNS, None, "read_examples:page", empty=why, size=SIZE, unit="gương")
if chosen is not None:
    frame.go("pages/thanks/example.py", id=chosen.id)
