"""Attendance: who is there, who is not and why."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared import parts
from recognition.council import actions
from recognition.council.terms import Absent, Attendance, AttendanceInput, Method, Opinion, Seat, Session, Substitute
from recognition.hall.actor import Actor

_ACCOUNT = (
    "Có tài khoản thì người dự thay đọc hồ sơ, khai không tham gia và bỏ phiếu kín bằng tài khoản của mình; "
    "khai báo không tham gia của thành viên không chuyển sang người dự thay."
)
CHOICES = {Attendance.PRESENT: "Có mặt", Attendance.ONLINE: "Trực tuyến", Attendance.ABSENT: "Vắng"}


def attendance(who: Actor, session: Session) -> None:
    """A row per member; everybody at once."""
    known = all(seat.attendance is not Attendance.UNKNOWN for seat in session.seats)
    if known:
        here = sum(seat.takes_part for seat in session.seats)
        box: DeltaGenerator = st.expander(f"Điểm danh: {here} trong {len(session.seats)} dự họp", icon=":material/how_to_reg:")
    else:
        st.subheader("Điểm danh")
        box = st.container(border=True)
    with box:
        people = dict(actions.teller_candidates(who, session.id)) if session.rule.substitutes else {}
        rows = [_row(session, seat, people) for seat in session.seats]
        if st.button("Ghi điểm danh", icon=":material/how_to_reg:", type="secondary" if known else "primary") and parts.did(
            "roll", lambda key: actions.attend(who, session.id, session.version, rows, key)
        ):
            parts.done("Đã ghi điểm danh.")
            st.rerun()
    if session.rule.absent is Absent.WRITTEN:
        written(who, session)


def _row(session: Session, seat: Seat, people: Mapping[UUID, str]) -> AttendanceInput:
    name, choice, why = st.columns([2.7, 3.3, 2.4], vertical_alignment="center")
    with name.container(gap=None):
        st.markdown(f"**{parts.said(seat.name)}**")
        parts.soft(", ".join(part for part in (session.place_of(seat), seat.title, "" if seat.votes else "không có quyền biểu quyết") if part))
    default = Attendance.PRESENT if seat.attendance is Attendance.UNKNOWN else seat.attendance
    said = choice.segmented_control(
        f"{seat.name} có mặt hay vắng", list(CHOICES), default=default, format_func=CHOICES.__getitem__, key=f"here:{seat.member_id}",
        label_visibility="collapsed", required=True,
    )  # fmt: skip
    reason, excused = "", False
    if said is Attendance.ABSENT:
        reason = why.text_input(f"Lý do vắng của {seat.name}", value=seat.reason, key=f"why:{seat.member_id}", placeholder="Lý do vắng", label_visibility="collapsed")
        excused = why.checkbox("Có phép", value=seat.excused or not seat.reason, key=f"excused:{seat.member_id}")
    sent = _substitute(session, seat, people, why) if session.rule.substitutes and said is Attendance.PRESENT else None
    with why:
        parts.field_error("roll", str(seat.member_id))
    return AttendanceInput(seat.member_id, said.value, reason, excused, sent)


def _substitute(session: Session, seat: Seat, people: Mapping[UUID, str], place: DeltaGenerator) -> Substitute | None:
    """Who came in the member's place, by account or by name; nobody when neither is given."""
    known = seat.substitute or Substitute("", "", "")
    with place.popover(known.name or "Người dự thay…", width="stretch"):
        accounts = list(people)
        account = st.selectbox(
            f"Tài khoản của người dự thay {seat.name}", accounts, index=accounts.index(known.account_id) if known.account_id is not None and known.account_id in people else None,
            format_func=people.__getitem__, key=f"sent:{seat.member_id}:account", placeholder="Không có tài khoản", help=_ACCOUNT,
        )  # fmt: skip
        if account is None and session.method is Method.SEALED:
            parts.soft("Bỏ phiếu kín điện tử cần tài khoản của chính người dự thay.")
        name = "" if account else st.text_input("Họ và tên người dự thay", value="" if known.account_id else known.name, key=f"sent:{seat.member_id}:name")
        title = st.text_input("Chức vụ của người dự thay", value=known.title, key=f"sent:{seat.member_id}:title")
        paper = st.text_input("Văn bản cử dự thay", value=known.paper, key=f"sent:{seat.member_id}:paper", placeholder="Giấy uỷ quyền số 12 ngày 20/11/2026")
        parts.soft("Để trống tài khoản và tên nếu chính thành viên dự họp.")
    return Substitute(name, title, paper, account) if account or name.strip() else None


def written(who: Actor, session: Session) -> None:
    """What absent members wrote, entered from their papers."""
    gone = [seat for seat in session.voters if seat.attendance is Attendance.ABSENT]
    if not gone:
        return
    done = set(actions.written(who, session.id))
    with st.expander(f"Ý kiến bằng văn bản của người vắng: {len(done)} trong {len(gone)}", icon=":material/mail:"):
        parts.soft("Nhập từ phiếu ý kiến có chữ ký. Giữ riêng, tính một lần, cộng vào kết quả trước khi có số nào hiện ra; biên bản ghi tên người gửi.")
        seat = st.selectbox("Thành viên", gone, format_func=lambda one: f"{one.name}{' (đã nhập)' if one.member_id in done else ''}", key="written:member")
        with st.form("written", border=False):
            options = [each for each in Opinion if each is not Opinion.ABSTAIN or session.rule.abstain_offered]
            given = {}
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
        if seat.member_id in done and st.button(f"Bỏ ý kiến đã ghi của {seat.name}", icon=":material/undo:") and parts.did(
            "unwritten", lambda key: actions.write_opinions(who, session.id, session.version, seat.member_id, {}, key)
        ):
            parts.done(f"Đã bỏ ý kiến của {seat.name}.")
            st.rerun()
