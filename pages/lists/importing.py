"""The buttons of a list: import the good rows with progress, the marked workbook, the mended one back, one value for all, undo."""

from __future__ import annotations

import streamlit as st

from intake import LIMITS
from intake.limits import MB
from pages.shared import frame, parts
from recognition.hall.actor import Actor
from recognition.lists import actions
from recognition.lists.fields import LABELS, NUMBERS
from recognition.lists.terms import Batch, BatchState, Figures, Imported, Returned

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILLED = [name for name in LABELS if name not in ("name", "kind", *NUMBERS)]


def draw(who: Actor, batch: Batch, figures: Figures) -> None:
    """One primary button; what helps beside it."""
    if "list:told" in st.session_state:
        st.success(parts.said(st.session_state.pop("list:told")), icon=":material/check:")
    if batch.state is not BatchState.OPEN:
        return
    main, file, undo, more = st.columns([2.2, 2.2, 1.6, 1.2], vertical_alignment="center")
    if figures.waiting and main.button(f"Nhập {figures.good} dòng đúng", type="primary", icon=":material/playlist_add:", disabled=figures.good == 0 or batch.fonts_open, width="stretch"):
        parts.ask("import")
    if figures.ask + figures.wrong and file.button("Tệp đã đánh dấu chỗ cần sửa", icon=":material/edit_document:", width="stretch"):
        st.session_state["list:marked"] = parts.do("marked", lambda _key: actions.marked(who, batch.id))
    if figures.imported:
        if undo.button("Hoàn tác lần nhập…", icon=":material/undo:", width="stretch"):
            parts.ask("undo")
    elif undo.button("Bỏ danh sách…", icon=":material/delete:", width="stretch"):
        parts.ask("drop")
    with more.popover("Việc khác", width="stretch"):
        _fill(who, batch)
        if st.button("Kiểm tra lại mọi dòng", icon=":material/refresh:") and parts.did("again", lambda key: actions.check_again(who, batch.id, key)):
            st.rerun()
    _marked(who, batch)
    _confirmations(who, batch, figures)


