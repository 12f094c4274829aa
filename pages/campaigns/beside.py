"""Beside the work: the campaigns under way, their next deadline and who has taken part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from pages.shared import frame, parts
from recognition.campaigns import actions
from recognition.campaigns.terms import CampaignLine, UnitLine
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates, numbers

_MOST = 2


def draw(who: Actor) -> None:
    """The nearest campaigns, each in a box of its own."""
    if not allowed(who, Verb.SEE_CAMPAIGNS):
        return
    for number, campaign in enumerate(actions.open_now(who, most=_MOST)):
        if number == 0:
            st.subheader("Phong trào đang diễn ra")
        _one(campaign, actions.units_of(who, campaign.id), dates.today())


def _one(campaign: CampaignLine, lines: Sequence[UnitLine], today: date) -> None:
    with st.container(border=True):
        st.markdown(f"**{parts.said(campaign.name)}**")
        if campaign.next_stage and campaign.next_day:
            parts.soft(f"{campaign.next_stage.label}: {left(today, campaign.next_day)}")
        progress(lines)
        parts.facts(
            [("Đề nghị đã gửi", numbers.integer(sum(line.nominations for line in lines))), ("Mô hình", numbers.integer(sum(line.models for line in lines)))], columns=2
        )
        frame.link("pages/campaigns/campaign.py", "Xem phong trào", ":material/flag:", id=campaign.id)


def progress(lines: Sequence[UnitLine]) -> None:
    """How many units have taken part, as a bar with its words."""
    if lines:
        done = sum(bool(line.nominations or line.models) for line in lines)
        st.progress(done / len(lines), text=f"{done}/{len(lines)} đơn vị đã tham gia")


def left(today: date, day: date) -> str:
    """`còn 4 ngày, đến 30/11/2026`; `hôm nay` on the day itself."""
    days = (day - today).days
    return f"hôm nay, {dates.short(day)}" if days == 0 else f"còn {days} ngày, đến {dates.short(day)}"
