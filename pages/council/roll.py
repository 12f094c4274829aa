"""Attendance: who is there, who is not and why."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.council import written
from pages.shared import parts
from recognition.council import actions
from recognition.council.terms import Absent, Attendance, AttendanceInput, Method, Seat, Session, Substitute
from recognition.hall.actor import Actor

_ACCOUNT = (
    "Có tài khoản thì người dự thay đọc hồ sơ, khai không tham gia và bỏ phiếu kín bằng tài khoản của mình; "
    "khai báo không tham gia của thành viên không chuyển sang người dự thay."
)
_NOBODY = UUID(int=0)
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
        written.opinions(who, session)


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
        choices: dict[UUID, str] = {_NOBODY: "Không có tài khoản", **people}
        ids = list(choices)
        at = ids.index(known.account_id) if known.account_id is not None and known.account_id in choices else 0
        label = f"Tài khoản của người dự thay {seat.name}"
        chosen = st.selectbox(label, ids, index=at, format_func=lambda one: choices[one], key=f"sent:{seat.member_id}:account", help=_ACCOUNT)
        account = None if chosen == _NOBODY else chosen
        if account is None and session.method is Method.SEALED:
            parts.soft("Bỏ phiếu kín điện tử cần tài khoản của chính người dự thay.")
        name = "" if account else st.text_input("Họ và tên người dự thay", value="" if known.account_id else known.name, key=f"sent:{seat.member_id}:name")
        title = st.text_input("Chức vụ của người dự thay", value=known.title, key=f"sent:{seat.member_id}:title")
        paper = st.text_input("Văn bản cử dự thay", value=known.paper, key=f"sent:{seat.member_id}:paper", placeholder="Giấy uỷ quyền số 12 ngày 20/11/2026")
        parts.soft("Để trống tài khoản và tên nếu chính thành viên dự họp.")
    return Substitute(name, title, paper, account) if account or name.strip() else None
