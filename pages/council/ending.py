"""The end of a session: closing it, and what came of it."""

from __future__ import annotations

from uuid import UUID

import pyarrow as pa
import streamlit as st

from pages.shared import frame, parts
from recognition.council import actions
from recognition.council.terms import Method, Session
from recognition.hall.actor import Actor
from vietnamese import dates


def close(who: Actor, session: Session, *, ready: bool) -> None:
    """Close for good, after a confirmation in figures."""
    typed: dict[str, str] = {}

    def draw() -> None:
        typed["ended"] = st.text_input("Giờ kết thúc", value=f"{dates.to_local(dates.now_utc()):%H:%M}", key="close:ended")
        parts.field_error("close", "ended_at")
        typed["opinions"] = st.text_area("Ý kiến tại phiên họp, ghi vào biên bản", key="close:opinions", placeholder="Các ý kiến thống nhất …")

    def call(key: UUID) -> bool:
        actions.close(who, session.id, session.version, typed["ended"], typed["opinions"], key)
        return True

    if not ready:
        parts.soft("Kết thúc được khi kết quả đã đủ và khớp.")
    if st.button("Kết thúc phiên họp…", icon=":material/task_alt:", type="primary", disabled=not ready):
        parts.ask("close")
    body = f"{len(session.items)} trường hợp sẽ có kết quả đạt hoặc không đạt theo quy tắc đã khoá. Kết thúc rồi thì không sửa được; muốn bỏ phiếu lại phải lập phiên họp mới."
    if parts.confirm("close", "Kết thúc phiên họp", body, "Kết thúc phiên họp", call, draw):
        st.rerun()


def results(session: Session) -> None:
    """Every case with its votes, of how many, and whether that was enough."""
    passed = sum(each.passed for each in session.results)
    st.subheader(f"Kết quả: {passed} trong {len(session.results)} trường hợp đạt")
    by_item = {item.id: item for item in session.items}
    ordered = sorted(session.results, key=lambda each: by_item[each.item_id].number)
    columns: dict[str, list[str]] = {
        "Trường hợp": [f"{by_item[each.item_id].number}. {by_item[each.item_id].name}" for each in ordered],
        "Đồng ý": [str(each.approve) for each in ordered],
        "Không đồng ý": [str(each.reject) for each in ordered],
    }
    if session.rule.abstain_offered:
        columns["Không ý kiến"] = [str(each.abstain) for each in ordered]
    if session.method is Method.PAPER:
        columns["Dòng không hợp lệ"] = [str(each.invalid) for each in ordered]
    columns["Cần"] = [f"{each.needed} trên {each.base}" for each in ordered]
    columns["Kết quả"] = ["Đạt" if each.passed else "Không đạt" for each in ordered]
    widths: dict[str, int] = {"Trường hợp": 300, "Kết quả": 105, "Cần": 90}
    st.dataframe(
        pa.table(columns), hide_index=True, row_height=38, height="content", width="stretch", alt=f"{passed} trong {len(ordered)} trường hợp đạt",
        column_config={name: st.column_config.TextColumn(name, width=widths.get(name, 110)) for name in columns},
    )  # fmt: skip
    if session.papers is not None:
        p = session.papers
        parts.soft(f"Phiếu phát ra {p.issued}, thu về {p.returned}, hợp lệ {p.valid}, không hợp lệ {p.invalid}.")


def after(session: Session) -> None:
    """Where to go from a closed session: the decision, or another vote."""
    if st.button("Lập dự thảo quyết định", icon=":material/edit_document:", type="primary", width="stretch"):
        frame.go("pages/decisions/new.py", phien=session.id)
    if st.button("Bỏ phiếu lại…", icon=":material/replay:", width="stretch"):
        frame.go("pages/council/new.py", lai=session.id)
