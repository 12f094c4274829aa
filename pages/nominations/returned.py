"""Why a case came back, said at the very field that is to be mended."""

from __future__ import annotations

import streamlit as st

from pages.shared import parts
from recognition.hall.words import State
from recognition.nominations.terms import Nomination


def at(case: Nomination | None, *fields: str) -> None:
    """The reasons that concern these parts of the form; nothing for a case that did not come back."""
    if case is None or case.state is not State.RETURNED:
        return
    by = "Lãnh đạo đơn vị trả lại" if case.returned_from is State.SUBMITTED else "Thư ký trả lại"
    for reason in case.reasons:
        if reason.field in fields:
            st.markdown(f":orange[:material/undo:] {by}: {parts.said(reason.sentence)}")
