"""Kết nối chương trình khác: whether other programs may read at all, and which keys are about."""

from __future__ import annotations

import streamlit as st

from pages.accounts import key_rows
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.hall.words import Verb

who = frame.require(Verb.MANAGE_SETTINGS)


def switch(opened: bool) -> None:
    """Open it, or close it after asking: programs that read every night would stop."""
    if not opened:
        st.info("Đang đóng: không chương trình nào đọc được gì, không ai cấp được khoá.", icon=":material/lock:")
        if st.button("Mở kết nối", type="primary", icon=":material/lock_open:") and parts.did("interface", lambda key: accounts.set_interface(who, True, key)):
            st.rerun()
        return
    st.success("Đang mở: chương trình có khoá đọc được những gì người cấp khoá thấy trên màn hình. Không chương trình nào ghi được.", icon=":material/lock_open:")
    if st.button("Đóng kết nối…", icon=":material/lock:"):
        parts.ask("interface_close")
    body = "Mọi chương trình đang đọc sẽ dừng ngay. Các khoá được giữ, mở lại thì dùng tiếp."
    if parts.confirm("interface_close", "Đóng kết nối", body, "Đóng kết nối", parts.finished(lambda key: accounts.set_interface(who, False, key))):
        st.rerun()


st.title("Kết nối chương trình khác")
parts.soft("Kho dữ liệu của tỉnh hay trang thông tin của cơ quan đọc danh sách hồ sơ, mô hình, quyết định, sổ cấp giấy khen ở dạng JSON, bằng khoá truy cập.")
switch(accounts.interface_open())
st.subheader("Khoá đang dùng")
found = accounts.access_keys(who)
if found:
    key_rows.listed(who, found, owners=True)
else:
    parts.empty("Chưa ai cấp khoá. Thư ký, văn thư, lãnh đạo tự cấp khoá ở «Tài khoản của tôi», khoá chỉ thấy những gì người ấy thấy.")
