"""Forms about accounts: a new one, one more role."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.accounts import actions as accounts
from recognition.accounts.terms import GRANTED, PER_EITHER, PER_ISSUER, PER_UNIT
from recognition.catalogue import actions as catalogue
from recognition.hall.actor import Actor
from recognition.hall.words import Role
from recognition.units import actions as units


def place_fields(who: Actor, name: str, role: Role | None) -> tuple[UUID | None, UUID | None]:
    """Where the role holds: unit, issuer, either; drawn only where the role asks for it."""
    unit_id = issuer_id = None
    if role in PER_UNIT or role in PER_EITHER:
        nodes = {node.unit.id: ("— " * node.depth) + node.unit.name for node in units.tree(who)}
        unit_id = st.selectbox(
            "Đơn vị", list(nodes), index=None, format_func=nodes.__getitem__, key=f"{name}:unit", placeholder="Gõ tên để tìm",
            help="Vai trò có hiệu lực ở đơn vị này; lãnh đạo thì cả các đơn vị bên dưới.",
        )
        parts.field_error(name, "unit_id")
    if role in PER_ISSUER or role in PER_EITHER:
        organs = {one.id: one.name for one in catalogue.issuers(who)}
        issuer_id = st.selectbox("Cơ quan ban hành", list(organs), index=None, format_func=organs.__getitem__, key=f"{name}:issuer")
        parts.field_error(name, "issuer_id")
    return unit_id, issuer_id


def role_field(name: str, *, required: bool) -> Role | None:
    """Which role."""
    choices: list[Role | None] = list(GRANTED) if required else [None, *GRANTED]
    found: Role | None = st.selectbox("Vai trò", choices, format_func=lambda one: one.label if one else "Giao sau", key=f"{name}:role")
    parts.field_error(name, "role")
    return found


def new_account(who: Actor) -> Any:
    """The dialog of a new account; gives its slip once it is made."""
    name = "new-account"
    state = st.session_state

    def draw() -> None:
        typed = st.text_input("Họ và tên", key=f"{name}:name", required=True)
        parts.field_error(name, "name")
        if typed and not state.get(f"{name}:user"):
            state[f"{name}:user"] = accounts.suggest_user_name(who, typed)
        st.text_input("Tên đăng nhập", key=f"{name}:user", help="Chữ thường không dấu. Để trống thì phần mềm gợi ý từ họ tên.")
        parts.field_error(name, "user_name")
        st.text_input("Thư điện tử (không có thì để trống)", key=f"{name}:email", type="email", placeholder="ten@coquan.vn")
        parts.field_error(name, "email")
        role = role_field(name, required=False)
        state[f"{name}:place"] = place_fields(who, name, role)

    def call(key: UUID) -> Any:
        role = state.get(f"{name}:role")
        unit_id, issuer_id = state.get(f"{name}:place", (None, None))
        roles = [(role, unit_id, issuer_id)] if role else []
        return accounts.create_account(
            who, state.get(f"{name}:user", ""), state.get(f"{name}:name", ""), email=state.get(f"{name}:email") or "", roles=roles, key=key
        )

    return parts.confirm(name, "Lập tài khoản", "Tài khoản mới có một mã dùng một lần; người nhận dùng mã để tự chọn mật khẩu.", "Lập tài khoản", call, draw)
