"""One recognised model as any unit may read it: how it works, who learned from it, and the button to do likewise."""

from __future__ import annotations

import streamlit as st

from pages.models import learning
from pages.nominations.opening import opened
from pages.shared import frame, parts
from recognition.dan_van_kheo import actions
from recognition.hall.words import Verb

who = frame.require(Verb.SEE_EXAMPLES)
example = opened(lambda: actions.example(who, frame.case_id()))
spread, learners = actions.spread_of(who, example.year_id)
BOXES = ("situation", "content", "area", "forces", "resources", "results", "spread")

with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    frame.link("pages/models/examples.py", "Mô hình để học tập, làm theo")
    st.html(f'<span class="gs-soft">› {parts.html_escape(example.code)}</span>')
st.title(parts.said(example.name))
parts.soft(" · ".join((example.unit_name, example.field.label, f"được công nhận năm {example.year}")))
work, narrow = st.columns([5, 2], gap="large")
with work:
    with st.container(horizontal=True):
        learning.buttons(who, example.year_id, example.unit_id, None, primary=True)
    learning.dialog(who, example.year_id, example.code, example.unit_id)
    parts.facts([(actions.BOXES[name].split(". ", 1)[1], getattr(example, name)) for name in BOXES], columns=1)
with narrow:
    st.subheader("Lan toả")
    learning.draw(who, example.year_id, spread, learners, columns=1)
