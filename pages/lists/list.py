"""Nhập danh sách: hand in a unit's list as it is; the lists that came in before."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.lists import upload
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.lists import actions
from recognition.lists.terms import BatchLine, BatchState

who = frame.require(Verb.IMPORT_LIST)


def standing(row: BatchLine) -> str:
    """Where a list stands, in figures."""
    told = row.figures
    if row.state is not BatchState.OPEN:
        return row.state.label
    return ", ".join(
        f"{number} {word}"
        for number, word in ((told.good, "nhập được"), (told.ask, "cần trả lời"), (told.wrong, "cần sửa"), (told.imported, "đã nhập"))
        if number
    )


st.title("Nhập danh sách")
parts.soft("Tệp Excel, Word hoặc CSV như đơn vị vẫn làm. Chưa có gì thành hồ sơ trước khi anh/chị xem từng dòng và đồng ý.")
made = upload.draw(who)
if isinstance(made, UUID):
    frame.go("pages/lists/batch.py", id=made)
st.subheader("Danh sách đã tải lên")
page = parts.page_of("lists:page", 20)
chosen = parts.paged_table(
    actions.find(who, page),
    [
        parts.Column("Tệp", "file_name"),
        parts.Column("Phong trào", lambda row: row.campaign_name or "Khen đột xuất"),
        parts.Column("Kết quả", standing),
        parts.Column("Người tải", "created_name"),
        parts.Column("Lúc", "created_at"),
    ],
    page_key="lists:page",
    size=20,
    unit="danh sách",
    empty="Chưa có danh sách nào. Anh/chị tải tệp ở trên, hoặc tải tệp mẫu rồi điền.",
)
if chosen is not None:
    frame.go("pages/lists/batch.py", id=chosen.id)
