"""Which printer and which blank: two choices that several screens of the print shop share."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from recognition.hall.actor import Actor
from recognition.issuing.actions import printers, stock
from recognition.issuing.shop_terms import How


def how(who: Actor, issuer_id: UUID, key: str) -> How:
    """What was chosen: plain paper without correction to begin with."""
    blanks = {each.blank.id: each.blank for each in stock.standings(who) if each.blank.issuer_id == issuer_id}
    machines = {each.id: each for each in printers.every(who)}
    none = UUID(int=0)
    blank = st.selectbox("Giấy", [none, *blanks], format_func=lambda one: f"Phôi: {blanks[one].name}" if one in blanks else "Giấy trắng, in cả hoa văn", key=f"{key}:blank")
    machine = st.selectbox(
        "Máy in", [none, *machines], key=f"{key}:printer",
        format_func=lambda one: machines[one].title + ("" if machines[one].calibration else " (chưa hiệu chỉnh)") if one in machines else "Không hiệu chỉnh",
    )  # fmt: skip
    chosen = machines.get(machine)
    return How(chosen.calibration if chosen else None, blanks.get(blank), chosen.id if chosen else None)
