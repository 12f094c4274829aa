"""Furniture of a case's page: the secretary's verbs and the checks beside the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

import streamlit as st

from pages.shared import parts
from recognition.hall import road
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import State, Verb
from recognition.nominations.terms import Nomination, Reason
from recognition.reviewing.actions import shortlisting
from recognition.screening import actions
from recognition.screening.actions import slips
from recognition.screening.terms import Check, Outcome

#: What a return may be about: field → its words on the case's page.
FIELDS = slips.PARTS | {"": "Điều khác"}
_VERBS = (Verb.ACCEPT, Verb.SHORTLIST, Verb.UNSHORTLIST, Verb.RETURN, Verb.REFUSE)
_ICONS = {
    Verb.ACCEPT: "check",
    Verb.SHORTLIST: "playlist_add_check",
    Verb.UNSHORTLIST: "playlist_remove",
    Verb.RETURN: "undo",
    Verb.REFUSE: "block",
}


def may(who: Actor, case: Nomination) -> list[Verb]:
    """The secretary's verbs that lead on from here and that this person has."""
    return [verb for verb in _VERBS if verb in road.verbs_from(case.state) and allowed(who, verb, case)]


def verbs(who: Actor, case: Nomination) -> None:
    """Buttons in one row; what needs a reason ends in … and opens a dialog."""
    found = may(who, case)
    if not found:
        return
    for place, verb in zip(st.columns(max(3, len(found))), found, strict=False):
        if verb in (Verb.RETURN, Verb.REFUSE):
            if place.button(f"{verb.label}…", icon=f":material/{_ICONS[verb]}:", key=f"ask_{verb}", width="stretch"):
                parts.ask(verb.value)
        elif place.button(verb.label, icon=f":material/{_ICONS[verb]}:", key=f"do_{verb}", type="primary" if verb is found[0] else "secondary", width="stretch"):
            _run(verb, case, partial(_plain, who, verb, case))
    _with_reasons(who, Verb.RETURN, case, actions.return_to_unit, "Đơn vị nhận lại hồ sơ, thấy từng lý do ở đúng chỗ cần sửa, và gửi lại được.")
    _with_reasons(who, Verb.REFUSE, case, actions.refuse, "Hồ sơ dừng ở đây, không gửi lại được. Đơn vị đọc được lý do.")


def papers(who: Actor, case: Nomination) -> None:
    """The one-page papers of screening, for whoever has no net."""
    if case.state is State.RETURNED and case.reasons:
        _paper("Phiếu trả lại (Word)", f"slip:{case.id}", lambda: slips.return_slip(who, case.id)[0], f"Phiếu trả lại {case.code}.docx")
    elif allowed(who, Verb.SCREEN, case) and case.state in actions.SCREENED:
        _paper("Phiếu thẩm định (Word)", f"slip:{case.id}", lambda: slips.screening_slip(who, case.id)[0], f"Phiếu thẩm định {case.code}.docx")


def _paper(label: str, key: str, made: Callable[[], bytes], name: str) -> None:
    st.download_button(label, made, file_name=name, icon=":material/print:", type="tertiary", key=key, on_click="ignore")


def _plain(who: Actor, verb: Verb, case: Nomination, key: UUID) -> Nomination:
    act = {Verb.ACCEPT: actions.accept, Verb.SHORTLIST: shortlisting.shortlist, Verb.UNSHORTLIST: actions.unshortlist}[verb]
    return act(who, case.id, case.version, key)


def _run(verb: Verb, case: Nomination, call: Callable[[UUID], Nomination]) -> None:
    if parts.did(f"{verb}:{case.id}", call):
        parts.done(f"{verb.label}: {case.title}")
        st.rerun()


