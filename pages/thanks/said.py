"""Words under an example: one's own with where it stands, those of others, and what the secretary decides on each."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb
from recognition.thanks import actions
from recognition.thanks.terms import Reading, Standing, Words
from vietnamese import dates

_LOOKS: dict[Standing, tuple[str, parts.Colour]] = {
    Standing.NEW: ("schedule", "gray"), Standing.KEPT: ("lock", "gray"), Standing.APPROVED: ("public", "green"), Standing.HIDDEN: ("visibility_off", "orange"),
}  # fmt: skip
_BUTTONS = {Verb.APPROVE_WORDS: ("Đưa lên trang công khai", "public"), Verb.KEEP_WORDS: ("Để trong chương trình", "lock"), Verb.HIDE_WORDS: ("Ẩn…", "visibility_off")}


def draw(who: Actor, read: Reading) -> None:
    """The words, the oldest first, then one's own or the place to write it."""
    st.subheader(f"Lời chúc mừng, cảm ơn · {read.count.words}" if read.count.words else "Lời chúc mừng, cảm ơn")
    for each in read.words:
        _one(who, read, each)
    if read.own is not None:
        _own(who, read, read.own)
    elif not read.about_me:
        _write(who, read)


def _one(who: Actor, read: Reading, words: Words) -> None:
    verbs = actions.may(who, words.publication_id, words)
    with st.container(border=True):
        _body(words)
        if verbs:
            with st.container(horizontal=True, vertical_alignment="center"):
                _badge(words)
                for verb in verbs:
                    _button(who, verb, words)
            _reason(words)
    if Verb.HIDE_WORDS in verbs:
        _hiding(who, read, words)


def _body(words: Words) -> None:
    parts.plain(words.body)
    parts.soft(" · ".join(part for part in (words.name, words.place, dates.short(dates.to_local(words.said_at).date())) if part))


def _badge(words: Words) -> None:
    icon, colour = _LOOKS[words.state]
    st.badge(words.state.label, icon=f":material/{icon}:", color=colour)


def _reason(words: Words) -> None:
    if words.reason:
        parts.soft(f"Lý do: {words.reason}")


def _button(who: Actor, verb: Verb, words: Words) -> None:
    label, icon = _BUTTONS[verb]
    name = f"{verb}:{words.id}"
    if not st.button(label, key=f"decide:{name}", icon=f":material/{icon}:", type="tertiary"):
        return
    if verb is Verb.HIDE_WORDS:
        parts.ask(name)
        return
    call = actions.approve if verb is Verb.APPROVE_WORDS else actions.keep
    if parts.did(name, lambda key: call(who, words.id, words.version, key)):
        parts.done("Lời đã ở trên trang công khai." if verb is Verb.APPROVE_WORDS else "Lời chỉ ở trong chương trình.")
        st.rerun()


def _hiding(who: Actor, read: Reading, words: Words) -> None:
    name = f"{Verb.HIDE_WORDS}:{words.id}"

    def why() -> None:
        st.text_input("Lý do", key=f"why:{words.id}", placeholder="Ví dụ: viết nhầm tên người")
        parts.field_error(name, "reason")

    def call(key: UUID) -> Words:
        return actions.hide(who, words.id, words.version, st.session_state.get(f"why:{words.id}", ""), key)

    body = f"Lời của {words.name} gửi {read.shown.name} không còn ai đọc được, trừ người viết và thư ký. Người viết được báo kèm lý do."
    if parts.confirm(name, "Ẩn lời này", body, "Ẩn", call, why) is not None:
        parts.done("Đã ẩn.")
        st.rerun()


def _own(who: Actor, read: Reading, words: Words) -> None:
    name = f"take_back:{words.id}"
    with st.container(border=True):
        parts.soft("Lời của anh/chị")
        _body(words)
        with st.container(horizontal=True, vertical_alignment="center"):
            _badge(words)
            for verb in actions.may(who, words.publication_id, words):
                _button(who, verb, words)
            if st.button("Rút lời này…", key="take_back", icon=":material/undo:", type="tertiary"):
                parts.ask(name)
        _reason(words)
    if allowed(who, Verb.HIDE_WORDS):
        _hiding(who, read, words)
    body = "Lời này mất hẳn, cả trên trang công khai. Anh/chị viết lại lời khác được."
    if parts.confirm(name, "Rút lời chúc mừng", body, "Rút lời", parts.finished(lambda key: actions.take_back(who, words.id, key))) is not None:
        parts.done("Đã rút lời.")
        st.rerun()


def _write(who: Actor, read: Reading) -> None:
    name = f"appreciate:{read.shown.id}"
    with st.form(name, border=False):
        body = st.text_area("Lời chúc mừng, cảm ơn của anh/chị", height=90, key=f"{name}:body", placeholder="Một, hai câu")
        parts.field_error(name, "body")
        parts.soft("Người đăng nhập đọc được ngay, kèm tên và đơn vị anh/chị. Trang công khai chỉ có những lời thư ký đã duyệt.")
        sent = st.form_submit_button("Gửi lời", icon=":material/send:")
    if sent and parts.did(name, lambda key: actions.appreciate(who, read.shown.id, body, key)):
        st.session_state.pop(f"{name}:body", None)
        parts.done("Đã gửi.")
        st.rerun()
