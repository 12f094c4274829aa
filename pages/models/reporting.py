"""The two dialogs with figures: the unit's yearly report, the secretary's check."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.ledger import hints
from pages.models import figures
from pages.shared import parts
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.terms import Model, ReportInput
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.words import Verb


def report(who: Actor, model: Model) -> None:
    """What was done, figures, own score."""
    name = Verb.REPORT_MODEL.value

    def draw() -> None:
        st.text_area("Kết quả thực hiện trong năm", key="report_text", height=150)
        parts.field_error(name, "report")
        st.caption("Số liệu chính. Mỗi chỉ số của một việc một dòng: ghi rõ việc gì, ở đâu, ví dụ «mở rộng đường thôn Đông, xã Phú Lộc». Chỉ số khác thì ghi tên ở cột cuối.")
        figures.draw("report")
        hints.draw(who, model.year.id, "report")
        parts.field_error(name, "figures")
        st.text_input("Điểm tự chấm (trên 100)", key="report_score", placeholder="Ví dụ 87,5")
        parts.field_error(name, "self_score")
        parts.field_error(name, "campaign_id")

    def call(key: UUID) -> Model:
        return actions.report(who, model.year.id, model.year.version, _typed(), key)

    done = parts.confirm(name, f"Báo cáo kết quả năm {model.year.year}", "Sau khi gửi, phần đăng ký không sửa được nữa.", "Gửi báo cáo", call, draw, wide=True)
    if done is not None:
        parts.done("Đã gửi báo cáo.")
        st.rerun()


def _typed() -> ReportInput:
    """The report as typed; raises Invalid where a number cannot be read."""
    return ReportInput(st.session_state.get("report_text", ""), figures.typed("report"), _points(st.session_state.get("report_score", ""), "self_score"))


def _points(typed: str, field: str) -> int | None:
    if not typed.strip():
        return None
    try:
        return actions.parse_points(typed)
    except ValueError as wrong:
        raise Invalid({field: str(wrong)}) from wrong


def check(who: Actor, model: Model) -> None:
    """The score of the level above, with a reason where it differs."""
    name = Verb.CHECK_MODEL.value

    def draw() -> None:
        st.text_input("Điểm thẩm định (trên 100)", key="check_score", placeholder="Ví dụ 85")
        parts.field_error(name, "checked_score")
        st.text_area("Lý do chênh lệch", key="check_why", height=80)
        parts.field_error(name, "check_reason")

    def call(key: UUID) -> Model:
        score = _points(st.session_state.get("check_score", ""), "checked_score")
        return actions.check(who, model.year.id, model.year.version, score, st.session_state.get("check_why", ""), key)

    own = "chưa có" if model.year.self_score is None else actions.points(model.year.self_score)
    done = parts.confirm(name, f"Thẩm định: {model.code}", f"Đơn vị tự chấm {own} điểm.", "Ghi điểm thẩm định", call, draw)
    if done is not None:
        parts.done("Đã ghi điểm thẩm định.")
        st.rerun()
