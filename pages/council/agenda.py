"""The agenda of a session: cases in ceremony order, added, taken off, stood aside from."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.council import actions
from recognition.council.terms import Item, Recusal, Session, SessionState
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

BEFORE = (SessionState.PLANNED, SessionState.CALLED)
#: Pixels beside the narrow column, without the column of boxes.
_ROOM = 640
_TALLEST = 560


def listed(who: Actor, session: Session) -> None:
    """The cases, each with what may be done with it."""
    st.subheader(_heading(session))
    if not session.items:
        parts.empty("Chương trình chưa có trường hợp nào. Chọn hồ sơ trong danh sách ở dưới để trình họp.")
        return
    own = who.seat(session.id, session.council_id) is not None and session.state is SessionState.CALLED
    seen = actions.own_marks(who, session.id) if own else None
    if seen is not None:
        theirs = [item for item in session.items if not item.masked]
        parts.soft(f"Đã xem {sum(item.id in seen for item in theirs)} trong {len(theirs)} hồ sơ.")
    with st.container(border=True):
        for item in session.items:
            _row(who, session, item, seen=seen)
    if session.papers is not None:
        p = session.papers
        parts.soft(f"Phiếu phát ra {p.issued}, thu về {p.returned}, hợp lệ {p.valid}, không hợp lệ {p.invalid}.")


def _heading(session: Session) -> str:
    if session.results:
        return f"Kết quả: {sum(each.passed for each in session.results)} trong {len(session.results)} trường hợp đạt"
    return f"Chương trình: {len(session.items)} trường hợp" if session.items else "Chương trình"


def _row(who: Actor, session: Session, item: Item, *, seen: frozenset[UUID] | None) -> None:
    widths = [4.6, 2.4, 1.8] if session.results else [4.5, 1.6, 2.7]
    words, form, buttons = st.columns(widths, vertical_alignment="center")
    with words.container(gap=None):
        st.markdown(f"**{item.number}. {parts.said(item.name)}**")
        if item.masked:
            parts.soft(f"Anh/chị không xem hồ sơ này và không bỏ phiếu cho trường hợp này. Lý do: {_why(who, session, item)}.")
        else:
            parts.soft(" · ".join(part for part in (item.subject, "" if item.unit == item.name else item.unit) if part))
        _who_stands_aside(session, item)
    with form.container(gap=None):
        _form(session, item)
        if seen is not None and item.id in seen:
            st.badge("Đã xem", icon=":material/visibility:", color="green")
    with buttons.container(horizontal=True, horizontal_alignment="right", gap="small"):
        _buttons(who, session, item)
    _declare(who, session, item)


def _own(who: Actor, session: Session, item: Item) -> Recusal | None:
    """This member's own reason to stand aside from a case."""
    member = who.seat(session.id, session.council_id)
    return next((each for each in session.recusals if each.item_id == item.id and each.member_id == member), None)


def _why(who: Actor, session: Session, item: Item) -> str:
    """Why this member takes no part in a case: a reason of their own, or somebody came in their place."""
    seat = next((each for each in session.seats if each.member_id == who.seat(session.id, session.council_id)), None)
    if seat is not None and seat.substitute is not None and seat.sent_account and session.id not in who.stands_in:
        return f"{seat.substitute.name} dự thay anh/chị"
    own = _own(who, session, item)
    return own.words if own else ""


def _form(session: Session, item: Item) -> None:
    """What is proposed; after the end, what came of it and by how many votes."""
    result = next((each for each in session.results if each.item_id == item.id), None)
    if result is None:
        st.badge(item.award_name, icon=":material/workspace_premium:", color="gray")
        return
    st.badge("Đạt" if result.passed else "Không đạt", icon=":material/check:" if result.passed else ":material/remove:", color="green" if result.passed else "gray")
    votes = [f"{result.approve} đồng ý", f"{result.reject} không đồng ý"]
    if session.rule.abstain_offered:
        votes.append(f"{result.abstain} không có ý kiến")
    if result.invalid:
        votes.append(f"{result.invalid} dòng không hợp lệ")
    parts.soft(f"{', '.join(votes)}; cần {result.needed} trên {result.base}")
    if result.reason:
        parts.soft(f"{result.reason}.")


def _who_stands_aside(session: Session, item: Item) -> None:
    seats = {seat.member_id: seat.sitter for seat in session.seats}
    for each in session.recusals:
        if each.item_id == item.id and not item.masked:
            parts.soft(f"Không tham gia: {seats.get(each.member_id, '')} ({each.words})")


