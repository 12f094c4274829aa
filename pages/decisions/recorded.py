"""A recorded decision: its awards as they were frozen, and making it public."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import frame, parts
from recognition.decisions import actions
from recognition.decisions.terms import Award, AwardState, Decision, Kind
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from vietnamese import dates, numbers
from vietnamese.text import initial_capital

_SHOWN = 100


def draw(who: Actor, decision: Decision) -> None:
    """Title, awards, what may still be done."""
    parts.plain(initial_capital(decision.title))
    parts.facts((
        ("Người ký", ", ".join(part for part in (decision.signer_name, decision.signer_post) if part)),
        ("Tổng tiền thưởng", numbers.money(decision.total) if decision.total else ""),
        ("Lý do", decision.reason),
        ("Công khai", _posted(decision)),
    ))  # fmt: skip
    for basis in decision.bases or ((decision.clause,) if decision.clause else ()):
        parts.soft(f"{basis};" if decision.bases and basis != decision.bases[-1] else f"{basis}.")
    if allowed(who, Verb.POST_PUBLICLY, decision) and decision.posted_from is None and decision.origin.value != "external":
        post(who, decision)
    awards = actions.awards(who, decision.id)
    if decision.kind is Kind.REVOKE:
        st.subheader(f"Huỷ bỏ {len(decision.kept)} khen thưởng")
        for line in decision.kept[:_SHOWN]:
            parts.plain(f"{line.number}. {line.full_name}, {line.unit}")
        return
    st.subheader(f"Danh sách: {len(awards)} trường hợp")
    _awards(awards)
    _formulas(awards)
    _changed(who, decision, awards)


def _posted(decision: Decision) -> str:
    if decision.posted_from is None or decision.posted_to is None:
        return ""
    return f"{dates.short(decision.posted_from)} đến {dates.short(decision.posted_to)}, {decision.posted_where}"


def _awards(awards: tuple[Award, ...]) -> None:
    pages = max(1, -(-len(awards) // _SHOWN))
    number = st.pagination(pages, key="awards:page") if pages > 1 else 1
    shown = awards[(number - 1) * _SHOWN : number * _SHOWN]
    kind = None
    with st.container(border=True):
        for award in shown:
            if award.kind is not kind:
                kind = award.kind
                st.markdown(f"**{kind.label}**")
            words, form = st.columns([5, 2], vertical_alignment="center")
            with words.container(gap=None):
                st.markdown(f"**{award.number}. {parts.said(award.full_name)}**")
                parts.soft(", ".join(part for part in (award.post, award.unit) if part))
                parts.soft(f"{award.subject + '. ' if award.subject else ''}{award.wording}")
            with form.container(gap=None):
                st.badge(award.award_name, icon=":material/workspace_premium:", color="gray")
                if award.amount:
                    parts.soft(numbers.money(award.amount))
                if award.state is not AwardState.IN_FORCE:
                    st.badge(award.state.label, icon=":material/block:", color="red" if award.state is AwardState.REVOKED else "orange")


def _formulas(awards: tuple[Award, ...]) -> None:
    """How each different sum was computed, with the rule of its day."""
    found = dict.fromkeys((award.kind.label, award.award_name, award.formula) for award in awards if "×" in award.formula)
    if found:
        with st.expander("Cách tính tiền thưởng", icon=":material/calculate:"):
            for kind, name, formula in found:
                parts.soft(f"{name}, {kind.lower()}: {formula}")


def post(who: Actor, decision: Decision) -> None:
    """The task that every award decision opens."""
    due, least = actions.due(decision), actions.least_days(decision)
    with st.container(border=True):
        words, badge = st.columns([5, 1.6], vertical_alignment="center")
        words.markdown("**Công khai quyết định**")
        with badge:
            parts.deadline(due)
        parts.soft(f"Chậm nhất ngày {parts.day(due)}, ít nhất {least} ngày liên tục (Luật Thực hiện dân chủ ở cơ sở 2022, Điều 47, Điều 48).")
        with st.form("post", border=False):
            start, end, where = st.columns([1, 1, 2])
            with start:
                begin = fields.day("post", "start", "Từ ngày", dates.today())
            with end:
                until = fields.day("post", "end", "Đến ngày", dates.today() + timedelta(days=least - 1))
            with where:
                place = fields.line("post", "where", "Ở đâu", placeholder="Bảng tin cơ quan, cổng thông tin …")
            if st.form_submit_button("Ghi đã công khai") and parts.did("post", lambda key: actions.post(who, decision.id, decision.version, begin, until, place, key)):
                parts.done("Đã ghi công khai.")
                st.rerun()


def _changed(who: Actor, decision: Decision, awards: tuple[Award, ...]) -> None:
    """Correct, revoke, replace: by a new decision that names this one."""
    if not allowed(who, Verb.DRAFT_DECISION, decision):
        return
    in_force = {award.id: award for award in awards if award.state is AwardState.IN_FORCE}
    if not in_force:
        return
    with st.expander("Đính chính, huỷ bỏ, thay thế", icon=":material/edit_off:"):
        parts.soft("Quyết định đã vào số không sửa được. Một quyết định mới đính chính hoặc huỷ bỏ; dòng cũ giữ lại, có ghi theo quyết định nào.")
        with st.form("change", border=False):
            kind = st.radio("Việc cần làm", (Kind.CORRECT, Kind.REVOKE, Kind.REPLACE), format_func=lambda one: one.label, horizontal=True)
            chosen = st.multiselect("Trường hợp (thay thế thì lấy tất cả)", list(in_force), format_func=lambda one: f"{in_force[one].full_name}, {in_force[one].unit}")
            parts.field_error("change", "lines")
            reason = st.text_input("Lý do")
            parts.field_error("change", "reason")
            if st.form_submit_button("Lập dự thảo"):
                made = parts.do("change", lambda key: actions.change_earlier(who, decision.id, kind.value, chosen, reason, key))
                if made is not None:
                    frame.go("pages/decisions/decision.py", id=_id(made))


def _id(made: Decision | str) -> UUID:
    return UUID(made) if isinstance(made, str) else made.id
