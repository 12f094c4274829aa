"""Choosing reviewers and dealing out the cases."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.reviewing.actions import assigning, phasing
from recognition.reviewing.phases import Phase, Standing, standing
from recognition.reviewing.terms import Dealt, Reviewer
from vietnamese import dates, text


def draw(who: Actor, campaign_id: UUID, planned: Sequence[Phase] = ()) -> None:
    """In which phase where there are some, who, how many per case, until when; then what came of it."""
    if "deal:told" in st.session_state:
        sentence, left = st.session_state.pop("deal:told")
        st.success(parts.said(sentence), icon=":material/check:")
        for why, codes in _by_reason(left).items():
            st.warning(parts.said(f"{len(codes)} hồ sơ chưa đủ người chấm: {why}. {text.first_few(codes, 5, 'hồ sơ')}."), icon=":material/person_off:")
    phase = _phase(planned)
    if phase is None:
        search = st.text_input("Tìm người chấm theo tên", key="deal:search")
        known: dict[UUID, Reviewer] = st.session_state.setdefault("deal:known", {})
        found = {one.account_id: one for one in assigning.candidates(who, search)}
        known |= found
        offered = dict.fromkeys((*st.session_state.get("deal:chosen", ()), *found))  # who is chosen stays, whoever is looked for now
        chosen = st.multiselect("Người chấm", list(offered), format_func=lambda one: known[one].name, key="deal:chosen", placeholder="Chọn một hay nhiều người")
    else:
        names = phasing.names(who, campaign_id)
        chosen = st.multiselect("Người của vòng", list(phase.members), list(phase.members), format_func=lambda one: names.get(one, ""), key=f"deal:of:{phase.id}:{phase.version}")
    parts.field_error("deal", "accounts")
    left_side, right = st.columns(2)
    first = min(9, max(1, len(phase.members))) if phase else 2
    with left_side:
        each = parts.whole("Mỗi hồ sơ mấy người chấm", first, form="deal", field="each", key=f"deal:each:{phase.id}" if phase else "deal:each", needed=True)
        parts.field_error("deal", "each")
    with right:
        due = parts.any_day("Hạn chấm", "deal:due")
    parts.field_error("deal", "due")
    parts.soft("Chia đều cho người đang có ít việc nhất. Không giao cho người được đề nghị, người lập hồ sơ, người công tác ở đơn vị của hồ sơ." + (" Vòng giấu tên cũng không giao cho người thấy tên ở vai trò khác." if phase and phase.hides else ""))
    if st.button("Giao chấm", type="primary", icon=":material/assignment_ind:"):
        done = parts.do("deal", lambda key: assigning.deal(who, campaign_id, chosen, each or 0, due, key, phase_id=phase.id if phase else None))
        if done is not None:
            st.session_state["deal:told"] = (f"Đã giao {done.given} phiếu chấm.", done.left) if isinstance(done, Dealt) else ("Đã giao chấm.", ())
            st.rerun()


def _by_reason(left: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Reason → codes of the cases that nobody more may score for it."""
    found: dict[str, list[str]] = {}
    for code, why in left:
        found.setdefault(why, []).append(code)
    return found


def _phase(planned: Sequence[Phase]) -> Phase | None:
    """The phase in which sheets are given: the one that is open, unless another is chosen."""
    if not planned:
        return None
    left = [each for each in planned if standing(each, dates.today()) is not Standing.CLOSED] or list(planned)
    titles = {each.id: each for each in left}
    chosen = st.selectbox("Vòng", list(titles), format_func=lambda one: titles[one].title, key="deal:phase")
    parts.field_error("deal", "phase")
    return titles[chosen]
