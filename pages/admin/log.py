"""Nhật ký: who did what, when. The content of dossiers and votes is not shown here."""

from datetime import date

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.hall import log
from recognition.hall.words import Verb
from vietnamese import dates, numbers

who = frame.require(Verb.SEE_AUDIT)
SIZE = 25


def typed_day(field: str, label: str) -> date | None:
    """A day of the filter; a wrong one says why and does not filter."""
    text = fields.day("log", field, label)
    if not text.strip():
        return None
    try:
        return dates.parse(text)
    except ValueError as wrong:
        st.markdown(f":red[:material/error: {parts.said(wrong)}]")
        return None


def filters() -> log.Query:
    """Who, what, about what, when."""
    people = log.actors(who)
    one, two, three, four, five = st.columns([2.2, 2.2, 2.2, 1.3, 1.3])
    with one:
        actor = st.selectbox("Người làm", [None, *people], format_func=lambda key: people[key] if key else "Mọi người", key="log:actor")
    with two:
        verbs = st.multiselect("Việc", list(Verb), format_func=lambda verb: verb.label, key="log:verbs", placeholder="Mọi việc")
    with three:
        kinds = st.multiselect("Về", list(log.KINDS), format_func=lambda kind: log.KINDS[kind], key="log:kinds", placeholder="Mọi thứ")
    with four:
        start = typed_day("from", "Từ ngày")
    with five:
        end = typed_day("to", "Đến ngày")
    if start and end and end < start:
        st.markdown(":red[:material/error: Ngày cuối trước ngày đầu, nên không có dòng nào. Anh/chị xem lại hai ngày này.]")
    return log.Query(actor, verbs, kinds, start, end)


def one(line: log.Line) -> None:
    """What an entry says."""
    st.subheader(f"Dòng số {numbers.integer(line.seq)}")
    with st.container(border=True):
        parts.plain(f"{line.actor}: {line.what}, {line.about.lower()}")
        parts.soft(f"{dates.moment(line.recorded_at)} · mã kiểm {line.hash[:12]}")
        if line.detail:
            parts.plain(line.detail)
        if not line.shown:
            parts.soft("Nội dung hồ sơ và phiếu không hiện ở đây, hoặc đã được xoá theo quy định. Dòng này vẫn nằm trong chuỗi kiểm.")
        for field, before, after in line.changes:
            parts.soft(field)
            parts.plain(f"{before or 'chưa có'} → {after or 'bỏ'}" if before else after)


head, button = st.columns([5, 1.8], vertical_alignment="bottom")
head.title("Nhật ký")
prove = button.button("Kiểm tra toàn vẹn", icon=":material/link:", width="stretch")
parts.soft("Mỗi thay đổi một dòng, nối với dòng trước bằng mã kiểm nên không ai sửa lặng lẽ được. Bấm một dòng để đọc.")
if prove:
    with st.spinner("Đang đọc lại toàn bộ nhật ký"):
        read, fault = log.prove(who)
    if fault:
        st.error(parts.said(fault), icon=":material/link_off:")
    else:
        st.success(f"Nhật ký nguyên vẹn: {numbers.integer(read)} dòng khớp với nhau và với mốc lưu ngoài cơ sở dữ liệu.", icon=":material/check:")
query = filters()
place = st.container()
row = parts.paged_table(
    log.entries(who, query, parts.page_of("log:page", SIZE)),
    [
        parts.Column("Số", "seq", right=True),
        parts.Column("Lúc", "recorded_at"),
        parts.Column("Người làm", "actor"),
        parts.Column("Việc", "what", lead=True),
        parts.Column("Về", "about"),
        parts.Column("Chi tiết", "detail"),
    ],
    page_key="log:page",
    size=SIZE,
    unit="dòng",
    empty="Không có dòng nào như vậy.",
)
if row is not None:
    with place:
        one(row)
