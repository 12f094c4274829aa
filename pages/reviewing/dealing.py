"""Choosing reviewers and dealing out the cases."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.reviewing.actions import assigning
from recognition.reviewing.terms import Dealt, Reviewer


def draw(who: Actor, campaign_id: UUID) -> None:
    """Who, how many per case, until when; then what came of it."""
    if "deal:told" in st.session_state:
        sentence, left = st.session_state.pop("deal:told")
        st.success(parts.said(sentence), icon=":material/check:")
        for code, why in left[:50]:
            st.warning(parts.said(f"{code} chưa đủ người chấm: {why}."), icon=":material/person_off:")
    search = st.text_input("Tìm người chấm theo tên", key="deal:search")
    known: dict[UUID, Reviewer] = st.session_state.setdefault("deal:known", {})
    known |= {one.account_id: one for one in assigning.candidates(who, search)}
    chosen = st.multiselect("Người chấm", list(known), format_func=lambda one: known[one].name, key="deal:chosen", placeholder="Chọn một hay nhiều người")
    parts.field_error("deal", "accounts")
    left_side, right = st.columns(2)
    each = left_side.number_input("Mỗi hồ sơ mấy người chấm", 1, 9, 2, key="deal:each")
    parts.field_error("deal", "each")
    with right:
        due = parts.any_day("Hạn chấm", "deal:due")
    parts.field_error("deal", "due")
    parts.soft("Chia đều cho người đang có ít việc nhất. Không giao cho người được đề nghị, người lập hồ sơ, người công tác ở đơn vị của hồ sơ.")
    if st.button("Giao chấm", type="primary", icon=":material/assignment_ind:"):
        done = parts.do("deal", lambda key: assigning.deal(who, campaign_id, chosen, int(each), due, key))
        if done is not None:
            st.session_state["deal:told"] = (f"Đã giao {done.given} phiếu chấm.", done.left) if isinstance(done, Dealt) else ("Đã giao chấm.", ())
            st.rerun()
