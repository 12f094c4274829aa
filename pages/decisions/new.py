"""Dự thảo quyết định: from a closed session, by the simplified procedure, or by written opinion."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.decisions import actions
from recognition.decisions.terms import Decision, Kind
from recognition.hall.words import Role, Verb
from recognition.nominations.terms import NominationLine
from vietnamese import dates

who = frame.require(Verb.DRAFT_DECISION)
WAYS = ("Từ phiên họp", "Đột xuất, thủ tục đơn giản", "Lấy ý kiến bằng văn bản", "Chuyển cấp trên")


def begin(name: str, call: Callable[[UUID], Decision]) -> None:
    """Draft, and go to it."""
    made = parts.do(name, call)
    if made is not None:
        frame.go("pages/decisions/decision.py", id=made if isinstance(made, str) else made.id)


def from_session() -> None:
    """Closed sessions with passed cases that no decision has yet."""
    waiting = actions.sessions_waiting(who)
    if not waiting:
        parts.empty("Không có phiên họp nào còn trường hợp đạt chờ quyết định.")
        return
    named = st.query_params.get("phien", "")
    for each in sorted(waiting, key=lambda one: str(one.session_id) != named):
        with st.container(border=True):
            words, commend, recognise = st.columns([4, 2, 2], vertical_alignment="center")
            with words.container(gap=None):
                st.markdown(f"**{parts.said(each.name)}**")
                parts.soft(f"Họp ngày {dates.short(each.on_date)}")
            with words:
                _some(each.session_id)
            if each.commend and commend.button(f"Khen thưởng {each.commend} trường hợp", key=f"commend:{each.session_id}", type="primary", width="stretch"):
                begin(f"commend:{each.session_id}", _whole(each.session_id, Kind.COMMEND))
            if each.recognise and recognise.button(f"Công nhận {each.recognise} mô hình", key=f"recognise:{each.session_id}", width="stretch"):
                begin(f"recognise:{each.session_id}", _whole(each.session_id, Kind.RECOGNISE))


def _whole(session_id: UUID, kind: Kind) -> Callable[[UUID], Decision]:
    return lambda key: actions.from_session(who, session_id, kind.value, key=key)


def _some(session_id: UUID) -> None:
    """A decision on some of the cases; the others wait for another one."""
    with st.popover("Chỉ một số trường hợp", icon=":material/checklist:"):
        cases = {line.id: line for line in actions.waiting_cases(who, session_id)}
        chosen = st.multiselect("Trường hợp", list(cases), format_func=lambda one: f"{cases[one].recipient_name} ({cases[one].award_name})", key=f"some:{session_id}")
        kind = st.radio("Loại", (Kind.COMMEND, Kind.RECOGNISE), format_func=lambda one: one.label, horizontal=True, key=f"some:kind:{session_id}")
        parts.field_error(f"some:{session_id}", "lines")
        if st.button("Lập dự thảo", key=f"some:go:{session_id}", type="primary", disabled=not chosen):
            begin(f"some:{session_id}", lambda key: actions.from_session(who, session_id, kind.value, chosen, key))


def choose(cases: tuple[NominationLine, ...], key: str) -> list[UUID]:
    """Which cases."""
    by_id = {line.id: line for line in cases}
    chosen = st.multiselect(
        f"Hồ sơ ({len(by_id)})", list(by_id), default=list(by_id) if len(by_id) <= 5 else [], key=key,
        format_func=lambda one: f"{by_id[one].recipient_name}: {by_id[one].title} ({by_id[one].code})",
    )  # fmt: skip
    return list(chosen)


def issuer_choice(key: str) -> UUID:
    """Whose decision."""
    known = {issuer.id: issuer.name for issuer in catalogue.issuers(who) if issuer.id in who.issuers(Role.SECRETARY)}
    chosen: UUID = st.selectbox("Cơ quan ban hành", list(known), format_func=known.__getitem__, key=key)
    return chosen


def simplified() -> None:
    """Spot cases straight from screening."""
    cases = actions.spot_cases(who)
    if not cases:
        parts.empty("Không có hồ sơ đột xuất nào đã thẩm định xong.")
        return
    with st.form("simplified", border=True):
        issuer = issuer_choice("simplified:issuer")
        chosen = choose(cases, "simplified:cases")
        parts.field_error("simplified", "lines")
        clause = st.text_input("Điều khoản cho phép thủ tục đơn giản", placeholder="Luật Thi đua, khen thưởng, Điều 85; Quy chế khen thưởng của cơ quan, Điều …")
        parts.field_error("simplified", "clause")
        if st.form_submit_button("Lập dự thảo", type="primary"):
            begin("simplified", lambda key: actions.simplified(who, issuer, chosen, clause, key))


def written() -> None:
    """Shortlisted cases on which members were asked in writing."""
    cases = actions.shortlisted(who)
    if not cases:
        parts.empty("Không có hồ sơ nào trong danh sách trình.")
        return
    with st.form("written", border=True):
        issuer = issuer_choice("written:issuer")
        kind = st.radio("Loại", (Kind.COMMEND, Kind.RECOGNISE), format_func=lambda one: one.label, horizontal=True)
        chosen = choose(cases, "written:cases")
        parts.field_error("written", "lines")
        basis = st.text_input("Văn bản tổng hợp ý kiến", placeholder="Báo cáo tổng hợp ý kiến số 12-BC/…, ngày …")
        parts.field_error("written", "clause")
        if st.form_submit_button("Lập dự thảo", type="primary"):
            begin("written", lambda key: actions.written_opinion(who, issuer, kind.value, chosen, basis, key))


def forward() -> None:
    """A case leaves for a higher authority; its answer comes back as an outside decision."""
    cases = {line.id: line for line in actions.forwardable(who)}
    if not cases:
        parts.empty("Không có hồ sơ nào chuyển cấp trên được: hồ sơ phải đã thẩm định, đã vào danh sách hoặc đã đạt.")
        return
    parts.soft("Kết quả của cấp trên về sau ghi ở «Quyết định bên ngoài», chọn hồ sơ được trả lời.")
    with st.form("forward", border=True):
        case = st.selectbox("Hồ sơ", list(cases), format_func=lambda one: f"{cases[one].recipient_name}: {cases[one].title} ({cases[one].state.label})")
        organ = st.text_input("Cơ quan cấp trên nhận hồ sơ", placeholder="Ban Thường vụ Tỉnh uỷ")
        parts.field_error("forward", "to")
        if st.form_submit_button("Chuyển cấp trên", icon=":material/move_up:") and parts.did(
            "forward", lambda key: actions.forward(who, case, cases[case].version, organ, key)
        ):
            parts.done("Đã chuyển cấp trên.")
            st.rerun()


frame.link("pages/decisions/list.py", "Quyết định", ":material/arrow_back:")
st.title("Dự thảo quyết định")
parts.soft("Chỉ trường hợp đã đạt mới vào quyết định của phiên họp. Danh sách xếp theo thứ tự của lễ trao: tập thể, hộ gia đình trước, cá nhân sau.")
way = st.segmented_control("Nguồn", WAYS, default=WAYS[0], required=True, label_visibility="collapsed", key="new:way")
{WAYS[0]: from_session, WAYS[1]: simplified, WAYS[2]: written, WAYS[3]: forward}[way or WAYS[0]]()
