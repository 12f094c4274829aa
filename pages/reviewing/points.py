"""The lines of a score sheet as fields for the keyboard: one number a line, Tab to the next, empty is not zero."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages.nominations import viewer
from pages.shared import parts
from recognition.campaigns.terms import Criterion
from recognition.nominations.terms import Evidence
from recognition.reviewing.terms import Sheet


def fields(sheet: Sheet, name: str, files: Sequence[Evidence] = ()) -> tuple[dict[UUID, int | None], dict[UUID, str]]:
    """Draw the lines, each with the files that prove it; the points as typed (None where a box is empty), and why they differ from the unit's."""
    typed: dict[UUID, int | None] = {}
    reasons: dict[UUID, str] = {}
    for number, line in enumerate(sheet.criteria, 1):
        if line.id is None:
            continue
        words, box = st.columns([5, 1.2], vertical_alignment="center")
        with words:
            _line(number, line, files)
        with box:
            typed[line.id] = parts.whole(
                f"Điểm tiêu chí {number}, tối đa {line.max_points}", sheet.assignment.points.get(line.id), form=name, field=str(line.id),
                key=f"points:{name}:{line.id}:{sheet.assignment.version}", placeholder=f"/ {line.max_points}", label_visibility="collapsed",
            )  # fmt: skip
        if line.id in sheet.own:
            reasons[line.id] = st.text_input(
                f"Lý do chênh lệch tiêu chí {number}", sheet.assignment.reasons.get(line.id, ""), label_visibility="collapsed",
                key=f"why:{name}:{line.id}:{sheet.assignment.version}", placeholder=f"Đơn vị tự chấm {sheet.own[line.id]}; lý do nếu chấm khác",
            )  # fmt: skip
        parts.field_error(name, str(line.id))
    return typed, reasons


def _line(number: int, line: Criterion, files: Sequence[Evidence] = ()) -> None:
    """A criterion with its guidance and its proofs."""
    guidance = f"  \n:small[:gray[{parts.said(line.guidance)}]]" if line.guidance else ""
    st.markdown(f"**{number}\\. {parts.said(line.name)}**" + (" :gray[(điểm thưởng)]" if line.bonus else "") + guidance)
    viewer.links([file for file in files if line.id in file.criteria])


def shown(sheet: Sheet, files: Sequence[Evidence] = ()) -> None:
    """The points as they were locked."""
    for number, line in enumerate(sheet.criteria, 1):
        words, given = st.columns([5, 1.2], vertical_alignment="center")
        with words:
            _line(number, line, files)
        value = sheet.assignment.points.get(line.id) if line.id else None
        given.markdown(f"**{'–' if value is None else value}** / {line.max_points}")
        if line.id is not None and line.id in sheet.own:
            why = sheet.assignment.reasons.get(line.id, "")
            parts.soft(f"Đơn vị tự chấm {sheet.own[line.id]}" + (f" · {why}" if why else ""))


def total(sheet: Sheet) -> None:
    """The sum, once every line has points, beside the pass mark."""
    if sheet.total is None:
        parts.soft("Tổng điểm hiện khi mọi tiêu chí đã có điểm. Điểm 0 là một điểm; để trống là chưa chấm.")
        return
    enough = sheet.total >= sheet.pass_mark
    st.badge(f"{sheet.total} điểm · mức đạt {sheet.pass_mark}", icon=":material/check:" if enough else ":material/remove:", color="green" if enough else "gray")
