"""Một tài khoản: its person, its roles with dates, a new code, closing, handing over."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from pages.accounts import forms, printing
from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.accounts.terms import Account
from recognition.hall.actor import Actor
from recognition.hall.words import Verb
from vietnamese import dates


def draw(who: Actor, account: Account) -> None:
    """The whole screen."""
    frame.link("pages/accounts/list.py", "Tài khoản", ":material/arrow_back:")
    head, badge = st.columns([5, 1.6], vertical_alignment="center")
    head.title(parts.said(account.name))
    with badge:
        _state(account)
    parts.soft(f"Tên đăng nhập {account.user_name}" + (f" · {account.email}" if account.email else ""))
    printing.shown(who)
    left, right = st.columns([5, 2.4], gap="large")
    with left:
        _roles(who, account)
        _grant(who, account)
    with right:
        _change(who, account)
        _keys(who, account)
        _leave(who, account)


def _state(account: Account) -> None:
    if account.disabled_at is not None:
        st.badge("Đang khoá", icon=":material/lock:", color="gray")
    elif account.has_password:
        st.badge("Đã đặt mật khẩu", icon=":material/check:", color="green")
    else:
        st.badge("Chờ dùng mã", icon=":material/key:", color="orange")


def _roles(who: Actor, account: Account) -> None:
    st.subheader("Vai trò")
    today = dates.today()
    if not account.roles:
        parts.soft("Chưa có vai trò nào: người này đăng nhập được nhưng không thấy gì.")
    for role in account.roles:
        over = role.to_date is not None and role.to_date < today
        words, button = st.columns([5, 1.7], vertical_alignment="center")
        until = f"đến {dates.short(role.to_date)}" if role.to_date else "chưa có ngày kết thúc"
        where = f" · {parts.said(role.where)}" if role.where else ""
        words.markdown(f"{':gray[' if over else '**'}{role.role.label}{']' if over else '**'}{where}  \n:small[:gray[từ {dates.short(role.from_date)} {until}]]")
        name = f"end:{role.id}"
        if not over and button.button("Thôi vai trò…", key=f"ask:{role.id}", width="stretch"):
            parts.ask(name)
        ended = parts.confirm(
            name, "Thôi vai trò", f"{account.name} thôi làm «{role.role.label}»{' ở ' + role.where if role.where else ''} từ hôm nay. Việc đã làm vẫn còn trong nhật ký.",
            "Thôi vai trò", _ending(who, account.id, role.id),
        )
        if ended is not None:
            st.rerun()


def _ending(who: Actor, account_id: UUID, role_id: UUID) -> Callable[[UUID], Account]:
    return lambda key: accounts.end_role(who, account_id, role_id, key=key)


def _grant(who: Actor, account: Account) -> None:
    with st.expander("Giao thêm vai trò", icon=":material/add:"):
        role = forms.role_field("grant", required=True)
        unit_id, issuer_id = forms.place_fields(who, "grant", role)
        start = parts.any_day("Từ ngày", "grant:from", dates.today())
        end = parts.any_day("Đến ngày (chưa biết thì để trống)", "grant:to")
        parts.field_error("grant", "to_date")
        if st.button("Giao vai trò", type="primary") and role is not None:
            given = parts.do(
                "grant",
                lambda key: accounts.grant_role(
                    who, account.id, role, unit_id=unit_id, issuer_id=issuer_id, from_date=start, to_date=end, key=key
                ),
            )
            if given is not None:
                st.rerun()


def _change(who: Actor, account: Account) -> None:
    with st.expander("Sửa tên, thư", icon=":material/edit:"), st.form("change", border=False):
        name = st.text_input("Họ và tên", account.name)
        parts.field_error("change", "name")
        email = st.text_input("Thư điện tử", account.email)
        parts.field_error("change", "email")
        if st.form_submit_button("Lưu") and parts.did(
            "change", lambda key: accounts.change_account(who, account.id, account.version, name or "", email or "", account.person_id, key)
        ):
            st.rerun()


def _keys(who: Actor, account: Account) -> None:
    st.subheader("Mã và khoá")
    if account.disabled_at is None:
        if st.button("Cấp mã mới…", icon=":material/key:", width="stretch"):
            parts.ask("code")
        if account.id != who.account_id and st.button("Khoá tài khoản…", icon=":material/lock:", width="stretch"):
            parts.ask("close")
    elif st.button("Mở lại", icon=":material/lock_open:", width="stretch") and parts.did("open", lambda key: accounts.enable(who, account.id, account.version, key)):
        st.rerun()
    slip = parts.confirm(
        "code", "Cấp mã mới", f"Mật khẩu hiện tại của {account.name} hết dùng được, mọi nơi đang đăng nhập thoát ra. Mã mới hiện một lần để giao tận tay.",
        "Cấp mã", lambda key: accounts.new_code(who, account.id, key),
    )
    if slip is not None:
        if not isinstance(slip, str):
            printing.keep([slip])
        st.rerun()
    closed = parts.confirm(
        "close", "Khoá tài khoản", f"{account.name} không đăng nhập được nữa và thoát ra khỏi mọi nơi ngay. Hồ sơ đã lập vẫn còn.",
        "Khoá", lambda key: accounts.disable(who, account.id, account.version, key),
    )
    if closed is not None:
        st.rerun()


def _leave(who: Actor, account: Account) -> None:
    """Whoever leaves hands their open work to somebody else."""
    work = {what: number for what, number in accounts.open_work(who, account.id).items() if number}
    st.subheader("Bàn giao")
    if not work:
        parts.soft("Không có việc nào đang mở.")
        return
    parts.soft("Đang giữ " + ", ".join(f"{number} {what}" for what, number in work.items()) + ".")
    others = {one.id: f"{one.name} ({one.user_name})" for one in accounts.find(who, page=parts.everything()).rows if one.id != account.id}
    taker: UUID | None = st.selectbox("Người nhận", list(others), index=None, format_func=others.__getitem__, key="hand:to", placeholder="Gõ tên để tìm")
    parts.field_error("hand", "to")
    if st.button("Bàn giao…", width="stretch", disabled=taker is None):
        parts.ask("hand")
    if taker is not None:
        given = parts.confirm(
            "hand", "Bàn giao", f"{', '.join(f'{n} {what}' for what, n in work.items())} của {account.name} chuyển sang {others[taker]}.",
            "Bàn giao", lambda key: accounts.hand_over(who, account.id, taker, key),
        )
        if given is not None:
            parts.done("Đã bàn giao.")
            st.rerun()


person = frame.require(Verb.MANAGE_ACCOUNTS)
draw(person, frame.found(lambda: accounts.get(person, frame.case_id())))
