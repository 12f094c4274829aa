"""Tài khoản: who may sign in, as what; a new one; slips for those who have no password yet."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.accounts import forms, printing
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.accounts.terms import GRANTED, Account
from recognition.hall.words import Role, Verb
from vietnamese import dates

who = frame.require(Verb.MANAGE_ACCOUNTS)


def _roles(account: Account) -> str:
    today = dates.today()
    held = [g for g in account.roles if g.from_date <= today and (g.to_date is None or g.to_date >= today)]
    return "; ".join(dict.fromkeys(f"{g.role.label}{f' ({g.where})' if g.where else ''}" for g in held)) or "Chưa có vai trò"


def _state(account: Account) -> str:
    if account.disabled_at is not None:
        return "Đang khoá"
    return "Đã đặt mật khẩu" if account.has_password else "Chờ dùng mã"


head, button = st.columns([5, 1.6], vertical_alignment="bottom")
with head:
    st.title("Tài khoản")
with button:
    if st.button("Lập tài khoản", type="primary", icon=":material/person_add:", width="stretch"):
        parts.ask("new-account")
parts.soft("Ai được đăng nhập, làm vai gì, ở đơn vị nào. Vai trò có ngày; tài khoản không có vai trò thì không thấy gì.")

left, middle, right = st.columns([3, 2, 1.4], vertical_alignment="bottom")
with left:
    words = parts.search_box("accounts", "Tìm theo tên, tên đăng nhập, thư")
role: Role | None = middle.selectbox("Vai trò", [None, *GRANTED], format_func=lambda one: one.label if one else "Mọi vai trò", key="accounts:role")
disabled = right.toggle("Đang khoá", key="accounts:closed")

found = accounts.find(who, words, role=role, disabled=disabled, page=parts.page_of("accounts:page"))
chosen = parts.paged_table(
    found,
    (
        parts.Column("Họ và tên", "name"),
        parts.Column("Tên đăng nhập", "user_name"),
        parts.Column("Vai trò", _roles),
        parts.Column("Tình trạng", _state),
    ),
    page_key="accounts:page",
    empty="Không có tài khoản nào khớp. Anh/chị bớt từ khoá, hoặc bấm «Lập tài khoản».",
    unit="tài khoản",
)
if chosen is not None:
    frame.go("pages/accounts/one.py", id=chosen.id)

printing.for_those_without_password(who)
made = forms.new_account(who)
if made is not None:
    if isinstance(made, UUID | str):
        parts.done("Tài khoản đã được lập ở lần bấm trước. Nếu chưa ghi lại mã, anh/chị mở tài khoản và cấp mã mới.")
    else:
        printing.keep([made])
        st.rerun()
