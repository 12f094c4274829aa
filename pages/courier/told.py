"""What became of rows that were taken in or kept, said once after the next run."""

from __future__ import annotations

import streamlit as st

from pages.shared import parts
from recognition.courier.terms import Done


def keep(done: list[Done], what: str) -> None:
    """Remember the outcome for the next run."""
    good = sum(one.ok for one in done)
    st.session_state["courier:done"] = (f"{what} {good} trong {len(done)}.", [one for one in done if not one.ok])


def show() -> None:
    """The outcome, each refusal with its sentence."""
    if "courier:done" not in st.session_state:
        return
    sentence, failed = st.session_state.pop("courier:done")
    (st.warning if failed else st.success)(sentence)
    for one in failed:
        parts.plain(f"{one.title}: {one.sentence}")
