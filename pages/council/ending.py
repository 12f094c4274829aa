"""The end of a session: closing it, and where to go from it."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.council import actions
from recognition.council.terms import Session, Tied
from recognition.decisions import actions as decisions
from recognition.hall.actor import Actor
from vietnamese import dates


def close(who: Actor, session: Session, *, ready: bool) -> None:
    """Close for good, after a confirmation in figures."""
    typed: dict[str, str] = {}
    chosen: list[UUID] = []
    tied = actions.ties(who, session.id) if ready else ()

    def draw() -> None:
        chosen.clear()  # the dialog is drawn again at every change in it
        for one in tied:
            chosen.extend(_choice(session, one))
        parts.field_error("close", "chosen")
        typed["ended"] = st.text_input("Giờ kết thúc", value=f"{dates.to_local(dates.now_utc()):%H:%M}" if dates.today() == session.on_date else "", placeholder="11:20", key="close:ended")
        parts.field_error("close", "ended_at")
        typed["opinions"] = st.text_area("Ý kiến tại phiên họp, ghi vào biên bản", key="close:opinions", placeholder="Các ý kiến thống nhất …")
        parts.field_error("close", "opinions")

    def call(key: UUID) -> bool:
        actions.close(who, session.id, session.version, typed["ended"], typed["opinions"], key, chosen=chosen)
        return True

    if not ready:
        parts.soft("Kết thúc được khi kết quả đã đủ và khớp.")
    if st.button("Kết thúc phiên họp…", icon=":material/task_alt:", type="primary", disabled=not ready):
        parts.ask("close")
    body = f"{len(session.items)} trường hợp sẽ có kết quả đạt hoặc không đạt theo quy tắc đã khoá. Kết thúc rồi thì không sửa được; muốn bỏ phiếu lại phải lập phiên họp mới."
    if parts.confirm("close", "Kết thúc phiên họp", body, "Kết thúc phiên họp", call, draw):
        st.rerun()


def _choice(session: Session, one: Tied) -> list[UUID]:
    """What the chair says among equal votes."""
    names = {item.id: f"{item.number}. {item.name}" for item in session.items}
    if not one.quota:
        return [each for each in one.items if st.checkbox(f"Chủ tịch Hội đồng đồng ý: {names[each]} (số phiếu đúng bằng mức phải vượt)", key=f"close:voice:{each}")]
    parts.soft("Khi thành tích ngang nhau, ưu tiên nữ hoặc tập thể có từ 70 % là nữ (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 6).")
    return st.multiselect(
        f"«{one.award_name}»: {len(one.items)} trường hợp bằng phiếu, Chủ tịch Hội đồng chọn {one.places}", one.items, format_func=names.__getitem__,
        max_selections=one.places, key=f"close:tie:{one.award_code}", placeholder="Chọn theo biểu quyết của Chủ tịch Hội đồng",
    )  # fmt: skip


def after(who: Actor, session: Session) -> None:
    """Where to go from a closed session: the decision while some case waits for it, or another vote."""
    if any(each.session_id == session.id for each in decisions.sessions_waiting(who)):
        if st.button("Lập dự thảo quyết định", icon=":material/edit_document:", type="primary", width="stretch"):
            frame.go("pages/decisions/new.py", phien=session.id)
    else:
        parts.soft("Không còn trường hợp đạt nào chờ dự thảo quyết định.")
        for each in decisions.of_session(who, session.id):
            label = f"Xem Quyết định số {each.number_text}" if each.number_text else "Xem dự thảo quyết định"
            if st.button(label, key=f"decision:{each.id}", icon=":material/gavel:", width="stretch"):
                frame.go("pages/decisions/decision.py", id=each.id)
    if st.button("Bỏ phiếu lại…", icon=":material/replay:", width="stretch"):
        frame.go("pages/council/new.py", lai=session.id)
