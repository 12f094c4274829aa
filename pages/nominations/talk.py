"""Furniture of a case's page: remarks between the unit and the secretary, and the wish to have the case back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.nominations import actions
from recognition.nominations.terms import Comment, Nomination


def draw(who: Actor, case: Nomination, said: Sequence[Comment]) -> None:
    """The remarks, the oldest first, and a place for one more. Draw it only where `actions.may_talk`."""
    parts.soft("Chỉ đơn vị lập hồ sơ, lãnh đạo đơn vị và thư ký đọc được. Người được đề nghị và Hội đồng không thấy.")
    for one in said:
        with st.container(border=True):
            parts.plain(one.body)
            parts.soft(f"{one.by_name} · {parts.day(one.said_at)}")
    with st.form(f"talk:{case.id}", border=False, clear_on_submit=False):
        body = st.text_area("Nói thêm về hồ sơ này", height=90, key=f"talk_body:{case.id}")
        parts.field_error("talk", "body")
        sent = st.form_submit_button("Gửi trao đổi", icon=":material/send:")
    if sent and parts.did("talk", lambda key: actions.comment(who, case.id, body, key)):
        st.session_state.pop(f"talk_body:{case.id}", None)
        st.rerun()
    _amend(who, case)


def _amend(who: Actor, case: Nomination) -> None:
    if not actions.may_ask_to_amend(who, case):
        return
    if st.button("Xin trả lại để sửa…", icon=":material/undo:"):
        parts.ask("amend")

    def draw_reason() -> None:
        st.text_area("Cần sửa gì, vì sao", key="amend_why", height=110)
        parts.field_error("amend", "body")

    body = "Thư ký nhận lời xin này và quyết định có trả lại hay không. Hồ sơ vẫn ở bước hiện tại cho tới khi được trả lại."
    done = parts.confirm("amend", f"Xin trả lại {case.code}", body, "Gửi lời xin", lambda key: actions.ask_to_amend(who, case.id, st.session_state.get("amend_why", ""), key), draw_reason)
    if done is not None:
        parts.done("Đã gửi lời xin tới thư ký.")
        st.rerun()
