"""Trusting a card: two people compare the digits over the telephone, and somebody here says that they did. Never silently."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import parts
from parcel import Card
from recognition.courier import actions
from recognition.courier.terms import Partner
from recognition.hall.actor import Actor
from recognition.units import actions as units

_NONE = UUID(int=0)


def digits(card: Card) -> None:
    """The fingerprint, large enough to read out."""
    st.html(f'<p class="gs-digits" style="font-size:1.5rem;letter-spacing:.04em;margin:.2rem 0;font-variant-numeric:tabular-nums"><strong>{card.fingerprint}</strong></p>')


def unit_choice(who: Actor, key: str, now: UUID | None = None, *, sends: bool = False) -> UUID | None:
    """The unit that stands here for what the other side sends; none where they are above us. `sends`: they do, so one is asked for."""
    names = {node.unit.id: "\u2003" * node.depth + node.unit.name for node in units.tree(who)}
    choices = [*names] if sends else [_NONE, *names]
    chosen = st.selectbox(
        "Hồ sơ họ gửi đứng tên đơn vị", choices, index=choices.index(now) if now in names else None if sends else 0, key=key,
        placeholder="Chọn đơn vị",
        format_func=lambda one: names.get(one, "Họ là cấp trên, không gửi hồ sơ"),
    )  # fmt: skip
    return None if chosen in (None, _NONE) else chosen


def form(who: Actor, card: Card, name: str, *, sends: bool = False) -> Partner | str | None:
    """The questions and the button; the partner once it is confirmed."""
    with st.container(border=True):
        st.markdown(f"**{parts.said(card.name)}** tự xưng trên thẻ. Dấu khoá của thẻ:")
        digits(card)
        st.markdown(
            "Anh/chị gọi cho bên kia theo số điện thoại mà cơ quan vẫn dùng, không theo số ghi kèm USB. Nhờ họ mở «Nơi gửi, nhận gói» "
            "và đọc dấu khoá của họ. Khác một chữ số cũng không xác nhận."
        )
        spoken = st.text_input("Người bên kia đã đọc số", key=f"{name}:spoken", placeholder="Đồng chí Nguyễn Thị Hà, văn phòng Đảng uỷ xã")
        parts.field_error(name, "spoken_with")
        unit_id = unit_choice(who, f"{name}:unit", sends=sends)
        parts.field_error(name, "unit_id")
        compared = st.checkbox("Tôi đã nghe đọc đủ 24 chữ số và số nào cũng khớp", key=f"{name}:compared")
        parts.field_error(name, "compared")
        if st.button("Xác nhận nơi này", type="primary", icon=":material/verified_user:", key=f"{name}:confirm"):
            return parts.do(name, lambda key: actions.confirm(who, card, spoken, unit_id, compared=compared, key=key))
    return None
