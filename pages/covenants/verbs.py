"""What the secretary does with a covenant: offer, record signatures on paper, begin a new edition, close, throw away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from intake.limits import LIMITS, MB
from pages.shared import frame, parts
from recognition.covenants import actions
from recognition.covenants.terms import Covenant, FileInput, SignedInput, State, Way
from recognition.hall.actor import Actor
from recognition.hall.words import Verb


def draw(who: Actor, one: Covenant) -> None:
    """The buttons that this person has now."""
    if not actions.may(who, Verb.DRAW_COVENANT, one) or one.state is State.CLOSED:
        return
    with st.container(horizontal=True):
        if one.state is State.DRAFT:
            _button("Đưa ra ký…", "handshake", "offer", primary=True)
            if st.button("Sửa", icon=":material/edit:"):
                frame.go("pages/covenants/edit.py", id=one.id)
            _button("Bỏ…", "delete", "discard_covenant")
        else:
            if one.waiting:
                _button("Ghi đã ký trên giấy…", "draw", "signed", primary=True)
            if st.button("Sửa thành bản mới", icon=":material/edit:"):
                frame.go("pages/covenants/edit.py", id=one.id)
            if any(party.joined and party.joined.way is Way.PAPER for party in one.parties):
                _button("Thêm bản quét…", "scanner", "add_scan")
            if _on_paper(one):
                _button("Bỏ ghi đã ký…", "undo", "unsigned")
            _button("Tổng kết…", "flag_check", "close_covenant")
    _offer(who, one)
    _signed(who, one)
    _scan(who, one)
    _unsigned(who, one)
    _close(who, one)
    body = f"Giao ước {one.code} đang soạn, chưa đơn vị nào thấy, sẽ mất. Nhật ký vẫn giữ việc này."
    parts.confirm("discard_covenant", "Bỏ giao ước đang soạn", body, "Bỏ giao ước", parts.finished(lambda key: actions.discard(who, one.id, one.version, key)))


def _button(label: str, icon: str, name: str, *, primary: bool = False) -> None:
    if st.button(label, icon=f":material/{icon}:", type="primary" if primary else "secondary", key=f"ask:{name}"):
        parts.ask(name)


def _offer(who: Actor, one: Covenant) -> None:
    body = f"{len(one.parties)} đơn vị nhận tin và đọc được giao ước. Lời giao ước với {len(one.targets)} chỉ tiêu được chốt thành bản 1; sửa sau đó thì thành bản mới, các đơn vị ký lại."
    if parts.confirm("offer", f"Đưa ra ký: {one.name}", body, "Đưa ra ký", lambda key: actions.offer(who, one.id, one.version, key)) is not None:
        parts.done("Đã đưa giao ước ra ký.")
        st.rerun()


def _signed(who: Actor, one: Covenant) -> None:
    names = {party.unit_id: party.name for party in one.waiting}

    def fields() -> None:
        st.multiselect("Đơn vị đã ký", list(names), list(names), format_func=names.__getitem__, key="signed:units", placeholder="Chọn đơn vị")
        parts.field_error("signed", "units")
        parts.any_day("Ngày ký", "signed:on", one.signed_on)
        parts.field_error("signed", "on")
        _uploader("Bản quét đã ký (ảnh hoặc PDF, thêm sau cũng được)", "signed")

    def call(key: UUID) -> Covenant:
        state: Any = st.session_state
        return actions.record_signed(who, one.id, one.version, SignedInput(tuple(state.get("signed:units") or ()), state.get("signed:on"), _given("signed")), key)

    body = f"Các đơn vị chọn ở dưới được ghi là đã ký bản {one.edition}; họ nhận tin và báo cáo được kết quả."
    if parts.confirm("signed", "Ghi đã ký trên giấy", body, "Ghi đã ký", call, fields) is not None:
        parts.done("Đã ghi.")
        st.rerun()


def _uploader(label: str, name: str) -> None:
    """A place for one file that says when it has arrived: what is pressed before goes without it."""
    given = st.file_uploader(label, type=["pdf", "jpg", "jpeg", "png"], key=f"{name}:scan", max_upload_size=LIMITS.evidence_bytes // MB)
    if given is not None:
        parts.soft(f"Đã nhận {given.name}.")
    parts.field_error(name, "file")


def _given(name: str) -> FileInput | None:
    given: Any = st.session_state.get(f"{name}:scan")
    return FileInput(given.getvalue(), given.name) if given is not None else None


def _scan(who: Actor, one: Covenant) -> None:
    def call(key: UUID) -> str:
        return str(actions.add_scan(who, one.id, _given("add_scan"), key).id)

    def fields() -> None:
        _uploader("Ảnh hoặc PDF", "add_scan")

    if parts.confirm("add_scan", "Thêm bản quét", f"{len(one.parties)} đơn vị xem được bản quét này.", "Thêm", call, fields) is not None:
        parts.done("Đã thêm bản quét.")
        st.rerun()


def _on_paper(one: Covenant) -> dict[UUID, str]:
    return {party.unit_id: party.name for party in one.parties if party.joined and party.joined.way is Way.PAPER and party.report is None}


def _unsigned(who: Actor, one: Covenant) -> None:
    names = _on_paper(one)

    def fields() -> None:
        st.selectbox("Đơn vị", list(names), format_func=names.__getitem__, key="unsigned:unit")
        st.text_area("Vì sao bỏ ghi", key="unsigned:reason", height=80)
        parts.field_error("unsigned", "reason")

    def call(key: UUID) -> Covenant:
        state: Any = st.session_state
        return actions.unrecord_signed(who, one.id, one.version, state["unsigned:unit"], state.get("unsigned:reason") or "", key)

    if parts.confirm("unsigned", "Bỏ ghi đã ký trên giấy", "Đơn vị trở lại là chưa ký và nhận tin kèm lý do. Bản quét vẫn giữ.", "Bỏ ghi", call, fields) is not None:
        parts.done("Đã bỏ ghi.")
        st.rerun()


def _close(who: Actor, one: Covenant) -> None:
    silent = [party.name for party in one.parties if party.report is None]

    def fields() -> None:
        st.text_area("Kết luận", key="close_covenant:words", height=160, placeholder="Đánh giá chung, xếp thứ, đơn vị được suy tôn (nếu có)")
        parts.field_error("close_covenant", "conclusion")

    def call(key: UUID) -> Covenant:
        return actions.close(who, one.id, one.version, st.session_state.get("close_covenant:words") or "", key)

    missing = f" Còn {len(silent)} đơn vị chưa báo cáo, sau đó không báo cáo được nữa." if silent else ""
    body = f"Kết quả giữ nguyên từ đây; {len(one.parties)} đơn vị đọc được kết quả đã xác nhận của nhau và kết luận.{missing}"
    if parts.confirm("close_covenant", f"Tổng kết: {one.name}", body, "Tổng kết", call, fields) is not None:
        parts.done("Đã tổng kết giao ước.")
        st.rerun()
