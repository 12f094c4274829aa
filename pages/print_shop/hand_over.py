"""Trao thưởng, ký nhận: after the ceremony the signed list goes back into the register; who has not received yet."""

from __future__ import annotations

from functools import partial
from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.print_shop import signing
from pages.shared import frame, parts
from recognition.decisions import actions as decisions
from recognition.decisions.terms import Handed
from recognition.hall.words import Verb
from recognition.issuing import actions
from recognition.issuing.actions import handing
from recognition.issuing.handing_terms import HandRow, HandSheet
from recognition.issuing.shop_terms import CallOrder
from vietnamese import dates, numbers

who = frame.require(Verb.HAND_OVER_AWARD)
ORDERS = tuple(CallOrder)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def overview() -> None:
    """Decisions of which not everybody has received."""
    st.title("Trao thưởng, ký nhận")
    parts.soft("Các quyết định đã cấp giấy mà chưa trao hết. Mở một quyết định để ghi ai đã nhận theo danh sách ký nhận.")
    found = handing.standings(who)
    chosen = parts.paged_table(
        found,
        [
            parts.Column("Quyết định", "number_text", lead=True), parts.Column("Ngày", "decided_on"), parts.Column("Trích yếu", lambda row: parts.sentence(row.title)),
            parts.Column("Chưa nhận", "waiting", right=True), parts.Column("Tất cả", "awards", right=True),
        ],
        page_key="hand_over:page", empty="Mọi người, tập thể có giấy khen đều đã nhận. Quyết định mới hiện ở đây khi giấy đã cấp.", unit="quyết định",
    )  # fmt: skip
    if found:
        download(None)
    if chosen is not None:
        frame.go("pages/print_shop/hand_over.py", id=chosen.decision_id)


def download(decision_id: UUID | None) -> None:
    """Who has not received yet, to take along."""
    st.download_button(
        "Danh sách chưa nhận (Excel)", partial(handing.left_excel, who, decision_id), f"chua-nhan-{dates.today():%Y-%m-%d}.xlsx", SHEET,
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def waiting(sheet: HandSheet, day: str) -> None:
    """Tick, day, who took it: the rows that are still open."""
    st.subheader(f"Chưa nhận · {len(sheet.waiting)}")
    if not sheet.waiting:
        parts.soft("Mọi tập thể, cá nhân của quyết định này đều đã nhận.")
        signing.told(name)
        return
    parts.soft("Đánh dấu ai đã ký nhận. «Nhận thay» để trống khi chính người được khen nhận; «Ngày khác» chỉ ghi khi không trao đúng ngày trên.")
    chosen, typed = signing.rows(name, sheet.waiting, day)
    with st.container(horizontal=True):
        go = parts.pressed(f"Ghi đã trao {len(chosen)} người, tập thể", f"{name}:go", type="primary", icon=":material/redeem:", disabled=not chosen)
        if parts.pressed("Đánh dấu tất cả", f"{name}:all"):
            signing.keep(name, {row.award_id: signing.ticked(typed.get(row.award_id)) for row in sheet.waiting})
            st.rerun()
        download(decision.id)
    signing.told(name)
    if go:
        done: list[Handed] | str | None = parts.do(name, lambda key: handing.hand_over_many(who, decision.id, chosen, key))
        if done is not None:
            signing.outcome(name, typed, [] if isinstance(done, str) else done)
            st.rerun()


def received(sheet: HandSheet) -> None:
    """Who has received; a slip of the pen is put right here."""
    if not sheet.received:
        return
    st.subheader(f"Đã nhận · {len(sheet.received)}")
    chosen = parts.paged_table(
        sheet.received,
        [
            parts.Column("TT", "number", right=True), parts.Column("Họ và tên, tập thể", "name", lead=True), parts.Column("Ngày trao", "handed_on"),
            parts.Column("Người nhận", "handed_to"), parts.Column("Tiền, hiện vật", signing.what), parts.Column("Số", "serial", spare=True),
        ],
        page_key=f"{name}:received", unit="người, tập thể",
    )  # fmt: skip
    if chosen is not None:
        mend(chosen)


def mend(row: HandRow) -> None:
    """The day or the receiver of one row, written anew."""
    form = f"mend:{row.award_id}"
    with st.container(border=True):
        st.markdown(f"**{parts.said(row.name)}**")
        day = fields.day(form, "day", "Ngày trao", row.handed_on)
        to = fields.line(form, "to", "Người nhận", row.handed_to)
        if parts.pressed("Ghi lại", f"{form}:go", type="primary") and parts.did(form, lambda key: actions.hand_over(who, row.award_id, day, to, key)):
            parts.done("Đã ghi lại.")
            st.rerun()


if not st.query_params.get("id"):
    overview()
    st.stop()
decision = frame.found(lambda: decisions.get(who, frame.case_id()))
name = f"hand:{decision.id}"
frame.link("pages/print_shop/hand_over.py", "Trao thưởng, ký nhận", ":material/arrow_back:")
st.title(parts.said(f"Trao thưởng, Quyết định số {decision.number_text}"))
parts.soft(f"{parts.sentence(decision.title)} · {dates.long(decision.decided_on) if decision.decided_on else ''}")
left, right, _ = st.columns([1.4, 2.4, 2])
with left:
    day = fields.day(name, "day", "Ngày trao", dates.today())
order = right.selectbox("Thứ tự như danh sách đã in", ORDERS, format_func=lambda one: one.label, key="hand_over:order")
sheet = frame.found(lambda: handing.sheet(who, decision.id, order))
parts.facts((
    ("Đã nhận", f"{len(sheet.received)} trong {len(sheet.received) + len(sheet.waiting)}"), ("Tiền đã trao", numbers.money(sheet.money_given)),
    ("Tiền chưa trao", numbers.money(sheet.money_left)),
))  # fmt: skip
waiting(sheet, day)
received(sheet)
if sheet.void:
    st.subheader(f"Không trao · {len(sheet.void)}")
    for row in sheet.void:
        before = f" Đã trao ngày {dates.short(row.handed_on)} cho {row.handed_to}." if row.handed_on else ""
        parts.plain(f"{row.name}, {row.form}: {row.refusal}{before}")
