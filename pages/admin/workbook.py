"""Nhập từ Excel: units, people and accounts from one workbook, seen row by row before anything is stored."""

import hashlib
from uuid import UUID

import streamlit as st

from pages.accounts import printing
from pages.shared import frame, parts
from recognition.accounts import importing
from recognition.accounts.importing import Kept, Plan, Row, Standing
from recognition.hall.paging import Found
from recognition.hall.words import Verb

who = frame.require(Verb.IMPORT_WORKBOOK)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAME, SIZE = "workbook", 50
SHEETS = ("Đơn vị", "Người", "Tài khoản")


def planned(data: bytes) -> Plan | None:
    """What the file would do; read once per file, again after something was stored."""
    print_of_file = hashlib.sha256(data).hexdigest()
    if st.session_state.get("workbook:file") != print_of_file:
        st.session_state.pop("workbook:plan", None)
        with st.spinner("Đang đọc và kiểm tra từng dòng"):
            plan = parts.do("workbook:read", lambda _key: importing.check(who, data))
        if not isinstance(plan, Plan):
            return None
        st.session_state["workbook:plan"], st.session_state["workbook:file"] = plan, print_of_file
    found: Plan = st.session_state["workbook:plan"]
    return found


def figures(plan: Plan) -> None:
    """How many rows of each sheet stand how."""
    for column, sheet in zip(st.columns(3), SHEETS, strict=True):
        with column, st.container(border=True):
            st.markdown(f"**{sheet}**")
            said = [f"{plan.count(sheet, standing)} {standing.label.lower()}" for standing in Standing if plan.count(sheet, standing)]
            parts.soft(", ".join(said) or "không có dòng nào")


def questions(plan: Plan) -> frozenset[int]:
    """Rows that may be somebody who is here already: asked one by one, never assumed."""
    asked = [row for row in plan.rows if row.standing is Standing.ASK]
    if not asked:
        return frozenset()
    st.subheader(f"Cần anh/chị xem · {len(asked)}")
    agreed = set()
    with st.container(border=True):
        for row in asked[:100]:
            parts.plain(f"Dòng {row.row}: {row.what}, {row.detail}")
            parts.soft(row.sentences[0] if row.sentences else "")
            if st.checkbox("Là người khác, thêm mới", key=f"workbook:other:{row.row}"):
                agreed.add(row.row)
        if len(asked) > 100:
            parts.soft(f"Còn {len(asked) - 100} dòng nữa; các dòng này giữ lại cho lần sau.")
    return frozenset(agreed)


def table(plan: Plan) -> None:
    """Every row that was read, those to mend first."""
    order = (Standing.WRONG, Standing.ASK, Standing.NEW, Standing.KNOWN)
    standing = st.pills("Dòng", order, format_func=lambda one: f"{one.label} · {sum(row.standing is one for row in plan.rows)}", key="workbook:standing", label_visibility="collapsed")
    rows: list[Row] = sorted((row for row in plan.rows if standing is None or row.standing is standing), key=lambda row: (order.index(row.standing), SHEETS.index(row.sheet) if row.sheet in SHEETS else 9, row.row))
    page = parts.page_of("workbook:page", SIZE)
    parts.paged_table(
        Found(tuple(rows[page.offset : page.offset + page.limit]), len(rows)),
        [
            parts.Column("Trang", "sheet"),
            parts.Column("Dòng", "row", right=True),
            parts.Column("Kết quả", "standing"),
            parts.Column("Tên", "what"),
            parts.Column("Nội dung", "detail"),
            parts.Column("Vì sao", lambda row: " ".join(row.sentences)),
        ],
        page_key="workbook:page",
        size=SIZE,
        open_row=False,
        empty="Không có dòng nào như vậy.",
    )
    wrong = [row for row in rows if row.standing is Standing.WRONG]
    if wrong:
        with st.expander(f"Đọc đầy đủ {len(wrong)} dòng cần sửa", icon=":material/error:", expanded=len(wrong) <= 20):
            for row in wrong[:200]:
                parts.plain(f"{row.sheet}, dòng {row.row}: {row.what}")
                parts.soft(" ".join(row.sentences))


def store(data: bytes, plan: Plan, agreed: frozenset[int]) -> None:
    """The one button that stores, and the file with what is to be mended."""
    good = plan.good(agreed)
    left, right = st.columns([2, 3], vertical_alignment="center")
    if left.button(f"Lưu {good} dòng đúng", type="primary", disabled=good == 0, width="stretch"):
        parts.ask(NAME)
    if any(row.standing in (Standing.WRONG, Standing.ASK) for row in plan.rows):
        right.download_button("Tải tệp đã đánh dấu chỗ cần sửa", data=lambda: importing.marked(who, data, plan), file_name="Cần sửa.xlsx", mime=XLSX, icon=":material/edit_document:", on_click="ignore")
    kept_back = sum(row.standing is Standing.WRONG for row in plan.rows) + len(plan.asking - agreed)
    body = f"Thêm {len(plan.units)} đơn vị, {len(plan.people) - len(plan.asking - agreed)} người, nhiều nhất {len(plan.accounts)} tài khoản. {kept_back} dòng giữ lại, không lưu."

    def call(key: UUID) -> Kept:
        with st.spinner(f"Đang lưu {good} dòng"):
            return importing.keep(who, plan, agreed, key=key)

    kept = parts.confirm(NAME, "Lưu các dòng đúng", body, f"Lưu {good} dòng", call)
    if kept is not None:
        st.session_state.pop("workbook:file", None)
        if isinstance(kept, Kept):
            printing.keep(kept.slips)
            st.session_state["workbook:kept"] = f"Đã lưu {kept.units} đơn vị, {kept.people} người, {kept.accounts} tài khoản."
        st.rerun()


st.title("Nhập từ Excel")
parts.soft("Đơn vị, nhân sự và tài khoản trong một tệp. Chưa có gì được lưu trước khi anh/chị xem và đồng ý.")
kept_sentence = st.session_state.get("workbook:kept")
if kept_sentence:
    st.success(parts.said(kept_sentence), icon=":material/check:")
printing.shown(who)
template, filled = st.columns([2, 5], gap="large")
with template:
    st.subheader("1. Tệp mẫu")
    parts.soft("Ba trang: Đơn vị, Người, Tài khoản, có lời nhắc và danh sách chọn sẵn.")
    st.download_button("Tải tệp mẫu", data=lambda: importing.template(who), file_name="Mẫu nhập.xlsx", mime=XLSX, icon=":material/download:", on_click="ignore", width="stretch")
with filled:
    st.subheader("2. Tệp đã điền")
    upload = st.file_uploader("Tệp Excel (.xlsx, nhiều nhất 10 MB)", type=["xlsx"], key="workbook:upload", max_upload_size=10)
    parts.field_error("workbook:read", "file")
if upload is not None:
    data = upload.getvalue()
    plan = planned(data)
    if plan is not None:
        st.subheader("3. Xem trước")
        figures(plan)
        agreed = questions(plan)
        table(plan)
        store(data, plan, agreed)
