"""Lịch sử khen thưởng của một người hoặc một đơn vị."""

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.insight import actions
from vietnamese import dates

who = frame.require(Verb.SEE_HISTORY)
thing = frame.case_id("id")
kind = "unit" if st.query_params.get("kind") == "unit" else "person"

shown = actions.history_of(who, kind, thing)
frame.link("pages/insight/search.py", "Tra cứu", ":material/arrow_back:")
st.title(parts.said(shown.name))
parts.soft(parts.sentence(shown.detail))
if not shown.lines:
    parts.empty("Chưa có khen thưởng nào trong sổ mà anh/chị được xem.")
    st.stop()
rows = [
    {
        "Ngày": dates.short(line.decided_on), "Quyết định": line.number_text or "", "Hình thức": line.award, "Tên khi khen": line.name,
        "Đơn vị khi khen": line.unit, "Thành tích": line.wording, "Hiệu lực": {"in_force": "Còn hiệu lực", "corrected": "Đã sửa", "revoked": "Đã thu hồi"}[line.state],
    }
    for line in shown.lines
]  # fmt: skip
columns = [parts.Column(title, title, lead=title == "Quyết định") for title in rows[0]]
parts.paged_table(rows, columns, page_key="history", unit="lần khen thưởng", open_row=False, alt=f"Lịch sử khen thưởng của {shown.name}")
parts.soft("Tên, chức vụ và đơn vị giữ như ngày ký quyết định.")
st.download_button(
    "Xuất Excel", lambda: actions.sheet(who, f"Lịch sử khen thưởng: {shown.name}", list(rows[0]), [list(row.values()) for row in rows]),
    file_name="lich-su-khen-thuong.xlsx", icon=":material/download:", on_click="ignore",
)  # fmt: skip
