"""Quyết định: drafts first, then the newest."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.decisions import actions
from recognition.decisions.terms import DecisionState
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_DECISIONS)


def new() -> None:
    """The ways to a decision."""
    if not allowed(who, Verb.DRAFT_DECISION):
        return
    with st.popover("Quyết định mới", icon=":material/add:", type="primary", width="stretch"):
        if st.button("Dự thảo từ phiên họp, thủ tục đơn giản", icon=":material/edit_document:", width="stretch"):
            frame.go("pages/decisions/new.py")
        if st.button("Ghi quyết định bên ngoài, năm trước", icon=":material/move_to_inbox:", width="stretch"):
            frame.go("pages/decisions/external.py")


left, right = st.columns([5, 1.4], vertical_alignment="center")
left.title("Quyết định")
with right:
    new()
parts.soft("Mỗi quyết định lấy số từ sổ của cơ quan. Đã vào số thì chỉ quyết định khác mới đính chính, huỷ bỏ hoặc thay thế được.")
search, state_column = st.columns([3, 2], vertical_alignment="bottom")
with search:
    words = parts.search_box("decisions", placeholder="Số, trích yếu")
with state_column:
    state = st.pills("Trạng thái", list(DecisionState), format_func=lambda one: one.label, key="decisions:state", label_visibility="collapsed")
page_key = f"decisions:page:{state}"
chosen = parts.paged_table(
    actions.find(who, words, state, parts.page_of(page_key)),
    [
        parts.Column("Số", lambda row: row.number_text or "Chưa có số"),
        parts.Column("Ngày", lambda row: parts.day(row.decided_on) or "–"),
        parts.Column("Trích yếu", lambda row: parts.sentence(row.title)),
        parts.Column("Nguồn", lambda row: row.origin.label),
        parts.Column("Trường hợp", "awards", right=True),
        parts.Column("Trạng thái", lambda row: row.state.label),
    ],
    page_key=page_key,
    empty="Không có quyết định nào như vậy. Anh/chị bỏ bớt điều kiện lọc." if words or state else "Chưa có quyết định nào." if not allowed(who, Verb.DRAFT_DECISION) else "Chưa có quyết định nào. Bấm «Quyết định mới» để lập dự thảo.",
    unit="quyết định",
)
if chosen is not None:
    frame.go("pages/decisions/decision.py", id=chosen.id)
