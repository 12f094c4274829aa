"""Tài khoản của tôi: the password, and where one is signed in."""

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from pages.reminding import own
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require()


def end(session: str) -> Callable[[UUID], None]:
    """What the button beside a sign-in does."""
    return lambda _key: accounts.end_sign_in(who, session)


st.title("Tài khoản của tôi")
parts.soft(f"{who.name} · tên đăng nhập {who.user_name} · {frame.role_line(who)}")

st.subheader("Mật khẩu")
st.html('<p>Anh/chị đổi ở <a href="/doi-mat-khau" target="_self">trang đổi mật khẩu</a>. Khi đổi, mọi nơi khác đang đăng nhập sẽ thoát ra.</p>')

own.draw(who)

if allowed(who, Verb.MAKE_ACCESS_KEY):
    st.subheader("Chương trình khác")
    frame.link("pages/accounts/keys.py", "Khoá truy cập cho chương trình khác", ":material/key:")

st.subheader("Nơi đang đăng nhập")
here = frame.session()
with st.container(border=True):
    for one in accounts.my_sign_ins(who):
        words, badge, button = st.columns([5, 1.6, 1.8], vertical_alignment="center")
        with words:
            st.markdown(f"**{parts.said(accounts.device(one.agent))}**  \n:small[:gray[{parts.said(one.address)} · vào lúc {dates.moment(one.created_at)}]]")
        if one.id == here:
            badge.badge("Máy này", icon=":material/check:", color="green")
        elif button.button("Kết thúc", key=f"end:{one.id}", width="stretch") and parts.did(f"end:{one.id}", end(one.id)):
            st.rerun()
parts.soft("Không thao tác 30 phút hoặc quá 8 giờ thì phải đăng nhập lại. Nếu thấy nơi lạ, anh/chị kết thúc nơi đó rồi đổi mật khẩu.")
