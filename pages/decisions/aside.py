"""Beside a decision: its Word, the scan, certificates, throwing a draft away."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.decisions import actions
from recognition.decisions.terms import Decision, DecisionState, Kind
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draw(who: Actor, decision: Decision) -> None:
    """The narrow column."""
    recorded = decision.state is DecisionState.RECORDED
    with st.container(border=True):
        st.markdown("**Văn bản**")
        st.download_button(
            "Quyết định và danh sách (Word)", lambda: actions.word(who, decision.id), file_name=_file(decision), mime=WORD, icon=":material/download:",
            width="stretch", on_click="ignore",
        )  # fmt: skip
        if not recorded:
            parts.soft("Bản dự thảo để trống số và ngày.")
    if recorded and decision.kind is not Kind.REVOKE and allowed(who, Verb.SEE_CERTIFICATES):
        with st.container(border=True):
            st.markdown("**Giấy khen**")
            if st.button("Cấp, in giấy khen", icon=":material/workspace_premium:", width="stretch"):
                frame.go("pages/certificates/decision.py", id=decision.id)
    if decision.session_id is not None and allowed(who, Verb.SEE_SESSIONS) and st.button("Xem phiên họp", icon=":material/how_to_vote:", width="stretch"):
        frame.go("pages/council/session.py", id=decision.session_id)
    if decision.corrects_id is not None and st.button("Xem quyết định trước", icon=":material/history:", width="stretch"):
        frame.go("pages/decisions/decision.py", id=decision.corrects_id)
    if not recorded and allowed(who, Verb.DRAFT_DECISION, decision):
        _discard(who, decision)


def _file(decision: Decision) -> str:
    number = decision.number_text.replace("/", "-") or "du-thao"
    return f"quyet-dinh-{number}.docx"


def _discard(who: Actor, decision: Decision) -> None:
    def call(key: UUID) -> bool:
        actions.discard(who, decision.id, decision.version, key)
        return True

    if st.button("Bỏ dự thảo…", icon=":material/delete:", type="tertiary"):
        parts.ask("discard")
    body = f"Dự thảo với {len(decision.lines)} trường hợp sẽ bị bỏ. Các hồ sơ giữ nguyên bước hiện tại và chờ dự thảo khác. Lời đã sửa trong dự thảo không lấy lại được."
    if parts.confirm("discard", "Bỏ dự thảo", body, "Bỏ dự thảo", call):
        frame.go("pages/decisions/list.py")
