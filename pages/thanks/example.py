"""One published example: the story, «Trân trọng cảm ơn», what others said, and the way to do likewise."""

from __future__ import annotations

import streamlit as st

from pages.nominations.opening import opened
from pages.shared import frame, parts
from pages.thanks import said
from recognition.hall.words import Verb
from recognition.issuing import actions as issuing
from recognition.thanks import actions
from recognition.thanks.terms import Reading

who = frame.require(Verb.READ_EXAMPLES)
read = opened(lambda: actions.get(who, frame.case_id()))
shown = read.shown


def press(one: Reading) -> None:
    """The one press, or the way to take it back; then the way to learn from it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if one.thanked:
            st.badge("Anh/chị đã cảm ơn", icon=":material/check:", color="green")
            if st.button("Rút lại", key="unthank", type="tertiary") and parts.did(f"unthank:{shown.id}", lambda key: actions.unthank(who, shown.id, key)):
                st.rerun()
        elif not one.about_me:
            pressed = st.button(Verb.THANK.label, icon=":material/local_florist:", type="primary", key="thank")
            if pressed and parts.did(f"thank:{shown.id}", lambda key: actions.thank(who, shown.id, key)):
                st.rerun()
        if one.year_id is not None:
            frame.link("pages/models/example.py", "Học tập, làm theo mô hình này", ":material/content_copy:", id=one.year_id)
    if one.count.thanks:
        parts.soft(f"{one.count.thanks} người trân trọng cảm ơn.")


with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    frame.link("pages/thanks/list.py", "Gương sáng")
st.title(parts.said(shown.name))
parts.soft(shown.detail)
work, narrow = st.columns([5, 2], gap="large")
with work:
    st.markdown(f"**{parts.said(shown.subject)}**")
    if shown.photo is not None:
        st.columns([3, 1])[0].image(issuing.published_photo(shown.id), caption=parts.said(shown.photo), width="stretch")
    for part in shown.story.split("\n"):
        if part.strip():
            parts.plain(part)
    press(read)
    said.draw(who, read)
with narrow:
    if shown.spread:
        st.subheader("Lan toả")
        parts.plain(shown.spread)
    st.link_button("Xem trang công khai", f"/guong-sang/{shown.id}", icon=":material/public:")
