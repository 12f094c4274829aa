"""The doors from a session to its sealed ballot and its room screen: plain pages, where secrets may be typed."""

from __future__ import annotations

import streamlit as st

from pages.shared import parts
from recognition.council import actions
from recognition.council.actions import sealed
from recognition.council.terms import Method, Session, SessionState
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb


def opening(session: Session) -> None:
    """The secretary and the tellers open the vote on a page of its own."""
    st.link_button(
        "Mở bỏ phiếu kín",
        f"/bo-phieu/{session.id}/mo",
        icon=":material/lock:",
        type="primary" if session.present else "secondary",
    )
    parts.soft("Mở trang riêng. Ba người kiểm phiếu có mặt, mỗi người tự gõ cụm mật khẩu của mình.")


def vote(who: Actor, session: Session) -> None:
    """What a member, a teller or the secretary does while the sealed ballot runs."""
    box = sealed.box(who, session.id)
    with st.container(border=True):
        st.markdown(f"**Bỏ phiếu kín:** {box.ballots} phiếu của {len(box.voters)} người trong danh sách.")
        with st.container(horizontal=True):
            if session.state is SessionState.OPEN and sealed.may_enter(who, session):
                st.link_button(
                    "Vào phòng phiếu", f"/bo-phieu/{session.id}", icon=":material/how_to_vote:", type="primary"
                )
            if session.state is SessionState.COUNTING and not box.counted and allowed(who, Verb.ENTER_COUNT, session):
                st.link_button("Kiểm phiếu", f"/bo-phieu/{session.id}/kiem", icon=":material/key:", type="primary")
            st.link_button(
                _urn(who, session, counted=box.counted), f"/bo-phieu/{session.id}/thung", icon=":material/inventory_2:"
            )


def _urn(who: Actor, session: Session, *, counted: bool) -> str:
    if session.state is SessionState.OPEN and allowed(who, Verb.CLOSE_BALLOT, session):
        return "Xem và đóng thùng phiếu"
    return "Xem kết quả kiểm phiếu" if counted else "Xem thùng phiếu"


def ready(who: Actor, session: Session) -> bool:
    """Whether the tellers have counted, so that the session may end."""
    counted = bool(actions.counts(who, session.id).entered)
    if not counted:
        parts.soft("Thư ký đóng thùng phiếu, rồi hai người kiểm phiếu mở thùng bằng cụm mật khẩu của mình.")
    return counted


def doors(who: Actor, session: Session) -> None:
    """Beside the session: the room screen, and the urn once the session is over."""
    if session.state in (SessionState.PLANNED, SessionState.CANCELLED):
        return
    steers = allowed(who, Verb.RECORD_ATTENDANCE, session)
    st.link_button(
        "Màn hình phòng họp",
        f"/phong-hop/{session.id}{'?dieu-khien=1' if steers else ''}",
        icon=":material/cast:",
        width="stretch",
    )
    if session.method is Method.SEALED and session.state is SessionState.CLOSED:
        st.link_button(
            "Thùng phiếu kín", f"/bo-phieu/{session.id}/thung", icon=":material/inventory_2:", width="stretch"
        )
