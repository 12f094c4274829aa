"""Làm gói gửi đi: cases to a higher level, or results back to where they came from."""

from __future__ import annotations

import streamlit as st

from pages.courier import told
from pages.shared import frame, parts
from recognition.courier import actions
from recognition.courier.terms import ParcelRow, Partner
from recognition.hall.words import Verb
from vietnamese import dates

who = frame.require(Verb.SEND_PARCEL)
UP, DOWN = "Hồ sơ lên cấp trên", "Kết quả về nơi gửi"
CARE = (
    "Gói có tên, chức vụ, năm sinh, thành tích và minh chứng của người được đề nghị; không có số căn cước, số thẻ đảng, số điện thoại. "
    "Chỉ nơi nhận mở được, nhưng USB vẫn cần giữ như tài liệu của cơ quan."
)


def partner_choice(known: list[Partner], label: str) -> Partner:
    """Whom it is for."""
    chosen: Partner = st.selectbox(label, known, format_func=lambda one: one.name, key=f"send:{label}")
    parts.soft(f"Dấu khoá {chosen.fingerprint}")
    return chosen


def up(known: list[Partner]) -> None:
    """Cases."""
    partner = partner_choice(known, "Gửi tới")
    found, gone = actions.candidates(who, partner.id), actions.to_take_back(who, partner.id)
    if not found and not gone:
        parts.empty("Không có hồ sơ nào gửi lên được. Hồ sơ phải đã thẩm định, đã vào danh sách, đã đạt hoặc đã chuyển cấp trên.")
        return
    chosen = parts.grid(
        found,
        [
            parts.Column("Người, tập thể", lambda one: one.line.recipient_name), parts.Column("Việc", lambda one: one.line.title),
            parts.Column("Hình thức", lambda one: one.line.award_name), parts.Column("Mã", lambda one: one.line.code),
            parts.Column("Bước", lambda one: one.line.state.label), parts.Column("Đã gửi", "sent", spare=True),
        ],
        f"send_{partner.id}", mode="multi-row", alt=f"{len(found)} hồ sơ gửi lên được", tallest=560,
    )  # fmt: skip
    parts.field_error("send", "cases")
    if gone:
        st.info(f"Gói này cũng báo đã rút: {', '.join(gone)}.", icon=":material/undo:")
    st.info(CARE, icon=":material/lock:")
    if (chosen or gone) and st.button(f"Làm gói {len(chosen)} hồ sơ", type="primary", icon=":material/outbox:"):
        with st.spinner(f"Đang làm gói {len(chosen)} hồ sơ"):
            made = parts.do("send", lambda key: actions.send(who, partner.id, [one.line.id for one in chosen], key))
        go("send", made)
    parts.soft("Hồ sơ trong gói chuyển sang bước «Chuyển cấp trên». Cấp trên trả lời bằng gói kết quả.")


def down(known: list[Partner]) -> None:
    """Results."""
    partner = partner_choice(known, "Gửi về")
    rows = actions.results_of(who, partner.id)
    if not rows:
        parts.empty(f"Chưa nhận hồ sơ nào của {partner.name}.")
        return
    fresh = sum(row.fresh for row in rows)
    st.markdown(f"**{fresh} kết quả mới** trong {len(rows)} hồ sơ đã nhận.")
    told.rows(rows, [("Sẽ báo", lambda row: row.after), ("Đã báo lần trước", told.before)], f"results_{partner.id}")
    parts.field_error("answer", "cases")
    st.info("Gói kết quả có bước xét, quyết định, số giấy và lý do đã ghi; không có số phiếu, không có tên người bỏ phiếu.", icon=":material/lock:")
    if st.button("Làm gói kết quả", type="primary", icon=":material/outbox:"):
        go("answer", parts.do("answer", lambda key: actions.answer(who, partner.id, key)))


def go(name: str, made: ParcelRow | str | None) -> None:
    """To the parcel, where it can be downloaded."""
    if made is not None:
        frame.go("pages/courier/parcel.py", id=made if isinstance(made, str) else made.id)
    parts.field_error(name, "partner")


with st.container(horizontal=True):
    frame.link("pages/courier/list.py", "Gói chuyển cấp", ":material/arrow_back:")
st.title("Làm gói gửi đi")
parts.soft(f"Gói làm ngày {dates.short(dates.today())}, được ký bằng khoá của bên mình; chỉ nơi nhận mở được.")
trusted = [one for one in actions.partners(who) if one.ended_at is None]
below = [one for one in trusted if one.unit_id is not None]
if not trusted:
    parts.empty("Chưa xác nhận nơi nhận nào. Anh/chị thêm thẻ của nơi nhận trước.")
    frame.link("pages/courier/partners.py", "Nơi gửi, nhận gói", ":material/key:")
    st.stop()
asked = DOWN if st.query_params.get("gi") == "ket-qua" else UP
way = st.segmented_control("Gửi gì", (UP, DOWN), default=asked, required=True, label_visibility="collapsed", key="send:way") if below else UP
if way == DOWN:
    down(below)
else:
    up([*(one for one in trusted if one.unit_id is None), *below])
