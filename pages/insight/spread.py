"""Lan toả: the models from which most units learned in the period, what published examples were given in thanks; as a short list and as Excel."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.spread_terms import Copied
from recognition.hall.actor import Actor
from recognition.insight import actions
from recognition.insight.terms import Filters
from recognition.thanks import actions as thanks
from recognition.thanks.terms import Count, Measured

_SHOWN = 5
_COLUMNS = ["Mã", "Mô hình, gương", "Đơn vị", "Đơn vị làm theo", "Người cảm ơn", "Lời chúc mừng"]


def draw(who: Actor, chosen: Filters) -> None:
    """What spread most, by name."""
    found = models.most_copied(who, (chosen.from_date, chosen.to_date), chosen.unit_id, chosen.campaign_id)
    st.subheader(_title(found))
    parts.soft("Số đơn vị bắt đầu học tập, làm theo trong kỳ, theo ghi nhận của các đơn vị")
    given = thanks.measured(who, chosen)
    if not found and not given:
        return
    of_model = _of_models(given)
    if found:
        _learned(found, of_model)
    if given:
        whole = Count(sum(each.count.thanks for each in given), sum(each.count.words for each in given))
        parts.soft(f"Gương đã công bố nhận được trong kỳ: {whole.sentence} ({len(given)} gương).")
    rows = _rows(found, of_model, given)
    st.download_button(
        "Tải số liệu (Excel)", lambda: actions.sheet(who, "Lan toả", _COLUMNS, rows),
        file_name="lan-toa.xlsx", icon=":material/download:", type="tertiary", on_click="ignore", key="excel_lan-toa",
    )  # fmt: skip


def _of_models(given: list[Measured]) -> dict[str, Count]:
    """Of each model by its code, whatever number of times it was published."""
    found: dict[str, Count] = {}
    for each in given:
        if each.code:
            before = found.get(each.code, Count())
            found[each.code] = Count(before.thanks + each.count.thanks, before.words + each.count.words)
    return found


def _learned(found: list[Copied], of_model: dict[str, Count]) -> None:
    """The first few, each with what it was given."""
    with st.container(border=True):
        for each in found[:_SHOWN]:
            said = " · ".join(part for part in (each.unit_name, f"{each.learners} đơn vị làm theo", of_model.get(each.code, Count()).sentence) if part)
            st.markdown(f"**{parts.said(each.name)}**  \n:small[:gray[{parts.said(said)}]]")
        if len(found) > _SHOWN:
            parts.soft(f"và {len(found) - _SHOWN} mô hình khác, xem trong tệp Excel")
    frame.link("pages/models/examples.py", "Mô hình để học tập, làm theo", ":material/content_copy:")


def _rows(found: list[Copied], of_model: dict[str, Count], given: list[Measured]) -> list[list[str | int]]:
    """Models from which was learned, then examples that were only thanked."""
    learned = {each.code for each in found}
    rows: list[list[str | int]] = []
    for each in found:
        count = of_model.get(each.code, Count())
        rows.append([each.code, each.name, each.unit_name, each.learners, count.thanks, count.words])
    return rows + [[one.code, one.name, one.unit_name, 0, one.count.thanks, one.count.words] for one in given if one.code not in learned]


def _title(found: list[Copied]) -> str:
    if not found:
        return "Chưa ghi đơn vị nào học theo mô hình"
    return f"{len(found)} mô hình được đơn vị khác học tập, làm theo"
