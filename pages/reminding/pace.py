"""Nhịp nhắc: how early, how often, how long an answer is awaited."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.reminding import actions
from recognition.reminding.terms import Pace

_FIELDS = (
    ("ahead_days", "Nhắc trước hạn (ngày)", "Việc có hạn được nhắc từ ngày này trước hạn."),
    ("again_days", "Không nhắc lại trong (ngày)", "Một việc đã nhắc, hoặc đã bỏ, thì bấy nhiêu ngày sau mới soạn lại."),
    ("answer_days", "Chờ trả lời (ngày)", "Hồ sơ bị trả lại, phiếu dò: chờ bấy nhiêu ngày rồi mới nhắc."),
)


def draw(who: Actor, issuer_id: UUID) -> None:
    """The three numbers of an organ, in a fold."""
    now = actions.pace(who, issuer_id)
    with st.expander(f"Nhịp nhắc: trước hạn {now.ahead_days} ngày, cách nhau {now.again_days} ngày, chờ trả lời {now.answer_days} ngày", icon=":material/tune:"):
        with st.form(f"pace:{issuer_id}", border=False):
            given = {}
            for column, (name, label, why) in zip(st.columns(3), _FIELDS, strict=True):
                with column:
                    given[name] = parts.whole(label, getattr(now, name), form="pace", field=name, key=f"pace:{issuer_id}:{name}", needed=True, help=why) or 0
                    parts.field_error("pace", name)
            parts.soft("Đây là nếp làm việc của cơ quan, không có văn bản quy định.")
            saved = st.form_submit_button("Lưu nhịp nhắc", icon=":material/save:")
        if saved and parts.did("pace", lambda key: actions.set_pace(who, issuer_id, Pace(**given, version=now.version), key)):
            parts.done("Đã lưu. Lần soạn tới theo nhịp này.")
            st.rerun()
