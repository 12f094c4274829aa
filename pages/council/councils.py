"""Hội đồng: founding decisions and members with their dates."""

from __future__ import annotations

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.catalogue import actions as catalogue
from recognition.council import actions
from recognition.council.terms import Council, CouncilInput, CouncilKind, Member, MemberInput, MemberRole
from recognition.hall.words import Role, Verb
from vietnamese import dates

who = frame.require(Verb.MANAGE_COUNCILS)
ROLES, KINDS = tuple(MemberRole), tuple(CouncilKind)


def line(member: Member) -> None:
    """One member with role and days."""
    words, state = st.columns([5, 2], vertical_alignment="center")
    with words.container(gap=None):
        st.markdown(f"**{parts.said(member.name)}**")
        parts.soft(f"{member.role.label}, {member.title} · từ {dates.short(member.from_date)}" + (f" đến {dates.short(member.to_date)}" if member.to_date else ""))
    with state:
        st.badge("Biểu quyết" if member.votes else "Không biểu quyết", icon=":material/how_to_vote:" if member.votes else ":material/edit_note:", color="blue" if member.votes else "gray")


def emptied(form: str) -> None:
    """The next one begins with empty fields."""
    for field in [field for field in st.session_state if str(field).startswith(f"{form}:")]:
        del st.session_state[field]


def member_form(council: Council) -> None:
    """Add a member, or change one who is there."""
    accounts = dict(actions.member_accounts(who, council.id))
    known = {each.id: each for each in council.members}
    name = f"member:{council.id}"
    chosen = st.selectbox("Thành viên", [None, *known], format_func=lambda one: known[one].name if one else "Thêm thành viên mới", key=f"{name}:who")
    member = known.get(chosen) if chosen else None
    at = f"{name}:{chosen}"
    with st.form(at, border=False):
        left, right = st.columns(2)
        full = left.text_input("Họ và tên", value=member.name if member else "", key=f"{at}:name")
        title = right.text_input("Chức vụ, đơn vị", value=member.title if member else "", key=f"{at}:title")
        role = left.selectbox("Vai trò trong Hội đồng", ROLES, index=ROLES.index(member.role if member else MemberRole.MEMBER), format_func=lambda one: one.label, key=f"{at}:role")
        account = right.selectbox(
            "Tài khoản để xem hồ sơ", [None, *accounts], index=[None, *accounts].index(member.account_id) if member and member.account_id in accounts else 0,
            format_func=lambda one: accounts[one] if one else "Không có tài khoản", key=f"{at}:account",
        )  # fmt: skip
        with left:
            start = fields.day(at, "from_date", "Tham gia từ", member.from_date if member else council.from_date)
        with right:
            end = fields.day(at, "to_date", "Thôi tham gia sau ngày", member.to_date if member else None)
        votes = st.checkbox("Có quyền biểu quyết", value=member.votes if member else True, key=f"{at}:votes")
        for field in ("name", "title", "role"):
            parts.field_error(at, field)
        if st.form_submit_button("Ghi thành viên", type="primary"):
            data = MemberInput(full, title, role.value, votes, start, end, account, member.person_id if member else None, chosen)
            if parts.did(at, lambda key: actions.put_member(who, council.id, data, key)):
                emptied(at)
                parts.done("Đã ghi thành viên.")
                st.rerun()


def founding(name: str, council: Council | None = None) -> CouncilInput:
    """The fields of a founding decision, in an open form."""
    issuers = {issuer.id: issuer.name for issuer in catalogue.issuers(who) if issuer.id in who.issuers(Role.SECRETARY)}
    issuer = council.issuer_id if council else st.selectbox("Cơ quan", list(issuers), format_func=issuers.__getitem__)
    kind = fields.choice(name, "kind", "Loại", KINDS, council.kind if council else None)
    called = fields.line(name, "name", "Tên", council.name if council else "Hội đồng thi đua - khen thưởng")
    paper = fields.line(name, "paper", "Quyết định thành lập số", council.paper if council else "", placeholder="12-QĐ/ĐU")
    paper_date = fields.day(name, "paper_date", "Ngày quyết định", council.paper_date if council else None)
    start = fields.day(name, "from_date", "Hoạt động từ", council.from_date if council else None)
    end = fields.day(name, "to_date", "Thôi hoạt động sau ngày", council.to_date) if council else None
    return CouncilInput(issuer, called, kind.value, paper, paper_date, start or paper_date, end)


def new_council() -> None:
    """A council from its founding decision."""
    with st.form("council", border=True):
        data = founding("council")
        if st.form_submit_button("Lập Hội đồng", type="primary") and parts.did("council", lambda key: actions.save_council(who, data, key)):
            emptied("council")
            parts.done("Đã lập Hội đồng.")
            st.rerun()


def mend(council: Council) -> None:
    """Put right a council's name, its paper or its days."""
    name = f"council:{council.id}"
    with st.form(name, border=False):
        data = founding(name, council)
        if st.form_submit_button("Ghi thay đổi", type="primary") and parts.did(name, lambda key: actions.change_council(who, council.id, council.version, data, key)):
            parts.done("Đã ghi Hội đồng.")
            st.rerun()


st.title("Hội đồng")
parts.soft("Thành viên theo quyết định thành lập. Thay đổi ở đây không đổi các phiên họp đã triệu tập.")
left, right = st.columns([5, 2], gap="large")
found = actions.councils(who)
with right:
    st.subheader("Hội đồng mới")
    new_council()
with left:
    if not found:
        parts.empty("Chưa có Hội đồng nào. Anh/chị nhập quyết định thành lập ở cột bên, rồi thêm thành viên.")
    for council in found:
        with st.container(border=True):
            st.subheader(parts.said(council.name))
            today = [member for member in council.members if member.to_date is None or member.to_date >= dates.today()]
            parts.soft(f"Quyết định số {council.paper}, {dates.long(council.paper_date)} · {sum(m.votes for m in today)} thành viên biểu quyết")
            for member in today:
                line(member)
            with st.expander("Thêm, sửa thành viên", expanded=not council.members):
                member_form(council)
            with st.expander("Sửa tên, quyết định thành lập"):
                mend(council)
