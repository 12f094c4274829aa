"""Phiên họp mới: which council, when, where, how it votes; or a new vote in place of an old session."""

from __future__ import annotations

from datetime import time, timedelta
from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.council import actions
from recognition.council.terms import Body, Method, Session, SessionInput, SessionState
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.PLAN_SESSION)
BODIES = tuple(Body)
METHODS = (Method.PAPER, Method.SEALED, Method.OPEN)


def old_session() -> Session | None:
    """The closed session that this one votes again for, when the address names one."""
    given = st.query_params.get("lai", "")
    try:
        found = actions.get(who, UUID(given)) if given else None
    except ValueError:
        return None
    return found if found is not None and found.state is SessionState.CLOSED else None


frame.link("pages/council/sessions.py", "Phiên họp Hội đồng", ":material/arrow_back:")
st.title("Phiên họp mới")
councils = {council.id: council for council in actions.councils(who)}
old = old_session()
if not councils:
    if parts.empty("Chưa có Hội đồng nào. Anh/chị ghi Hội đồng và thành viên theo quyết định thành lập trước.", "Lập Hội đồng"):
        frame.go("pages/council/councils.py")
    st.stop()
if old is not None:
    st.info(f"Bỏ phiếu lại thay cho {parts.said(old.name)}, ngày {dates.short(old.on_date)}. Kết quả cũ giữ nguyên cho tới khi phiên mới kết thúc.", icon=":material/replay:")
with st.form("session", border=True):
    council = st.selectbox("Hội đồng", list(councils), format_func=lambda one: councils[one].name, disabled=old is not None)
    parts.field_error("session", "council_id")
    name = st.text_input("Tên phiên họp", value=f"{old.name} (bỏ phiếu lại)" if old else f"Phiên xét khen thưởng tháng {dates.today().month}/{dates.today().year}")
    parts.field_error("session", "name")
    left, middle, right = st.columns([1, 1, 2])
    with left:
        day = fields.day("session", "on_date", "Ngày họp", dates.today() + timedelta(days=3))
    starts = middle.time_input("Giờ bắt đầu", value=time(8, 0))
    place = right.text_input("Địa điểm", placeholder="Phòng họp số 1")
    parts.field_error("session", "place")
    body = st.radio("Giá trị của cuộc bỏ phiếu", BODIES, format_func=lambda one: one.label)
    method = st.radio(
        "Cách bỏ phiếu", METHODS, format_func=lambda one: one.label,
        captions=("Hai người kiểm phiếu nhập kết quả độc lập, khớp nhau mới có kết quả.", "Mỗi người bỏ phiếu trên điện thoại; ba người kiểm phiếu giữ khoá.", "Thư ký nhập số người giơ tay cho từng trường hợp."),
    )  # fmt: skip
    sent = st.form_submit_button("Chuẩn bị phiên họp", type="primary")
if sent:
    data = SessionInput(old.council_id if old else council, name, body.value, method.value, day, starts, place, old.id if old else None)
    made = parts.do("session", lambda key: actions.plan(who, data, key))
    if made is not None:
        frame.go("pages/council/session.py", id=made if isinstance(made, str) else made.id)
