"""Sổ cấp giấy khen: number after number; spoiled, replaced, reprinted, handed over."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.certificates import paper_book
from pages.print_shop import making
from pages.shared import frame, parts
from recognition.catalogue.terms import Family
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.issuing import actions
from recognition.issuing.actions import making as making_actions
from recognition.issuing.terms import CertificateState, RegisterRow
from vietnamese import dates, numbers

who = frame.require(Verb.SEE_CERTIFICATES)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def book_name(series: str, year: int) -> str:
    """«Giấy khen 2026»."""
    try:
        return f"{Family(series).label} {year}"
    except ValueError:
        return f"{series} {year}"


def paper(row: RegisterRow) -> None:
    """What may be done with one paper."""
    with st.container(border=True):
        st.markdown(f"**Số {row.serial}: {parts.said(row.name)}**")
        parts.facts((
            ("Đơn vị", row.unit), ("Hình thức", row.award_name), ("Quyết định", f"{row.decision_number}, {dates.short(row.decided_on)}"),
            ("Tiền thưởng", numbers.money(row.amount) if row.amount else ""), ("Đã in", f"{row.prints} lần"), ("Trạng thái", row.note or row.state.label),
            ("Đã trao", f"{row.handed_to}, {dates.short(row.handed_over_on)}" if row.handed_over_on else ""),
        ))  # fmt: skip
        if row.state is CertificateState.ISSUED and row.award_state == "in_force":
            first, second, third, fourth, fifth = st.columns(5)
            first.link_button("PDF", f"/tai-ve/giay-khen/{row.certificate_id}", icon=":material/print:", width="stretch")
            second.link_button("Ảnh", f"/tai-ve/anh-giay-khen/{row.certificate_id}", icon=":material/image:", width="stretch")
            if third.button("Đã trao…", icon=":material/redeem:", width="stretch", key=f"hand:{row.certificate_id}"):
                parts.ask(f"hand:{row.certificate_id}")
            if fourth.button("Ghi hỏng…", icon=":material/content_cut:", width="stretch", key=f"spoil:{row.certificate_id}"):
                parts.ask(f"spoil:{row.certificate_id}")
            if fifth.button("Cấp lại…", icon=":material/autorenew:", width="stretch", key=f"replace:{row.certificate_id}"):
                parts.ask(f"replace:{row.certificate_id}")
        elif row.state is CertificateState.SPOILED and row.award_state == "in_force":
            parts.soft("Số này giữ lại trong sổ. Giấy mới cấp ở trang của quyết định.")
        _dialogs(row)


def _dialogs(row: RegisterRow) -> None:
    reason, day, to = "", "", ""

    def why(name: str, words: str) -> None:
        nonlocal reason
        reason = st.text_input(words, key=f"why:{name}:{row.certificate_id}")
        parts.field_error(f"{name}:{row.certificate_id}", "reason")

    def spoil(key: UUID) -> bool:
        actions.spoil(who, row.certificate_id, row.version, reason, key)
        return True

    def replace(key: UUID) -> str:
        return actions.replace(who, row.certificate_id, row.version, reason, key).serial

    def handed() -> None:
        nonlocal day, to
        day = fields.day(f"hand:{row.certificate_id}", "day", "Ngày trao", dates.today())
        to = st.text_input("Người nhận", value=row.name, key=f"to:{row.certificate_id}")
        parts.field_error(f"hand:{row.certificate_id}", "to")

    def hand(key: UUID) -> bool:
        actions.hand_over(who, row.award_id, day, to, key)
        return True

    body = f"Số {row.serial} ở lại trong sổ với lý do và không dùng lại. Khen thưởng này chờ cấp giấy khác."
    if parts.confirm(f"spoil:{row.certificate_id}", "Ghi giấy hỏng", body, "Ghi hỏng", spoil, lambda: why("spoil", "Lý do hỏng")):
        st.rerun()
    body = f"Một giấy mới lấy số tiếp theo, nội dung và ngày tháng giữ nguyên như giấy số {row.serial}. Giấy cũ tra cứu sẽ thấy đã thay."
    if parts.confirm(f"replace:{row.certificate_id}", "Cấp lại giấy", body, "Cấp lại", replace, lambda: why("replace", "Lý do cấp lại")):
        st.rerun()
    if parts.confirm(f"hand:{row.certificate_id}", "Ghi đã trao", f"{row.name}, {row.award_name}.", "Ghi đã trao", hand, handed):
        st.rerun()


st.title("Sổ cấp giấy khen")
parts.soft("Số đi liền nhau, không có số nào mất. Chọn một dòng để in lại, ghi hỏng, cấp lại hoặc ghi đã trao.")
books = {f"{series}:{year}": (series, year, papers) for series, year, papers in actions.books(who)}
if not books:
    if parts.empty("Sổ chưa có giấy nào. Giấy được ghi vào sổ khi cấp.", "Mở danh sách chờ cấp"):
        frame.go("pages/certificates/list.py")
    paper_book.offer_any(who)
    st.stop()
search, book, state_column, bound, export = st.columns([2.4, 1.7, 1.5, 1.3, 1.1], vertical_alignment="bottom")
with search:
    if "register" not in st.session_state and st.query_params.get("tim"):
        st.session_state["register"] = st.query_params["tim"]
    words = parts.search_box("register", placeholder="Tên, đơn vị, số quyết định")
chosen_book = book.selectbox("Sổ", list(books), format_func=lambda one: book_name(*books[one][:2]), key="register:book")
state = state_column.selectbox("Trạng thái", [None, *CertificateState], format_func=lambda one: one.label if one else "Tất cả", key="register:state")
series, year, papers = books[chosen_book]
for sentence in actions.on_paper(who, series=series, year=year):
    parts.soft(sentence)
if allowed(who, Verb.EXPORT):
    with bound:
        if papers > making_actions.SHORT_REGISTER:
            making.file(who, f"book:{chosen_book}", "PDF để in", lambda at: making_actions.book(who, at, series=series, year=year))
        else:
            st.download_button(
                "PDF để in", lambda: actions.register_pdf(who, series=series, year=year), file_name=f"so-cap-giay-khen-{year}.pdf", mime="application/pdf",
                icon=":material/print:", width="stretch", on_click="ignore",
            )  # fmt: skip
    export.download_button(
        "Excel", lambda: actions.register_excel(who, series=series, year=year), file_name=f"so-cap-giay-khen-{year}.xlsx", mime=SHEET,
        icon=":material/download:", width="stretch", on_click="ignore",
    )  # fmt: skip
page_key = f"register:page:{chosen_book}:{state}"
chosen = parts.paged_table(
    actions.register(who, series=series, year=year, search=words, state=state, page=parts.page_of(page_key)),
    [
        parts.Column("Số", lambda row: row.serial),
        parts.Column("Họ và tên, tập thể", "name", lead=True),
        parts.Column("Đơn vị", "unit"),
        parts.Column("Hình thức", "award_name"),
        parts.Column("Quyết định", "decision_number"),
        parts.Column("Đã in", "prints", right=True),
        parts.Column("Ghi chú", lambda row: row.note or ("Đã trao" if row.handed_over_on else ""), spare=True),
    ],
    page_key=page_key,
    empty="Không có giấy nào như vậy. Anh/chị bỏ bớt điều kiện lọc." if papers else "Sổ này chưa có giấy nào cấp từ phần mềm. Giấy được ghi vào sổ khi cấp.",
    unit="giấy",
)
if chosen is not None:
    paper(chosen)
with st.container(horizontal=True):
    if allowed(who, Verb.EXPORT):
        st.download_button(
            "Dữ kiện để kiểm tra ngoài mạng (JSON)", lambda: actions.register_facts(who, series=series, year=year), f"du-kien-giay-khen-{year}.json",
            "application/json", icon=":material/fact_check:", type="tertiary", on_click="ignore",
            help="Có tệp này và khoá công khai thì kiểm tra được từng chữ trên giấy mà không cần mạng: python -m certificates verify.",
        )  # fmt: skip
        st.download_button(
            "Khoá công khai", lambda: actions.public_keys(who), "khoa-cong-khai.public.pem", "application/x-pem-file", icon=":material/key:", type="tertiary",
            on_click="ignore", help="Phát được cho mọi người: chỉ kiểm tra được giấy, không ký được giấy.",
        )  # fmt: skip
    paper_book.offer_any(who)
