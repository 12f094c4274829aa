"""Written opinions of absent members: the form to print, and what came back."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import streamlit as st

from pages.council import paperwork
from pages.shared import parts
from recognition.council import actions
from recognition.council.terms import Attendance, Opinion, Seat, Session
from recognition.hall.actor import Actor
from vietnamese import dates

_DAYS_TO_REPLY = 3


def opinions(who: Actor, session: Session) -> None:
    """The forms for those absent, and what they wrote, entered from their papers."""
    gone = [seat for seat in session.voters if seat.attendance is Attendance.ABSENT]
    if not gone:
        return
    done = set(actions.written(who, session.id))
    with st.expander(f"Ý kiến bằng văn bản của người vắng: {len(done)} trong {len(gone)}", icon=":material/mail:"):
        parts.soft("Nhập từ phiếu ý kiến có chữ ký. Giữ riêng, tính một lần, cộng vào kết quả trước khi có số nào hiện ra; biên bản ghi tên người gửi.")
        seat = st.selectbox("Thành viên", gone, format_func=lambda one: f"{one.name}{' (đã nhập)' if one.member_id in done else ''}", key="written:member")
        _forms(who, session, seat, len(gone))
        _enter(who, session, seat)
        name = f"unwritten:{seat.member_id}"
        if seat.member_id in done and st.button(f"Bỏ ý kiến đã ghi của {seat.name}…", icon=":material/undo:"):
            parts.ask(name)
        body = f"Ý kiến đã ghi của {seat.name} bị bỏ; không lấy lại được, muốn tính thì nhập lại từ phiếu."
        if parts.confirm(name, "Bỏ ý kiến đã ghi", body, "Bỏ ý kiến", lambda key: actions.write_opinions(who, session.id, session.version, seat.member_id, {}, key)) is not None:
            parts.done(f"Đã bỏ ý kiến của {seat.name}.")
            st.rerun()


def _forms(who: Actor, session: Session, seat: Seat, absent: int) -> None:
    """Phiếu xin ý kiến of this member, and of all who are absent in one file."""
    day, one, every = st.columns([1.4, 2, 2], vertical_alignment="bottom")
    today = dates.today()
    usual = session.on_date if session.on_date > today else today + timedelta(days=_DAYS_TO_REPLY)
    with day:
        reply = parts.any_day("Trả lời chậm nhất", "written:reply_by", usual)
    if refused := actions.reply_refusal(reply):
        st.markdown(f":red[:material/error: {parts.said(refused)}]")
        return
    with one:
        paperwork.paper("Phiếu xin ý kiến (Word)", "phieu-xin-y-kien.docx", lambda: actions.opinion_forms(who, session.id, reply, seat.member_id))
    if absent > 1:
        with every:
            paperwork.paper(f"Phiếu của cả {absent} người vắng", "phieu-xin-y-kien-tat-ca.docx", lambda: actions.opinion_forms(who, session.id, reply))


def _enter(who: Actor, session: Session, seat: Seat) -> None:
    with st.form("written", border=False):
        options = [each for each in Opinion if each is not Opinion.ABSTAIN or session.rule.abstain_offered]
        given: dict[UUID, Opinion | None] = {}
        for item in session.items:
            if seat.member_id not in item.recused:
                given[item.id] = st.radio(
                    f"{item.number}. {parts.said(item.name)}", options, index=None, horizontal=True, format_func=lambda one: one.label,
                    key=f"written:{seat.member_id}:{item.id}",
                )  # fmt: skip
                parts.field_error("written", str(item.id))
        if st.form_submit_button("Ghi ý kiến bằng văn bản"):
            opinions = {item_id: choice.value if choice else "" for item_id, choice in given.items()}
            if parts.did("written", lambda key: actions.write_opinions(who, session.id, session.version, seat.member_id, opinions, key)):
                parts.done(f"Đã ghi ý kiến của {seat.name}.")
                st.rerun()
