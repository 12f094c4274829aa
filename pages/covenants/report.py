"""A party's report: written target by target with its files, read by those who may, confirmed or sent back by the secretary."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

import streamlit as st

from pages.covenants import attach, confirming, shown
from pages.covenants.shown import Shown
from pages.nominations.opening import opened
from pages.nominations.typed import Form
from pages.shared import frame, parts
from pages.shared.look import Colour
from recognition.covenants import actions
from recognition.covenants.terms import Covenant, Party, Report, ReportInput, ReportState, Result, ResultInput, Target
from recognition.hall.words import Verb
from vietnamese import numbers

who = frame.require(Verb.SEE_COVENANTS)
NAME = "covenant_report"
LOOKS: dict[ReportState, tuple[Colour, str]] = {ReportState.SENT: ("orange", "fact_check"), ReportState.RETURNED: ("orange", "undo"), ReportState.CONFIRMED: ("green", "check")}
covenant = opened(lambda: actions.get(who, frame.case_id()))
party = covenant.party(frame.case_id("don-vi"))
if party is None:
    frame.refuse("Đơn vị này không có trong giao ước. Anh/chị mở lại từ trang của giao ước.")


def head(one: Covenant, whose: Party) -> None:
    """Breadcrumb, title, where the report stands."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.link("pages/covenants/covenant.py", one.code, id=one.id)
        st.html('<span class="gs-soft">› Báo cáo</span>')
    left, right = st.columns([5, 1.4], vertical_alignment="center")
    left.title("Báo cáo thực hiện giao ước")
    if whose.report is not None:
        colour, icon = LOOKS[whose.report.state]
        right.badge(whose.report.state.label, icon=f":material/{icon}:", color=colour)
    parts.soft(f"{whose.name} · {one.name} · hạn {parts.day(one.report_by)}")


def opening(one: Covenant, whose: Party) -> Form:
    """The form with its first values: what was sent before, if it came back."""
    before = whose.report.results if whose.report else {}
    first: dict[str, Any] = {}
    for target in one.targets:
        result = before.get(target.id, Result(None, "", None))
        first |= {f"reached_{target.id.hex}": numbers.decimal(result.reached) if result.reached is not None else "", f"words_{target.id.hex}": result.words, f"points_{target.id.hex}": actions.points(result.points)}
    first["note"] = whose.report.note if whose.report else ""
    return Form(who, NAME, uuid5(one.id, str(whose.unit_id)), first, version=whose.report.version if whose.report else 0)


def asked(form: Form, target: Target) -> None:
    """What was reached of one target, in its own box."""
    with st.container(border=True):
        most = f" · tối đa {target.points} điểm" if target.points is not None else ""
        st.markdown(f"**{target.position}. {parts.said(target.name)}**  \n:small[:gray[{parts.said(f'{actions.wanted(target)}{most}')}]]")
        said, points = st.columns([4.7, 1.1])
        with said:
            _result(form, target)
        if target.points is not None:
            with points:
                st.text_input("Tự chấm", key=form.key(f"points_{target.id.hex}"), placeholder="8,5")
                parts.field_error(NAME, f"points.{target.id}")


def _result(form: Form, target: Target) -> None:
    """A number with remarks beside it, or words alone."""
    places = st.columns([1.3, 3.4]) if target.wanted is not None else [st.container()]
    if target.wanted is not None:
        with places[0]:
            st.text_input(f"Đã đạt ({target.measure})" if target.measure else "Đã đạt", key=form.key(f"reached_{target.id.hex}"))
            parts.field_error(NAME, f"reached.{target.id}")
    with places[-1]:
        st.text_input("Ghi chú" if target.wanted is not None else "Kết quả", key=form.key(f"words_{target.id.hex}"))
        parts.field_error(NAME, f"words.{target.id}")


def typed(form: Form, one: Covenant) -> ReportInput:
    """Everything that was typed."""
    results = {target.id: ResultInput(*(form.get(f"{name}_{target.id.hex}") or "" for name in ("reached", "words", "points"))) for target in one.targets}
    return ReportInput(results, form.get("note") or "")


def write(one: Covenant, whose: Party) -> None:
    """The form, its files, sending."""
    if whose.report is not None:
        st.warning(f"Trả lại để sửa: {parts.said(whose.report.reason)}", icon=":material/undo:")
    form = opening(one, whose)
    form.begin()
    for target in one.targets:
        asked(form, target)
    form.long_text("Đơn vị tự đánh giá chung", "note", NAME, height=110, most=10_000)
    attach.draw(who, one, whose)
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.button("Gửi báo cáo", icon=":material/send:", type="primary", key="_send:covenant_report")
        form.saved_at()

    def send(key: UUID) -> bool:
        actions.report(who, one.id, whose.unit_id, form.version, typed(form, one), key)
        return True

    if pressed and parts.do(NAME, send) is not None:
        form.forget()
        parts.done("Đã gửi báo cáo.")
        frame.go("pages/covenants/covenant.py", id=one.id)
    form.keep()


def read(one: Covenant, whose: Party, told: Report) -> None:
    """The report as it was sent, and what was confirmed of it."""
    if told.reason:
        label = "Lý do trả lại" if told.state is ReportState.RETURNED else "Lý do chênh lệch điểm"
        parts.facts([(label, told.reason)], columns=1)
    rows = [(target, told.results[target.id]) for target in one.targets if target.id in told.results]
    rest: list[Shown[tuple[Target, Result]]] = [
        ("Mức phấn đấu", lambda row: actions.wanted(row[0]), False), ("Kết quả", lambda row: actions.reached(*row), False),
        ("Điểm tối đa", lambda row: str(row[0].points or ""), True), ("Tự chấm", lambda row: actions.points(row[1].points), True),
        ("Xác nhận", lambda row: actions.points(row[1].checked), True),
    ]  # fmt: skip
    shown.table(rows, ("Chỉ tiêu", lambda row: row[0].name, False), rest, f"results:{whose.unit_id}", f"Kết quả của {whose.name}")
    total = actions.total(one, whose)
    if total is not None:
        sure = "đã xác nhận" if told.state is ReportState.CONFIRMED else "đơn vị tự chấm"
        parts.plain(f"Tổng {actions.points(total)} trên {actions.full_points(one)} điểm, {sure}.")
    parts.facts([("Đơn vị tự đánh giá", told.note), ("Người gửi", f"{told.sent_by}, {parts.day(told.sent_at)}")], columns=1)
    attach.shown(who, one, whose)
    confirming.draw(who, one, whose, told)


head(covenant, party)
if party in actions.reports(who, covenant):
    write(covenant, party)
elif party.report is not None and party.report.results:
    read(covenant, party, party.report)
else:
    own = actions.report_refusal(covenant, party) if actions.may(who, Verb.REPORT_COVENANT, party) else None
    parts.empty(own or "Đơn vị này chưa gửi báo cáo, hoặc anh/chị chưa đọc được báo cáo của đơn vị khác.")
