"""Papers of a session to take along."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from recognition.council import actions
from recognition.council.terms import Method, Session, SessionState
from recognition.hall.actor import Actor

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def papers(who: Actor, session: Session, *, secretary: bool) -> None:
    """Papers that can be made now; a paper that cannot be made says why."""
    if session.state in (SessionState.PLANNED, SessionState.CANCELLED) or not (secretary or session.items):
        return
    with st.container(border=True):
        st.markdown("**Giấy tờ của phiên**")
        st.link_button("Sổ hồ sơ (PDF)", f"/tai-ve/so-ho-so/{session.id}", icon=":material/menu_book:", width="stretch")
        paper("Danh sách tóm tắt (A3, Word)", "danh-sach-tom-tat.docx", lambda: actions.summary(who, session.id))
        paper("Danh sách tóm tắt (A3, Excel)", "danh-sach-tom-tat.xlsx", lambda: actions.summary_sheet(who, session.id), EXCEL)
        paper("Giấy mời", "giay-moi.docx", lambda: actions.invitation(who, session.id))
        paper("Lịch họp (.ics)", "phien-hop.ics", lambda: actions.calendar(who, session.id), "text/calendar")
        if secretary and session.method is Method.PAPER and session.state is not SessionState.CLOSED:
            paper("Phiếu bầu để in", "phieu.docx", lambda: actions.ballots(who, session.id))
        if session.state is SessionState.CLOSED:
            paper("Biên bản họp", "bien-ban-hop.docx", lambda: actions.minutes(who, session.id))
            if session.papers is not None:
                paper("Biên bản kiểm phiếu", "bien-ban-kiem-phieu.docx", lambda: actions.count_record(who, session.id))


def paper(label: str, file: str, make: Callable[[], bytes], mime: str = WORD) -> None:
    """One paper to take along; it is made when it is asked for, and its button says why when it cannot be."""
    st.download_button(label, make, file_name=file, mime=mime, icon=":material/download:", width="stretch", on_click="ignore", key=f"paper:{file}")
