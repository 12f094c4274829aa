"""Giấy khen: recorded decisions, and which papers still wait for their numbers."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.decisions import actions as decisions
from recognition.decisions.terms import DecisionState
from recognition.hall.words import Verb
from recognition.issuing import actions
from vietnamese import dates

who = frame.require(Verb.SEE_CERTIFICATES)

st.title("Giấy khen")
parts.soft("Cấp là lúc giấy có số và mã tra cứu. Trước đó mọi bản in đều là BẢN NHÁP.")
waiting = actions.waiting(who)
if waiting:
    st.subheader("Chờ cấp")
    with st.container(border=True):
        for row in waiting:
            said, button = st.columns([5, 1.6], vertical_alignment="center")
            with said.container(gap=None):
                st.markdown(f"**Quyết định số {parts.said(row.number_text)}**, {dates.short(row.decided_on)}: {row.papers} giấy")
                parts.soft(parts.sentence(row.title))
            if button.button("Cấp giấy khen", key=f"issue:{row.decision_id}", width="stretch"):
                frame.go("pages/certificates/decision.py", id=row.decision_id)
st.subheader("Theo quyết định")
words = parts.search_box("certificates", placeholder="Số, trích yếu")
chosen = parts.paged_table(
    decisions.find(who, words, DecisionState.RECORDED, parts.page_of("certificates:page")),
    [
        parts.Column("Số", "number_text"),
        parts.Column("Ngày", lambda row: parts.day(row.decided_on)),
        parts.Column("Trích yếu", lambda row: parts.sentence(row.title)),
        parts.Column("Loại", lambda row: row.kind.label),
        parts.Column("Trường hợp", "awards", right=True),
    ],
    page_key="certificates:page",
    empty="Không có quyết định nào như vậy. Anh/chị thử ít chữ hơn." if words else "Chưa có quyết định nào vào số. Quyết định vào số rồi thì cấp giấy khen ở đây.",
    unit="quyết định",
)
if chosen is not None:
    frame.go("pages/certificates/decision.py", id=chosen.id)
