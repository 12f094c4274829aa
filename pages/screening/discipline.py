"""Kỷ luật, tạm dừng xét: the secretary's register; what runs stops submitting, voting and signing."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.words import Verb, Word
from recognition.people import actions as people
from recognition.screening.actions import holding
from recognition.screening.holding import CLAUSE, DisciplineKind, HoldReason, MeasureInput, MeasureKind, MeasureLine
from recognition.units import actions as units
from vietnamese import dates

who = frame.require(Verb.MANAGE_DISCIPLINE)
NAME, SIZE = "measure", 25
PERSON, UNIT = "Một người", "Một đơn vị"


def whom() -> dict[str, Any]:
    """A person found by name, or a unit."""
    side = st.segmented_control("Ghi cho", [PERSON, UNIT], default=PERSON, required=True, key="measure:side")
    chosen: dict[str, Any] = {}
    if side == PERSON:
        name = st.text_input("Tìm người theo tên", key="measure:name")
        found = people.find(who, name).rows if len(name.strip()) > 1 else ()
        person = st.selectbox("Là ai", found, index=None, format_func=lambda one: one.line, key="measure:person", placeholder="Chọn đúng người; tên giống nhau thì xem ngày sinh, đơn vị")
        chosen = {"person_id": person.id if person else None}
    else:
        unit = st.selectbox("Đơn vị", [node.unit for node in units.tree(who)], index=None, format_func=lambda one: one.name, key="measure:unit", placeholder="Chọn đơn vị")
        chosen = {"unit_id": unit.id if unit else None}
    parts.field_error(NAME, "whom")
    return chosen


def form() -> None:
    """One measure to write down."""
    kind = st.segmented_control("Loại", list(MeasureKind), format_func=lambda one: one.label, default=MeasureKind.HOLD, required=True, key="measure:kind")
    chosen = whom()
    reasons: type[Word] = DisciplineKind if kind is MeasureKind.DISCIPLINE else HoldReason
    reason = st.selectbox("Hình thức" if kind is MeasureKind.DISCIPLINE else "Lý do", list(reasons), index=None, format_func=lambda one: one.label, key=f"measure:reason:{kind}", placeholder="Chọn")
    parts.field_error(NAME, "reason")
    paper = st.text_input("Số, ngày văn bản", key="measure:paper", placeholder="Ví dụ: 12-QĐ/UBKT ngày 05/11/2026")
    parts.field_error(NAME, "paper")
    clause = st.text_input("Điều khoản", CLAUSE, key="measure:clause")
    parts.field_error(NAME, "clause")
    left, right = st.columns(2)
    with left:
        start = parts.any_day("Từ ngày", "measure:from", dates.today())
    with right:
        end = parts.any_day("Đến hết ngày (nếu đã biết)", "measure:to")
    parts.field_error(NAME, "from_date")
    parts.field_error(NAME, "to_date")
    if st.button("Ghi vào sổ", type="primary"):
        data = MeasureInput(MeasureKind(kind), str(reason or ""), paper, clause, start, end, **chosen)
        if parts.did(NAME, lambda key: holding.record(who, data, key)):
            for name in [str(one) for one in st.session_state if str(one).startswith("measure:")]:
                del st.session_state[name]
            parts.done("Đã ghi vào sổ.")
            st.rerun()


def finish(row: MeasureLine) -> None:
    """Let the chosen measure end."""
    with st.container(border=True):
        st.markdown(f"**{parts.said(row.whom)} · {parts.said(row.kind.label)}**")
        parts.facts([("Lý do, hình thức", row.reason), ("Văn bản", row.paper), ("Điều khoản", row.clause), ("Từ ngày", row.from_date), ("Đến hết ngày", row.to_date), ("Văn bản kết thúc", row.cleared_paper)])
        if row.to_date is not None and row.to_date < dates.today():
            return
        left, right = st.columns(2)
        with left:
            last = parts.any_day("Ngày cuối", f"end:{row.id}", dates.today())
        paper = right.text_input("Số, ngày văn bản kết luận", key=f"endpaper:{row.id}")
        name = f"end:{row.id}"
        parts.field_error(name, "to_date")
        parts.field_error(name, "cleared_paper")
        if st.button("Ghi kết thúc", key=f"do:{row.id}") and parts.did(name, lambda key: holding.end(who, row.id, row.version, last, paper, key)):
            parts.done("Đã ghi kết thúc.")
            st.rerun()


st.title("Kỷ luật, tạm dừng xét")
parts.soft("Ai đang trong sổ này thì hồ sơ không gửi, không đưa ra bỏ phiếu, không ký được cho tới khi có kết luận. Chỉ thư ký và người liên quan thấy.")
list_tab, new_tab = st.tabs(["Sổ theo dõi", "Ghi mới"])
with list_tab:
    search = parts.search_box("measures", placeholder="Tên người, đơn vị, mã hồ sơ")
    only = st.toggle("Chỉ những việc đang có hiệu lực", value=True, key="measures:running")
    page = parts.page_of("measures:page", SIZE)
    chosen_row = parts.paged_table(
        holding.register(who, search, page, running=True if only else None),
        [
            parts.Column("Người, đơn vị", "whom"),
            parts.Column("Loại", "kind"),
            parts.Column("Hình thức, lý do", "reason"),
            parts.Column("Văn bản", "paper"),
            parts.Column("Từ ngày", "from_date"),
            parts.Column("Đến ngày", "to_date"),
        ],
        page_key="measures:page",
        size=SIZE,
        empty="Không có ai trong sổ này. Cần ghi thì anh/chị mở «Ghi mới».",
    )
    if chosen_row is not None:
        finish(chosen_row)
with new_tab:
    form()