def _buttons(who: Actor, session: Session, item: Item) -> None:
    if not item.masked and allowed(who, Verb.SEE_NOMINATIONS) and st.button("Xem hồ sơ", key=f"see:{item.id}"):
        frame.go("pages/nominations/case.py", id=item.nomination_id)
    if session.state not in BEFORE:
        return
    off, aside = allowed(who, Verb.TAKE_OFF_AGENDA, session), not item.masked and allowed(who, Verb.DECLARE_CONFLICT, session)
    if off and aside:
        with st.popover("Việc khác", help="Việc khác với trường hợp này", key=f"more:{item.id}"):
            _more(who, session, item)
    own = _own(who, session, item)
    if not off and item.masked and own is not None and not own.computed:
        _take_back(who, session, own, "Tham gia lại")
    elif aside and not off and st.button("Không tham gia…", key=f"aside:{item.id}"):
        parts.ask(f"aside:{item.id}")


def _more(who: Actor, session: Session, item: Item) -> None:
    if (
        st.button("Đưa ra khỏi chương trình", key=f"off:{item.id}", width="stretch")
        and parts.did(f"off:{item.id}", lambda key: actions.take_off(who, session.id, session.version, item.id, key))
    ):
        parts.done("Đã đưa ra khỏi chương trình.")
        st.rerun()
    if st.button("Thành viên không tham gia…", key=f"aside:{item.id}", width="stretch"):
        parts.ask(f"aside:{item.id}")
    names = {seat.member_id: seat.name for seat in session.seats}
    for each in session.recusals:
        if each.item_id == item.id and not each.computed and each.member_id in names:
            _take_back(who, session, each, f"{names[each.member_id]} tham gia lại")


def _take_back(who: Actor, session: Session, one: Recusal, label: str) -> None:
    name = f"back:{one.item_id}:{one.member_id}"
    if st.button(label, key=name, width="stretch") and parts.did(
        name, lambda key: actions.take_back_declaration(who, session.id, one.item_id, one.member_id, key)
    ):
        parts.done("Đã rút khai báo không tham gia.")
        st.rerun()


def _declare(who: Actor, session: Session, item: Item) -> None:
    name = f"aside:{item.id}"
    secretary = allowed(who, Verb.PLAN_SESSION, session)
    member, reason, kind = who.seat(session.id, session.council_id), "", actions.DECLARED[-1]

    def draw() -> None:
        nonlocal member, reason, kind
        if secretary:
            member = st.selectbox(
                "Thành viên không tham gia", [seat.member_id for seat in session.seats],
                format_func=lambda one: next(seat.name for seat in session.seats if seat.member_id == one), key=f"member:{item.id}",
            )  # fmt: skip
        kind = st.selectbox("Loại lý do", actions.DECLARED, index=len(actions.DECLARED) - 1, format_func=lambda one: one.label, key=f"kind:{item.id}")
        reason = st.text_input("Nói rõ, ghi vào biên bản", placeholder="Anh em ruột, cùng nhóm thực hiện …", key=f"reason:{item.id}")
        parts.field_error(name, "reason")

    def call(key: UUID) -> Session:
        return actions.declare(who, session.id, item.id, reason, member, key, kind=kind.value)

    inside = "vẫn tính" if session.rule.recused_in_base else "không tính"
    body = f"Trường hợp {item.number}: {item.name}. Người không tham gia không xem hồ sơ, không bỏ phiếu cho trường hợp này và {inside} vào mẫu số theo quy tắc của phiên."
    if parts.confirm(name, "Không tham gia xét", body, "Ghi không tham gia", call, draw):
        st.rerun()


def add(who: Actor, session: Session) -> None:
    """Shortlisted cases that may go on the agenda, several at once."""
    waiting = {line.id: line for line in actions.candidates(who, session.id)}
    here = {item.nomination_id for item in session.items}
    waiting = {key: line for key, line in waiting.items() if key not in here}
    if not waiting:
        parts.soft("Không còn hồ sơ nào trong danh sách chờ trình họp.")
        return
    lines = list(waiting.values())
    columns = (
        parts.Column("Mã", "code"), parts.Column("Người, tập thể", "recipient_name", lead=True), parts.Column("Việc", "title"), parts.Column("Đơn vị", "unit_name"),
    )  # fmt: skip
    with st.container(border=True):
        st.markdown(f"**Hồ sơ trong danh sách chờ trình họp ({len(lines)})**")
        picked = parts.grid(lines, columns, f"put_on:{len(lines)}", mode="multi-row", alt=f"{len(lines)} hồ sơ chờ trình họp", room=_ROOM, tallest=_TALLEST)
        chosen = [line.id for line in picked or lines]
        parts.field_error("put_on", "items")
        label = f"Đưa {len(chosen)} hồ sơ đã chọn vào chương trình" if picked else f"Đưa cả {len(chosen)} hồ sơ vào chương trình"
        if st.button(label, icon=":material/playlist_add:", type="secondary" if session.items else "primary") and parts.did(
            "put_on", lambda key: actions.put_on(who, session.id, session.version, chosen, key)
        ):
            parts.done(f"Đã đưa {len(chosen)} hồ sơ vào chương trình.")
            st.rerun()
