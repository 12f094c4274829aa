"""One list: figures, questions and rows to mend, the meaning of columns, importing, the cases it made."""

from __future__ import annotations

import streamlit as st

from pages.lists import columns, fonts, importing, mend
from pages.shared import frame, parts
from recognition.hall.paging import Found
from recognition.hall.words import State, Verb
from recognition.lists import actions
from recognition.lists.terms import BatchState, Kind, Row, RowState, Standing

who = frame.require(Verb.IMPORT_LIST)
batch, figures = frame.found(lambda: actions.get(who, frame.case_id()))
SIZE = 50
VIEWS = {
    "Cần trả lời": (Standing.ASK, RowState.WAITING, figures.ask),
    "Cần sửa": (Standing.WRONG, RowState.WAITING, figures.wrong),
    "Nhập được": (Standing.GOOD, RowState.WAITING, figures.good),
    "Đã nhập": (None, RowState.IMPORTED, figures.imported),
    "Để lại": (None, RowState.LEFT_OUT, figures.left_out),
    "Đã hoàn tác": (None, RowState.UNDONE, figures.undone),
}


def why(row: Row) -> str:
    """What is to be said of a row, the gravest first."""
    order = (Kind.WRONG, Kind.ASK, Kind.NOTE)
    return " ".join(finding.sentence for kind in order for finding in row.findings if finding.kind is kind)


def head() -> None:
    """Breadcrumb, the file, the figures that account for every row."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link("pages/lists/list.py", "Nhập danh sách", ":material/arrow_back:")
    st.title(parts.said(batch.file_name))
    told = (
        ("nhập được", figures.good),
        ("cần trả lời", figures.ask),
        ("cần sửa", figures.wrong),
        ("đã nhập", figures.imported),
        ("để lại", figures.left_out),
        ("đã hoàn tác", figures.undone),
        ("không phải dữ liệu", figures.not_data),
    )
    parts.soft(f"{figures.whole} dòng có nội dung: " + ", ".join(f"{number} {word}" for word, number in told if number) + ".")
    for note in batch.notes:
        st.info(parts.said(note), icon=":material/info:")
    if batch.state is not BatchState.OPEN:
        st.info(f"{batch.state.label}. Các dòng chỉ còn để xem.", icon=":material/history:")


def table() -> None:
    """The rows of one kind; the chosen one is mended beside them."""
    shown = [name for name, view in VIEWS.items() if view[2]]
    if not shown:
        parts.empty("Tệp không có dòng danh sách nào.")
        return
    if st.session_state.get("batch:view") not in shown:
        st.session_state["batch:view"] = shown[0]
    view = st.pills("Dòng", shown, format_func=lambda name: f"{name} · {VIEWS[name][2]}", key="batch:view", required=True, label_visibility="collapsed") or shown[0]
    standing, state, _ = VIEWS[view]
    page = parts.page_of(f"batch:page:{view}", SIZE)
    found = actions.rows(who, batch.id, page, standing=standing, state=state)
    row = parts.paged_table(
        Found(found.rows, found.total),
        [
            parts.Column("Dòng", "number", right=True),
            parts.Column("Tên", "what", lead=True),
            parts.Column("Đơn vị", lambda row: row.fields.get("unit", "")),
            parts.Column("Hình thức", lambda row: row.fields.get("award_form", "")),
            parts.Column("Vì sao", why),
        ],
        page_key=f"batch:page:{view}",
        size=SIZE,
        empty="Không có dòng nào như vậy.",
    )
    if row is None and view in ("Cần trả lời", "Cần sửa") and found.rows and batch.state is BatchState.OPEN:
        row = found.rows[0]
    if row is not None:
        mend.draw(who, batch, row)


def cases() -> None:
    """The cases that the list made; the ones still in draft go together."""
    made = actions.cases(who, batch.id)
    chosen = parts.paged_table(
        made,
        [
            parts.Column("Mã", "code"),
            parts.Column("Người, tập thể", "recipient_name", lead=True),
            parts.Column("Việc", "title"),
            parts.Column("Bước", lambda one: State(one["state"]).label),
        ],
        page_key="batch:cases",
        size=25_000,
        unit="hồ sơ",
        empty="Chưa nhập dòng nào.",
    )
    if chosen is not None:
        frame.go("pages/nominations/case.py", id=chosen["id"])
    importing.send(who, batch, [one for one in made if one["state"] in (State.DRAFT, State.RETURNED)])


head()
fonts.draw(who, batch, figures)
importing.draw(who, batch, figures)
rows_tab, columns_tab, cases_tab, rest_tab = st.tabs(
    ["Từng dòng", f"Cách đọc cột ({len(batch.columns)})", f"Hồ sơ đã lập ({figures.imported})", f"Dòng không phải dữ liệu ({figures.not_data})"]
)
with rows_tab:
    table()
with columns_tab:
    columns.draw(who, batch, figures)
with cases_tab:
    cases()
with rest_tab:
    parts.soft("Những dòng này có nội dung nhưng không phải người, tập thể hay hộ được đề nghị. Nếu thấy thiếu ai, anh/chị sửa tệp rồi tải lại.")
    parts.paged_table(
        list(batch.not_data)[:1000],
        [parts.Column("Trang", "sheet"), parts.Column("Dòng", "row", right=True), parts.Column("Vì sao", "why")],
        page_key="batch:rest",
        size=1000,
        open_row=False,
        empty="Không có dòng nào.",
    )
