"""Địa chỉ tra cứu: where the QR codes of certificates lead to."""

from __future__ import annotations

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.hall.words import Verb

who = frame.require(Verb.MANAGE_SETTINGS)
NAME = "address"


def form(kept: str) -> None:
    """The address as people type it in a browser."""
    with st.form(NAME, border=True):
        typed = fields.line(
            NAME, "public_url", "Địa chỉ của phần mềm trên mạng", kept, placeholder="https://khen.songlam.vn",
            help="Chỉ tên máy chủ, và cổng nếu có. Tên ngắn thì mã QR thưa, dễ quét.",
        )  # fmt: skip
        if st.form_submit_button("Lưu địa chỉ", type="primary") and parts.did(NAME, lambda key: accounts.set_public_url(who, typed, key)):
            parts.done("Đã lưu địa chỉ tra cứu.")
            st.rerun()


st.title("Địa chỉ tra cứu")
parts.soft("Mã QR trên mỗi giấy khen dẫn tới trang xác thực ở địa chỉ này. Giấy đã in giữ địa chỉ lúc in, nên anh/chị chọn địa chỉ dùng được nhiều năm.")
named, kept = accounts.public_url(who)
work, _ = st.columns([4, 3])
with work:
    if named:
        st.info(f"Mã QR dẫn tới {parts.said(named)}, theo biến môi trường GUONG_SANG_PUBLIC_URL. Muốn đổi, anh/chị đổi biến đó rồi khởi động lại.", icon=":material/qr_code_2:")
    else:
        if not kept:
            st.warning("Chưa có địa chỉ: mã QR in ra chỉ mang mã tra cứu, điện thoại quét không mở được trang nào.", icon=":material/qr_code_2:")
        form(kept)
