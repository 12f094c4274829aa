"""The three answers to a question of the ledger, and asking again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.ledger import actions
from recognition.ledger.terms import Answer, Answered, Doubt, Question, Settlement
from vietnamese import numbers

_DONE = "ledger:answered"


def told() -> None:
    """What the last answer came to."""
    if sentence := st.session_state.pop(_DONE, None):
        st.success(sentence, icon=":material/check:")


def buttons(who: Actor, asked: Question) -> None:
    """Separate, shared, withdrawn; each asks for what it needs."""
    name = _name(asked.doubt)
    with st.container(horizontal=True):
        for answer, label, icon in (
            (Answer.SEPARATE, "Các việc khác nhau…", ":material/call_split:"),
            (Answer.SHARED, "Một việc, chia phần…", ":material/pie_chart:"),
            (Answer.WITHDRAWN, "Một đơn vị rút số…", ":material/remove_circle:"),
        ):
            if st.button(label, key=f"{name}:{answer}", icon=icon):
                parts.ask(f"{name}:{answer}")
    for answer, draw in ((Answer.SEPARATE, _separate), (Answer.SHARED, _shared), (Answer.WITHDRAWN, _withdrawn)):
        draw(who, asked, f"{name}:{answer}")


def _name(doubt: Doubt) -> str:
    return "claims:" + "+".join(sorted(f"{claim.year_id}{claim.key}" for claim in doubt.claims))


def _settle(who: Actor, asked: Question, form: str, answer: Answer, key: UUID) -> UUID:
    """Give the answer as typed; what was typed is judged by the rules."""
    state: Any = st.session_state
    places = range(len(asked.doubt.claims))
    data = Settlement(
        answer, state.get(f"{form}:reason", ""), tuple(state.get(f"{form}:share:{place}", "") for place in places), state.get(f"{form}:whole"), state.get(f"{form}:withdrawn")
    )
    return actions.settle(who, [claim.id for claim in asked.doubt.claims], data, key)


def _confirm(who: Actor, asked: Question, form: str, answer: Answer, body: str, verb: str, draw: Any) -> None:
    units = " và ".join(dict.fromkeys(claim.unit_name for claim in asked.doubt.claims))

    def call(key: UUID) -> UUID:
        made = _settle(who, asked, form, answer, key)
        st.session_state[_DONE] = f"Đã ghi «{answer.label.lower()}» và báo cho {units}."  # in the next run this question is not there any more
        return made

    parts.confirm(form, answer.label, body, verb, call, draw)


def _reason(form: str, label: str) -> None:
    st.text_area(label, key=f"{form}:reason", height=80)
    parts.field_error(form, "reason")


def _separate(who: Actor, asked: Question, form: str) -> None:
    def draw() -> None:
        _reason(form, "Vì sao là các việc khác nhau")

    body = f"Sổ tính cả {len(asked.doubt.claims)} số. Phần mềm không hỏi lại khi các số còn như hiện nay."
    _confirm(who, asked, form, Answer.SEPARATE, body, "Ghi là khác nhau", draw)


def _shared(who: Actor, asked: Question, form: str) -> None:
    claims = asked.doubt.claims
    amounts = sorted({claim.amount for claim in claims}, reverse=True)
    unit = claims[0].figure.unit

    def draw() -> None:
        if len(amounts) > 1:
            st.selectbox("Số của cả công trình", amounts, format_func=lambda amount: f"{numbers.decimal(amount)} {unit}", key=f"{form}:whole")
        else:
            st.session_state[f"{form}:whole"] = amounts[0]
        parts.field_error(form, "whole")
        for place, claim in enumerate(claims):
            st.text_input(f"Phần của {claim.unit_name} (%)", key=f"{form}:share:{place}", placeholder="Ví dụ 60")
            parts.field_error(form, f"share_{place}")
        parts.field_error(form, "shares")
        _reason(form, "Ghi chú (không bắt buộc)")

    whole = f", {numbers.decimal(amounts[0])} {unit}" if len(amounts) == 1 else ""
    body = f"Sổ tính công trình này một lần{whole}, chia cho các đơn vị theo phần trăm. Các phần cộng đủ 100 %."
    _confirm(who, asked, form, Answer.SHARED, body, "Chia phần", draw)


def _withdrawn(who: Actor, asked: Question, form: str) -> None:
    names = {claim.id: f"{claim.unit_name}: {actions.written(claim)}" for claim in asked.doubt.claims if claim.id in asked.mine}

    def draw() -> None:
        st.radio("Đơn vị rút số", list(names), index=None, format_func=names.__getitem__, key=f"{form}:withdrawn")
        parts.field_error(form, "withdrawn")
        _reason(form, "Lý do")

    _confirm(who, asked, form, Answer.WITHDRAWN, "Sổ không tính số của đơn vị rút; báo cáo của đơn vị vẫn giữ nguyên như đã gửi.", "Ghi rút số", draw)


def again(who: Actor, one: Answered) -> None:
    """Take an answer back."""
    form = f"again:{one.settled.id}"
    if one.may_reopen and st.button("Hỏi lại…", key=f"{form}:ask", type="tertiary"):
        parts.ask(form)

    def draw() -> None:
        st.text_area("Vì sao hỏi lại", key=f"{form}:reason", height=80)
        parts.field_error(form, "reason")

    def call(key: UUID) -> bool:
        actions.reopen(who, one.settled.id, st.session_state.get(f"{form}:reason", ""), key)
        st.session_state[_DONE] = "Đã đưa trở lại thành câu hỏi."
        return True

    body = f"Câu trả lời «{one.settled.answer.label.lower()}» không còn tính; {len(one.claims)} số trở lại thành câu hỏi, các đơn vị được báo."
    parts.confirm(form, "Hỏi lại", body, "Hỏi lại", call, draw)
