"""The buttons of the unit's side on a case: only what the road and the rights allow; what needs a reason ends in …"""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.campaigns import actions as campaigns
from recognition.hall import road
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import State, Verb
from recognition.nominations import actions
from recognition.nominations.terms import Nomination, Reason, Subject

_ORDER = (Verb.ENDORSE, Verb.SEND_BACK, Verb.SUBMIT, Verb.EDIT, Verb.RECALL, Verb.MOVE, Verb.WITHDRAW)
_ICONS = {
    Verb.ENDORSE: "verified_user",
    Verb.SEND_BACK: "undo",
    Verb.SUBMIT: "send",
    Verb.EDIT: "edit",
    Verb.RECALL: "reply",
    Verb.MOVE: "swap_horiz",
    Verb.WITHDRAW: "logout",
}
#: The confirmation after which a draft is in the bin and its page is gone.
DISCARDED = "discarded"
_ASKS = {Verb.SEND_BACK, Verb.WITHDRAW, Verb.MOVE, Verb.RECALL}


def may(who: Actor, case: Nomination) -> list[Verb]:
    """The unit's verbs that this person has on this case now."""
    leads = set(road.verbs_from(case.state))
    if case.state in road.EDITABLE:
        leads |= {Verb.EDIT, Verb.MOVE} if case.subject is not Subject.MODEL_YEAR else {Verb.EDIT}
    if case.state is State.ENDORSED and case.endorsed_by is not None:
        leads.discard(Verb.RECALL)
    order = (Verb.EDIT, *_ORDER) if case.state is State.RETURNED else _ORDER
    return [verb for verb in dict.fromkeys(order) if verb in leads and allowed(who, verb, case)]


def draw(who: Actor, case: Nomination) -> None:
    """The row of buttons and their dialogs."""
    found = may(who, case)
    if not found:
        return
    with st.container(horizontal=True):
        for verb in found:
            label = f"{verb.label}…" if verb in _ASKS else verb.label
            first = verb is found[0] and verb not in _ASKS
            if st.button(label, icon=f":material/{_ICONS[verb]}:", key=f"case_{verb}", type="primary" if first else "secondary"):
                _pressed(who, verb, case)
    _send_back(who, case)
    _withdraw(who, case)
    _move(who, case)
    _recall(who, case)


def form_of(case: Nomination) -> str:
    """The form that edits a case."""
    return "pages/nominations/deed.py" if case.subject is Subject.DEED else "pages/nominations/achievement.py"


def _pressed(who: Actor, verb: Verb, case: Nomination) -> None:
    if verb in _ASKS:
        parts.ask(DISCARDED if verb is Verb.WITHDRAW and _never_sent(case) else verb.value)
    elif verb is Verb.EDIT:
        frame.go(form_of(case), id=case.id)
    else:
        act = actions.endorse if verb is Verb.ENDORSE else actions.submit
        if parts.did(f"{verb}:{case.id}", lambda key: act(who, case.id, case.version, key)):
            _said(verb, case)


def _never_sent(case: Nomination) -> bool:
    return case.state is State.DRAFT and case.submitted_at is None


def _said(verb: Verb, case: Nomination) -> None:
    parts.done(f"{verb.label}: {case.title or case.code}")
    st.rerun()


def _send_back(who: Actor, case: Nomination) -> None:
    def draw_fields() -> None:
        st.text_area("Cần sửa gì", key="send_back_why", height=110, placeholder="Ví dụ: nêu rõ kết quả, bổ sung ảnh.")
        parts.field_error(Verb.SEND_BACK.value, "reasons")

    def call(key: UUID) -> Nomination:
        return actions.send_back(who, case.id, case.version, [Reason("", st.session_state.get("send_back_why", ""))], key)

    body = "Người lập hồ sơ nhận lại, thấy lý do và gửi lại được."
    if parts.confirm(Verb.SEND_BACK.value, f"Trả lại người lập: {case.code}", body, "Trả lại", call, draw_fields) is not None:
        _said(Verb.SEND_BACK, case)


def _withdraw(who: Actor, case: Nomination) -> None:
    def draw_fields() -> None:
        st.text_area("Lý do (không bắt buộc)", key="withdraw_why", height=80)

    def call(key: UUID) -> Nomination:
        return actions.withdraw(who, case.id, case.version, st.session_state.get("withdraw_why", ""), key)

    if _never_sent(case):
        body = f"Bản nháp vào Thùng rác của anh/chị, khôi phục được trong {actions.days()} ngày; nơi khác không còn thấy."
        parts.confirm(DISCARDED, f"Rút hồ sơ {case.code}", body, "Rút hồ sơ", call, draw_fields)
        return
    body = "Hồ sơ thôi không xét nữa và không gửi lại được; nội dung vẫn còn để xem. Muốn đề nghị lại, anh/chị lập hồ sơ mới."
    if parts.confirm(Verb.WITHDRAW.value, f"Rút hồ sơ {case.code}", body, "Rút hồ sơ", call, draw_fields) is not None:
        _said(Verb.WITHDRAW, case)


def _recall(who: Actor, case: Nomination) -> None:
    def call(key: UUID) -> Nomination:
        return actions.recall(who, case.id, case.version, key)

    body = "Hồ sơ trở về bản nháp của anh/chị. Lần gửi vừa rồi vẫn được lưu. Sửa xong, anh/chị gửi lại."
    if parts.confirm(Verb.RECALL.value, f"Thu hồi về sửa: {case.code}", body, "Thu hồi về sửa", call) is not None:
        _said(Verb.RECALL, case)


def _move(who: Actor, case: Nomination) -> None:
    def draw_fields() -> None:
        names = {row.id: row.name for row in campaigns.open_now(who) if row.id != case.campaign_id}
        choices = [*names] if case.campaign_id is None else [None, *names]
        st.selectbox("Chuyển tới", choices, format_func=lambda one: names[one] if one else "Khen đột xuất, không theo phong trào", key="move_to")
        parts.field_error(Verb.MOVE.value, "campaign_id")

    def call(key: UUID) -> Nomination:
        return actions.move(who, case.id, case.version, st.session_state.get("move_to"), key)

    now = case.campaign_name or "khen đột xuất"
    if parts.confirm(Verb.MOVE.value, f"Chuyển phong trào: {case.code}", f"Hồ sơ đang thuộc: {now}. Nội dung giữ nguyên.", "Chuyển", call, draw_fields) is not None:
        _said(Verb.MOVE, case)
