"""The tables of «Công bằng khen thưởng»: their columns on the screen, and the same with plain numbers for Excel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.insight import told
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.insight import actions
from recognition.insight.actions import fairness as figures
from recognition.insight.terms.fairness import Again, Finding, Gathered, Portion, UnitShare
from vietnamese import numbers

FEW = f"dưới {figures.SMALLEST} người"
Cells = list[str | float | None]


@dataclass(frozen=True)
class Table:
    """One table: the file's name, its title, the screen's columns, the workbook's headings and the cells of a row."""

    name: str
    title: str
    columns: tuple[parts.Column, ...]
    headings: tuple[str, ...]
    cells: Callable[[Any], Cells]


def percent(share: float | None) -> str:
    """`62 %`; a dash where nothing is told."""
    return "–" if share is None else f"{round(100 * share)} %"


def portion(one: Portion) -> str:
    """`62 % (91 trong 146)`, and how many are unknown; or that a group is too small to tell."""
    if one.hidden:
        return f"không nêu, có nhóm {FEW}"
    unknown = f", không rõ {numbers.integer(one.unknown)}" if one.unknown else ""
    return f"{percent(one.share)} ({numbers.integer(one.number)} trong {numbers.integer(one.known)}{unknown})"


def apart(difference: float | None) -> str:
    """`thấp hơn 4 điểm`, of a hundred."""
    if difference is None:
        return "–"
    points = round(100 * difference)
    if points == 0:
        return "tương đương" if difference else "bằng nhau"
    return f"{'cao' if points > 0 else 'thấp'} hơn {abs(points)} điểm"


def count(number: int | None) -> str:
    """A number, or that it is too small to tell."""
    return FEW if number is None else numbers.integer(number)


GROUPS = (
    parts.Column("Nhóm", lambda one: one.group.label, lead=True),
    parts.Column("Trong cá nhân được khen", lambda one: portion(one.awarded)),
    parts.Column("Trong nhân sự", lambda one: portion(one.people)),
    parts.Column("Chênh lệch", lambda one: apart(one.difference), right=True),
)
GATHERED = (
    parts.Column("Khen thưởng", "name", lead=True),
    parts.Column("Có khen thưởng", lambda one: numbers.integer(one.holders), right=True),
    parts.Column("Số khen thưởng", lambda one: numbers.integer(one.awards), right=True),
    parts.Column("Mười nhiều nhất nhận", lambda one: f"{numbers.integer(one.top)} ({percent(one.share)})", right=True),
    parts.Column("Phần của mười ấy trong nhân sự", lambda one: percent(one.weight), right=True),
)
UNITS = (
    parts.Column("Đơn vị", "name", lead=True),
    parts.Column("Khen thưởng", lambda one: numbers.integer(one.awards), right=True),
    parts.Column("Phần khen thưởng", lambda one: percent(one.award_share), right=True),
    parts.Column("Nhân sự", lambda one: count(one.people), right=True),
    parts.Column("Phần nhân sự", lambda one: percent(one.people_share), right=True),
)
AGAIN = (
    parts.Column("Đối tượng", "name", lead=True),
    parts.Column("Được khen năm trước", lambda one: numbers.integer(one.last), right=True),
    parts.Column("Năm nay lại được khen", lambda one: count(one.again), right=True),
    parts.Column("Tỷ lệ", lambda one: percent(one.share), right=True),
    parts.Column("Tỷ lệ ở người năm trước chưa được khen", lambda one: percent(one.others), right=True),
    parts.Column("Ba năm liền", lambda one: count(one.thrice), right=True),
)


def _rounded(share: float | None) -> float | None:
    """Percent with one decimal; an empty cell where nothing is told."""
    return None if share is None else round(100 * share, 1)


def _portion_cells(one: Portion) -> Cells:
    return [None, None, None, one.unknown] if one.hidden else [one.number, one.known, _rounded(one.share), one.unknown]


def _group(one: Finding) -> Cells:
    return [one.group.label, *_portion_cells(one.awarded), *_portion_cells(one.people), _rounded(one.difference), one.sentence]


def _gathered(one: Gathered) -> Cells:
    return [one.name, one.holders, one.awards, one.top, _rounded(one.share), _rounded(one.weight)]


def _unit(one: UnitShare) -> Cells:
    return [one.name, one.awards, _rounded(one.award_share), one.people, _rounded(one.people_share)]


def _again(one: Again) -> Cells:
    return [one.name, one.last, one.again, _rounded(one.share), _rounded(one.others), one.thrice]


GROUPS_TABLE = Table(
    "ai-duoc-khen", "Ai được khen, so với nhân sự", GROUPS,
    ("Nhóm", *(f"{what} {side}" for side in ("được khen", "nhân sự") for what in ("Trong nhóm,", "Rõ,", "Tỷ lệ (%),", "Không rõ,")), "Chênh lệch (điểm phần trăm)", "Nhận xét"), _group,
)  # fmt: skip
GATHERED_TABLE = Table(
    "khen-thuong-tap-trung", "Khen thưởng tập trung", GATHERED,
    ("Khen thưởng", "Có khen thưởng", "Số khen thưởng", "Mười nhiều nhất nhận", "Tỷ lệ (%)", "Phần của mười ấy trong nhân sự (%)"), _gathered,
)  # fmt: skip
UNITS_TABLE = Table(
    "don-vi-duoc-khen-nhieu", "Đơn vị được khen nhiều nhất", UNITS, ("Đơn vị", "Khen thưởng", "Phần khen thưởng (%)", "Nhân sự", "Phần nhân sự (%)"), _unit,
)  # fmt: skip
AGAIN_TABLE = Table(
    "duoc-khen-lai", "Được khen lại năm sau", AGAIN,
    ("Đối tượng", "Được khen năm trước", "Năm nay lại được khen", "Tỷ lệ (%)", "Tỷ lệ ở người năm trước chưa được khen (%)", "Ba năm liền"), _again,
)  # fmt: skip


def draw(who: Actor, rows: Sequence[Any], table: Table, year: int) -> None:
    """The table, and its workbook below."""
    told.table(rows, table.columns, f"fairness:{table.name}", table.title)
    st.download_button(
        "Tải số liệu (Excel)", lambda: actions.sheet(who, f"{table.title}, năm {year}", table.headings, [table.cells(row) for row in rows]), file_name=f"{table.name}.xlsx",
        icon=":material/download:", type="tertiary", on_click="ignore", key=f"excel_{table.name}",
    )  # fmt: skip
