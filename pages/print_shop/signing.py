"""The signed list, read back: who received, on which day, who took it for them, how the money went. A table; cards on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import pandas as pd
import streamlit as st

from pages.shared import fitting, parts, tables
from recognition.decisions.terms import Handed, Handing, MoneyWay
from recognition.hall.paging import Page
from recognition.issuing.handing_terms import HandRow
from vietnamese import numbers

_WAYS = {way.label: way for way in MoneyWay}
_TICK, _DAY, _TAKEN, _WAY = "Đã nhận", "Ngày khác", "Nhận thay", "Tiền thưởng"
#: What is left at 1,440 px beside the columns that are typed into, and how many rows are in sight.
_WHO, _ROOM, _SEEN = "Họ tên, chức vụ, đơn vị", 560, 12
SIZE = 20
"""Cards on one page of a phone."""


@dataclass(frozen=True)
class Typed:
    """One row as it was typed; an empty day is the day above the list."""

    ticked: bool = False
    day: str = ""
    taken_by: str = ""
    way: str = MoneyWay.IN_HAND.label


def what(row: HandRow) -> str:
    """The money and the gift of a row."""
    before = "tiền đã trao theo quyết định trước" if row.given_before and not row.money else ""
    return "; ".join(part for part in (numbers.money(row.money) if row.money else before, row.gift) if part)


def rows(name: str, waiting: Sequence[HandRow], day: str) -> tuple[list[Handing], dict[UUID, Typed]]:
    """Draw the list; the ticked rows as the action takes them, and everything that was typed."""
    typed = _cards(name, waiting) if tables.on_phone() else _table(name, waiting)
    chosen = [Handing(row_id, one.day or day, one.taken_by, _WAYS.get(one.way, MoneyWay.IN_HAND)) for row_id, one in typed.items() if one.ticked]
    return chosen, typed


def keep(name: str, typed: dict[UUID, Typed]) -> None:
    """Draw the list anew with these values in it."""
    st.session_state[f"{name}:kept"] = typed
    st.session_state[f"{name}:turn"] = _turn(name) + 1


def ticked(one: Typed | None) -> Typed:
    """The same row, marked as received."""
    return replace(one or Typed(), ticked=True)


def outcome(name: str, typed: dict[UUID, Typed], done: Sequence[Handed]) -> None:
    """What became of each row, told after the rerun; rows that were refused keep what was typed."""
    refused = [one for one in done if not one.ok]
    written = {one.award_id for one in done if one.ok}
    st.session_state[f"{name}:told"] = (f"Đã ghi trao {len(written)} trong {len(done)} người, tập thể.", refused)
    keep(name, {row_id: one for row_id, one in typed.items() if row_id not in written})


def told(name: str) -> None:
    """The outcome of the last list, until the next."""
    if f"{name}:told" not in st.session_state:
        return
    sentence, refused = st.session_state.pop(f"{name}:told")
    (st.warning if refused else st.success)(sentence)
    for one in refused:
        parts.plain(f"{one.name}: {one.sentence}" if one.name else one.sentence)


def _turn(name: str) -> int:
    return int(st.session_state.get(f"{name}:turn") or 0)


def _kept(name: str) -> dict[UUID, Typed]:
    found: dict[UUID, Typed] = st.session_state.get(f"{name}:kept") or {}
    return found


def _same_rows(name: str, waiting: Sequence[HandRow]) -> None:
    """A list that became another, by its order or because somebody else wrote a row, goes on with what was typed, row by row."""
    rows = tuple(row.award_id for row in waiting)
    if st.session_state.get(f"{name}:rows") != rows:
        if f"{name}:last" in st.session_state:
            keep(name, st.session_state[f"{name}:last"])
        st.session_state[f"{name}:rows"] = rows


def _table(name: str, waiting: Sequence[HandRow]) -> dict[UUID, Typed]:
    _same_rows(name, waiting)
    kept = [_kept(name).get(row.award_id, Typed()) for row in waiting]
    shown = {
        "TT": [str(row.number) for row in waiting], _WHO: [", ".join(part for part in (row.name, row.where) if part) for row in waiting],
        "Tiền, hiện vật": [what(row) for row in waiting], "Số": [row.serial for row in waiting],
    }  # fmt: skip
    data = pd.DataFrame({
        _TICK: [one.ticked for one in kept], **shown, _TAKEN: [one.taken_by for one in kept], _DAY: [one.day for one in kept], _WAY: [one.way for one in kept],
    })  # fmt: skip
    pixels, height = fitting.fit([[title, *words] for title, words in shown.items()], _ROOM)
    text, narrow = st.column_config.TextColumn, {title: width for title, width in zip(shown, pixels, strict=True) if title != _WHO}
    edited = st.data_editor(
        data, hide_index=True, disabled=list(shown), width="stretch", height="content" if len(waiting) <= _SEEN else 38 + _SEEN * height, row_height=height,
        placeholder="", key=f"{name}:table:{_turn(name)}",
        column_config={
            _TICK: st.column_config.CheckboxColumn(_TICK, width=100), _WHO: text(_WHO, width=_ROOM - sum(narrow.values())),
            **{title: text(title, width=width) for title, width in narrow.items()},
            _TAKEN: text(_TAKEN, width=150, help="Để trống khi chính người được khen nhận."),
            _DAY: text(_DAY, width=120, help="Để trống khi trao đúng ngày ghi ở trên."),
            _WAY: st.column_config.SelectboxColumn(_WAY, options=list(_WAYS), required=True, width=135),
        },
    )  # fmt: skip
    typed = {
        row.award_id: Typed(bool(one[_TICK]), str(one[_DAY] or ""), str(one[_TAKEN] or ""), str(one[_WAY] or ""))
        for row, one in zip(waiting, edited.to_dict("records"), strict=True)
    }
    st.session_state[f"{name}:last"] = typed
    return typed


def _cards(name: str, waiting: Sequence[HandRow]) -> dict[UUID, Typed]:
    page = _page(f"{name}:cards", len(waiting))
    kept = _kept(name)  # what somebody else wrote meanwhile is no card any more, and must not count
    typed = {row.award_id: kept[row.award_id] for row in waiting if row.award_id in kept}
    with st.container(border=True, gap="medium"):
        for row in waiting[page.offset : page.offset + SIZE]:
            typed[row.award_id] = _card(f"{name}:{_turn(name)}:{row.award_id}", row, typed.get(row.award_id, Typed()))
    if len(waiting) > SIZE:
        st.pagination(-(-len(waiting) // SIZE), key=f"{name}:cards")
    st.session_state[f"{name}:kept"] = typed
    return typed


def _page(key: str, total: int) -> Page:
    """The page of cards in sight; the last one where the list became shorter than the page that was shown."""
    last = max(-(-total // SIZE), 1)
    if parts.page_of(key, SIZE).number > last:
        st.session_state[key] = last
    return parts.page_of(key, SIZE)


def _card(key: str, row: HandRow, kept: Typed) -> Typed:
    under = " · ".join(part for part in (row.where, what(row), row.serial and f"số {row.serial}") if part)
    ticked = st.checkbox(f"**{row.number}. {parts.said(row.name)}**  \n:small[:gray[{parts.said(under)}]]", kept.ticked, key=f"{key}:tick")
    if not ticked:
        return replace(kept, ticked=False)
    taken_by = st.text_input("Nhận thay (nếu có)", kept.taken_by, key=f"{key}:taken")
    day = st.text_input("Ngày khác (nếu có)", kept.day, key=f"{key}:day", placeholder="ngày/tháng/năm")
    way = kept.way
    if row.money:
        way = st.radio(_WAY, list(_WAYS), index=list(_WAYS).index(kept.way), key=f"{key}:way", horizontal=True)
    return Typed(True, day or "", taken_by or "", way)
