"""What the secretary does with a report: confirm it with the points that count, or send it back with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.covenants import actions
from recognition.covenants.terms import Covenant, Party, Report, ReportState, State
from recognition.hall.actor import Actor
from recognition.hall.words import Verb


def draw(who: Actor, covenant: Covenant, party: Party, told: Report) -> None:
    """The two buttons, each with its dialog."""
    if covenant.state is not State.OPEN or told.state is ReportState.RETURNED or not actions.may(who, Verb.CONFIRM_COVENANT, covenant):
        return
    with st.container(horizontal=True):
        if told.state is ReportState.SENT and st.button("Xác nhận kết quả…", icon=":material/check:", type="primary"):
            parts.ask("confirm_report")
        if st.button("Trả lại để sửa…", icon=":material/undo:"):
            parts.ask("return_report")
    _confirm(who, covenant, party, told)
    _return(who, covenant, party, told)


def _confirm(who: Actor, covenant: Covenant, party: Party, told: Report) -> None:
    scored = [target for target in covenant.targets if target.points is not None]

    def fields() -> None:
        for target in scored:
            own = actions.points(told.results[target.id].points) if target.id in told.results else ""
            st.text_input(f"{target.position}. {parts.said(target.name)} (tự chấm {own} trên {target.points})", own, key=f"checked:{target.id}")
            parts.field_error("confirm_report", f"checked.{target.id}")
        if scored:
            st.text_area("Lý do, nếu khác điểm tự chấm", key="checked:reason", height=80)
        parts.field_error("confirm_report", "reason")

    def call(key: UUID) -> Covenant:
        state: Any = st.session_state
        checked = {target.id: state.get(f"checked:{target.id}") or "" for target in scored}
        return actions.confirm(who, covenant.id, party.unit_id, told.version, checked, state.get("checked:reason") or "", key)

    body = f"{party.name} nhận tin. Kết quả được xếp cùng các đơn vị đã xác nhận; đơn vị nào đã gửi báo cáo thì đọc được."
    if parts.confirm("confirm_report", "Xác nhận kết quả", body, "Xác nhận", call, fields) is not None:
        parts.done("Đã xác nhận kết quả.")
        st.rerun()


def _return(who: Actor, covenant: Covenant, party: Party, told: Report) -> None:
    def fields() -> None:
        st.text_area("Vì sao trả lại, cần sửa gì", key="returned:reason", height=100)
        parts.field_error("return_report", "reason")

    def call(key: UUID) -> Covenant:
        return actions.send_back(who, covenant.id, party.unit_id, told.version, st.session_state.get("returned:reason") or "", key)

    lost = " Điểm đã xác nhận không còn tính." if told.state is ReportState.CONFIRMED else ""
    if parts.confirm("return_report", "Trả lại để sửa", f"{party.name} nhận tin kèm lý do, sửa rồi gửi lại.{lost}", "Trả lại để sửa", call, fields) is not None:
        parts.done("Đã trả lại báo cáo.")
        st.rerun()
