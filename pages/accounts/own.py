"""Tài khoản của tôi: the password, and where one is signed in."""

import streamlit as st

from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from vietnamese import dates

who = frame.require()
st.title("Tài khoản của tôi")
parts.soft(f"{who.name} · tên đăng nhập {who.user_name} · {frame.role_line(who)}")

st.subheader("Mật khẩu")
st.html('<p>Anh/chị đổi mật khẩu ở <a href="/doi-mat-khau" target="_self">trang riêng</a>. Khi đổi, mọi nơi khác đang đăng nhập sẽ thoát ra.</p>')

st.subheader("Nơi đang đăng nhập")
here = frame.session()
with st.container(border=True):
    for one in accounts.my_sign_ins(who):
        words, badge, button = st.columns([5, 1.6, 1.8], vertical_alignment="center")
        with words:
            st.markdown(f"**{parts.said(accounts.device(one.agent))}**  \n:small[:gray[{parts.said(one.address)} · vào lúc {dates.moment(one.created_at)}]]")
        if one.id == here:
            badge.badge("Máy này", icon=":material/check:", color="green")
        elif button.button("Kết thúc", key=f"end:{one.id}", width="stretch") and parts.do(f"end:{one.id}", lambda _key, id=one.id: accounts.end_sign_in(who, id) or True):
            st.rerun()
parts.soft("Không thao tác 30 phút hoặc quá 8 giờ thì phải đăng nhập lại. Nếu thấy nơi lạ, anh/chị kết thúc nơi đó rồi đổi mật khẩu.")
