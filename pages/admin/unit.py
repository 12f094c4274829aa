"""Một đơn vị: how it is called and was called, what happened to it, what may be done now."""

import streamlit as st

from pages.admin import fields, unit_changes
from pages.shared import frame, parts
from recognition.hall.paging import Page
from recognition.hall.words import Verb
from recognition.people import actions as people
from recognition.units import actions as units
from recognition.units.terms import Unit, UnitForm, UnitKind
from vietnamese import dates

who = frame.require(Verb.MANAGE_UNITS)


def correct(unit: Unit) -> None:
    """Put right what was mistyped."""
    name = f"unit:{unit.id}:{unit.version}"
    with st.form(name, border=False):
        called = fields.line(name, "name", "Tên đang dùng", unit.name, help="Chỉ sửa lỗi gõ. Đổi tên theo văn bản thì dùng «Đổi tên…» để giấy tờ cũ giữ tên cũ.")
        left, right = st.columns(2)
        with left:
            code = fields.line(name, "code", "Mã đơn vị", unit.code)
            kind = fields.choice(name, "kind", "Loại đơn vị", list(UnitKind), unit.kind)
            start = fields.day(name, "from_date", "Ngày thành lập", unit.from_date)
        with right:
            short = fields.line(name, "short_name", "Tên viết tắt", unit.short_name)
            cluster = fields.cluster(who, name, "cluster_id", "Cụm, khối thi đua", unit.cluster_id)
        endorse = st.checkbox(
            "Hồ sơ phải được lãnh đạo đơn vị xác nhận trước khi gửi đi", unit.endorsement, key=f"{name}:endorsement",
            help="Bỏ chọn thì hồ sơ của đơn vị này tới thư ký ngay khi gửi.",
        )
        saved = st.form_submit_button("Lưu sửa đổi", type="primary")
    if saved:
        typed = UnitForm(code, called, kind, short, unit.parent_id, cluster, endorse, start)
        if parts.did(name, lambda key: units.change(who, unit.id, unit.version, typed, key)):
            parts.done("Đã lưu đơn vị.")
            st.rerun()


def names(unit: Unit) -> None:
    """Every name with its days, and what happened by which paper."""
    st.subheader("Tên và các thay đổi")
    with st.container(border=True):
        for name in reversed(units.names(who, unit.id)):
            until = f"đến {dates.short(name.to_date)}" if name.to_date else "đến nay" if unit.to_date is None else f"đến khi giải thể {dates.short(unit.to_date)}"
            st.markdown(f"**{parts.said(name.name)}**")
            above = f", trực thuộc {units.get(who, name.parent_id).name}" if name.parent_id else ""
            parts.soft(f"{name.kind.label}, từ {dates.short(name.from_date)} {until}{above}")
    steps = units.life(who, unit.id)
    for step in steps:
        parts.soft(f"{dates.short(step.on_date)} · {step.kind.label} theo {step.paper}")


def beside(unit: Unit) -> None:
    """What hangs on this unit."""
    st.subheader("Đơn vị trực thuộc")
    below = units.children(who, unit.id)
    if not below:
        parts.soft("Không có đơn vị trực thuộc.")
    for child in below[:20]:
        frame.link("pages/admin/unit.py", parts.said(child.name), id=child.id)
    if len(below) > 20:
        parts.soft(f"và {len(below) - 20} đơn vị khác")
    st.subheader("Nhân sự")
    found = people.find(who, "", Page(1, 8), unit_id=unit.id)
    for person in found.rows:
        frame.link("pages/admin/person.py", parts.said(f"{person.name}, {person.title}".rstrip(", ")), id=person.id)
    parts.soft(f"{found.total} người, kể cả đơn vị trực thuộc" if found.total else "Chưa có ai giữ chức vụ ở đây.")


shown = units.get(who, frame.case_id())
frame.link("pages/admin/units.py", "Đơn vị", ":material/arrow_back:")
st.title(parts.said(shown.name))
where = f"trực thuộc {units.get(who, shown.parent_id).name}" if shown.parent_id else "đơn vị cao nhất"
parts.soft(f"{shown.code} · {shown.kind.label} · {where}")
work, narrow = st.columns([5, 2], gap="large")
with work:
    if shown.to_date is None:
        unit_changes.buttons(who, shown)
        st.subheader("Thông tin")
        correct(shown)
    else:
        st.info(f"Đơn vị giải thể từ {dates.short(shown.to_date)}. Giấy tờ cũ vẫn in đúng tên cũ; không nhận hồ sơ mới.", icon=":material/inventory_2:")
        unit_changes.carry(who, shown)
    names(shown)
with narrow:
    beside(shown)
