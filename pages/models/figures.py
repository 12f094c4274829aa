"""The little table of figures in the dialogs of models: measure, amount, of which work, unit, another name."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pandas as pd
import streamlit as st

from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.terms import Figure, Measure
from recognition.hall.errors import Invalid
from vietnamese import numbers

_MEASURES = {measure.label: measure for measure in Measure}


def draw(key: str, first: tuple[Figure, ...] = ()) -> None:
    """The table, begun with `first`; `typed(key)` reads it."""
    rows = [(each.measure.label, numbers.decimal(each.amount), each.about, each.unit, each.name) for each in first]
    st.session_state[f"{key}_rows"] = st.data_editor(
        pd.DataFrame(rows, columns=["Chỉ số", "Số lượng", "Việc gì, ở đâu", "Đơn vị tính", "Tên khác"], dtype="str"),
        num_rows="dynamic", hide_index=True, width="stretch", placeholder="", key=f"{key}_editor",
        column_config={
            "Chỉ số": st.column_config.SelectboxColumn(options=list(_MEASURES), required=True, width=190),
            "Số lượng": st.column_config.TextColumn(help="Ví dụ 1.250 hoặc 32,8", width=100),
            "Việc gì, ở đâu": st.column_config.TextColumn(width=230),
            "Đơn vị tính": st.column_config.TextColumn("Đơn vị", width=90),
            "Tên khác": st.column_config.TextColumn(width=110),
        },
    )  # fmt: skip


def typed(key: str) -> tuple[Figure, ...]:
    """The figures as typed; raises Invalid where a number cannot be read."""
    return tuple(_figure(row) for row in _rows(key))


def readable(key: str) -> tuple[Figure, ...]:
    """The figures that can be read already, while others are still being typed."""
    found = []
    for row in _rows(key):
        with suppress(Invalid):
            found.append(_figure(row))
    return tuple(found)


def _rows(key: str) -> list[dict[str, Any]]:
    rows = st.session_state.get(f"{key}_rows")
    return [row for row in (rows.to_dict("records") if rows is not None else []) if row.get("Chỉ số")]


def _figure(row: dict[str, Any]) -> Figure:
    measure = _MEASURES[row["Chỉ số"]]
    try:
        amount = actions.parse_amount(str(row.get("Số lượng") or ""))
    except ValueError as wrong:
        raise Invalid({"figures": f"{measure.label}: {wrong}"}) from wrong
    unit, about, other = (str(row[name]) if isinstance(row.get(name), str) else "" for name in ("Đơn vị tính", "Việc gì, ở đâu", "Tên khác"))
    return Figure(measure, amount, unit or measure.unit, other, about)
