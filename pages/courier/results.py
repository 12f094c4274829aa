"""Results that came: before and after, what keeping each one does; the chosen ones are kept."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.courier import told
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.courier import actions
from recognition.courier.terms import AnswerRow, ParcelRow
from recognition.hall.actor import Actor


def draw(who: Actor, parcel: ParcelRow) -> None:
    """The rows, the new ones first, and the button that keeps them."""
    told.show()
    rows = frame.found(lambda: actions.answer_rows(who, parcel.id))
    fresh = [row for row in rows if row.open]
    more = [("Trước", told.before), ("Kết quả", lambda row: row.after), ("Khi ghi", lambda row: row.stop or (row.act if row.fresh else "Đã ghi"))]
    told.rows(rows, more, f"results_{parcel.id}_{parcel.waiting}")
    if not fresh:
        st.info("Không có kết quả nào mới so với những gì đã ghi.", icon=":material/check:")
        return
    award = _award(who, fresh)
    if st.button(f"Ghi {len(fresh)} kết quả", type="primary", icon=":material/done_all:"):
        told.keep(actions.keep(who, parcel.id, [row.ref for row in fresh], award), "Đã ghi")
        st.rerun()
    parts.soft("Khen thưởng được ghi thành quyết định bên ngoài, mỗi quyết định một lần, và tính vào lịch sử khen thưởng. Hồ sơ trả lại về đơn vị kèm lý do.")


def _award(who: Actor, rows: list[AnswerRow]) -> UUID | None:
    unknown = actions.unknown_given(who, rows)
    if not unknown:
        return None
    names = {one.id: one.name for one in catalogue.award_types(who)}
    return st.selectbox(
        f"Danh mục ở đây không có: {', '.join(unknown)}. Ghi thành", list(names), index=None, format_func=names.__getitem__, placeholder="Chọn hình thức", key="keep:award"
    )
