"""The rule of a session on the screen: thresholds with their căn cứ, quotas, who counts, who stands aside."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.shared import parts
from recognition.council import actions
from recognition.council.terms import (
    OPTIONAL,
    Absent,
    Base,
    Conflict,
    Method,
    Quota,
    Rule,
    Session,
    Share,
    Threshold,
    Tie,
)
from recognition.hall.actor import Actor

SHARES = tuple(Share(*each) for each in ((1, 2), (3, 5), (2, 3), (7, 10), (3, 4), (4, 5), (9, 10), (1, 1)))
ABSENT, BASES, TIES = tuple(Absent), tuple(Base), tuple(Tie)


def said(share: Share | None) -> str:
    """"2/3", "4/5 (80 %)", "toàn bộ"."""
    if share is None:
        return "Như mức tối thiểu"
    if share.over == share.under:
        return "toàn bộ"
    return f"{share} ({share.over * 100 // share.under} %)" if share.over * 100 % share.under == 0 and share.under > 2 else str(share)


def _shares(known: Share | None) -> tuple[Share, ...]:
    return SHARES if known is None or known in SHARES else (*SHARES, known)


def rule(who: Actor, session: Session) -> None:
    """The rule as data: quorum, threshold per award with its căn cứ, who counts."""
    missing = not session.rule.quorum_basis or any(not each.basis for each in session.rule.thresholds)
    with st.expander("Quy tắc biểu quyết" + (" · còn thiếu căn cứ" if missing else ""), expanded=missing, icon=":material/balance:"):
        parts.soft("Ngưỡng do văn bản trung ương ấn định thì ghi sẵn điều khoản. Các ngưỡng khác là đề xuất, anh/chị chỉnh theo quy chế và ghi căn cứ.")
        _example(who, session)
        with st.form("rule", border=False):
            made = _typed(session)
            if st.form_submit_button("Ghi quy tắc") and parts.did("rule", lambda key: actions.set_rule(who, session.id, session.version, made, key)):
                parts.done("Đã ghi quy tắc.")
                st.rerun()


def _example(who: Actor, session: Session) -> None:
    """A rule that some place really wrote, to begin from."""
    known = {code: (name, source) for code, name, source in actions.examples(session)}
    with st.popover("Bắt đầu từ quy chế của nơi khác", icon=":material/content_copy:"):
        code = st.selectbox("Quy chế", list(known), format_func=lambda one: known[one][0], key="example:code")
        parts.soft(f"Nguồn: {known[code][1]}. Nguồn này được ghi vào ô căn cứ; anh/chị thay bằng văn bản của nơi mình.")
        if st.button("Dùng quy chế này", key="example:take") and parts.did("example", lambda key: actions.take_example(who, session.id, session.version, code, key)):
            for field in [field for field in st.session_state if str(field).startswith("rule:")]:
                del st.session_state[field]
            parts.done("Đã lấy quy chế mẫu. Anh/chị xem lại từng ô.")
            st.rerun()


def _typed(session: Session) -> Rule:
    known = session.rule
    left, right = st.columns([1, 2.2])
    quorum = left.selectbox("Dự họp ít nhất", _shares(known.quorum), index=_shares(known.quorum).index(known.quorum), format_func=said, key="rule:quorum")
    basis = right.text_input("Căn cứ", value=known.quorum_basis, placeholder="Điều 5 Quy chế hoạt động của Hội đồng", key="rule:quorum_basis")
    parts.field_error("rule", "quorum")
    names = dict.fromkeys((item.award_code, item.award_name) for item in session.items)
    thresholds, quotas = [], []
    for code, name in names:
        made, most = _threshold(known, code, name)
        thresholds.append(made)
        quotas += [] if most is None else [Quota(code, most)]
    return _others(session, replace(known, quorum=quorum, quorum_basis=basis, thresholds=tuple(thresholds), quotas=tuple(quotas)))


def _threshold(rule: Rule, code: str, name: str) -> tuple[Threshold, int | None]:
    """One award: how much of whom, by what căn cứ, for how many at most."""
    known = rule.of(code) or Threshold(code, Share(1, 2), True, Base.ALL_MEMBERS, "")
    st.markdown(f"**{parts.said(name)}**")
    sign, share, base = st.columns([1.4, 1.3, 2.6])
    locked, shares = known.national, _shares(known.share)
    strict = sign.selectbox("So sánh", (False, True), index=int(known.strict), format_func=lambda one: "quá" if one else "từ … trở lên", key=f"rule:strict:{code}", disabled=locked)
    chosen = share.selectbox("Tỷ lệ đồng ý", shares, index=shares.index(known.share), format_func=said, key=f"rule:share:{code}", disabled=locked)
    of = base.selectbox("Tính trên", BASES, index=BASES.index(known.base), format_func=lambda one: one.label, key=f"rule:base:{code}", disabled=locked)
    why, most = st.columns([3.9, 1.4])
    basis = why.text_input("Căn cứ", value=known.basis, key=f"rule:basis:{code}", placeholder="Quy chế, quyết định của tỉnh, điều lệ …", disabled=locked)
    with most:
        number = parts.whole("Nhiều nhất", rule.most(code), form="rule", field=f"quota.{code}", key=f"rule:most:{code}", placeholder="không giới hạn")
    for field in ("threshold", "quota"):
        parts.field_error("rule", f"{field}.{code}")
    made = known if locked else replace(known, strict=strict, share=chosen, base=of, basis=basis)
    return made, number


def _others(session: Session, made: Rule) -> Rule:
    """Settings of the whole session."""
    known = session.rule
    least = (None, *_shares(known.attendance))
    attendance = st.selectbox("Riêng phiên xét khen thưởng, dự họp ít nhất", least, index=least.index(known.attendance), format_func=said, key="rule:attendance")
    absent = st.radio("Người vắng", ABSENT, index=ABSENT.index(known.absent), format_func=lambda one: one.label, key="rule:absent")
    substitutes = st.toggle("Nhận người dự thay có văn bản cử; phiếu tính như của thành viên", value=known.substitutes, key="rule:substitutes")
    tie = known.tie
    if made.quotas:
        tie = st.radio("Bằng phiếu ở chỗ cuối của hạn mức", TIES, index=TIES.index(known.tie), format_func=lambda one: one.label, key="rule:tie")
    voice = known.chair_voice
    if session.method is Method.OPEN:
        voice = st.toggle("Giơ tay đúng bằng mức phải vượt thì theo ý kiến Chủ tịch Hội đồng", value=known.chair_voice, key="rule:voice")
    conflicts = st.multiselect(
        "Tự động không tham gia, ngoài người được đề nghị", OPTIONAL, default=[each for each in OPTIONAL if each in known.conflicts], format_func=_short,
        key="rule:conflicts", placeholder="Không ai khác",
    )  # fmt: skip
    parts.soft("Chưa có văn bản chung về việc này: hai lý do đầu là đề xuất, anh/chị chỉnh theo quy chế của Hội đồng.")
    recused = st.toggle("Người không tham gia vẫn tính vào mẫu số", value=known.recused_in_base, key="rule:recused")
    abstain = st.toggle("Phiếu có ô «Không có ý kiến»", value=known.abstain_offered, key="rule:abstain")
    return replace(
        made, attendance=attendance, absent=absent, substitutes=substitutes, tie=tie, chair_voice=voice, conflicts=tuple(conflicts), recused_in_base=recused,
        abstain_offered=abstain,
    )  # fmt: skip


def _short(kind: Conflict) -> str:
    words = {Conflict.HEAD: "Đứng đầu đơn vị", Conflict.RELATION: "Quan hệ đã khai", Conflict.AUTHOR: "Lập, xác nhận hồ sơ", Conflict.UNIT: "Cùng đơn vị"}
    return words.get(kind, kind.label)
