"""Sao lưu: one button, what it does step by step, and the archives that are there."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.shared import frame, parts
from recognition.accounts import actions as accounts
from recognition.hall.errors import HallError
from recognition.hall.words import Verb
from vietnamese import numbers

who = frame.require(Verb.BACK_UP)


def make(*, without_open_urns: bool) -> None:
    """The archive is made while the app goes on working; each step is said."""
    with st.status("Đang sao lưu", expanded=True) as status:
        try:
            made = accounts.back_up(who, lambda sentence: status.write(parts.said(sentence)), without_open_urns=without_open_urns)
        except HallError as refused:
            status.update(label="Chưa sao lưu được", state="error")
            st.error(refused.sentence)
            return
        status.update(label=f"Đã sao lưu: {made.name}", state="complete", expanded=False)


def content(name: str) -> bytes:
    """The archive, read when its button is pressed."""
    return accounts.backup_file(who, name).read_bytes()


def size(number: int) -> str:
    """Bytes in words."""
    return f"{numbers.integer(max(1, round(number / 1_000_000)))} MB"


st.title("Sao lưu")
parts.soft("Một tệp gồm mọi bảng, minh chứng và mẫu giấy; không gồm khoá ký và mật khẩu phiên. Mỗi bản được mở thử ngay sau khi lập.")
running, leave_out = accounts.open_ballots(who), False
if running:
    st.warning(
        f"Đang bỏ phiếu kín: {'; '.join(running)}. Nhiều bản sao chép trong lúc này có thể làm lộ phiếu. Anh/chị đợi đóng thùng phiếu rồi sao lưu thì bản sao mới đủ.",
        icon=":material/how_to_vote:",
    )
    leave_out = st.checkbox("Vẫn sao lưu ngay, để thùng phiếu đang mở ra ngoài (phục hồi từ bản ấy thì phải bỏ phiếu lại)")
if st.button("Sao lưu ngay", type="primary", icon=":material/backup:", disabled=bool(running) and not leave_out):
    make(without_open_urns=leave_out)
found = accounts.backups(who)
st.subheader(f"Các bản đã có · {len(found)}")
if not found:
    parts.empty("Chưa có bản sao lưu nào. Anh/chị bấm «Sao lưu ngay», rồi chép tệp sang ổ đĩa khác.")
    st.stop()
parts.soft("Các bản nằm trong thư mục dữ liệu của máy chủ. Anh/chị chép sang nơi khác: ổ đĩa hỏng thì bản sao trên cùng ổ đĩa cũng mất.")
with st.container(border=True):
    for backup in found[:20]:
        words, button = st.columns([5, 1.4], vertical_alignment="center")
        words.markdown(f"**{parts.said(backup.name)}**  \n:small[:gray[{parts.day(backup.made_at)} · {size(backup.size)}]]")
        button.download_button(
            "Tải về", partial(content, backup.name), file_name=backup.name, key=f"get:{backup.name}",
            on_click="ignore", width="stretch",
        )  # fmt: skip
parts.soft("Phục hồi: python -m db restore TỆP vào một thư mục dữ liệu trống.")
