"""Before the vote: the next step, the tellers."""

from __future__ import annotations

import streamlit as st

from pages.council import sealed
from pages.shared import parts
from recognition.council import actions
from recognition.council.terms import Method, Session, SessionState
from recognition.hall.actor import Actor


def next_step(who: Actor, session: Session) -> None:
    """Call the session, or open its vote; what is missing is said in one place."""
    with st.container(border=True):
        if session.state is SessionState.PLANNED:
            st.markdown("**Bước tiếp theo: triệu tập.** Thành viên sẽ thấy chương trình và hồ sơ trên máy của mình.")
            if st.button("Triệu tập", icon=":material/send:", type="primary") and parts.did("call", lambda key: actions.call(who, session.id, session.version, key)):
                parts.done("Đã triệu tập. In giấy mời ở cột bên.")
                st.rerun()
            return
        st.markdown("**Bước tiếp theo: mở bỏ phiếu.** Quy tắc được khoá và không đổi được nữa; mỗi hồ sơ gắn với đúng bản đang trình.")
        for sentence in [*actions.warnings(session), *actions.posting_warnings(who, session)]:
            st.warning(sentence, icon=":material/info:")
        if session.method is Method.SEALED:
            sealed.opening(session)
            return
        if st.button("Mở bỏ phiếu", icon=":material/how_to_vote:", type="primary" if session.present else "secondary") and parts.did(
            "open", lambda key: actions.open_vote(who, session.id, session.version, key)
        ):
            parts.done("Đã mở bỏ phiếu.")
            st.rerun()


def tellers(who: Actor, session: Session) -> None:
    """The tellers' team of a paper or a sealed ballot."""
    if session.method is Method.OPEN:
        return
    people = dict(actions.teller_candidates(who, session.id))
    with st.expander("Tổ kiểm phiếu: " + (", ".join(each.name for each in session.tellers) or "chưa chọn"), expanded=not session.tellers, icon=":material/group:"):
        if session.method is Method.SEALED:
            parts.soft("Đủ ba người, mỗi người giữ một phần khoá của thùng phiếu; người thứ nhất là tổ trưởng. Không đủ ba người thì bỏ phiếu giấy.")
        else:
            parts.soft("Hai người đầu nhập kết quả độc lập, mỗi người trên máy của mình; người thứ nhất là tổ trưởng.")
        with st.form("tellers", border=False):
            chosen = st.multiselect("Người kiểm phiếu", list(people), default=[each.account_id for each in session.tellers if each.account_id in people], format_func=people.__getitem__, max_selections=3)
            parts.field_error("tellers", "tellers")
            if st.form_submit_button("Ghi tổ kiểm phiếu") and parts.did("tellers", lambda key: actions.set_tellers(who, session.id, session.version, tuple(chosen), key)):
                parts.done("Đã ghi tổ kiểm phiếu.")
                st.rerun()
