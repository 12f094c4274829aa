"""On one's own page: how often one wants a summary of unread messages by e-mail."""

from __future__ import annotations

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.reminding import actions
from recognition.reminding.terms import Every


def draw(who: Actor) -> None:
    """The choice; nothing where mail is not set up or the account has no role."""
    if not actions.ready() or not allowed(who, Verb.CHOOSE_DIGEST):
        return
    st.subheader("Bản tóm tắt")
    now, email = actions.my_digest(who)
    with st.form("digest", border=True):
        parts.soft(f"Số tin chưa đọc, theo loại, gửi tới {email}." if email else "Tài khoản chưa có địa chỉ thư điện tử; anh/chị nhờ quản trị ghi giúp.")
        every = st.radio("Nhận bằng thư điện tử", list(Every), index=list(Every).index(now), format_func=lambda one: one.label, horizontal=True, key="digest:every")
        parts.field_error("digest", "every")
        parts.soft("Thư ký soạn và duyệt trước khi gửi; thư ký thấy số tin mỗi loại, không thấy nội dung tin.")
        saved = st.form_submit_button("Lưu lựa chọn", icon=":material/save:")
    if saved and parts.did("digest", lambda key: actions.choose_digest(who, every or Every.NEVER, key)):
        parts.done("Đã lưu lựa chọn.")
        st.rerun()
