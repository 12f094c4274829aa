"""One letter: its words while it is a draft, whether they still hold, by which ways it goes, what became of each."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages.reminding import looks
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.reminding import actions
from recognition.reminding.terms import Letter, LetterState, Way, WayState
from vietnamese import dates

who = frame.require(Verb.SEE_OUTBOX)
one = frame.found(lambda: actions.get(who, frame.case_id()))
OUTBOX = "pages/reminding/outbox.py"


def head() -> None:
    """Back, to whom, how far."""
    frame.link(OUTBOX, "Thư chờ gửi", ":material/arrow_back:")
    left, right = st.columns([5, 1.6], vertical_alignment="center")
    left.title(parts.said(one.addressee))
    with right:
        looks.badge(one)
    composed = f"{one.kind.label} · {one.composed_by} soạn {parts.day(one.composed_at)}"
    decided = f" · {one.decided_by} {'bỏ' if one.state is LetterState.LEFT_OUT else 'duyệt'} {parts.day(one.decided_at)}" if one.decided_at else ""
    parts.soft(composed + decided)
    if one.reason:
        st.info(parts.said(one.reason), icon=":material/info:")


def words() -> None:
    """The words: to change in a draft, to read in any other."""
    if one.state is not LetterState.DRAFT:
        st.subheader(parts.said(parts.sentence(one.subject)))
        with st.container(border=True):
            parts.plain(one.body)
        return
    gone = actions.outdated(who, one.id)
    if gone:
        st.warning(parts.said(f"Không còn đúng: {gone} Anh/chị bấm «Soạn thư nhắc» ở trang trước để soạn lại, hoặc bỏ thư này."), icon=":material/update:")
    with st.form("words", border=True):
        subject = st.text_input("Trích yếu", one.subject, key=f"subject:{one.id}:{one.version}")
        parts.field_error("words", "subject")
        body = st.text_area("Nội dung thư", one.body, key=f"body:{one.id}:{one.version}", height=260)
        parts.field_error("words", "body")
        saved = st.form_submit_button("Lưu lời thư", icon=":material/save:")
    if saved and parts.did("words", lambda key: actions.edit(who, one.id, one.version, subject or "", body or "", key)):
        parts.done("Đã lưu lời thư.")
        st.rerun()


def ways() -> None:
    """Where it goes, or went."""
    st.subheader("Gửi bằng cách nào, tới ai")
    with st.container(border=True, gap="small"):
        if one.state is LetterState.DRAFT:
            parts.soft(actions.reaches(who, one.id))
        for way in one.ways:
            looks.way(way)
        if one.state is LetterState.LEFT_OUT:
            parts.soft("Thư này không gửi đi đâu.")


def send() -> None:
    """The two ends of a draft."""
    if st.button("Duyệt và gửi…", type="primary", icon=":material/send:", width="stretch"):
        parts.ask("send_one")
    if st.button("Bỏ thư này…", icon=":material/delete:", width="stretch"):
        parts.ask("leave_out")
    body = f"Thư gửi {one.addressee} đi ngay, đúng như lời đã lưu. Thư đã gửi không lấy lại được."
    done = parts.confirm("send_one", "Duyệt và gửi", body, "Gửi thư", lambda key: actions.approve(who, [(one.id, one.version)], key, by_mail=looks.wants_mail()), looks.by_mail)
    looks.told(done, st.rerun)

    def fields() -> None:
        st.text_input("Lý do (không bắt buộc)", key="leave_reason", placeholder="Đã gọi điện, đơn vị đã báo")
        parts.field_error("leave_out", "reason")

    def call(key: UUID) -> Letter:
        state: Any = st.session_state
        return actions.leave_out(who, one.id, one.version, state.get("leave_reason") or "", key)

    said = f"Thư gửi {one.addressee} không đi. Các việc trong thư tạm không được soạn lại trong thời gian giữa hai lần nhắc."
    if parts.confirm("leave_out", "Bỏ thư", said, "Bỏ thư", call, fields) is not None:
        parts.done("Đã bỏ thư.")
        st.rerun()


def paper() -> None:
    """The công văn: the file, and its number once it has gone."""
    if one.to_unit is not None:
        st.download_button(
            "Tải công văn (Word)", partial(actions.word, who, one.id), actions.file_name(one), looks.WORD, icon=":material/download:", width="stretch", on_click="ignore",
            type="primary" if waits_on_paper() else "secondary",
        )  # fmt: skip
    if not waits_on_paper():
        return
    if st.button("Ghi đã gửi công văn…", icon=":material/outgoing_mail:", width="stretch"):
        parts.ask("on_paper")

    def fields() -> None:
        st.text_input("Số, ký hiệu", key="paper_number", placeholder="15-CV/ĐU")
        parts.field_error("on_paper", "number")
        parts.any_day("Ngày gửi", "paper_day", dates.today())
        parts.field_error("on_paper", "day")

    def call(key: UUID) -> Letter:
        state: Any = st.session_state
        return actions.sent_on_paper(who, one.id, one.version, state.get("paper_number") or "", state.get("paper_day"), key)

    if parts.confirm("on_paper", "Ghi đã gửi công văn", f"Công văn gửi {one.addressee} đã ký, đóng dấu và gửi đi.", "Ghi đã gửi", call, fields) is not None:
        parts.done("Đã ghi.")
        st.rerun()


def again() -> None:
    """Mails that failed, once more by hand."""
    failed = actions.retriable(one)
    if failed and st.button(f"Gửi lại {len(failed)} thư điện tử", icon=":material/refresh:", type="primary", width="stretch"):
        looks.told(parts.do("again", lambda _key: actions.again(who, one.id, one.version)), st.rerun)


def waits_on_paper() -> bool:
    """Whether somebody still has to print and send it."""
    return any(way.way is Way.PAPER and way.state is WayState.WAITING for way in one.ways)


head()
looks.refusals()
left, right = st.columns([5, 1.8], gap="large")
with left:
    words()
    ways()
with right:
    if one.state is LetterState.DRAFT:
        send()
    elif one.state is not LetterState.LEFT_OUT:
        again()
        paper()
