"""Who is praised: a person of the list or a new one, a unit or a group in it, a household. Doubles are asked, never assumed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages.nominations.typed import Form, as_id
from pages.shared import parts
from recognition.catalogue.terms import RecipientKind
from recognition.hall.actor import Actor
from recognition.nominations.terms import Newcomer, Nomination, Nominee
from recognition.people import actions as people
from recognition.people.terms import Person
from recognition.units import actions as units

OTHER = "other"
SALUTATIONS = ("Đồng chí", "Ông", "Bà", "Anh", "Chị")
KINDS = (RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD)
FIELDS: dict[str, Any] = {
    "kind": RecipientKind.INDIVIDUAL.value,
    "name": "",
    "birth_year": None,
    "person": None,
    "person_title": "",
    "person_unit": None,
    "salutation": SALUTATIONS[0],
    "unit": None,
    "group_name": "",
    "head_name": "",
    "address": "",
    "commune": "",
}


def stored(who: Actor, case: Nomination) -> dict[str, Any]:
    """The fields of a stored case's nominee."""
    if case.recipient_id is None or case.recipient_kind is None:
        return {}
    found = people.recipient(who, case.recipient_id)
    by_kind: dict[RecipientKind, dict[str, Any]] = {
        RecipientKind.INDIVIDUAL: {"name": found.name, "person": str(found.person_id)},
        RecipientKind.COLLECTIVE: {"unit": str(found.unit_id), "group_name": found.group_name or ""},
        RecipientKind.HOUSEHOLD: {"head_name": found.head_name, "address": found.address, "commune": found.commune},
    }
    return {"kind": found.kind.value, **by_kind[found.kind]}


def unit_names(who: Actor) -> dict[str, str]:
    """Every living unit by its id as text, in the order of the tree."""
    return {str(node.unit.id): node.unit.name for node in units.tree(who)}


def choose(form: Form, label: str, name: str, kinds: tuple[RecipientKind, ...] = KINDS) -> Nominee | None:
    """Draw the part; who it is, as far as it is known. `name` is the action whose errors stand under the fields."""
    if len(kinds) > 1:
        picked = st.segmented_control(
            label, [kind.value for kind in kinds], format_func=lambda code: RecipientKind(code).label, key=form.key("kind"), required=True, width="stretch"
        )
    else:
        picked = kinds[0].value
    kind = RecipientKind(picked or kinds[0].value)
    draw = {RecipientKind.INDIVIDUAL: _individual, RecipientKind.COLLECTIVE: _collective, RecipientKind.HOUSEHOLD: _household}
    found = draw[kind](form, name)
    parts.field_error(name, "nominee")
    return found


def _individual(form: Form, name: str) -> Nominee | None:
    left, right = st.columns([2, 1])
    typed = left.text_input("Họ và tên", key=form.key("name"))
    with right:
        year = parts.whole("Năm sinh", form=name, field="birth", key=form.key("birth_year"), placeholder="Nếu biết")
        parts.field_error(name, "birth")
    if not typed or not typed.strip():
        return None
    near = people.possible_doubles(form.who, typed, birth_year=year)
    person = _ask(form, near)
    if person:
        return Nominee(RecipientKind.INDIVIDUAL, person_id=person)
    if near and form.get("person") != OTHER:
        return Nominee(RecipientKind.INDIVIDUAL)
    return Nominee(RecipientKind.INDIVIDUAL, newcomer=_newcomer(form, name, typed, year, bool(near)))


def _ask(form: Form, near: tuple[Person, ...]) -> UUID | None:
    """Is it one of those who have the same name? Nothing is chosen beforehand."""
    if not near:
        return None
    lines = {str(person.id): person.line for person in near}
    if form.get("person") not in (*lines, OTHER):
        form.set("person", None)
    with st.container(border=True):
        some = "người này" if len(near) == 1 else f"một trong {len(near)} người này"
        st.markdown(f":orange[:material/person_search:] **Có {len(near)} người cùng tên trong danh sách.** Có phải {some} không?")
        chosen = st.radio(
            "Người cùng tên", [*lines, OTHER], format_func=lambda one: parts.said(lines.get(one, "Không, người khác")), key=form.key("person"),
            index=None, label_visibility="collapsed",
        )  # fmt: skip
    return as_id(chosen) if chosen != OTHER else None


def _newcomer(form: Form, name: str, typed: str, year: int | None, near: bool) -> Newcomer:
    if not near:
        parts.soft("Chưa có ai tên này trong danh sách. Anh/chị ghi thêm để phân biệt; người này sẽ được thêm vào danh sách.")
    names = unit_names(form.who)
    _first(form, "salutation", SALUTATIONS[0], SALUTATIONS)
    _first(form, "person_unit", None, names)
    salutation, title, unit = st.columns([1, 1.6, 2])
    salutation.selectbox("Xưng hô", SALUTATIONS, key=form.key("salutation"))
    with title:
        st.text_input("Chức vụ, công việc", key=form.key("person_title"))
        parts.field_error(name, "person_title")
    with unit:
        st.selectbox("Đơn vị công tác", list(names), index=None, format_func=names.__getitem__, key=form.key("person_unit"), placeholder="Chọn đơn vị")
        parts.field_error(name, "person_unit")
    return Newcomer(typed, as_id(form.get("person_unit")), form.get("person_title"), year, form.get("salutation"))


def _first(form: Form, field: str, first: Any, options: Any) -> None:
    """A kept choice that is no longer offered gives way to the first value."""
    if form.get(field) not in options:
        form.set(field, first)


def _collective(form: Form, _name: str) -> Nominee:
    names = unit_names(form.who)
    _first(form, "unit", None, names)
    unit, group = st.columns(2)
    unit.selectbox("Đơn vị", list(names), index=None, format_func=names.__getitem__, key=form.key("unit"), placeholder="Chọn đơn vị")
    group.text_input("Nhóm, tổ trong đơn vị", key=form.key("group_name"), placeholder="Bỏ trống nếu là cả đơn vị")
    return Nominee(RecipientKind.COLLECTIVE, unit_id=as_id(form.get("unit")), group_name=form.get("group_name"))


def _household(form: Form, name: str) -> Nominee:
    head, address, commune = st.columns([1.3, 1.6, 1.2])
    for place, field, label in ((head, "head_name", "Chủ hộ"), (address, "address", "Địa chỉ"), (commune, "commune", "Xã, phường")):
        with place:
            st.text_input(label, key=form.key(field))
            parts.field_error(name, field)
    return Nominee(RecipientKind.HOUSEHOLD, head_name=form.get("head_name"), address=form.get("address"), commune=form.get("commune"))
