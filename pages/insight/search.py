"""Tra cứu: one box over people, units, cases, models, decisions and certificates."""

import streamlit as st

from pages.shared import frame, navigation, parts
from recognition.hall.words import Verb
from recognition.insight import actions
from recognition.insight.terms import KINDS, Hit, Hits

who = frame.require(Verb.SEARCH)

OPENS = {
    "person": "pages/insight/history.py",
    "unit": "pages/insight/history.py",
    "nomination": "pages/nominations/case.py",
    "model": "pages/models/model.py",
    "decision": "pages/decisions/decision.py",
    "certificate": "pages/certificates/register.py",
}

MINE = {entry.file for entry in navigation.for_actor(who)}


def opened(hit: Hit) -> None:
    """Its screen; a paper is looked for in the register by the name on it."""
    if hit.kind == "certificate":
        frame.go(OPENS[hit.kind], tim=hit.title)
    else:
        frame.go(OPENS[hit.kind], id=hit.id, kind=hit.kind)


def row(hit: Hit) -> None:
    """One found thing: name, soft line, and a button where the person may open its screen."""
    text, button = st.columns([6, 1.4], vertical_alignment="center")
    with text:
        st.markdown(f"**{parts.said(parts.sentence(hit.title))}**")
        parts.soft(hit.detail)
    if OPENS[hit.kind] in MINE and button.button("Mở", key=f"open_{hit.kind}_{hit.id}", width="stretch"):
        opened(hit)


def group(found: Hits) -> None:
    """All of one kind."""
    st.subheader(KINDS[found.kind])
    with st.container(border=True):
        for hit in found.rows:
            row(hit)
    if found.more and st.button(f"Xem thêm: {KINDS[found.kind].lower()}", key=f"more_{found.kind}", type="tertiary"):
        st.session_state["search_kind"] = found.kind
        st.rerun()


st.title("Tra cứu")
parts.soft("Tên người, đơn vị, việc, mô hình, số quyết định, mã giấy khen. Không cần gõ dấu.")
text = st.text_input("Tìm", type="search", placeholder="Ví dụ: nguyen thi uoc", key="search_text", label_visibility="collapsed")
kind = st.session_state.get("search_kind") if st.session_state.get("search_last") == text else None
st.session_state["search_last"] = text
st.session_state["search_kind"] = kind
found = actions.search(who, text, kind=kind, limit=50 if kind else actions.FIRST_LOOK)
if kind and st.button("Xem mọi loại", icon=":material/arrow_back:", type="tertiary"):
    st.session_state["search_kind"] = None
    st.rerun()
for hits in found:
    group(hits)
if len(text.strip()) == 1:
    parts.soft("Anh/chị gõ ít nhất hai chữ.")
if len(text.strip()) < 2:
    parts.facts(
        [
            ("Tên người, đơn vị", "ra các lần khen thưởng trước đây"),
            ("Vài chữ về việc làm, tên mô hình", "ra hồ sơ anh/chị được xem"),
            ("Số quyết định, số hoặc mã giấy khen", "ra quyết định, tờ giấy"),
        ]
    )
elif not found:
    parts.empty("Không tìm thấy gì. Anh/chị thử ít chữ hơn, hoặc chỉ gõ tên.")
