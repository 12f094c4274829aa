"""Bảng số liệu: the screens of figures, each with the question that it answers."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, navigation, parts
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_FIGURES)


def card(entry: navigation.Entry) -> None:
    """One screen: its name leads there."""
    with st.container(border=True, height="stretch", gap="small"):
        frame.link(entry.file, entry.title, entry.icon)
        parts.soft(entry.question)


st.title("Bảng số liệu")
parts.soft("Mỗi bảng trả lời một câu hỏi. Số liệu chỉ gồm các đơn vị anh/chị được theo dõi; bảng nào cũng tải được về Excel.")
shown = navigation.shelf(who)
for start in range(0, len(shown), 2):
    for place, entry in zip(st.columns(2), shown[start : start + 2], strict=False):
        with place:
            card(entry)
