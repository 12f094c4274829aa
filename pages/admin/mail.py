"""Thư điện tử: whether mail is set up, by which server, and one mail to see that it works."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.hall.words import Verb
from recognition.reminding import actions
from recognition.reminding.mail_terms import MailServer

who = frame.require(Verb.MANAGE_SETTINGS)
NAME = "mail"


def told(server: MailServer) -> None:
    """The server as the environment names it; the password is nowhere."""
    parts.facts([
        ("Máy chủ", f"{server.host}, cổng {server.port}"), ("Đường truyền", server.security.label),
        ("Gửi đi từ", f"{server.sender_name} <{server.sender}>" if server.sender_name else server.sender), ("Tên đăng nhập", server.user or "không cần"),
    ])  # fmt: skip


def trial() -> None:
    """One mail to an address of one's own."""
    with st.form(NAME, border=True):
        to = st.text_input("Gửi thư thử tới", placeholder="ten@coquan.vn", key="mail:to")
        parts.field_error(NAME, "to")
        asked = st.form_submit_button("Gửi thư thử", icon=":material/send:", type="primary")
    if asked:
        with st.spinner("Đang nối với máy chủ thư…"):
            went = parts.did(NAME, lambda _key: actions.send_test(who, to or ""))
        if went:
            st.success(parts.said(f"Máy chủ đã nhận thư gửi tới {(to or '').strip()}. Anh/chị xem hộp thư, cả mục thư rác."), icon=":material/check:")


st.title("Thư điện tử")
parts.soft("Thư nhắc đã duyệt ở «Thư chờ gửi» có thể đi thêm bằng thư điện tử, qua máy chủ thư của cơ quan. Không thư nào tự đi.")
work, _ = st.columns([4, 3])
with work:
    found = actions.mail_setting(who)
    if found.server is not None:
        told(found.server)
        trial()
    elif accounts.is_sample():
        st.info(parts.said(found.fault), icon=":material/science:")
    elif found.fault:
        st.error(parts.said(found.fault), icon=":material/error:")
    else:
        st.info("Chưa đặt máy chủ thư, nên thư nhắc chỉ hiện trong phần mềm hoặc in công văn. Muốn gửi thư điện tử, người vận hành đặt các biến GUONG\\_SANG\\_SMTP\\_… rồi khởi động lại.", icon=":material/alternate_email:")
    parts.soft("Địa chỉ thư của từng người ghi ở trang «Tài khoản». Mật khẩu của máy chủ thư nằm trong một tệp riêng, phần mềm không lưu và không hiện.")
