"""Lists posted for opinions: where and how long, what was said, what was answered."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import parts
from recognition.council import actions
from recognition.council.terms import (
    OpinionInput,
    PostedOpinion,
    Posting,
    PostingInput,
    Session,
    SessionState,
    Stage,
)
from recognition.hall.actor import Actor
from vietnamese import dates

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def posted(who: Actor, session: Session) -> None:
    """All postings of the session, and a new one."""
    known = actions.postings(who, session.id)
    waiting = sum(not each.answered for one in known for each in one.opinions)
    title = "Niêm yết lấy ý kiến" + (f" · còn {waiting} ý kiến chưa trả lời" if waiting else f" · {len(known)} lần" if known else "")
    with st.expander(title, expanded=bool(waiting), icon=":material/campaign:"):
        parts.soft("Ghi nơi và thời gian dán danh sách, ý kiến nhận được và trả lời. Còn ý kiến chưa trả lời thì chưa vào số quyết định được.")
        for one in known:
            _one(who, session, one)
        _new(who, session)


def _one(who: Actor, session: Session, one: Posting) -> None:
    with st.container(border=True):
        words, button = st.columns([4, 1.6], vertical_alignment="center")
        with words.container(gap=None):
            st.markdown(f"**{parts.said(one.place)}**, {parts.day(one.from_date)} đến {parts.day(one.to_date)}")
            parts.soft(" · ".join(part for part in (one.stage.label, one.proof and f"chứng minh: {one.proof}") if part))
        button.download_button(
            "Thông báo", lambda: actions.notice(who, session.id, one.id), file_name="thong-bao-niem-yet.docx", mime=WORD, icon=":material/download:", width="stretch",
            on_click="ignore", key=f"notice:{one.id}",
        )  # fmt: skip
        for said in one.opinions:
            _opinion(who, session, one, said)
        with st.container(horizontal=True):
            _add_opinion(who, session, one)
            _change(who, one)


def _opinion(who: Actor, session: Session, one: Posting, said: PostedOpinion) -> None:
    item = next((each for each in session.items if each.id == said.item_id), None)
    about = f"Trường hợp {item.number}, {item.name}" if item else "Cả danh sách"
    with st.container(gap=None):
        st.markdown(f"**{parts.said(said.from_whom)}**, {parts.day(said.received_on)}: {parts.said(said.said)}")
        parts.soft(about)
        if said.answered:
            parts.soft(f"Trả lời ngày {parts.day(said.answered_on)}: {said.answer}")
    if said.answered:
        return
    name = f"answer:{said.id}"
    with st.form(name, border=False):
        words = st.text_area("Trả lời", key=f"{name}:said", height=80)
        parts.field_error(name, "answer")
        if st.form_submit_button("Ghi trả lời") and parts.did(
            name, lambda key: actions.answer_opinion(who, one.id, said.id, said.version, words, key)
        ):
            parts.done("Đã ghi trả lời.")
            st.rerun()


def _add_opinion(who: Actor, session: Session, one: Posting) -> None:
    name = f"opinion:{one.id}"
    with st.popover("Ghi ý kiến nhận được", icon=":material/add_comment:"), st.form(name, border=False):
        about: list[UUID | None] = [None, *(item.id for item in session.items)]
        titles = {item.id: f"{item.number}. {item.name}" for item in session.items}
        which = st.selectbox("Về trường hợp", about, format_func=lambda each: titles[each] if each else "Cả danh sách", key=f"{name}:item")
        whom = st.text_input("Người có ý kiến", key=f"{name}:whom")
        parts.field_error(name, "from_whom")
        day = fields.day(name, "received_on", "Ngày nhận", dates.today())
        words = st.text_area("Nội dung", key=f"{name}:said", height=100)
        parts.field_error(name, "said")
        data = OpinionInput(whom, day, words, which)
        if st.form_submit_button("Ghi ý kiến", type="primary") and parts.did(name, lambda key: actions.record_opinion(who, one.id, data, key)):
            parts.done("Đã ghi ý kiến.")
            st.rerun()


def _change(who: Actor, one: Posting) -> None:
    """What shows that the list hung there often comes afterwards; so may another last day."""
    name = f"posting:{one.id}"
    with st.popover("Sửa, thêm chứng minh", icon=":material/edit:"), st.form(name, border=False):
        data = _fields(name, one.stage, one)
        if st.form_submit_button("Ghi", type="primary") and parts.did(
            name, lambda key: actions.change_posting(who, one.id, one.version, data, key)
        ):
            parts.done("Đã sửa niêm yết.")
            st.rerun()


def _new(who: Actor, session: Session) -> None:
    stage = Stage.RESULT if session.state is SessionState.CLOSED else Stage.BEFORE
    with st.form("posting", border=False):
        st.markdown(f"**Niêm yết: {stage.label.lower()}**")
        data = _fields("posting", stage, None)
        if st.form_submit_button("Ghi niêm yết") and parts.did("posting", lambda key: actions.post(who, session.id, data, key)):
            parts.done("Đã ghi niêm yết.")
            st.rerun()


def _fields(name: str, stage: Stage, known: Posting | None) -> PostingInput:
    """Where, from when to when, by what proved: of a new posting, or of one that is changed."""
    place = st.text_input("Nơi niêm yết", known.place if known else "", placeholder="Bảng tin trụ sở, trang nội bộ", key=f"{name}:place")
    parts.field_error(name, "place")
    left, right = st.columns(2)
    with left:
        start = fields.day(name, "from_date", "Từ ngày", known.from_date if known else dates.today())
    with right:
        end = fields.day(name, "to_date", "Đến hết ngày", known.to_date if known else None)
    proof = st.text_input(
        "Chứng minh đã niêm yết", known.proof if known else "", placeholder="Biên bản niêm yết số 04, ảnh chụp ngày …", key=f"{name}:proof"
    )
    parts.field_error(name, "stage")
    return PostingInput(stage.value, place, start, end, proof)
