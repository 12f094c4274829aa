"""Lan toả: the models from which most units learned in the period, as a short list and as Excel."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.spread_terms import Copied
from recognition.hall.actor import Actor
from recognition.insight import actions
from recognition.insight.terms import Filters

_SHOWN = 5


def draw(who: Actor, chosen: Filters) -> None:
    """What spread most, by name."""
    found = models.most_copied(who, (chosen.from_date, chosen.to_date), chosen.unit_id, chosen.campaign_id)
    st.subheader(_title(found))
    parts.soft("Số đơn vị bắt đầu học tập, làm theo trong kỳ, theo ghi nhận của các đơn vị")
    if not found:
        return
    with st.container(border=True):
        for each in found[:_SHOWN]:
            st.markdown(f"**{parts.said(each.name)}**  \n:small[:gray[{parts.said(each.unit_name)} · {each.learners} đơn vị làm theo]]")
        if len(found) > _SHOWN:
            parts.soft(f"và {len(found) - _SHOWN} mô hình khác, xem trong tệp Excel")
    frame.link("pages/models/examples.py", "Mô hình để học tập, làm theo", ":material/content_copy:")
    rows: list[list[str | int]] = [[each.code, each.name, each.unit_name, each.learners] for each in found]
    st.download_button(
        "Tải số liệu (Excel)", lambda: actions.sheet(who, "Mô hình được học tập, làm theo", ["Mã", "Mô hình", "Đơn vị", "Đơn vị làm theo"], rows),
        file_name="lan-toa.xlsx", icon=":material/download:", type="tertiary", on_click="ignore", key="excel_lan-toa",
    )  # fmt: skip


def _title(found: list[Copied]) -> str:
    if not found:
        return "Chưa ghi đơn vị nào học theo mô hình"
    return f"{len(found)} mô hình được đơn vị khác học tập, làm theo"
