"""«Tiếp từ sổ giấy…»: a book that was begun on paper says its last number, before the first paper."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import parts
from recognition.catalogue import actions as catalogue
from recognition.catalogue.terms import Family
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Role, Verb
from recognition.issuing import actions
from recognition.issuing.actions import paper_books
from vietnamese import dates

_BODY = (
    "Số đã ghi trong sổ giấy không cấp lại: giấy đầu tiên cấp ở đây nhận số kế tiếp. "
    "Ghi trước giấy đầu tiên; cấp giấy đầu tiên rồi thì không đổi được nữa. Việc này được ghi vào nhật ký."
)


def offer(who: Actor, issuer_id: UUID, series: str, year: int) -> None:
    """A quiet button for one book, while it has no paper."""
    if not actions.may_begin(who, issuer_id, series, year):
        return
    name = f"paper:{issuer_id}:{series}:{year}"
    if st.button(f"Sổ giấy năm {year} đã có số…", type="tertiary", icon=":material/import_contacts:", key=f"open:{name}"):
        parts.ask(name)
    _dialog(who, name, (issuer_id, series, year))


def offer_any(who: Actor) -> None:
    """The same for any book of the clerk's issuers: the office, the kind of paper and the year are asked."""
    if not allowed(who, Verb.BEGIN_BOOK):
        return
    if st.button("Tiếp từ sổ giấy…", type="tertiary", icon=":material/import_contacts:", key="open:paper"):
        parts.ask("paper")
    _dialog(who, "paper", None)


def _dialog(who: Actor, name: str, book: tuple[UUID, str, int] | None) -> None:
    issuers = sorted(who.issuers(Role.CLERK), key=str)
    issuer, series, year = book or (issuers[0], Family.GIAY_KHEN.value, dates.today().year)
    last, reason = "", ""

    def draw() -> None:
        nonlocal issuer, series, year, last, reason
        if book is None:
            issuer, series, year = _which(name, issuers)
        else:
            parts.soft(f"{Family(series).label} · sổ năm {year}")
        now = paper_books.book(who, issuer, series, year)
        st.session_state.setdefault(seen(), now.paper_last)
        if now.paper_last:
            parts.soft(f"Đang ghi: {now.said}")
        last = fields.line(name, "last", "Sổ giấy đã dùng đến số", placeholder="148")
        reason = fields.line(name, "reason", "Lý do", placeholder=f"Sổ giấy năm {year} đã ghi đến số 148")
        first = actions.first_number(last, year)
        if first:
            st.markdown(f"Giấy đầu tiên cấp ở đây sẽ mang **số {first}**.")

    def call(key: UUID) -> str:
        known = st.session_state.pop(seen(), 0)  # after a refusal the next click has seen what stands there now
        return actions.begin(who, issuer, series, year, last, reason, key, known=known).first

    def seen() -> str:
        return f"{name}:seen:{issuer}:{series}:{year}"

    first = parts.confirm(name, "Tiếp từ sổ giấy", _BODY, "Ghi số bắt đầu", call, draw)
    if first:
        parts.done(f"Đã ghi. Giấy đầu tiên cấp ở đây sẽ mang số {first}.")
        st.rerun()


def _which(name: str, issuers: list[UUID]) -> tuple[UUID, str, int]:
    """The book that is meant."""
    issuer = issuers[0]
    if len(issuers) > 1:
        issuer = st.selectbox("Cơ quan", issuers, format_func=lambda one: catalogue.issuer(None, one).name, key=f"{name}:issuer")
    parts.field_error(name, "issuer")
    kind, of = st.columns(2)
    with kind:
        series = fields.choice(name, "series", "Loại giấy", list(Family))
    with of:
        year: int = st.selectbox("Năm của sổ", paper_books.years(), key=f"{name}:year") or dates.today().year
        parts.field_error(name, "year")
    return issuer, series.value, year
