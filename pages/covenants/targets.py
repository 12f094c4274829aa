"""The targets of a covenant as a table that is typed into; what is typed is kept with the form's draft."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from pages.nominations.typed import Form, as_id
from pages.shared import parts
from recognition.covenants.terms import TargetInput

NAME, MEASURE, WANTED, MOST, POINTS = "Chỉ tiêu", "Đơn vị tính", "Mức phấn đấu", "Không quá", "Điểm tối đa"
#: Beside the rows' own columns: which stored target a row was.
_KNOWN = "known"
#: Empty rows with which a new table begins.
_BLANK = 3


def as_text(targets: Iterable[TargetInput]) -> str:
    """Targets as the draft keeps them."""
    return _text([{NAME: t.name, MEASURE: t.measure, WANTED: t.wanted, MOST: t.at_most, POINTS: t.points, _KNOWN: str(t.id) if t.id else None} for t in targets])


def _text(rows: Sequence[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False)


def read(kept: str) -> tuple[TargetInput, ...]:
    """Targets from what the draft keeps; rows in which nothing stands are passed over."""
    rows = [row for row in json.loads(kept) if any(str(row.get(name) or "").strip() for name in (NAME, MEASURE, WANTED)) or row.get(POINTS)]
    return tuple(TargetInput(row.get(NAME) or "", row.get(MEASURE) or "", row.get(WANTED) or "", bool(row.get(MOST)), row.get(POINTS), as_id(row.get(_KNOWN))) for row in rows)


def draw(form: Form, name: str) -> None:
    """The table; every change goes into the form's field `targets`."""
    st.subheader("Chỉ tiêu")
    parts.soft("Mức phấn đấu là một số (98, hoặc 1.200) thì so sánh được giữa các đơn vị; không phải số thì ghi bằng lời. Đánh dấu «Không quá» khi càng ít càng tốt. Không chấm điểm thì để trống điểm.")
    place, base = form.key("targets:table"), form.key("targets:base")
    if place not in st.session_state or base not in st.session_state:  # opened, or come back to: the table begins with what was kept
        st.session_state.pop(place, None)
        st.session_state[base] = json.loads(form.get("targets") or "[]") or [{NAME: "", MEASURE: "", WANTED: "", MOST: False, POINTS: None} for _ in range(_BLANK)]
    rows: list[dict[str, Any]] = st.session_state[base]
    edited = st.data_editor(
        _frame(rows), num_rows="dynamic", hide_index=True, width="stretch", placeholder="", key=place,
        column_config={
            NAME: st.column_config.TextColumn(width="large"),
            MEASURE: st.column_config.TextColumn(width=110),
            WANTED: st.column_config.TextColumn(width=190),
            MOST: st.column_config.CheckboxColumn(width=100, default=False),
            POINTS: st.column_config.NumberColumn(min_value=0, step=1, width=110),
        },
    )  # fmt: skip
    known = {row[NAME]: row.get(_KNOWN) for row in rows}
    now = [_row(each, known) for each in edited.to_dict("records")]
    form.set("targets", _text(now))
    points = sum(row[POINTS] or 0 for row in now)
    if points:
        parts.soft(f"Cộng {points} điểm.")
    parts.field_error(name, "targets")


def _frame(rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    columns = {NAME: "str", MEASURE: "str", WANTED: "str", MOST: "bool", POINTS: "Int64"}
    return pd.DataFrame({column: [row.get(column) for row in rows] for column in columns}).astype(columns)


def _row(each: dict[str, Any], known: dict[str, str | None]) -> dict[str, Any]:
    said = {name: str(each[name]).strip() if isinstance(each[name], str) and each[name] not in ("nan", "None") else "" for name in (NAME, MEASURE, WANTED)}
    points = None if pd.isna(each[POINTS]) else int(each[POINTS])
    return {**said, MOST: bool(each[MOST]) if not pd.isna(each[MOST]) else False, POINTS: points, _KNOWN: known.get(said[NAME])}
