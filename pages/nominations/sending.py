"""The end of a form: saved drafts, sending, and the column beside it that says what is still missing."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.nominations import story
from pages.nominations.typed import Form
from pages.shared import frame, parts
from recognition.hall.actor import Actor
from recognition.hall.errors import HallError
from recognition.nominations import actions
from recognition.nominations.terms import Nomination, NominationInput
from recognition.units import actions as units


def save(who: Actor, form: Form, case: Nomination | None, data: NominationInput, name: str) -> Nomination | None:
    """Store the draft; None when it was refused (the sentence stands under its field)."""

    def call(key: UUID) -> Nomination:
        return actions.save_draft(who, data, key) if case is None else actions.change(who, case.id, case.version, data, key)

    made = parts.do(name, call)
    if made is None:
        return None
    stored = actions.get(who, UUID(made)) if isinstance(made, str) else made
    form.go_on(stored.id, stored.version, {"person": str(stored.person_id)} if stored.person_id else {})
    return stored


def buttons(who: Actor, form: Form, case: Nomination | None, data: NominationInput, name: str, file: str) -> None:
    """Save, or save and send."""
    unit = units.get(who, data.unit_id)
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        form.saved_at()
        later = st.button("Lưu nháp", icon=":material/save:", key=f"_send:{name}:save")
        now = st.button("Gửi cấp uỷ xác nhận" if unit.endorsement else "Gửi thư ký", icon=":material/send:", type="primary", key=f"_send:{name}:send")
    if later:
        stored = save(who, form, case, data, name)
        if stored is not None:
            parts.done("Đã lưu nháp.")
            frame.go(file, id=stored.id)
    if now:
        _send(who, form, case, data, name)


def _send(who: Actor, form: Form, case: Nomination | None, data: NominationInput, name: str) -> None:
    """Changed and sent in one step: what is refused leaves everything as it was, the words stay in the form."""

    def call(key: UUID) -> Nomination:
        return actions.propose(who, data, key) if case is None else actions.change_and_submit(who, case.id, case.version, data, key)

    sent = parts.do(name, call)
    if sent is None:
        return
    form.forget()
    parts.done("Đã gửi hồ sơ.")
    frame.go("pages/nominations/case.py", id=sent if isinstance(sent, str) else sent.id)


def beside(who: Actor, case: Nomination | None, data: NominationInput, sentence: str) -> None:
    """What is missing, and the sentence as it will stand on the certificate."""
    st.subheader("Kiểm tra trước khi gửi")
    try:
        found = actions.checklist(who, data, case.id if case else None)
    except HallError as error:
        st.error(error.sentence)
        found = ()
    story.findings(found)
    st.subheader("Câu trên giấy khen")
    with st.container(border=True):
        st.html(f'<p class="gs-plain gs-wording">{sentence}</p>' if sentence else '<p class="gs-plain gs-soft">Hiện ra khi anh/chị nêu việc, thành tích trong một câu.</p>')
        parts.soft("Xem trước. Thư ký có thể chỉnh câu này.")


def wording(recipient: str, text: str) -> str:
    """The sentence with the name in bold, escaped."""
    if not text:
        return ""
    who = f"<strong>{parts.html_escape(recipient)}</strong><br>" if recipient else ""
    return f"{who}<em>{parts.html_escape(text)}</em>"
