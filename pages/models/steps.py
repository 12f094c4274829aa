"""The road of a model's year, and the buttons that lead on from here."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from pages.models import learning, life, reporting
from pages.shared import frame, parts
from recognition.campaigns import actions as campaigns
from recognition.catalogue import actions as catalogue
from recognition.dan_van_kheo import actions
from recognition.dan_van_kheo.terms import Model
from recognition.hall import road as transitions
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import ModelState, Verb

_ROAD = (ModelState.REGISTERED, ModelState.APPROVED, ModelState.WORKING, ModelState.SELF_SCORED, ModelState.CHECKED, ModelState.RECOGNISED)
_LABELS = ("Đăng ký", "Duyệt", "Triển khai", "Tự chấm, báo cáo", "Thẩm định", "Công nhận")
_ORDER = (
    Verb.APPROVE_MODEL, Verb.START_MODEL, Verb.REPORT_MODEL, Verb.CHECK_MODEL, Verb.RECOGNISE_MODEL, Verb.MARK_OUTSTANDING, Verb.NOMINATE,
    Verb.NOTE_MODEL, Verb.EDIT_MODEL, Verb.CONTINUE_MODEL, Verb.END_MODEL,
)  # fmt: skip
_ICONS = {
    Verb.APPROVE_MODEL: "check", Verb.START_MODEL: "play_arrow", Verb.REPORT_MODEL: "summarize", Verb.CHECK_MODEL: "fact_check",
    Verb.RECOGNISE_MODEL: "verified", Verb.MARK_OUTSTANDING: "workspace_premium", Verb.EDIT_MODEL: "edit", Verb.NOMINATE: "emoji_events",
    Verb.CONTINUE_MODEL: "autorenew", Verb.NOTE_MODEL: "edit_calendar", Verb.END_MODEL: "stop_circle",
}  # fmt: skip
_PLAIN: dict[Verb, Callable[[Actor, UUID, int, UUID], Model]] = {
    Verb.APPROVE_MODEL: actions.approve,
    Verb.START_MODEL: actions.start,
    Verb.RECOGNISE_MODEL: actions.recognise,
    Verb.MARK_OUTSTANDING: actions.mark_outstanding,
}


def road(model: Model) -> list[parts.Step]:
    """The steps of the year; after recognition everything is done."""
    state = model.year.state
    if state is ModelState.ENDED:
        return [parts.Step(_LABELS[0], "done"), parts.Step("Kết thúc", "now")]
    reached = _ROAD.index(state) if state in _ROAD else len(_ROAD)
    now = reached if state is ModelState.WORKING else reached + 1  # a year under way is still being worked on
    return [parts.Step(label, "done" if number < now else "now" if number == now else "later") for number, label in enumerate(_LABELS)]


def may(who: Actor, model: Model) -> list[Verb]:
    """The verbs that this person has on this year now."""
    state = model.year.state
    leads = {verb for before, verb in transitions.MODEL_YEAR if before == state}
    if state in actions.EDITABLE:
        leads.add(Verb.EDIT_MODEL)
    if state in actions.REPORTED:
        leads.add(Verb.NOMINATE)
    if state is not ModelState.ENDED:
        leads.add(Verb.NOTE_MODEL)
    return [verb for verb in _ORDER if verb in leads and allowed(who, verb, model)]


def verbs(who: Actor, model: Model) -> None:
    """The row of buttons and their dialogs."""
    found = may(who, model)
    with st.container(horizontal=True):
        for verb in found:
            plain = verb in _PLAIN or verb is Verb.EDIT_MODEL
            if st.button(verb.label if plain else f"{verb.label}…", icon=f":material/{_ICONS[verb]}:", key=f"model_{verb}", type="primary" if verb is found[0] and verb is not Verb.END_MODEL else "secondary"):
                _pressed(who, verb, model)
        learning.buttons(who, model.year.id, model.unit_id, model.year.issuer_id)
    reporting.report(who, model)
    reporting.check(who, model)
    _end(who, model)
    _continue(who, model)
    life.note(who, model)
    learning.dialog(who, model.year.id, model.code, model.unit_id)
    _nominate(who, model)


def _pressed(who: Actor, verb: Verb, model: Model) -> None:
    if verb is Verb.EDIT_MODEL:
        frame.go("pages/models/register.py", id=model.year.id)
    elif verb not in _PLAIN:
        parts.ask(verb.value)
    elif parts.did(f"{verb}:{model.year.id}", lambda key: _PLAIN[verb](who, model.year.id, model.year.version, key)):
        _said(verb, model)


def _said(verb: Verb, model: Model) -> None:
    parts.done(f"{verb.label}: {model.name}")
    st.rerun()


def _end(who: Actor, model: Model) -> None:
    def draw() -> None:
        st.text_area("Lý do", key="end_why", height=80)
        parts.field_error(Verb.END_MODEL.value, "reason")

    def call(key: UUID) -> Model:
        return actions.end(who, model.year.id, model.year.version, st.session_state.get("end_why", ""), key)

    if parts.confirm(Verb.END_MODEL.value, f"Kết thúc: {model.code}", "Mô hình thôi theo dõi từ năm này. Các năm trước vẫn giữ nguyên.", "Kết thúc", call, draw) is not None:
        _said(Verb.END_MODEL, model)


def _continue(who: Actor, model: Model) -> None:
    def draw() -> None:
        names = {row.id: row.name for row in campaigns.find(who, limit=200).rows if row.to_date.year > model.year.year and row.state == "launched"}
        st.selectbox("Phong trào của năm sau", list(names), index=None, format_func=names.__getitem__, key="continue_in", placeholder="Chọn phong trào")
        parts.field_error(Verb.CONTINUE_MODEL.value, "campaign_id")

    def call(key: UUID) -> str:
        chosen = st.session_state.get("continue_in")
        return str(actions.continue_in(who, model.year.id, model.year.version, chosen or UUID(int=0), key).year.id)

    body = f"Mô hình được đăng ký sang năm sau, giữ nguyên chín mục; năm {model.year.year} ghi là «Tiếp tục duy trì»."
    done = parts.confirm(Verb.CONTINUE_MODEL.value, f"Tiếp tục duy trì: {model.code}", body, "Tiếp tục", call, draw)
    if done is not None:
        frame.go("pages/models/model.py", id=done)


def _nominate(who: Actor, model: Model) -> None:
    def draw() -> None:
        track = catalogue.issuer(who, model.year.issuer_id).track
        names = {one.id: one.name for one in catalogue.award_types(who, track)}
        st.selectbox("Hình thức đề nghị", list(names), index=None, format_func=names.__getitem__, key="model_award", placeholder="Chọn hình thức")

    def call(key: UUID) -> str:
        return str(actions.nominate(who, model.year.id, st.session_state.get("model_award"), key).id)

    body = "Phần mềm lập sẵn một hồ sơ nháp từ báo cáo và số liệu của năm; anh/chị xem lại, đính kèm giấy tờ rồi gửi."
    done = parts.confirm(Verb.NOMINATE.value, f"Đề nghị khen: {model.code}", body, "Lập hồ sơ", call, draw)
    if done is not None:
        frame.go("pages/nominations/achievement.py", id=done)
