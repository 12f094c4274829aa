"""Learning from a model: the buttons, the dialog that writes it down, and how far a model came."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

import streamlit as st

from pages.shared import frame, parts
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.spread_terms import LearnInput, Spread
from recognition.dan_van_kheo.terms import LearnedFrom, ModelFilters, Replication
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Role, Verb
from recognition.units import actions as units
from vietnamese import dates

NAME, UNDO = Verb.REPLICATE.value, Verb.UNREPLICATE.value
#: Under this name the address of the registration says from which model is learned.
FROM = "hoc-tu"


def buttons(who: Actor, year_id: UUID, unit_id: UUID, issuer_id: UUID | None, *, primary: bool = False) -> None:
    """«Làm theo mô hình này» for a unit that may register; the quiet one for what was begun without registering."""
    mine = actions.learning_units(who, unit_id)
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    registers = bool(mine) and allowed(who, Verb.REGISTER_MODEL)
    if registers and st.button("Làm theo mô hình này", icon=":material/content_copy:", key="learn_register", type=kind):
        frame.go("pages/models/register.py", **{FROM: year_id})
    notes = bool(mine) or (issuer_id is not None and actions.may_learn(who, unit_id, issuer_id))
    if notes and st.button("Ghi đã làm theo…" if mine else f"{Verb.REPLICATE.label}…", icon=":material/share:", key="learn_note"):
        parts.ask(NAME)


def dialog(who: Actor, year_id: UUID, code: str, unit_id: UUID) -> None:
    """Which unit, since when, what it does otherwise, what came of it, its own model where it registered one."""

    def draw() -> None:
        names = _units(who, unit_id)
        st.selectbox("Đơn vị làm theo", list(names), index=0 if len(names) == 1 else None, format_func=names.__getitem__, key="learn_unit", placeholder="Chọn đơn vị")
        parts.field_error(NAME, "unit_id")
        parts.any_day("Từ ngày", "learn_on", dates.today())
        parts.field_error(NAME, "on_date")
        st.text_area("Làm khác ở điểm nào", key="learn_adapted", height=80, placeholder="Ví dụ: trực cả chiều thứ bảy, thêm hướng dẫn dịch vụ công")
        parts.field_error(NAME, "adapted")
        st.text_area("Kết quả đến nay", key="learn_result", height=80)
        parts.field_error(NAME, "result")
        own = _own(who, st.session_state.get("learn_unit"), year_id)
        if own:
            st.selectbox("Mô hình của đơn vị đã học từ đây", [None, *own], format_func=lambda one: own[one] if one else "Chưa đăng ký mô hình", key="learn_model")
            parts.field_error(NAME, "copied_model_id")

    def call(key: UUID) -> Spread:
        state: Any = st.session_state
        chosen = state.get("learn_unit") or unit_id
        data = LearnInput(chosen, state.get("learn_on"), state.get("learn_adapted", ""), state.get("learn_result", ""), state.get("learn_model"))
        return actions.replicate(who, year_id, data, key)

    body = "Ghi một đơn vị đã học tập, làm theo mô hình này. Đơn vị có mô hình được báo tin."
    if parts.confirm(NAME, f"Học tập, làm theo: {code}", body, "Ghi", call, draw) is not None:
        parts.done("Đã ghi.")
        st.rerun()


def _units(who: Actor, but: UUID) -> dict[UUID, str]:
    """The units that may be named: one's own, and for the secretary all."""
    mine = actions.learning_units(who, but)
    return {node.unit.id: node.unit.name for node in units.tree(who) if node.unit.id != but and (node.unit.id in mine or who.has(Role.SECRETARY))}


def _own(who: Actor, unit_id: UUID | None, year_id: UUID) -> dict[UUID, str]:
    """The registered models of the unit that `who` may see."""
    if unit_id is None:
        return {}
    return {row.model_id: f"{row.code} · {row.name}" for row in actions.find(who, ModelFilters(unit_id=unit_id), limit=100).rows if row.year_id != year_id}


def _remove(who: Actor, year_id: UUID, learners: list[Replication]) -> None:
    """The dialog that takes a wrong link away."""
    chosen = st.session_state.get("unlearn_unit")
    each = next((one for one in learners if one.unit_id == chosen), None)
    if each is None:
        return

    def why() -> None:
        st.text_input("Lý do", key="unlearn_why", placeholder="Ví dụ: ghi nhầm đơn vị")
        parts.field_error(UNDO, "reason")

    def call(key: UUID) -> Spread:
        return actions.unreplicate(who, year_id, each.unit_id, st.session_state.get("unlearn_why", ""), key)

    body = f"{each.unit_name} không còn được tính là học tập, làm theo mô hình này. Nhật ký vẫn giữ."
    if parts.confirm(UNDO, "Bỏ ghi nhân rộng", body, "Bỏ ghi", call, why) is not None:
        parts.done("Đã bỏ ghi.")
        st.rerun()


def draw(who: Actor, year_id: UUID, spread: Spread, learners: list[Replication], sources: tuple[LearnedFrom, ...] = (), columns: int = 3) -> None:
    """The numbers, `columns` in a row, then who learned from it, then from whom it learned itself."""
    if spread.reach:
        took = "chưa có đơn vị nào bắt đầu sau ngày công nhận" if spread.median_days is None else f"trung vị {spread.median_days} ngày từ khi công nhận, công bố"
        parts.facts(
            [
                ("Đơn vị học tập, làm theo", f"{spread.reach} đơn vị" + (f", {spread.direct} học trực tiếp" if spread.direct < spread.reach else "")),
                ("Chuỗi học theo dài nhất", f"{spread.depth} bậc"),
                ("Thời gian lan toả", took),
            ],
            columns,
        )
    else:
        parts.soft("Chưa có đơn vị nào được ghi là học tập, làm theo.")
    mine = actions.removable(who, year_id) if learners else frozenset()
    for each in learners:
        with st.container(border=True):
            st.markdown(f"**{parts.said(each.unit_name)}**")
            own = f"mô hình «{each.copied_name}»" if each.copied_name else "có mô hình riêng" if each.copied_model_id else "chưa đăng ký mô hình riêng"
            parts.soft(f"Từ {parts.day(each.on_date)} · {own}")
            for label, words in (("Làm khác", each.note), ("Kết quả", each.result)):
                if words:
                    parts.plain(f"{label}: {words}")
            if each.unit_id in mine and st.button("Bỏ ghi…", key=f"unlearn_{each.unit_id}", icon=":material/undo:", type="tertiary"):
                st.session_state["unlearn_unit"] = each.unit_id
                parts.ask(UNDO)
    _remove(who, year_id, learners)
    if sources:
        st.subheader("Học từ")
        for source in sources:
            with st.container(border=True):
                parts.plain(source.name)
                parts.soft(f"{source.unit_name} · từ {parts.day(source.on_date)}")
