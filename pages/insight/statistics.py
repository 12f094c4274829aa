"""Biểu thống kê: the ministry's forms filled in from the books; each number opens to the awards behind it, as Word and Excel."""

from collections.abc import Sequence

import streamlit as st

from pages.insight import form_table, kept
from pages.shared import frame, parts
from recognition.hall.errors import Invalid
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.insight.actions import statistics as figures
from recognition.insight.terms.statistics import MENDED, Asked, Behind, Filled, Form, Lack
from vietnamese import numbers

who = frame.require(Verb.SEE_FIGURES)
#: How a file is called.
FILES = {Form.MINISTRY: "bieu-0603", Form.STATE: "bieu-0602", Form.MOVEMENTS: "bieu-0601", Form.BASE: "bang-phu-co-so"}
AWARDS = (
    parts.Column("Tên", "name", lead=True), parts.Column("Chức vụ, đơn vị", "detail", spare=True), parts.Column("Danh hiệu, hình thức", "what"),
    parts.Column("Số quyết định", "paper"), parts.Column("Ngày", lambda one: parts.day(one.day)),
)  # fmt: skip
MOVEMENTS = (
    parts.Column("Phong trào", "name", lead=True), parts.Column("Thời gian", "detail"), parts.Column("Cấp", "what"), parts.Column("Phát động", lambda one: parts.day(one.day)),
)


def choose() -> Asked:
    """Form, year, who reports, and whether awards of Party committees count."""
    reporters = figures.reporters(who)
    if not reporters:
        parts.empty("Anh/chị chưa được giao theo dõi cơ quan, đơn vị nào. Người quản trị giao ở trang «Tài khoản».")
        st.stop()
    forms: tuple[Form, ...] = tuple(Form)
    if "statistics_form" not in st.session_state:
        st.session_state["statistics_form"] = figures.opening(who, reporters[0])
    form, year, reporter = st.columns([4, 1.4, 3.6], vertical_alignment="bottom")
    form_chosen = form.selectbox("Biểu", forms, format_func=lambda one: one.label, key="statistics_form")
    year_chosen = year.selectbox("Năm báo cáo", figures.years(), key="statistics_year")
    by = reporter.selectbox("Đơn vị báo cáo", reporters, format_func=lambda one: one.name, key="statistics_reporter")
    party = form_chosen is Form.MOVEMENTS or st.toggle("Tính cả khen thưởng của cấp uỷ Đảng", value=True, key="statistics_party")
    return Asked(form_chosen, year_chosen, by.issuer_id, by.unit_id, bool(party))


def told_one_by_one(rows: Sequence[Behind], key: str, unit: str) -> None:
    """What stands behind a number; a click opens the decision or the movement."""
    movement = unit == "phong trào"
    verb, file = (Verb.SEE_CAMPAIGNS, "pages/campaigns/campaign.py") if movement else (Verb.SEE_DECISIONS, "pages/decisions/decision.py")
    row = parts.paged_table(rows, MOVEMENTS if movement else AWARDS, page_key=key, size=20, unit=unit, empty="Ô này không có gì.", open_row=allowed(who, verb))
    if row is not None:
        frame.go(file, id=row.opens)
    if len(rows) == figures.MOST:
        parts.soft(f"Chỉ hiện {numbers.integer(figures.MOST)} {unit} đầu. Anh/chị chọn một đơn vị báo cáo nhỏ hơn để xem hết.")


def open_cell(made: Filled, unit: str) -> None:
    """A row and a column are chosen, the awards behind that cell are told."""
    st.subheader("Mở một ô")
    rows = [row for row in made.rows if not row.band and made.number_at(row.code, made.columns[0].code)]
    row_at, column_at = st.columns(2)
    row = row_at.selectbox("Dòng", rows, format_func=lambda one: f"{one.code}. {form_table.called(one)}", key=f"statistics_row_{made.asked.form}")
    columns = [one for one in made.columns if made.number_at(row.code, one.code)]
    column = column_at.selectbox("Cột", columns, format_func=lambda one: f"{one.code}. {one.name} · {made.number_at(row.code, one.code)}", key=f"statistics_column_{made.asked.form}_{row.code}")
    found = kept.answer("statistics_behind", who, (made.asked, row.code, column.code), lambda: figures.behind(who, made, row.code, column.code))
    told_one_by_one(found, f"statistics_behind:{made.asked.form}:{row.code}:{column.code}", unit)


def open_lack(made: Filled, lack: Lack, count: int, unit: str) -> None:
    """What could not be placed, and how it is mended."""
    with st.expander(f"{lack.label} · {numbers.integer(count)}", icon=":material/help_center:"):
        parts.soft(MENDED[lack])
        found = kept.answer(f"statistics_lack:{lack}", who, made.asked, lambda: figures.behind_lack(who, made, lack))
        told_one_by_one(found, f"statistics_lack:{made.asked.form}:{lack}", unit)


def files(made: Filled) -> None:
    """The form as Word and as Excel, to whom it goes."""
    receiver = st.text_input("Đơn vị nhận báo cáo (in trên biểu)", made.superior, key=f"statistics_receiver_{made.asked.issuer_id}")
    wrong = figures.check_receiver(receiver)
    if wrong:
        st.markdown(f":red[:material/error: {parts.said(wrong['receiver'])}]")
        return
    name = f"{FILES[made.asked.form]}-{made.asked.year}"
    with st.container(horizontal=True):
        st.download_button("Tải biểu (Word)", lambda: figures.word(who, made, receiver), file_name=f"{name}.docx", icon=":material/description:", on_click="ignore", key="statistics_word", type="primary")
        st.download_button("Tải biểu (Excel)", lambda: figures.excel(who, made, receiver), file_name=f"{name}.xlsx", icon=":material/download:", on_click="ignore", key="statistics_excel")


st.title("Biểu thống kê")
asked = choose()
try:
    shown = kept.answer("statistics", who, asked, lambda: figures.filled(who, asked))
except Invalid as wrong:
    st.warning(parts.said(wrong.sentence), icon=":material/event_busy:")
    st.stop()
unit = "phong trào" if asked.form is Form.MOVEMENTS else "khen thưởng"
st.subheader(asked.form.label)
parts.soft(f"{figures.period(shown)}. Đơn vị báo cáo: {shown.reporter}." + (" Nộp ngày 15 tháng 12 năm báo cáo." if shown.number else " Bảng của cơ quan, không phải biểu của Thông tư."))
for warning in shown.warnings:
    st.warning(parts.said(f"{warning.rstrip('.')}."), icon=":material/rule:")
form_table.draw(shown, shown.title)
if not shown.cells:
    parts.soft(f"Sổ chưa có {unit} nào của biểu này trong kỳ.")
for remark in shown.remarks:
    parts.soft(remark)
files(shown)
if shown.cells:
    open_cell(shown, unit)
if shown.lacking:
    st.subheader(f"Chưa xếp được · {numbers.integer(sum(shown.lacking.values()))}")
    for lack, count in shown.lacking.items():
        open_lack(shown, lack, count, unit)
