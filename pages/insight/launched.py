"""«Phát mà không động»: the amber words for a campaign that does not move, and the chart of launched against moving."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.insight import more_charts
from pages.shared import frame, parts
from recognition.insight.actions.launches import CUSTOM
from recognition.insight.terms.launches import Launch

_MOST = 8


def alarm(one: Launch) -> None:
    """Amber, with its word and days; what is seen; that the number of days is a custom."""
    with st.container(border=True, gap="small"):
        st.badge(_word(one), icon=":material/hourglass_disabled:", color="orange")
        parts.plain(one.sentence)
        parts.soft(CUSTOM)


def _word(one: Launch) -> str:
    return f"Phát mà không động · {one.quiet} ngày"


def alarms(launches: Sequence[Launch], most: int = 3) -> None:
    """The still ones in one box, each with the way to its campaign; nothing when all move."""
    still = [one for one in launches if one.still]
    if not still:
        return
    with st.container(border=True, gap="small"):
        for one in still[:most]:
            st.markdown(f"**{parts.said(one.moves.name)}** :orange-badge[:material/hourglass_disabled: {parts.said(_word(one))}]  \n:small[:gray[{parts.said(one.sentence)}]]")
            frame.link("pages/campaigns/campaign.py", "Xem phong trào", ":material/flag:", id=one.moves.campaign_id)
        rest = f"Và {len(still) - most} phong trào nữa. " if len(still) > most else ""
        st.markdown(f":small[:gray[{parts.said(rest + CUSTOM)}]]")


def chart(launches: Sequence[Launch], *, beside: bool = False) -> None:
    """Launched against moving: to how many units, from how many something came."""
    told = [one for one in launches if one.moves.told][:_MOST]
    if told:
        draw = more_charts.launched_beside if beside else more_charts.launched
        st.vega_lite_chart(spec=draw(told), theme=None, alt="; ".join(f"{one.moves.name}: {one.moves.moving} trong {one.moves.told} đơn vị" for one in told))
