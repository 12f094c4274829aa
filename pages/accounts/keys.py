"""Khoá truy cập: keys with which other programs read what one sees oneself."""

from __future__ import annotations

import streamlit as st

from pages.accounts import key_rows
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.accounts.terms import KEY_DAYS, MadeKey
from recognition.hall.words import Verb

who = frame.require(Verb.MAKE_ACCESS_KEY)
NAME, MADE = "access_key", "accounts:made_key"


def fresh() -> None:
    """A key just made, until it is put away: it is stored nowhere."""
    made: MadeKey | None = st.session_state.get(MADE)
    if made is None:
        return
    with st.container(border=True):
        st.markdown(f"**:material/key: Khoá cho «{parts.said(made.key.name)}»**")
        parts.soft("Khoá chỉ hiện lúc này. Anh/chị chép vào chương trình ấy; ai có khoá thì đọc được như anh/chị, nên không gửi qua thư thường.")
        st.code(made.words, language=None, wrap_lines=True)
        if st.button("Đã chép, cất đi"):
            del st.session_state[MADE]
            st.rerun()


def form() -> None:
    """For which program, for how long, and the password once more."""
    once = st.session_state.setdefault(f"{NAME}:made", 0)  # each key has a form of its own: the next one begins empty
    with st.form(NAME, border=True):
        name = st.text_input("Cấp cho chương trình", key=f"{NAME}:name:{once}", placeholder="Kho dữ liệu của tỉnh")
        parts.field_error(NAME, "name")
        days = st.selectbox("Dùng trong", KEY_DAYS, index=2, format_func=lambda each: f"{each} ngày", key=f"{NAME}:days:{once}")
        parts.field_error(NAME, "days")
        password = ""
        if not accounts.is_sample():  # nobody has a password there
            password = st.text_input("Mật khẩu của anh/chị", type="password", key=f"{NAME}:password:{once}", autocomplete="current-password")
            parts.field_error(NAME, "password")
        if st.form_submit_button("Cấp khoá", type="primary"):
            made = parts.do(NAME, lambda key: accounts.make_access_key(who, name or "", days, password or "", key))
            if isinstance(made, MadeKey):
                st.session_state[MADE] = made
                st.session_state[f"{NAME}:made"] = once + 1
                st.rerun()


def how(address: str) -> None:
    """What to tell whoever keeps the other program."""
    st.subheader("Cách đọc dữ liệu")
    parts.soft("Anh/chị gửi đoạn này cho người quản lý chương trình kia, thay chữ KHOÁ bằng khoá đã cấp. Dòng cuối là bản mô tả đầy đủ theo chuẩn OpenAPI.")
    st.code(
        f'curl -H "Authorization: Bearer KHOÁ" "{address}/api/v1/decisions?page=1"\n'
        f'curl -H "Authorization: Bearer KHOÁ" "{address}/api/v1/nominations?q=tran&size=100"\n'
        f"curl {address}/api/v1/openapi.json",
        language="bash", wrap_lines=True,
    )  # fmt: skip


frame.link("pages/accounts/own.py", "Tài khoản của tôi", ":material/arrow_back:")
st.title("Khoá truy cập cho chương trình khác")
if not accounts.interface_open():
    parts.empty("Người quản trị chưa mở kết nối với chương trình khác (mục «Kết nối chương trình khác»). Khi mở, anh/chị cấp khoá ở đây.")
    st.stop()
parts.soft("Chương trình có khoá đọc được những gì anh/chị thấy trên màn hình, trừ phiên họp và phiếu bầu; không ghi được gì.")
fresh()
work, beside = st.columns([4, 3], gap="large")
with work:
    keys = accounts.my_access_keys(who)
    if keys:
        key_rows.listed(who, keys)
    else:
        parts.empty("Anh/chị chưa cấp khoá nào.")
    how(frame.address())
with beside:
    st.subheader("Cấp khoá mới")
    form()
