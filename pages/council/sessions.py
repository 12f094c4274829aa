"""Phiên họp Hội đồng: every session that this person may see."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.council import actions
from recognition.council.terms import SessionLine, SessionState
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_SESSIONS)


def result(row: SessionLine) -> str:
    """What came of it: «12 trong 14 đạt», or what is on the agenda."""
    if row.state is SessionState.CLOSED:
        return f"{row.passed} trong {row.items} đạt"
    return f"{row.items} trường hợp"


left, right = st.columns([5, 1.3], vertical_alignment="center")
left.title("Phiên họp Hội đồng")
if allowed(who, Verb.PLAN_SESSION) and right.button("Phiên họp mới", icon=":material/add:", type="primary", width="stretch"):
    frame.go("pages/council/new.py")
if allowed(who, Verb.PLAN_SESSION):
    parts.soft("Đưa hồ sơ trong danh sách vào chương trình, triệu tập, điểm danh, bỏ phiếu, kiểm phiếu rồi kết thúc.")
else:
    parts.soft("Các phiên họp anh/chị được triệu tập hoặc kiểm phiếu.")
page = parts.page_of("sessions:page")
chosen = parts.paged_table(
    actions.find(who, page),
    [
        parts.Column("Phiên họp", "name"),
        parts.Column("Hội đồng", "council_name"),
        parts.Column("Ngày", lambda row: parts.day(row.on_date)),
        parts.Column("Cách bỏ phiếu", lambda row: row.method.label),
        parts.Column("Bước", lambda row: row.state.label),
        parts.Column("Kết quả", result),
    ],
    page_key="sessions:page",
    empty="Chưa có phiên họp nào." if not allowed(who, Verb.PLAN_SESSION) else "Chưa có phiên họp nào. Bấm «Phiên họp mới» để chuẩn bị phiên đầu tiên.",
    unit="phiên họp",
)
if chosen is not None:
    frame.go("pages/council/session.py", id=chosen.id)
