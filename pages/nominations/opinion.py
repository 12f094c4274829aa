"""Cho ý kiến: another unit proposes somebody of this unit; agree, or object with a reason."""

from __future__ import annotations

import streamlit as st

from pages.nominations.opening import opened
from pages.shared import frame, parts
from recognition.hall.words import Verb
from recognition.nominations import actions
from recognition.nominations.terms import Answer

who = frame.require(Verb.GIVE_OPINION)
asked = opened(lambda: actions.opinion_case(who, frame.case_id()))
NAME = "opinion"

st.title(parts.said(f"{asked.recipient_name}: {asked.title}"))
parts.soft(f"{asked.unit_name} đề nghị {asked.award_name or 'khen thưởng'} cho người của {asked.opinion.unit_name}. Trả lời trước ngày {parts.day(asked.opinion.due)}.")
left, right = st.columns([5, 2.4], gap="large")
with left:
    parts.plain(asked.story)
    parts.facts([("Ngày làm", parts.day(asked.deed_date)), ("Nơi làm", asked.place), ("Mã hồ sơ", asked.code)])
with right:
    st.subheader("Ý kiến của đơn vị")
    with st.container(border=True):
        if asked.opinion.answer is not None:
            st.markdown(f"**{asked.opinion.answer.label}** · {parts.day(asked.opinion.answered_at)}")
            if asked.opinion.reason:
                parts.plain(asked.opinion.reason)
        else:
            answer = st.radio("Đơn vị anh/chị", list(Answer), index=None, format_func=lambda one: one.label, key="opinion_answer")
            parts.field_error(NAME, "answer")
            reason = st.text_area("Lý do", key="opinion_reason", height=100, placeholder="Cần ghi khi không đồng ý")
            parts.field_error(NAME, "reason")
            pressed = st.button("Gửi ý kiến", icon=":material/send:", type="primary", width="stretch")
            if pressed and parts.did(NAME, lambda key: actions.give_opinion(who, asked.opinion.nomination_id, answer, reason, key)):
                parts.done("Đã gửi ý kiến.")
                st.rerun()
    parts.soft("Im lặng tới hết hạn thì hồ sơ vẫn đi tiếp, và ghi là đơn vị không có ý kiến.")
