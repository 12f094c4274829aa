"""The covenants of a campaign, on the campaign's page."""

from __future__ import annotations

import streamlit as st

from pages.shared import frame, parts
from recognition.campaigns.terms import Campaign, CampaignState
from recognition.covenants import actions
from recognition.covenants.terms import State
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb


def draw(who: Actor, campaign: Campaign) -> None:
    """Each with how many have signed; a way to begin one for the secretary of a campaign under way; nothing for anybody else."""
    found = actions.of_campaign(who, campaign.id)
    draws = campaign.state is CampaignState.LAUNCHED and allowed(who, Verb.DRAW_COVENANT, campaign)
    if not found and not draws:
        return
    st.subheader("Giao ước thi đua")
    with st.container(border=True):
        for line in found:
            frame.link("pages/covenants/covenant.py", line.name, ":material/handshake:", id=line.id)
            parts.soft("Đang soạn" if line.state is State.DRAFT else f"{line.joined} trong {line.parties} đơn vị đã ký, {line.sent} đã báo cáo")
        if not found:
            parts.soft("Các đơn vị của phong trào chưa ký giao ước nào với nhau.")
        if draws and st.button("Soạn giao ước", icon=":material/add:", key="covenant_of_campaign"):
            frame.go("pages/covenants/edit.py", **{"phong-trao": campaign.id})
