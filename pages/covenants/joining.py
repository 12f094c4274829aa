"""What a party does on its covenant's page: its leader joins, its people report."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.covenants import actions
from recognition.covenants.terms import Covenant, Party
from recognition.hall.actor import Actor


def own(who: Actor, covenant: Covenant) -> None:
    """A box for each of the person's own units in which something is to be done."""
    for party in actions.joins(who, covenant):
        with st.container(border=True):
            st.markdown(f"**{parts.said(party.name)}** chưa ký bản {covenant.edition} của giao ước này.")
            parts.soft("Anh/chị đọc nội dung và các chỉ tiêu bên dưới rồi ký thay mặt đơn vị. Chưa thống nhất thì trao đổi với thư ký; lời giao ước sửa xong sẽ thành bản mới.")
            if st.button("Tán thành, ký giao ước…", icon=":material/handshake:", type="primary", key=f"join:{party.unit_id}"):
                parts.ask(f"join:{party.unit_id}")
        _join(who, covenant, party)
    for party in actions.reports(who, covenant):
        _report(covenant, party)


def _join(who: Actor, covenant: Covenant, party: Party) -> None:
    name = f"join:{party.unit_id}"

    def fields() -> None:
        st.text_input("Chức vụ ký", key=f"{name}:post", placeholder="Bí thư chi bộ")
        parts.field_error(name, "post")

    def call(key: UUID) -> Covenant:
        return actions.join(who, covenant.id, party.unit_id, covenant.edition, st.session_state.get(f"{name}:post") or "", key)

    body = f"{party.name} hứa với {len(covenant.parties) - 1} đơn vị kia thực hiện {len(covenant.targets)} chỉ tiêu của bản {covenant.edition}. Tên anh/chị được in ở chỗ ký của đơn vị."
    if parts.confirm(name, "Tán thành, ký giao ước", body, "Ký giao ước", call, fields) is not None:
        parts.done("Đã ký giao ước.")
        st.rerun()


def _report(covenant: Covenant, party: Party) -> None:
    back = party.report
    with st.container(border=True):
        st.markdown(f"**{parts.said(party.name)}** " + ("có báo cáo bị trả lại để sửa." if back else "chưa báo cáo kết quả."))
        if back:
            parts.plain(back.reason)
        label = "Sửa báo cáo" if back else "Báo cáo kết quả"
        if st.button(label, icon=":material/edit_note:", key=f"report:{party.unit_id}"):
            frame.go("pages/covenants/report.py", **{"id": covenant.id, "don-vi": party.unit_id})
