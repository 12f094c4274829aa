"""Hai đơn vị cùng kê một công trình? What may be claimed twice, why, and the secretary's answer; below, what was answered."""

from __future__ import annotations

import streamlit as st

from pages.insight import kept
from pages.ledger import answering, waiting
from pages.shared import frame, parts, tables
from recognition.hall.words import Verb
from recognition.ledger import actions
from recognition.ledger.terms import Answer, Answered, Claim, Grade, Question
from vietnamese import dates

who = frame.require(Verb.SEE_CLAIM_QUESTIONS)
SIZE = 10


def claim(one: Claim) -> None:
    """One claim: whose, how much, of which work, where."""
    st.markdown(f"**{parts.said(one.unit_name)}**")
    parts.plain(actions.written(one))
    parts.soft(f"Mô hình «{one.model_name}», {one.model_code}, năm {one.year}. Địa bàn: {one.area}")
    parts.soft(f"Kê từ {dates.short(one.from_date)} đến {dates.short(one.to_date)} · {f'{one.files} tệp minh chứng' if one.files else 'chưa có tệp minh chứng'}")


def question(asked: Question) -> None:
    """One doubt with its reasons, its claims beside each other, three answers."""
    doubt = asked.doubt
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(doubt.grade.label, icon=":material/help:", color="orange" if doubt.grade is Grade.LIKELY else "blue")
        for reason in doubt.reasons:
            parts.plain(reason)
        for start in range(0, len(doubt.claims), 2):
            for column, one in zip(st.columns(2, gap="large"), doubt.claims[start : start + 2], strict=False):
                with column:
                    claim(one)
        answering.buttons(who, asked)


def old(one: Answered) -> None:
    """One answer: what was asked, what was said, by whom."""
    settled = one.settled
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{parts.said(settled.answer.label)}**")
        for each in one.claims:
            part = next(part for part in settled.parts if part.claim == each.id)
            share = "" if part.share is None else " · rút số" if settled.answer is Answer.WITHDRAWN else f" · {actions.percent(part.share)}"
            parts.plain(f"{each.unit_name}: {actions.written(each)}{share}")
        parts.soft(" · ".join(part for part in (settled.reason, settled.by_name, dates.moment(settled.at)) if part))
        if not one.holds:
            parts.soft("Số liệu đã đổi từ khi trả lời, nên câu trả lời này không còn tính.")
        answering.again(who, one)


frame.link("pages/ledger/ledger.py", "Về sổ kết quả", icon=":material/arrow_back:")
st.title("Cùng kê một công trình?")
parts.soft("Phần mềm chỉ hỏi. Anh/chị trả lời rồi thì không hỏi lại, các đơn vị được báo, và tổng trong sổ tính theo câu trả lời.")
answering.told()
open_now = waiting.open_questions(who)
st.subheader(f"Chờ trả lời · {len(open_now)}")
if not open_now:
    parts.empty("Không có chỗ nào đáng ngờ là kê trùng.")
for each in tables.part(open_now, "claims:open", SIZE):
    question(each)
if open_now:
    tables.foot(len(tables.part(open_now, "claims:open", SIZE)), len(open_now), "claims:open", SIZE, "câu hỏi")
done = kept.answer("claims_answered", who, None, lambda: actions.answered(who))
if done:
    st.subheader(f"Đã trả lời · {len(done)}")
    for each_done in tables.part(done, "claims:done", SIZE):
        old(each_done)
    tables.foot(len(tables.part(done, "claims:done", SIZE)), len(done), "claims:done", SIZE, "câu trả lời")
