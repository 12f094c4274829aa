"""The unit's own papers as Word, from what was entered: print, sign, attach the scan."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.nominations import actions
from recognition.nominations.terms import Nomination


def draw(who: Actor, case: Nomination) -> None:
    """One button per paper, for whoever prints them."""
    if not allowed(who, Verb.PRINT_UNIT_PAPERS, case):
        parts.soft("Giấy tờ này do đơn vị đề nghị in, ký và đính kèm ở phần minh chứng.")
        return
    parts.soft("Tải tệp Word, kiểm tra, in, ký; chụp hoặc quét lại rồi đính kèm ở phần minh chứng trước khi gửi.")
    for paper in actions.unit_papers(case):
        st.download_button(
            paper.label, partial(actions.unit_paper, who, case.id, paper), file_name=f"{case.code} {paper.label}.docx",
            icon=":material/description:", on_click="ignore", key=f"paper_{paper}",
        )  # fmt: skip