def _with_reasons(
    who: Actor, verb: Verb, case: Nomination, act: Callable[[Actor, UUID, int, Sequence[Reason], UUID], Nomination], what: str
) -> None:
    name = verb.value

    def draw() -> None:
        other = "period" if case.deed else "deed_date"  # what this case has no field for
        chosen = st.multiselect("Về phần nào", [field for field in FIELDS if field != other], format_func=FIELDS.__getitem__, key=f"fields_{name}", placeholder="Chọn một hay nhiều phần")
        for field in chosen or [""]:
            st.text_area(FIELDS[field] if chosen else "Lý do", key=f"reason_{name}_{field}", height=80)
        parts.field_error(name, "reasons")

    def reasons() -> list[Reason]:
        chosen = st.session_state.get(f"fields_{name}") or [""]
        return [Reason(field, st.session_state.get(f"reason_{name}_{field}", "")) for field in chosen]

    done = parts.confirm(name, f"{verb.label}: {case.code}", what, verb.label, lambda key: act(who, case.id, case.version, reasons(), key), draw)
    if done is not None:
        parts.done(f"{verb.label}: {case.title}")
        st.rerun()


def checks(who: Actor, case: Nomination, found: Sequence[Check]) -> None:
    """Every condition with its clause: what is open first, what is met folded away; some may be settled with a reason."""
    met = [check for check in found if check.settled]
    st.subheader(f"Điều kiện · {len(met)}/{len(found)}")
    with st.container(border=True):
        for check in found:
            if not check.settled:
                _check(who, case, check)
        if len(met) == len(found):
            st.markdown(":green[:material/check_circle:] Hồ sơ đủ mọi điều kiện")
    if met:
        with st.expander(f"Đã đạt · {len(met)}"):
            for check in met:
                _check(who, case, check)
    with st.expander("Xét theo quy định của ngày khác", icon=":material/history:"):
        _on_another_day(who, case)


def _on_another_day(who: Actor, case: Nomination) -> None:
    """The same case under the regulations that were, or will be, in force on a day: to look at, nothing is kept."""
    day = parts.any_day("Ngày", f"other_day:{case.id}")
    if not isinstance(day, date):
        parts.soft("Chọn một ngày để xem hồ sơ này đạt hay không theo quy định có hiệu lực ngày đó.")
        return
    found = actions.checks(who, case.id, day)
    parts.soft(f"Ngày {parts.day(day)}: {sum(check.outcome is Outcome.PASS for check in found)} trong {len(found)} điều kiện đạt.")
    for check in found:
        if check.outcome is not Outcome.PASS:
            colour, icon = _LOOK[check.outcome]
            st.markdown(f":{colour}[:material/{icon}:] {parts.said(check.sentence)}  \n:small[:gray[{parts.said(check.clause)}]]")


_LOOK = {Outcome.PASS: ("green", "check_circle"), Outcome.FAIL: ("red", "cancel"), Outcome.ASK: ("orange", "help")}


def _check(who: Actor, case: Nomination, check: Check) -> None:
    colour, icon = _LOOK[check.outcome]
    soft = [check.clause, check.evidence]
    if not check.verified:
        soft.append("Quy định chưa kiểm chứng: đối chiếu văn bản trước khi dựa vào")
    if check.override_reason:
        soft.append(f"Thư ký chấp nhận: {check.override_reason}")
    small = "  \n".join(f":small[:gray[{parts.said(line)}]]" for line in soft if line)
    mend = "" if check.settled or not check.mend else f"  \n{parts.said(check.mend)}"
    st.markdown(f":{colour}[:material/{icon}:] {parts.said(check.sentence)} :small[:gray[· {check.outcome.label}]]{mend}  \n{small}")
    if not check.settled and actions.may_settle(check.rule) and allowed(who, Verb.OVERRIDE, case) and case.state in actions.SCREENED:
        _settle(who, case, check)


def _settle(who: Actor, case: Nomination, check: Check) -> None:
    name = f"settle_{check.rule}"
    if st.button("Chấp nhận có lý do…", key=f"ask_{name}", type="tertiary"):
        parts.ask(name)

    def draw() -> None:
        st.text_area("Lý do", key=f"why_{name}", height=80)
        parts.field_error(name, check.rule)

    done = parts.confirm(
        name, "Chấp nhận có lý do", f"{check.sentence}. Lý do được lưu cùng hồ sơ và lần gửi này.", "Chấp nhận",
        lambda key: actions.settle(who, case.id, check.rule, st.session_state.get(f"why_{name}", ""), key), draw,
    )  # fmt: skip
    if done is not None:
        st.rerun()