def _marked(who: Actor, batch: Batch) -> None:
    """The marked workbook to fetch, and the place where it comes back."""
    made = st.session_state.get("list:marked")
    if not isinstance(made, tuple):
        return
    with st.container(border=True):
        left, right = st.columns(2, gap="large")
        with left:
            parts.soft("Ô cần sửa được tô màu, có lời nhắc. Gửi lại cho đơn vị, hoặc tự sửa.")
            st.download_button(f"Tải {made[1]}", data=made[0], file_name=made[1], mime=XLSX, icon=":material/download:", on_click="ignore")
        with right:
            back = st.file_uploader("Tệp đã sửa", type=["xlsx", "xls", "csv", "docx"], key=f"back:{batch.round}", max_upload_size=LIMITS.list_bytes // MB)
            parts.field_error("back", "file")
            if back is not None and st.button("Đọc những dòng đã đổi", type="primary"):
                done = parts.do("back", lambda key: actions.take_back(who, batch.id, batch.version, back.name, back.getvalue(), key))
                if done is not None:
                    st.session_state.pop("list:marked", None)
                    st.session_state["list:told"] = _differences(done) if isinstance(done, Returned) else "Đã đọc tệp sửa."
                    st.rerun()


def _differences(back: Returned) -> str:
    closed = f" Đã nhập từ trước nên giữ nguyên: {'; '.join(back.closed)}. Anh/chị sửa trong hồ sơ." if back.closed else ""
    return f"{back.changed} dòng đổi, {back.added} dòng thêm, {back.removed} dòng không còn trong tệp, {back.same} dòng như cũ.{closed}"


def _fill(who: Actor, batch: Batch) -> None:
    field = st.selectbox("Điền cho mọi dòng còn trống", _FILLED, format_func=LABELS.__getitem__, key="fill:field")
    value = st.text_input("Nội dung", key="fill:value")
    parts.field_error("fill", "fill")
    if st.button("Điền", key="fill:do"):
        done = parts.do("fill", lambda key: actions.fill(who, batch.id, batch.version, field, value, key))
        if done is not None:
            st.session_state["list:told"] = f"Đã điền «{LABELS[field]}» cho {done} dòng; mỗi dòng ghi rõ là điền chung."
            st.rerun()


def _confirmations(who: Actor, batch: Batch, figures: Figures) -> None:
    kept = figures.ask + figures.wrong
    body = f"{figures.good} dòng thành {figures.good} bản nháp hồ sơ của đơn vị; chưa gửi đi đâu. {kept} dòng chưa xong ở lại danh sách này."
    agreed = parts.confirm("import", "Nhập các dòng đúng", body, f"Nhập {figures.good} dòng", lambda _key: True)
    if agreed is not None:
        _run(who, batch, figures.good)
    body = f"{figures.imported} hồ sơ lập từ danh sách này sẽ được rút. Người đã thêm vào danh sách nhân sự thì còn. Chỉ làm được khi chưa hồ sơ nào được tiếp nhận."
    if parts.confirm("undo", "Hoàn tác cả lần nhập", body, "Hoàn tác", lambda key: actions.undo(who, batch.id, batch.version, key)) is not None:
        st.session_state["list:told"] = "Đã hoàn tác: các hồ sơ của danh sách này đã được rút."
        st.rerun()
    if (
        parts.confirm(
            "drop",
            "Bỏ danh sách",
            "Danh sách không còn hiện ở đây và không lấy lại được; chưa hồ sơ nào được lập từ nó. Tệp gốc anh/chị vẫn tải lên lại được.",
            "Bỏ danh sách",
            lambda key: actions.drop(who, batch.id, batch.version, key),
        )
        is not None
    ):
        st.session_state["list:told"] = "Đã bỏ danh sách."
        st.rerun()


def _run(who: Actor, batch: Batch, whole: int) -> None:
    """Pieces of fifty rows, each its own transaction: stopping keeps what is done."""
    bar = st.progress(0.0, f"0 trong {whole} dòng")
    done = refused = 0
    while True:
        piece = parts.do("import:piece", lambda _key: actions.import_some(who, batch.id))
        if not isinstance(piece, Imported):
            break
        done, refused = done + piece.cases, refused + piece.refused
        bar.progress(min(1.0, (done + refused) / max(whole, 1)), f"{done + refused} trong {whole} dòng. Bấm dừng ở góc trên nếu cần; phần đã nhập vẫn còn.")
        if piece.left == 0 or piece.cases + piece.refused == 0:
            st.session_state["list:told"] = f"Đã lập {done} bản nháp hồ sơ." + (f" {refused} dòng ở lại vì vừa có thay đổi." if refused else "")
            st.rerun()


def send(who: Actor, batch: Batch, drafts: list[dict[str, object]]) -> None:
    """Send the cases that are still drafts; those that cannot go yet say why."""
    for name, why in st.session_state.pop("list:unsent", []):
        st.warning(parts.said(f"{name}: {why}"), icon=":material/error:")
    if not drafts:
        return
    parts.soft("Trước khi gửi: in tờ trình, biên bản chung, ký, rồi đính kèm bản đã ký một lần cho mọi hồ sơ.")
    with st.container(horizontal=True):
        papers = st.button("Giấy tờ chung, đính kèm bản đã ký", icon=":material/draw:")
        sending = st.button(f"Gửi {len(drafts)} hồ sơ", type="primary", icon=":material/send:")
    if papers:
        frame.go("pages/nominations/unit_papers.py")
    if sending:
        with st.spinner("Đang gửi từng hồ sơ"):
            refused = actions.send_all(who, batch.id)
        st.session_state["list:unsent"] = refused[:50]
        st.session_state["list:told"] = f"Đã gửi {len(drafts) - len(refused)} hồ sơ." + (f" {len(refused)} hồ sơ chưa gửi được." if refused else "")
        st.rerun()
