"""Gói lễ trao: the order of calling is the order of the pages and of the pile; everything for the stage in one file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.print_shop import choices, making
from pages.shared import frame, parts
from recognition.decisions import actions as decisions
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.issuing.actions import ceremony, printing, stock
from recognition.issuing.actions import making as making_actions
from recognition.issuing.shop_terms import CallOrder, How, JobStanding, Split
from vietnamese import dates

who = frame.require(Verb.SEE_CERTIFICATES)
ORDERS, SPLITS = tuple(CallOrder), tuple(Split)
MOST_FILES = 12
"""More files than this are only in the ZIP."""
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def pdf(how: How) -> bytes:
    """The certificates of one file, printed and noted."""
    return printing.print_pdf(who, decision.id, how=how)[0]


def draw(how: How, at: str) -> JobStanding:
    """The same by a child."""
    return making_actions.batch(who, at, decision.id, how)


def pack() -> None:
    """Everything in one file."""
    if may_print and making_actions.is_long(issued):
        making.file(who, f"pack:{decision.id}:{chosen}", "cả gói (ZIP)", lambda at: making_actions.pack(who, at, decision.id, order, split, how), primary=True)
        return
    st.download_button(
        "Tải cả gói (ZIP)", lambda: ceremony.pack(who, decision.id, order, split, how)[0], f"goi-le-trao-{decision.number_text.replace('/', '-')}.zip",
        "application/zip", icon=":material/folder_zip:", type="primary", width="stretch", on_click="ignore",
    )  # fmt: skip


def pdf_files() -> None:
    """The papers alone, file by file."""
    files = ceremony.files(listed, split)
    for name, certificates in files if len(files) <= MOST_FILES else ():
        mine = ceremony.ordered(how, certificates)
        if making_actions.is_long(len(certificates)):
            making.file(who, f"pdf:{decision.id}:{name}:{chosen}", f"PDF: {name}", partial(draw, mine))
            continue
        st.download_button(
            f"PDF: {name} ({len(certificates)} giấy)", partial(pdf, mine),
            f"{name}.pdf", "application/pdf", key=f"pdf:{name}", icon=":material/print:", width="stretch", on_click="ignore",
        )  # fmt: skip


decision = frame.found(lambda: decisions.get(who, frame.case_id()))
frame.link("pages/certificates/decision.py", "Giấy khen theo quyết định này", ":material/arrow_back:", id=decision.id)
st.title(parts.said(f"Gói lễ trao, Quyết định số {decision.number_text}"))
parts.soft("Thứ tự gọi tên cũng là thứ tự trang in và thứ tự xếp chồng giấy. Đổi thứ tự ở đây thì mọi giấy tờ đổi theo.")
orders, printing_on, taking = st.columns([1.1, 1, 1], gap="large")
order = orders.radio("Thứ tự gọi tên", ORDERS, format_func=lambda one: one.label, key="ceremony:order")
listed = frame.found(lambda: ceremony.calls(who, decision.id, order))
issued = sum(call.certificate_id is not None for call in listed)
may_print = allowed(who, Verb.PRINT, decision) and issued > 0
how, split = How(), Split.ONE
if may_print:
    with printing_on:
        split = st.selectbox("Cắt tệp PDF", SPLITS, format_func=lambda one: one.label, key="ceremony:split")
        how = choices.how(who, decision.issuer_id, "ceremony")
chosen = f"{order.value}:{split.value}:{how}"
with taking:
    if listed:
        pack()
    if may_print:
        pdf_files()
        parts.soft("Mỗi lần tải PDF được ghi vào nhật ký in.")
    else:
        parts.soft("Gói chưa có PDF giấy khen vì giấy chưa được cấp." if not issued else "Văn thư tải PDF giấy khen.")
if listed:
    with st.container(horizontal=True):
        for paper in ceremony.PAPERS:
            st.download_button(
                f"{paper.title} ({'Excel' if paper.ending == 'xlsx' else 'Word'})", partial(ceremony.paper, who, decision.id, paper.code, order),
                f"{paper.title}.{paper.ending}", MEDIA[paper.ending], key=f"paper:{paper.code}", icon=":material/download:", on_click="ignore",
            )  # fmt: skip
    if allowed(who, Verb.HAND_OVER_AWARD, decision) and st.button("Sau lễ: ghi ai đã ký nhận", icon=":material/redeem:"):
        frame.go("pages/print_shop/hand_over.py", id=decision.id)
blank = how.blank
if blank is not None and listed:
    with st.expander("Xem giấy đầu tiên trên phôi", expanded=True):
        st.image(frame.found(partial(stock.picture, who, listed[0].award_id, "", blank.id)), width="stretch", caption="Ảnh phôi chỉ để xem, khi in chỉ có chữ")
parts.paged_table(
    listed[(parts.page_of("ceremony:page").offset) : (parts.page_of("ceremony:page").offset + 50)],
    [
        parts.Column("TT", "number", right=True),
        parts.Column("Gọi tên", "name"),
        parts.Column("Chức vụ, đơn vị", "where"),
        parts.Column("Số", "serial"),
        parts.Column("Đã trao", lambda call: dates.short(call.handed_over_on) if call.handed_over_on else ""),
    ],
    len(listed), "ceremony:page", empty="Quyết định này chưa có khen thưởng nào còn hiệu lực.", unit="người, tập thể", open_row=False,
)  # fmt: skip
