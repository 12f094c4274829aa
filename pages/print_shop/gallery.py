"""Mẫu giấy: every design as it prints, for individuals, collectives and households."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.errors import HallError
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.issuing.actions import studio

who = frame.require(Verb.SEE_CERTIFICATES)

st.title("Mẫu giấy khen")
parts.soft("Mẫu có sẵn và mẫu của cơ quan. Chữ trong ảnh là dữ liệu bịa để xem.")
kind = st.segmented_control("Giấy cho", list(studio.KINDS), default="individual", format_func=studio.KINDS.__getitem__, key="gallery:kind") or "individual"
columns = st.columns(2, gap="large")
for number, (name, title, own) in enumerate(studio.designs(who)):
    with columns[number % 2], st.container(border=True):
        try:
            with st.spinner("Đang vẽ mẫu…"):
                layout = studio.open_layout(who, name)
                st.image(studio.specimen(who, layout, kind, 75), width="stretch", alt=f"Giấy mẫu: {title}")
        except HallError as wrong:
            st.error(parts.said(wrong.sentence))
        words, button = st.columns([3, 1.6], vertical_alignment="center")
        with words.container(gap=None):
            st.markdown(f"**{parts.said(title)}**")
            parts.soft("Mẫu của cơ quan" if own else "Mẫu có sẵn")
        if allowed(who, Verb.DESIGN_LAYOUT) and button.button("Chỉnh mẫu này", key=f"design:{name}", icon=":material/tune:", width="stretch"):
            st.session_state.pop("studio", None)
            frame.go("pages/print_shop/studio.py", mau=name)
