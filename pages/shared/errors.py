"""What a screen shows when something unforeseen happens: a sentence and a number, never a traceback."""

from __future__ import annotations

import streamlit as st

from recognition.hall.errors import HallError
from web import log


def on_script_error(error: Exception) -> bool:
    """Called by Streamlit for whatever a screen did not catch. True: shown, nothing more to draw."""
    if isinstance(error, HallError):
        st.error(error.sentence, icon=":material/error:")
        return True
    number = log.trouble(error, where="screen")
    st.error(
        f"Phần mềm gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn còn nguyên. Anh/chị tải lại trang rồi thử lại; nếu vẫn lỗi, đọc mã lỗi **{number}** cho người quản trị.",
        icon=":material/error:",
    )
    return True
