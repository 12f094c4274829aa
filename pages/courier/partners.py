"""Nơi gửi, nhận gói: our own card, cards of others, and what was confirmed of them."""

from __future__ import annotations

from functools import partial
from uuid import UUID

import streamlit as st

from pages.courier import trust
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.courier import actions
from recognition.courier.terms import Partner
from recognition.hall.errors import HallError
from recognition.hall.words import Role, Verb
from vietnamese import dates

who = frame.require(Verb.KEEP_PARTNER)


def own() -> None:
    """Our card and its digits."""
    st.subheader("Thẻ của bên mình")
    with st.container(border=True):
        mine = {one.id: one.name for one in catalogue.issuers(who) if one.id in who.issuers(Role.SECRETARY)}
        issuer = st.selectbox("Cơ quan ghi tên trên thẻ", list(mine), format_func=mine.__getitem__, key="courier:own") if len(mine) > 1 else None
        card = frame.found(lambda: actions.own_card(who, issuer))
        st.markdown(f"**{parts.said(card.name)}**. Dấu khoá để đọc qua điện thoại:")
        trust.digits(card)
        parts.soft("Thẻ không có gì phải giữ kín: gửi bằng USB, thư điện tử hay cách nào cũng được. Khoá riêng nằm lại trên máy này, không vào bản sao lưu.")
        st.download_button(
            "Tải thẻ", card.to_bytes(), file_name=f"Thẻ gói chuyển {card.name}.json", mime="application/json", icon=":material/download:", on_click="ignore"
        )


def add() -> None:
    """A card of somebody else."""
    st.subheader("Thêm nơi gửi, nhận")
    file = st.file_uploader("Thẻ mà bên kia đưa", type=["json"], key="courier:card", max_upload_size=1)
    if file is None:
        return
    try:
        card = actions.read_card(who, file.getvalue())
    except HallError as refused:
        st.error(refused.sentence, icon=":material/error:")
        return
    if any(one.fingerprint == card.fingerprint and one.ended_at is None for one in known):
        st.info("Thẻ này đã được xác nhận, xem ở danh sách dưới đây.", icon=":material/check:")
        return
    if trust.form(who, card, "courier:trust") is not None:
        parts.done(f"Đã xác nhận {card.name}.")
        st.rerun()


def one(partner: Partner) -> None:
    """A partner: who confirmed it, for which unit it stands, and the end of trust."""
    with st.container(border=True):
        st.markdown(f"**{parts.said(partner.name)}**" + ("" if partner.ended_at is None else " · đã thôi"))
        parts.soft(
            f"Dấu khoá {partner.fingerprint} · {partner.confirmed_by} so với {partner.spoken_with} ngày {dates.short(dates.to_local(partner.confirmed_at).date())}"
        )
        if partner.ended_at is not None:
            return
        name = f"partner:{partner.id}"
        left, right = st.columns([3, 1.2], vertical_alignment="bottom")
        with left:
            unit_id = trust.unit_choice(who, f"{name}:unit", partner.unit_id)
            parts.field_error(name, "unit_id")
        if unit_id != partner.unit_id:
            if right.button("Lưu đơn vị", key=f"{name}:save", type="primary", width="stretch") and parts.did(
                name, partial(actions.change_unit, who, partner.id, partner.version, unit_id)
            ):
                st.rerun()
        elif right.button("Thôi tin thẻ này…", key=f"{name}:end", width="stretch"):
            parts.ask(f"{name}:end")
        _end(partner, f"{name}:end")


def _end(partner: Partner, name: str) -> None:
    def draw() -> None:
        st.text_input("Lý do", key=f"{name}:why", placeholder="Máy bên kia bị mất, đã lập thẻ mới")
        parts.field_error(name, "reason")

    def call(key: UUID) -> Partner:
        return actions.end(who, partner.id, partner.version, st.session_state.get(f"{name}:why", ""), key)

    body = "Từ nay không gửi gói cho nơi này và không mở gói họ gửi. Hồ sơ đã nhận vẫn còn. Muốn tin lại thì so dấu khoá và xác nhận lại."
    if parts.confirm(name, f"Thôi tin thẻ của {partner.name}", body, "Thôi tin", call, draw) is not None:
        st.rerun()


with st.container(horizontal=True):
    frame.link("pages/courier/list.py", "Gói chuyển cấp", ":material/arrow_back:")
st.title("Nơi gửi, nhận gói")
parts.soft("Một nơi chỉ được tin sau khi hai người so dấu khoá qua điện thoại. Ai so, với ai, ngày nào đều ghi vào nhật ký.")
known = actions.partners(who)
own()
add()
st.subheader("Đã xác nhận")
if not known:
    parts.empty("Chưa có nơi nào. Anh/chị xin thẻ của cấp trên hoặc cấp dưới rồi thêm ở trên.")
for each in known:
    one(each)
