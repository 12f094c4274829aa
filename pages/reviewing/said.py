"""What reviewers of a phase said of a case, and what the phases before made of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shared import parts
from recognition.reviewing.terms import Earlier, Said
from vietnamese import numbers


def draw(given: Sequence[Said]) -> None:
    """One line a reviewer, with their words under it."""
    for one in given:
        whole = f"{one.total} điểm" if one.total is not None else one.advice.label if one.advice else ""
        parts.plain(f"{one.reviewer}: {whole}" if whole else one.reviewer)
        if one.remark:
            parts.soft(one.remark)


def before(found: Sequence[Earlier]) -> None:
    """Each phase before in a box of its own."""
    for each in found:
        with st.container(border=True):
            st.markdown(f"**{parts.said(each.title)}**")
            told = [f"trung bình {numbers.decimal(each.mean)} điểm" if each.mean is not None else "", f"chênh nhau {each.spread} điểm" if each.spread else ""]
            told += [f"{number} {advice.label.lower()}" for advice, number in each.advice.items()]
            parts.soft(" · ".join(one for one in (*told, f"{each.locked} phiếu đã chốt") if one))
            draw(each.sheets)
