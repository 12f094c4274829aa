"""«Phát mà không động»: the amber words for a campaign that does not move, and the chart of launched against moving."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.insight import more_charts
from pages.shared import frame, parts
from recognition.insight.actions.launches import CUSTOM
from recognition.insight.terms.launches import Launch

_MOST = 8


def badge(one: Launch) -> None:
    """Amber, with its word and days."""
    st.badge(f"Phát mà không động · {one.quiet} ngày", icon=":material/hourglass_disabled:", color="orange")


def words(one: Launch) -> None:
    """What is seen, and that the number of days is a custom."""
    parts.plain(one.sentence)
    parts.soft(CUSTOM)


def alarms(launches: Sequence[Launch], most: int = 3) -> None:
    """The still ones, each with the way to its campaign; nothing when all move."""
    still = [one for one in launches if one.still]
    for one in still[:most]:
        with st.container(border=True, gap="small"):
            badge(one)
            st.markdown(f"**{parts.said(one.moves.name)}**")
            parts.soft(one.sentence)
            frame.link("pages/campaigns/campaign.py", "Xem phong trào", ":material/flag:", id=one.moves.campaign_id)
    if len(still) > most:
        parts.soft(f"và {len(still) - most} phong trào nữa")
    if still:
        parts.soft(CUSTOM)


def chart(launches: Sequence[Launch]) -> None:
    """Launched against moving: to how many units, from how many something came."""
    told = [one for one in launches if one.moves.told][:_MOST]
    if told:
        st.vega_lite_chart(spec=more_charts.launched(told), theme=None, alt="; ".join(f"{one.moves.name}: {one.moves.moving} trong {one.moves.told} đơn vị" for one in told))
