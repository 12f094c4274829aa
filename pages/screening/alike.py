"""Furniture: the radar's word beside a case, and while somebody types who is praised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.hall.actor import Actor
from recognition.nominations.terms import Nomination, NominationInput
from recognition.screening.actions import radar
from recognition.screening.near import Alike, Asked, Grade


def beside(case: Nomination, found: Sequence[Alike]) -> None:
    """How many cases may repeat this one, and the way to compare them."""
    st.subheader("So trùng")
    with st.container(border=True):
        if found:
            worst = found[0]
            parts.check("fail" if worst.grade is Grade.SAME else "ask", f"{len(found)} hồ sơ có thể trùng; gần nhất: {worst.candidate.code}, {worst.candidate.unit_name}", worst.clause)
        else:
            parts.check("pass", "Không thấy hồ sơ nào giống về người và việc", "")
        if st.button("So trùng, so báo cáo", icon=":material/compare:", key="open_compare"):
            frame.go("pages/screening/compare.py", id=case.id)


def of_input(who: Actor, data: NominationInput, name: str, but: UUID | None = None) -> None:
    """The same for a form that is being written: `name` is the name as typed or chosen."""
    nominee = data.nominee
    if nominee is None or not name:
        return
    year = nominee.newcomer.birth_year if nominee.newcomer else None
    typing(
        who, name, kind=nominee.kind.value, birth_year=year, unit_id=nominee.unit_id, title=data.title, deed_date=data.deed.deed_date if data.deed else None,
        issuer_id=data.issuer_id, campaign_id=data.campaign_id, but=but, person_id=nominee.person_id,
    )  # fmt: skip


def typing(
    who: Actor, name: str, *, kind: str = "individual", birth_year: int | None = None, unit_id: UUID | None = None, title: str = "",
    deed_date: date | None = None, issuer_id: UUID | None = None, campaign_id: UUID | None = None, but: UUID | None = None, person_id: UUID | None = None,
) -> None:  # fmt: skip
    """Who already proposed this, said while it is typed; nothing when nobody did."""
    asked = Asked(name, kind, person_id, birth_year, unit_id, "", title, deed_date, issuer_id, campaign_id, nomination_id=but)
    for found in radar.while_typing(who, asked):
        other = found.candidate
        with st.container(border=True):
            parts.check("ask", f"Có thể đã được đề nghị ở hồ sơ {other.code} của {other.unit_name} ({other.state.label})", found.clause)
            for reason in found.reasons:
                parts.soft(reason)
