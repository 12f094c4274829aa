"""Hướng dẫn: what one's roles do, step by step."""

import streamlit as st

from pages.home.help_words import EVERYBODY, ROLES
from pages.shared import frame, parts

who = frame.require()
st.title("Hướng dẫn")
mine = [role for role in ROLES if role in who.roles]
others = [role for role in ROLES if role not in who.roles]
if not mine:
    parts.soft("Tài khoản này chưa có vai trò. Anh/chị nhờ người quản trị giao vai trò và đơn vị, rồi trở lại trang này.")
left, right = st.columns([5, 2], gap="large")
with left:
    for role in mine:
        purpose, steps = ROLES[role]
        st.subheader(role.label)
        parts.soft(purpose)
        for what, how in steps:
            st.markdown(f"**{parts.said(what)}.** {parts.said(how)}")
    if others:
        st.subheader("Các vai khác")
        for role in others:
            purpose, steps = ROLES[role]
            with st.expander(role.label):
                parts.soft(purpose)
                for what, how in steps:
                    st.markdown(f"**{parts.said(what)}.** {parts.said(how)}")
with right:
    st.subheader("Ai cũng nên biết")
    with st.container(border=True):
        for what, how in EVERYBODY:
            st.markdown(f"**{parts.said(what)}.** {parts.said(how)}")
