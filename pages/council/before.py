"""Before the vote: the next step, the rule with its căn cứ, the tellers."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.council import sealed
from pages.shared import parts
from recognition.council import actions
from recognition.council.terms import Absent, Base, Method, Rule, Session, SessionState, Share, Threshold
from recognition.hall.actor import Actor

SHARES = {"1/2": Share(1, 2), "2/3": Share(2, 3), "3/4": Share(3, 4), "4/5": Share(4, 5), "9/10": Share(9, 10)}
ABSENT, BASES = tuple(Absent), tuple(Base)


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
        for sentence in actions.warnings(session):
            st.warning(sentence, icon=":material/info:")
        if session.method is Method.SEALED:
            sealed.opening(session)
            return
        if st.button("Mở bỏ phiếu", icon=":material/how_to_vote:", type="primary" if session.present else "secondary") and parts.did(
            "open", lambda key: actions.open_vote(who, session.id, session.version, key)
        ):
            parts.done("Đã mở bỏ phiếu.")
            st.rerun()


def rule(who: Actor, session: Session) -> None:
    """The rule as data: quorum, threshold per award with its căn cứ, who counts."""
    missing = not session.rule.quorum_basis or any(not each.basis for each in session.rule.thresholds)
    with st.expander("Quy tắc biểu quyết" + (" · còn thiếu căn cứ" if missing else ""), expanded=missing, icon=":material/balance:"):
        parts.soft("Ngưỡng do văn bản trung ương ấn định thì ghi sẵn điều khoản. Các ngưỡng khác là đề xuất, anh/chị chỉnh theo quy chế và ghi căn cứ.")
        with st.form("rule", border=False):
            left, right = st.columns([1, 3])
            quorum = left.selectbox("Dự họp ít nhất", list(SHARES), index=_index(session.rule.quorum), key="rule:quorum")
            quorum_basis = right.text_input("Căn cứ", value=session.rule.quorum_basis, placeholder="Điều 5 Quy chế hoạt động của Hội đồng", key="rule:quorum_basis")
            parts.field_error("rule", "quorum")
            names = dict.fromkeys((item.award_code, item.award_name) for item in session.items)
            thresholds = tuple(_threshold(session.rule.of(code) or Threshold(code, Share(1, 2), True, Base.ALL_MEMBERS, ""), name) for code, name in names)
            absent = st.radio("Người vắng", ABSENT, index=ABSENT.index(session.rule.absent), format_func=lambda one: one.label, key="rule:absent")
            recused = st.toggle("Người không tham gia vẫn tính vào mẫu số", value=session.rule.recused_in_base, key="rule:recused")
            abstain = st.toggle("Phiếu có ô «Không có ý kiến»", value=session.rule.abstain_offered, key="rule:abstain")
            if st.form_submit_button("Ghi quy tắc"):
                made = Rule(SHARES[quorum], quorum_basis, thresholds, abstain, absent, recused)
                if parts.did("rule", lambda key: actions.set_rule(who, session.id, session.version, made, key)):
                    parts.done("Đã ghi quy tắc.")
                    st.rerun()


def _index(share: Share) -> int:
    return list(SHARES).index(str(share)) if str(share) in SHARES else 0


def _threshold(known: Threshold, name: str) -> Threshold:
    st.markdown(f"**{parts.said(name)}**")
    sign, share, base = st.columns([1.3, 1, 2.6])
    code, locked = known.award_code, known.national
    strict = sign.selectbox("So sánh", (False, True), index=int(known.strict), format_func=lambda one: "quá" if one else "từ … trở lên", key=f"rule:strict:{code}", disabled=locked)
    chosen = share.selectbox("Tỷ lệ đồng ý", list(SHARES), index=_index(known.share), key=f"rule:share:{code}", disabled=locked)
    of = base.selectbox("Tính trên", BASES, index=BASES.index(known.base), format_func=lambda one: one.label, key=f"rule:base:{code}", disabled=locked)
    basis = st.text_input("Căn cứ", value=known.basis, key=f"rule:basis:{code}", placeholder="Quy chế, quyết định của tỉnh, điều lệ …", disabled=locked)
    parts.field_error("rule", f"threshold.{code}")
    if locked:
        return known
    return replace(known, strict=strict, share=SHARES[chosen], base=of, basis=basis)


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
