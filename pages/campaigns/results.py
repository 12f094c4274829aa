"""Thông báo kết quả xét khen thưởng: one letter a unit, beside the campaign."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.shared import parts
from recognition.campaigns.terms import Campaign
from recognition.hall.actor import Actor
from recognition.insight.actions import results

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draw(who: Actor, campaign: Campaign) -> None:
    """All units as one ZIP and one by one for the secretary; its own for a unit; nothing for anybody else."""
    found = {unit.id: unit for unit in results.units(who, campaign.id)}
    if not found:
        return
    st.subheader("Thông báo kết quả xét")
    with st.container(border=True):
        parts.soft("Từng trường hợp của đơn vị: đã qua bước nào, kết quả, còn thiếu gì, gợi ý cho năm sau. Không có số phiếu.")
        if len(found) > 1:
            st.download_button(
                f"Tất cả {len(found)} đơn vị (ZIP)", partial(results.every, who, campaign.id), f"thong-bao-ket-qua-{campaign.code}.zip", "application/zip",
                icon=":material/folder_zip:", width="stretch", on_click="ignore",
            )  # fmt: skip
            chosen = st.selectbox("Đơn vị", list(found), format_func=lambda one: f"{found[one].name} ({found[one].cases})", key="results:unit")
        else:
            (chosen,) = found
        st.download_button(
            "Tải thông báo (Word)", partial(results.word, who, campaign.id, chosen), results.file_name(found[chosen]), WORD,
            icon=":material/download:", width="stretch", on_click="ignore", key=f"results:word:{chosen}",
        )  # fmt: skip
