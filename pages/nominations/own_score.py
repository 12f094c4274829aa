"""The unit's own points, line by line of the campaign's score sheet: for a case that is stored and still written."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shared import parts
from recognition.campaigns.terms import Criterion
from recognition.hall.actor import Actor
from recognition.nominations import actions
from recognition.nominations.terms import Nomination

NAME = "own_score"


def draw(who: Actor, case: Nomination | None, criteria: Sequence[Criterion]) -> None:
    """Folded away: a box for each line; empty is not scored, zero is a score."""
    if not criteria:
        return
    there = actions.self_scores(who, case.id) if case is not None else {}
    title = f"Đơn vị tự chấm · {sum(there.values())} điểm" if there else "Đơn vị tự chấm theo tiêu chí"
    with st.expander(title, icon=":material/calculate:"):
        if case is None:
            parts.soft("Lưu nháp rồi, anh/chị tự chấm được. Người chấm thấy điểm này và ghi lý do khi chấm khác.")
            return
        with st.form(f"{NAME}:{case.id}", border=False):
            typed = {}
            for number, line in enumerate(criteria, 1):
                if line.id is None:
                    continue
                words, box = st.columns([5, 1.4], vertical_alignment="center")
                words.markdown(f"{number}\\. {parts.said(line.name)}" + (" :gray[(điểm thưởng)]" if line.bonus else ""))
                with box:
                    typed[line.id] = parts.whole(
                        f"Tự chấm tiêu chí {number}, tối đa {line.max_points}", there.get(line.id), form=NAME, field=str(line.id), key=f"_{NAME}:{case.id}:{line.id}",
                        placeholder=f"/ {line.max_points}", label_visibility="collapsed",
                    )  # fmt: skip
                parts.field_error(NAME, str(line.id))
            kept = st.form_submit_button("Lưu điểm tự chấm")
        if kept and parts.did(NAME, lambda key: bool(actions.score_itself(who, case.id, typed, key)) or True):
            parts.done("Đã lưu điểm tự chấm.")
            st.rerun()
