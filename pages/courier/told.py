"""Results as a table or, on a phone, as cards; and what became of rows that were taken in or kept, said once after the next run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from pages.shared import parts, tables
from recognition.courier.terms import AnswerRow, Done

More = Sequence[tuple[str, Callable[[AnswerRow], str]]]


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


def before(row: AnswerRow) -> str:
    """What was known before, where it is another thing now."""
    return row.before if row.fresh else ""


def rows(found: Sequence[AnswerRow], more: More, key: str) -> None:
    """Whose case it is, and what more there is to say of it."""
    if not tables.on_phone():
        columns = [parts.Column("Người, tập thể", "name"), parts.Column("Việc", "title"), *(parts.Column(title, said, spare=True) for title, said in more), parts.Column("Mã", "code")]
        parts.grid(found, columns, key, mode=None, alt=f"{len(found)} kết quả", tallest=560)
        return
    for row in found:
        with st.container(border=True):
            st.markdown(f"**{parts.said(row.name or row.code)}**: {parts.said(row.title)}")
            parts.facts([(title, said(row)) for title, said in more], columns=1)
