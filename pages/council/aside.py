"""Beside a session: quorum, how many votes are needed, papers, and calling it off."""

from __future__ import annotations

from uuid import UUID

import pyarrow as pa
import streamlit as st

from pages.council import ending, paperwork, sealed
from pages.shared import parts
from recognition.council import actions
from recognition.council.terms import Seat, Session, SessionState
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb


def draw(who: Actor, session: Session) -> None:
    """The narrow column."""
    secretary = allowed(who, Verb.PLAN_SESSION, session)
    if session.state is SessionState.CLOSED and secretary and allowed(who, Verb.DRAFT_DECISION, session):
        ending.after(who, session)
    sealed.doors(who, session)
    if session.state is not SessionState.CANCELLED:
        quorum(session)
        needed(who, session)
    if secretary or who.seat(session.id, session.council_id) is not None:
        paperwork.papers(who, session, secretary=secretary)
    if secretary and session.state not in (SessionState.CLOSED, SessionState.CANCELLED):
        call_off(who, session)
    signals(who, session)
    members(who, session)
    if session.rule_hash:
        parts.soft(f"Quy tắc và chương trình đã khoá, mã {session.rule_hash[:12].upper()}.")


def quorum(session: Session) -> None:
    """Attendance against the quorum."""
    found = actions.quorum(session)
    with st.container(border=True):
        st.metric("Dự họp", f"{found.present} trong {found.members}")
        if session.state is SessionState.PLANNED:
            parts.soft(f"Cần ít nhất {found.needed} thành viên có quyền biểu quyết.")
        elif found.met:
            st.badge(f"Đủ, cần {found.needed}", icon=":material/check_circle:", color="green")
        else:
            st.badge(f"Chưa đủ, cần {found.needed}", icon=":material/error:", color="orange")


def needed(who: Actor, session: Session) -> None:
    """How many votes each award needs; and what other rules would ask."""
    asks = actions.asks(session)
    if not asks:
        return
    with st.container(border=True):
        st.markdown("**Cần bao nhiêu phiếu đồng ý**")
        for ask in asks:
            with st.container(gap=None):
                st.markdown(f"{parts.said(ask.award_name)}: **{ask.needed}** trên {ask.base}")
                parts.soft(f"{ask.words}. Căn cứ: {ask.basis}" if ask.basis else f"{ask.words}. Chưa ghi căn cứ.")
        if session.state in (SessionState.PLANNED, SessionState.CALLED):
            _simulator(who, session)


def _simulator(who: Actor, session: Session) -> None:
    members = len(session.voters)
    with st.popover("Thử các quy tắc khác", width="stretch"):
        present = parts.whole("Giả sử số người dự họp", session.present or members, form="simulate", field="present", key="simulate:present", needed=True)
        parts.field_error("simulate", "present")
        valid = parts.whole("và số phiếu hợp lệ", session.present or members, form="simulate", field="valid", key="simulate:valid", needed=True)
        parts.field_error("simulate", "valid")
        rows = parts.do("simulate", lambda _key: actions.simulate(members, present or 0, valid or 0))
        if not isinstance(rows, list):
            return
        table = {"Quy tắc": [row[0] for row in rows]}
        for number, word in ((1, f"của {members} thành viên"), (2, f"của {present} dự họp"), (3, f"của {valid} phiếu hợp lệ")):
            table[word] = [str(row[number]) for row in rows]
        st.dataframe(pa.table(table), hide_index=True, height="content", alt="Số phiếu đồng ý cần có theo từng quy tắc")
        parts.soft("Chỉ là phép tính từ số người, không dùng phiếu của phiên này.")
        if allowed(who, Verb.PLAN_SESSION, session):
            _earlier(who, session)


def _earlier(who: Actor, session: Session) -> None:
    """What each rule would have given the council's earlier closed sessions."""
    for old in actions.earlier(who, session.id, 3):
        st.markdown(f"**{parts.said(old.name)}**, {parts.day(old.on_date)}: {old.passed} trong {old.items} đạt")
        table = {"Nếu theo quy tắc": [row[0] for row in old.by_rule]}
        for number, word in ((1, "của tất cả"), (2, "của người dự"), (3, "của phiếu hợp lệ")):
            table[word] = [f"{row[number]} đạt" for row in old.by_rule]
        st.dataframe(pa.table(table), hide_index=True, height="content", alt=f"Số trường hợp đạt của {old.name} theo từng quy tắc")


def call_off(who: Actor, session: Session) -> None:
    """Cancel, with a reason; the cases go back to where they came from."""
    typed: dict[str, str] = {}

    def draw_reason() -> None:
        typed["reason"] = st.text_input("Lý do huỷ", key="cancel:reason")
        parts.field_error("cancel", "reason")

    def call(key: UUID) -> bool:
        actions.cancel(who, session.id, session.version, typed["reason"], key)
        return True

    if st.button("Huỷ phiên họp…", icon=":material/event_busy:", type="tertiary"):
        parts.ask("cancel")
    body = f"{len(session.items)} hồ sơ trở lại danh sách chờ trình họp. Kết quả đã nhập, nếu có, bị bỏ."
    if parts.confirm("cancel", "Huỷ phiên họp", body, "Huỷ phiên họp", call, draw_reason):
        st.rerun()


def signals(who: Actor, session: Session) -> None:
    """For the chair alone: a gentle word on reading and scoring."""
    found = actions.signals(who, session.id)
    if not found:
        return
    with st.container(border=True):
        st.markdown("**Gợi ý riêng cho chủ toạ**")
        for each in found:
            st.markdown(f"{parts.said(each.name)}: {each.sentence}")
        parts.soft("Chỉ anh/chị thấy. Có thể có lý do chính đáng; nếu cần, anh/chị nhắc nhẹ trước khi bỏ phiếu.")


def members(who: Actor, session: Session) -> None:
    """Who sits here; for the secretary before the vote also how far each has read."""
    reading = session.state is SessionState.CALLED and allowed(who, Verb.RECORD_ATTENDANCE, session)
    read = {each.member_id: f"đã xem {each.seen}/{each.of}" for each in actions.looked(who, session.id)} if reading else {}
    with st.expander(f"Thành viên ({len(session.seats)})"):
        for seat in session.seats:
            with st.container(gap=None):
                _member(session, seat, read.get(seat.member_id, ""))


def _member(session: Session, seat: Seat, read: str) -> None:
    """Name, place, whether they came, how far they have read."""
    said = seat.attendance.label if session.state is not SessionState.PLANNED else ""
    if seat.substitute is not None:
        said += f", {seat.substitute.name} dự thay"
    reason = f", {seat.reason}" if seat.reason else ""
    st.markdown(f"**{parts.said(seat.name)}**")
    places = ", ".join(part for part in (session.place_of(seat), seat.title) if part)
    parts.soft(" · ".join(part for part in (places, f"{said}{reason}", read) if part))
