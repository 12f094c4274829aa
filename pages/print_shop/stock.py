"""Sổ phôi: sheets received, used, spoiled, returned; whether the ledger agrees with the register; the blank's picture."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.hall.permissions import allowed
from recognition.hall.words import Role, Verb
from recognition.issuing.actions import stock
from recognition.issuing.shop_terms import Standing, StockKind
from vietnamese import dates, numbers

who = frame.require(Verb.SEE_CERTIFICATES)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def blank_form(old: Standing | None = None, *, known_blanks: bool = False) -> None:
    """A new kind of blank, or a changed one."""
    issuers = sorted(who.issuers(Role.CLERK), key=str)
    name = "blank" if old is None else f"blank:{old.blank.id}"
    known = old.blank if old else None
    with st.form(name, border=False):
        issuer = issuers[0]
        if old is None and len(issuers) > 1:
            issuer = st.selectbox("Cơ quan", issuers, format_func=lambda one: catalogue.issuer(who, one).name)
        title = fields.line(name, "name", "Tên phôi", known.name if known else "", placeholder="Phôi giấy khen A4 có hoa văn")
        columns = st.columns(2)
        with columns[0]:
            width = parts.decimal("Ngang (mm)", known.width if known else 297.0, form=name, field="width")
            parts.field_error(name, "width")
        with columns[1]:
            height = parts.decimal("Dọc (mm)", known.height if known else 210.0, form=name, field="height")
            parts.field_error(name, "height")
        low = parts.whole("Báo sắp hết khi còn dưới (tờ)", known.low if known else 50, form=name, field="low")
        parts.field_error(name, "low")
        picture = st.file_uploader("Ảnh chụp hoặc quét tờ phôi (chỉ để xem, không in)", ["png", "jpg", "jpeg", "tif", "tiff", "webp"], key=f"{name}:picture", max_upload_size=stock.PICTURE_MB)
        parts.field_error(name, "picture")
        if st.form_submit_button("Thêm phôi" if old is None else "Lưu phôi", type="secondary" if known_blanks else "primary"):
            data = picture.getvalue() if picture else None
            saved = parts.do(name, lambda key: stock.save(
                who, issuer, title, width, height, low, data, blank_id=known.id if known else None, version=known.version if known else 0, key=key
            ))  # fmt: skip
            if saved is not None:
                st.rerun()


def enter(one: Standing) -> None:
    """A line of the ledger."""
    name = f"entry:{one.blank.id}"
    missing = one.printed - one.used - one.spoiled
    with st.form(name, border=True, clear_on_submit=False):
        what, count, when = st.columns(3)
        with what:
            kind = fields.choice(name, "kind", "Việc", list(StockKind))
        with count:
            sheets = parts.whole("Số tờ", max(missing, 1) if missing > 0 else None, form=name, field="sheets", key=f"{name}:sheets")
            parts.field_error(name, "sheets")
        with when:
            day = fields.day(name, "day", "Ngày", dates.today())
        detail = fields.line(name, "detail", "Diễn giải: nhận của ai, theo phiếu nào, vì sao hỏng")
        if st.form_submit_button("Ghi sổ", type="primary"):
            made = parts.do(name, lambda key: stock.enter(who, one.blank.id, kind.value, sheets, day, detail, None, key))
            if made is not None:
                for field in ("sheets", "detail"):
                    st.session_state.pop(f"{name}:{field}", None)
                parts.done("Đã ghi sổ phôi.")
                st.rerun()


def ledger(one: Standing) -> None:
    """Figures, what does not agree, and the lines."""
    figures = st.columns(5)
    for column, label, value in zip(figures, ("Còn", "Nhập", "Đã dùng", "Hỏng", "Trả lại"), (one.left, one.received, one.used, one.spoiled, one.returned), strict=True):
        column.metric(label, f"{numbers.integer(value)} tờ")
    if one.is_low:
        st.warning(f"Phôi sắp hết: còn {one.left} tờ, mức báo là {one.blank.low} tờ.", icon=":material/inventory_2:")
    wrong = stock.disagreements(one)
    for sentence in wrong:
        st.warning(parts.said(sentence), icon=":material/rule:")
    if not wrong and one.printed:
        st.success(f"Sổ phôi khớp với sổ cấp: {one.printed} tờ đã in.", icon=":material/check_circle:")
    if allowed(who, Verb.KEEP_STOCK, one.blank):
        enter(one)
    rows = list(reversed(stock.ledger(who, one.blank.id)))
    place = parts.page_of("stock:page")
    parts.paged_table(
        rows[place.offset : place.offset + place.limit],
        [
            parts.Column("Ngày", lambda row: dates.short(row.day)),
            parts.Column("Việc", lambda row: row.kind.label),
            parts.Column("Số tờ", "sheets", right=True),
            parts.Column("Còn", "left", right=True),
            parts.Column("Diễn giải", "detail"),
        ],
        len(rows), "stock:page", empty="Sổ chưa có dòng nào. Anh/chị ghi số phôi nhận về đầu tiên.", unit="dòng", open_row=False, room=710,
    )  # fmt: skip
    st.download_button("Excel", lambda: stock.ledger_excel(who, one.blank.id), "so-phoi.xlsx", SHEET, icon=":material/download:", on_click="ignore")


st.title("Sổ phôi")
parts.soft("Phôi là tờ in sẵn hoa văn; phần mềm chỉ in chữ lên. Sổ này khớp từng tờ với sổ cấp giấy khen.")
known: dict[UUID, Standing] = {one.blank.id: one for one in stock.standings(who)}
left, right = st.columns([5, 2.2], gap="large")
with left:
    if not known:
        parts.empty("Chưa có loại phôi nào. Anh/chị thêm phôi ở mục «Thêm phôi», hoặc in trên giấy trắng thì không cần sổ này.")
    else:
        chosen = st.selectbox("Phôi", list(known), format_func=lambda one: known[one].blank.name, key="stock:blank")
        ledger(known[chosen])
with right:
    if allowed(who, Verb.KEEP_STOCK) and who.issuers(Role.CLERK):
        st.subheader("Thêm phôi")
        blank_form(known_blanks=bool(known))
        if known:
            with st.expander("Sửa phôi đang xem"):
                blank_form(known[chosen], known_blanks=True)
