"""Beside the work: what colleagues gave to the examples that praise the person themselves."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.actor import Actor
from recognition.thanks import actions

_SHOWN = 3


def draw(who: Actor) -> None:
    """One line an example, the most thanked first; nothing for whoever was given nothing."""
    found = actions.for_me(who)
    if not found:
        return
    st.subheader("Đồng nghiệp gửi anh/chị")
    with st.container(border=True):
        for one in found[:_SHOWN]:
            parts.plain(f"{one.count.sentence}.")
            frame.link("pages/thanks/example.py", "Đọc", ":material/local_florist:", id=one.publication_id)
