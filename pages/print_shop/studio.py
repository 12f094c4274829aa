"""Xưởng mẫu: change a design while looking at the hardest papers of a decision; keep it as the office's own."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.print_shop import bench as benches
from pages.print_shop.bench import Bench
from pages.shared import frame, parts
from recognition.decisions import actions as decisions
from recognition.decisions.terms import DecisionState
from recognition.hall.errors import HallError
from recognition.hall.paging import Page
from recognition.hall.words import Verb
from recognition.issuing.actions import studio

who = frame.require(Verb.DESIGN_LAYOUT)
_NONE = UUID(int=0)


def in_hand() -> Bench:
    """The bench of this sign-in, begun from the design in the address."""
    wanted = st.query_params.get("mau", "dang-uy")
    found = st.session_state.get("studio")
    if found is None or found.name != wanted:
        found = Bench(wanted, frame.found(lambda: studio.open_layout(who, wanted)))
        st.session_state["studio"] = found
    return found


def keep() -> None:
    """Save as the office's own layout."""
    own = {each.name: each for each in studio.own(who)}
    known = own.get(bench.name)
    with st.form("save", border=False):
        title = st.text_input("Tên mẫu của cơ quan", known.title if known else f"{bench.layout.title} (riêng)", key="save:title")
        parts.field_error("save", "title")
        code = st.text_input("Mã mẫu", known.name if known else f"{bench.name}-rieng", help="Chữ không dấu, số, dấu gạch. Trùng mã mẫu riêng thì thành bản mới của mẫu đó.", key="save:name")
        parts.field_error("save", "name")
        if st.form_submit_button("Lưu làm mẫu của cơ quan", type="primary", width="stretch"):
            made = parts.do("save", lambda key: studio.save(who, bench.layout, code, title, key))
            if made is not None:
                parts.done("Đã lưu mẫu. Giấy đã cấp giữ nguyên mẫu lúc cấp.")
    if known is not None:
        parts.soft(f"Mẫu riêng, bản {known.version}, lưu {parts.day(known.made_at)}.")
        earlier = {each.id: each for each in studio.versions(who, known.name)}
        back = st.selectbox("Trở về bản", list(earlier), format_func=lambda one: f"Bản {earlier[one].version}, {parts.day(earlier[one].made_at)}", key="versions")
        if st.button("Mở bản này", width="stretch"):
            bench.take(studio.version(who, back))
            bench.turn += 1
            st.rerun()
        if st.button("Thôi dùng mẫu này…", width="stretch"):
            parts.ask("remove")
        if parts.confirm("remove", "Thôi dùng mẫu", f"Mẫu «{known.title}» không còn trong danh sách chọn. Giấy đã cấp giữ nguyên.", "Thôi dùng mẫu", parts.finished(lambda key: studio.remove(who, known.name, key))):
            st.session_state.pop("studio", None)
            frame.go("pages/print_shop/gallery.py")


def files() -> None:
    """Export, import, the office's fonts and emblem."""
    st.download_button("Xuất mẫu ra tệp", studio.export(bench.layout), f"{bench.name}.toml", "application/toml", icon=":material/download:", width="stretch", on_click="ignore")
    given = st.file_uploader("Nhập mẫu từ tệp", ["toml"], key=f"import:{bench.turn}")
    parts.field_error("import", "file")
    if given is not None:
        layout = parts.do("import", lambda _: studio.import_layout(who, given.getvalue()))
        if layout is not None:
            bench.take(layout)
            bench.turn += 1
            st.rerun()
    name = st.text_input("Tên phông hoặc biểu trưng sắp tải lên", placeholder="BieuTrungCoQuan", key="file:name")
    font = st.file_uploader("Phông chữ của cơ quan (có đủ chữ tiếng Việt)", ["ttf", "otf"], key="file:font")
    parts.field_error("font", "font")
    if font is not None and st.button("Kiểm tra và thêm phông", width="stretch") and parts.did("font", lambda _: studio.keep_font(who, font.getvalue(), name.strip())):
        parts.done("Đã thêm phông.")
        st.rerun()
    emblem = st.file_uploader("Biểu trưng (PNG nền trong, cao từ 300 điểm ảnh)", ["png", "jpg", "jpeg", "webp"], key="file:emblem")
    parts.field_error("emblem", "emblem")
    if emblem is not None and st.button("Dùng biểu trưng này", width="stretch"):
        layout = parts.do("emblem", lambda _: studio.keep_emblem(who, bench.layout, emblem.getvalue(), name.strip()))
        if layout is not None:
            bench.take(layout)
            st.rerun()


def look() -> None:
    """The hardest rows of a decision, one at a time, and what would keep them from printing."""
    recorded = {each.id: each for each in decisions.find(who, state=DecisionState.RECORDED, page=Page(1, 100)).rows}
    asked = st.query_params.get("id", "")
    begin = next((place for place, each in enumerate(recorded, 1) if str(each) == asked), 0)
    first, second = st.columns([3, 2])
    chosen = first.selectbox("Xem với", [_NONE, *recorded], index=begin, format_func=lambda one: f"Quyết định số {recorded[one].number_text}" if one in recorded else "Dữ liệu bịa, năm dòng khó nhất", key="studio:decision")
    try:
        rows = studio.worst(who, bench.layout, None if chosen == _NONE else chosen)
        if not rows:
            parts.soft("Quyết định này chưa có khen thưởng nào.")
            return
        with second:
            row = st.segmented_control("Năm dòng khó nhất", range(len(rows)), default=0, format_func=lambda one: str(one + 1), key="studio:row") or 0
        st.image(studio.look(bench.layout, rows[min(row, len(rows) - 1)]), width="stretch", alt="Giấy theo mẫu đang sửa")
        for name, sentence in studio.troubles(bench.layout, rows):
            st.warning(parts.said(f"{name}. {sentence}"), icon=":material/rule:")
    except HallError as wrong:
        st.error(parts.said(wrong.sentence), icon=":material/error:")


def back() -> None:
    """One step back, or to the beginning; drawn after the controls, which may just have made a step."""
    undo, reset = st.columns(2)
    if undo.button("Hoàn tác", icon=":material/undo:", width="stretch", disabled=not bench.steps):
        bench.undo()
        st.rerun()
    if reset.button("Làm lại từ đầu", icon=":material/restart_alt:", width="stretch", disabled=not bench.steps):
        bench.take(studio.open_layout(who, bench.name))
        bench.turn += 1
        st.rerun()


bench = in_hand()
st.title(parts.said(f"Chỉnh mẫu: {bench.layout.title}"))
parts.soft("Mỗi thay đổi thấy ngay trên năm giấy khó nhất. Mẫu có sẵn được giữ nguyên; anh/chị lưu thành mẫu của cơ quan.")
left, right = st.columns([5, 2.6], gap="large")
with right:
    steps = st.container()
    place, tint, store, bring = st.tabs(["Vị trí, chữ", "Màu", "Lưu", "Tệp"])
    with place:
        benches.controls(bench)
        benches.signature(bench)
    with tint:
        benches.colours(bench)
    with steps:
        back()
    with store:
        keep()
    with bring:
        files()
    frame.link("pages/print_shop/gallery.py", "Mọi mẫu giấy", ":material/grid_view:")
with left:
    look()
