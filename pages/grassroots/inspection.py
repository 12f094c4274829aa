"""One inspection of the plan: what it is about, what it came to, what was found and mended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages.grassroots import points
from pages.nominations import story
from pages.nominations.opening import opened
from pages.shared import frame, parts
from pages.shared.look import Colour
from recognition.grassroots import actions
from recognition.grassroots.terms import Record, ResultInput, Stage
from recognition.hall.words import Verb
from vietnamese import dates, numbers

who = frame.require(Verb.SEE_GRASSROOTS)
if parts.confirmed("drop_inspection"):
    parts.done("Đã bỏ khỏi kế hoạch.")
    frame.go("pages/grassroots/plan.py")
one = opened(lambda: actions.get(who, frame.case_id()))
LOOKS: dict[Stage, tuple[Colour, str]] = {Stage.PLANNED: ("blue", "event"), Stage.OVERDUE: ("orange", "bolt"), Stage.DONE: ("green", "check")}


def head() -> None:
    """Breadcrumb, title, how far it has come."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link("pages/grassroots/plan.py", "Kiểm tra, giám sát")
        st.html(f'<span class="gs-soft">› {parts.html_escape(one.code)}</span>')
    left, right = st.columns([5, 1.4], vertical_alignment="center")
    left.title(parts.said(one.title))
    stage = actions.stage(one)
    with right:
        st.badge(stage.label, icon=f":material/{LOOKS[stage][1]}:", color=LOOKS[stage][0])
    parts.soft(" · ".join((one.unit_name, actions.quarter_words(one))))


def told() -> None:
    """The plan, then the result."""
    model = next((row for row in actions.models_of(who, one) if row.model_id == one.model_id), None) if one.model_id else None
    parts.facts([("Yêu cầu chi tiết", one.content)], columns=1)
    if one.on_date is None:
        parts.soft("Chưa kiểm tra. Kiểm tra xong thì ghi kết quả, rồi thêm từng hạn chế và việc phải khắc phục.")
        return
    parts.facts([("Ngày kiểm tra", parts.day(one.on_date)), ("Địa điểm", one.place), ("Người kiểm tra", one.chair)])
    parts.facts([("Kết luận", one.result)], columns=1)
    if model is not None:
        frame.link("pages/models/model.py", f"Mô hình đã xem tại chỗ: {model.name}", ":material/diversity_3:", id=model.year_id)


def result() -> None:
    """The dialog of the result."""
    offered = actions.models_of(who, one)
    names = {row.model_id: row.name for row in offered}

    def fields() -> None:
        parts.any_day("Ngày kiểm tra", "result_on", one.on_date or dates.today())
        parts.field_error("inspect", "on_date")
        st.text_area("Người kiểm tra", value=one.chair, key="result_chair", height=70, placeholder="Mỗi người một dòng, kèm chức vụ")
        parts.field_error("inspect", "chair")
        st.text_input("Địa điểm", value=one.place, key="result_place")
        parts.field_error("inspect", "place")
        st.text_area("Kết luận", value=one.result, key="result_words", height=110)
        parts.field_error("inspect", "result")
        if names:
            choices = [None, *names]
            st.selectbox(
                "Mô hình đã xem tại chỗ", choices, index=choices.index(one.model_id) if one.model_id in names else 0,
                format_func=lambda m: names[m] if m else "Không xem mô hình nào", key="result_model",
            )  # fmt: skip
            parts.field_error("inspect", "model_id")

    def call(key: UUID) -> Record:
        state: Any = st.session_state
        data = ResultInput(state.get("result_on"), state.get("result_chair") or "", state.get("result_words") or "", state.get("result_place") or "", state.get("result_model"))
        return actions.inspect(who, one.id, one.version, data, key)

    if parts.confirm("inspect", "Kết quả kiểm tra", f"{one.unit_name} đọc được kết quả này.", "Ghi kết quả", call, fields) is not None:
        parts.done("Đã ghi kết quả.")
        st.rerun()


def change() -> None:
    """The dialog of another quarter or content."""

    def fields() -> None:
        this_year = dates.today().year
        years = sorted({*range(this_year - 5, this_year + 2), one.plan_year or this_year}, reverse=True)
        st.selectbox("Năm", years, index=years.index(one.plan_year or this_year), key="change_year")
        parts.field_error("change_plan", "year")
        st.segmented_control("Quý", [1, 2, 3, 4], format_func=lambda q: f"Quý {numbers.roman(q)}", default=one.plan_quarter, key="change_quarter", required=True)
        parts.field_error("change_plan", "quarter")
        st.text_input("Nội dung kiểm tra", value=one.title, key="change_title")
        parts.field_error("change_plan", "title")
        st.text_area("Yêu cầu chi tiết", value=one.content, key="change_content", height=110)
        parts.field_error("change_plan", "content")

    def call(key: UUID) -> Record:
        state: Any = st.session_state
        return actions.change_plan(who, one.id, one.version, state["change_year"], state["change_quarter"], state.get("change_title") or "", state.get("change_content") or "", key)

    if parts.confirm("change_plan", "Sửa kế hoạch", f"Cuộc kiểm tra {one.code} ở {one.unit_name}.", "Lưu", call, fields) is not None:
        parts.done("Đã lưu.")
        st.rerun()


def beside() -> None:
    """What the inspector may do."""
    if actions.may(who, Verb.INSPECT, one):
        label = "Ghi kết quả…" if one.on_date is None else "Sửa kết quả…"
        if st.button(label, icon=":material/fact_check:", type="primary" if one.on_date is None else "secondary", width="stretch"):
            parts.ask("inspect")
        result()
    if actions.may(who, Verb.PLAN_INSPECTION, one):
        if st.button("Sửa kế hoạch…", icon=":material/edit:", width="stretch"):
            parts.ask("change_plan")
        if one.on_date is None and st.button("Bỏ khỏi kế hoạch…", icon=":material/delete:", width="stretch"):
            parts.ask("drop_inspection")
        change()
        body = f"Cuộc kiểm tra {one.code} ở {one.unit_name} ra khỏi kế hoạch; không lấy lại được. Nhật ký vẫn giữ việc này."
        parts.confirm("drop_inspection", "Bỏ khỏi kế hoạch", body, "Bỏ khỏi kế hoạch", parts.finished(lambda key: actions.drop(who, one.id, one.version, key)))


head()
left, right = st.columns([5, 1.6], gap="large")
with left:
    told()
    if one.on_date is not None:
        points.draw(who, one)
    with st.expander("Lịch sử"):
        story.history(actions.history(who, one.id))
with right:
    beside()
