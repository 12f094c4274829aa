"""All open sheets of a campaign in one table for the keyboard: a row a case, a column a criterion, empty is not zero."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import pandas as pd
import streamlit as st

from pages.shared import fitting, parts
from recognition.hall.actor import Actor
from recognition.reviewing.actions import sheets
from recognition.reviewing.terms import Sheet

#: Pixels of a column of points, and the most that the table is high before it scrolls inside: its buttons stay near.
_POINTS, _TALLEST = 85, 620


def draw(who: Actor) -> None:
    """One table for each score sheet that is used."""
    for sentence in st.session_state.pop("grid:refused", []):
        st.warning(parts.said(sentence), icon=":material/error:")
    found: dict[tuple[UUID | None, ...], list[Sheet]] = {}
    for sheet in sheets.opened(who):
        found.setdefault(tuple(line.id for line in sheet.criteria), []).append(sheet)
    if not found:
        parts.soft("Không còn phiếu nào đang chấm.")
    for lines in found.values():
        _table(who, lines)


def _table(who: Actor, found: Sequence[Sheet]) -> None:
    criteria = found[0].criteria
    numbered = {line.id: line for line in criteria if line.id is not None}
    st.markdown(f"**{parts.said(found[0].campaign)}**")
    parts.soft("; ".join(f"{number}. {line.name} (tối đa {line.max_points}{', thưởng' if line.bonus else ''})" for number, line in enumerate(criteria, 1)))
    titles = {line_id: f"{number} (≤ {line.max_points})" for number, (line_id, line) in enumerate(numbered.items(), 1)}
    rows = pd.DataFrame(
        {
            "Hồ sơ": [f"{sheet.recipient}: {sheet.title}" for sheet in found],
            **{title: pd.array([sheet.assignment.points.get(line_id) for sheet in found], dtype="Int64") for line_id, title in titles.items()},
        }
    )
    pixels, height = fitting.fit([["Hồ sơ", *rows["Hồ sơ"]], *([title] for title in titles.values())], least=[0, *(_POINTS for _ in titles)])
    stamp = "-".join(sheet.assignment.id.hex[:8] for sheet in found)
    edited = st.data_editor(
        rows, hide_index=True, disabled=["Hồ sơ"], width="stretch", row_height=height, height=min((len(found) + 1) * height, _TALLEST), placeholder="",
        key=f"grid:{stamp}",
        column_config={
            "Hồ sơ": st.column_config.TextColumn(width=pixels[0]),
            **{
                titles[line_id]: st.column_config.NumberColumn(min_value=0, max_value=line.max_points, step=1, width=_POINTS, help=line.name)
                for line_id, line in numbered.items()
            },
        },
    )  # fmt: skip
    typed = {
        sheet.assignment.id: {line_id: None if pd.isna(row[title]) else int(row[title]) for line_id, title in titles.items()}
        for sheet, row in zip(found, edited.to_dict("records"), strict=True)
    }
    with st.container(horizontal=True):
        keep = parts.pressed("Lưu điểm", f"grid:keep:{found[0].campaign}")
        lock = parts.pressed("Lưu, chốt những phiếu đủ điểm", f"grid:lock:{found[0].campaign}", type="primary", icon=":material/lock:")
    if keep or lock:
        done = sheets.save_many(who, typed, lock=lock)
        st.session_state["grid:refused"] = [f"{one.title}: {one.sentence}" for one in done if not one.ok]
        closed = sum(one.ok and one.sentence == "Đã chốt" for one in done)
        parts.done(f"Đã lưu {sum(one.ok for one in done)} phiếu" + (f", chốt {closed} phiếu." if lock else "."))
        st.rerun()
