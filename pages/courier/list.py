"""Gói chuyển cấp: what went and came on the stick, what waits, and the three ways on."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.courier import actions
from recognition.courier.terms import Direction, ParcelRow
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.SEE_PARCELS)


def ways() -> None:
    """Make, open, know."""
    with st.container(horizontal=True):
        if st.button("Làm gói gửi đi", type="primary", icon=":material/outbox:"):
            frame.go("pages/courier/send.py")
        if st.button("Mở gói nhận về", icon=":material/inbox:"):
            frame.go("pages/courier/open.py")
        if st.button("Nơi gửi, nhận gói", icon=":material/key:"):
            frame.go("pages/courier/partners.py")


def waits(row: ParcelRow) -> str:
    """How much of one that came nobody has taken in yet."""
    if row.direction is Direction.OUT:
        return ""
    return f"{row.waiting} chờ nhận" if row.waiting else "Đã xem hết"


def table() -> None:
    """Parcels, the newest first."""
    chosen = parts.paged_table(
        actions.parcels(who, parts.page_of("parcels:page")),
        [
            parts.Column("Gói", lambda row: f"{row.direction.label}, số {row.number}", lead=True),
            parts.Column("Ngày", lambda row: dates.short(row.made_on)),
            parts.Column("Nơi gửi, nhận", "partner_name"),
            parts.Column("Trong gói", lambda row: row.kind.label),
            parts.Column("Hồ sơ", "cases", right=True),
            parts.Column("Minh chứng", "files", right=True),
            parts.Column("Còn lại", waits, spare=True),
        ],
        page_key="parcels:page",
        empty="Chưa có gói nào đi hay về.",
        unit="gói",
    )
    if chosen is not None:
        frame.go("pages/courier/parcel.py", id=chosen.id)


def first_steps() -> None:
    """What to do before the first parcel."""
    with st.container(border=True):
        st.markdown("**Trước gói đầu tiên**")
        st.markdown(
            "1. Hai bên vào «Nơi gửi, nhận gói», tải thẻ của mình và chép cho nhau.\n"
            "2. Mỗi bên mở thẻ nhận được, gọi điện so 24 chữ số của dấu khoá, rồi xác nhận.\n"
            "3. Cấp dưới làm gói hồ sơ; cấp trên mở, xem từng hồ sơ, nhận; sau này gửi gói kết quả về cùng cách ấy."
        )


st.title("Gói chuyển cấp")
parts.soft("Hai nơi cài phần mềm mà không nối mạng trao nhau hồ sơ và kết quả qua USB. Mỗi gói được ký và khoá cho đúng nơi nhận.")
ways()
if not any(one.ended_at is None for one in actions.partners(who)):
    first_steps()
table()
