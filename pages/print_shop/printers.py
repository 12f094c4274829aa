"""Hiệu chỉnh máy in: print the sheet, measure eight distances, read the expected error, print a proof."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.issuing.actions import printers
from recognition.issuing.shop_terms import Orientation, Printer

who = frame.require(Verb.CALIBRATE)
OTHER = "Khổ khác"
LIES = tuple(Orientation)
_NEW = UUID(int=0)


def add() -> None:
    """Name a printer, a tray, a paper and how it lies."""
    with st.form("printer", border=False):
        name = fields.line("printer", "printer", "Tên máy in", placeholder="Canon văn phòng")
        tray = fields.line("printer", "tray", "Khay giấy", placeholder="Khay tay")
        paper = st.selectbox("Khổ giấy", [*printers.PAPERS, OTHER])
        sizes = st.columns(2)
        with sizes[0]:
            longer = parts.decimal("Cạnh dài nếu khổ khác (mm)", 360, form="printer", field="paper")
        with sizes[1]:
            shorter = parts.decimal("Cạnh ngắn nếu khổ khác (mm)", 270, form="printer", field="paper_shorter")
            parts.field_error("printer", "paper_shorter")
        parts.field_error("printer", "paper")
        lies = st.radio("Chiều giấy", LIES, format_func=lambda one: one.label, horizontal=True)
        if st.form_submit_button("Thêm máy in", type="secondary" if known else "primary"):
            made = parts.do("printer", lambda key: printers.add(who, name, tray, paper, lies.value, None if paper in printers.PAPERS else (longer or 0, shorter or 0), key))
            if made is not None:
                st.session_state["printer:added"] = getattr(made, "id", None)
                st.rerun()


def measure(printer: Printer) -> None:
    """The three steps for one printer."""
    st.subheader("1. In tờ đo")
    parts.soft("In ở tỷ lệ 100 % (kích thước thật), đúng khay và đúng loại giấy sẽ in giấy khen.")
    st.download_button("Tải tờ đo (PDF)", lambda: printers.sheet(who, printer.id), "to-do-may-in.pdf", "application/pdf", icon=":material/straighten:", on_click="ignore")
    st.subheader("2. Nhập tám số đo")
    parts.soft("Đo từ mép trái và mép trên của tờ giấy đến tâm từng dấu cộng, thước chia nửa milimét.")
    readings: list[float | None] = []
    with st.form("readings", border=True):
        for number, (corner, x, y) in enumerate(printers.nominal(printer)):
            name, left, top = st.columns([1.5, 2, 2], vertical_alignment="bottom")
            name.markdown(f"**Dấu {number + 1}** · {parts.said(corner)}")
            for place, (column, right_value, label) in enumerate(((left, x, "mép trái"), (top, y, "mép trên"))):
                index = 2 * number + place
                old = printer.readings[index] if printer.readings else None
                said = f"{right_value:g}".replace(".", ",")
                with column:
                    readings.append(parts.decimal(f"Từ {label} (đúng ra {said} mm)", old, form="readings", field=f"reading:{index}", key=f"reading:{printer.id}:{index}"))
                    parts.field_error("readings", f"reading:{index}")
        if st.form_submit_button("Tính hiệu chỉnh", type="primary"):
            done = parts.do("readings", lambda key: printers.correct(who, printer.id, printer.version, readings, key))
            if done is not None:
                parts.done("Đã lưu hiệu chỉnh.")
                st.rerun()
    st.subheader("3. In thử")
    if printer.calibration is None:
        parts.soft("Sau khi tính hiệu chỉnh, in tờ thử: các dấu cộng phải nằm đúng chỗ ghi bên cạnh.")
        return
    found = printer.calibration
    x, y = found.apply(printer.width / 2, printer.height / 2)
    parts.facts((
        ("Máy in lệch ngang", _mm(printer.width / 2 - x)), ("Máy in lệch dọc", _mm(printer.height / 2 - y)),
        ("Co giãn ngang", f"{(1 / found.a - 1) * 100:+.2f} %".replace(".", ",")), ("Co giãn dọc", f"{(1 / found.d - 1) * 100:+.2f} %".replace(".", ",")),
        ("Sai số còn lại dự kiến", _mm(found.error)), ("Tính ngày", parts.day(printer.fitted_at)),
    ))  # fmt: skip
    st.download_button("Tải tờ in thử (PDF)", lambda: printers.sheet(who, printer.id, proof=True), "to-in-thu.pdf", "application/pdf", icon=":material/print:", on_click="ignore")


def _mm(value: float) -> str:
    return f"{value:.2f} mm".replace(".", ",")


def remove(printer: Printer) -> None:
    """Take a printer off the list."""
    if st.button("Bỏ máy in này…", icon=":material/delete:"):
        parts.ask("remove")

    def call(key: UUID) -> bool:
        printers.remove(who, printer.id, printer.version, key)
        return True

    if parts.confirm("remove", "Bỏ máy in", f"{printer.title} không còn trong danh sách chọn.", "Bỏ máy in", call):
        st.session_state.pop("printer:chosen", None)
        st.rerun()


st.title("Hiệu chỉnh máy in")
parts.soft("Mỗi máy in, khay, khổ và chiều giấy lệch một kiểu. Đo một lần, in phôi đúng chỗ đến phần mười milimét.")
known = {printer.id: printer for printer in printers.every(who)}
if st.session_state.get("printer:added") in known:
    st.session_state["printer:chosen"] = st.session_state.pop("printer:added")
left, right = st.columns([5, 2.2], gap="large")
with right:
    st.subheader("Thêm máy in")
    add()
with left:
    if not known:
        parts.empty("Chưa có máy in nào. Anh/chị thêm máy in ở mục «Thêm máy in» để bắt đầu đo.")
    else:
        chosen = st.selectbox("Máy in, khay, giấy", list(known), format_func=lambda one: known[one].title + ("" if known[one].calibration else " (chưa hiệu chỉnh)"), key="printer:chosen")
        measure(known[chosen])
        remove(known[chosen])
