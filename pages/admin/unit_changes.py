"""What happens to a unit by a paper: five buttons, each with its dialog."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from pages.admin import fields
from pages.shared import parts
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.people import actions as people
from recognition.units import actions as units
from recognition.units.terms import EndForm, MoveForm, RenameForm, Unit


def buttons(who: Actor, unit: Unit) -> None:
    """The row of buttons, and the dialog that was asked for."""
    shown: tuple[tuple[str, str, Callable[[Actor, Unit, str], Unit | str | None]], ...] = (
        ("Đổi tên…", ":material/edit:", rename),
        ("Chuyển trực thuộc…", ":material/move_item:", move),
        ("Sáp nhập…", ":material/merge:", merge),
        ("Chia, tách…", ":material/call_split:", split),
        ("Giải thể…", ":material/inventory_2:", dissolve),
    )
    with st.container(horizontal=True):
        for label, icon, dialog in shown:
            if st.button(label, icon=icon, key=f"{dialog.__name__}:{unit.id}"):
                parts.ask(_name(dialog.__name__, unit))
    for _, _, dialog in shown:
        if dialog(who, unit, _name(dialog.__name__, unit)) is not None:
            parts.done("Đã ghi thay đổi của đơn vị.")
            st.rerun()


def _name(what: str, unit: Unit) -> str:
    return f"{what}:{unit.id}:{unit.version}"


def _paper(name: str) -> None:
    """By which paper, from which day."""
    left, right = st.columns(2)
    with left:
        fields.line(name, "paper", "Văn bản căn cứ", placeholder="12-QĐ/TU")
    with right:
        fields.day(name, "on_date", "Có hiệu lực từ ngày")


def rename(who: Actor, unit: Unit, name: str) -> Unit | str | None:
    """Another name from a day on."""

    def draw() -> None:
        fields.line(name, "name", "Tên mới", unit.name)
        fields.line(name, "short_name", "Tên viết tắt mới", unit.short_name)
        _paper(name)

    def call(key: UUID) -> Unit:
        form = RenameForm(fields.typed(name, "name"), fields.typed(name, "paper"), fields.typed(name, "on_date"), fields.typed(name, "short_name"))
        return units.rename(who, unit.id, unit.version, form, key)

    return parts.confirm(name, "Đổi tên đơn vị", f"Giấy tờ trước ngày này vẫn ghi «{unit.name}».", "Đổi tên", call, draw)


def move(who: Actor, unit: Unit, name: str) -> Unit | str | None:
    """Another parent from a day on."""

    def draw() -> None:
        fields.unit(who, name, "parent_id", "Trực thuộc mới", unit.parent_id, none="Không, là đơn vị cao nhất", but=unit.id)
        _paper(name)

    def call(key: UUID) -> Unit:
        form = MoveForm(fields.chosen(name, "parent_id"), fields.typed(name, "paper"), fields.typed(name, "on_date"))
        return units.move(who, unit.id, unit.version, form, key)

    return parts.confirm(name, "Chuyển trực thuộc", f"«{unit.name}» và các đơn vị dưới quyền chuyển sang nơi mới.", "Chuyển trực thuộc", call, draw)


def merge(who: Actor, unit: Unit, name: str) -> Unit | str | None:
    """It ends and goes on in another one."""

    def draw() -> None:
        fields.unit(who, name, "into", "Sáp nhập vào", none=None, but=unit.id)
        _paper(name)

    def call(key: UUID) -> Unit:
        form = EndForm(fields.typed(name, "paper"), fields.typed(name, "on_date"))
        into = fields.chosen(name, "into")
        if into is None:
            raise Invalid({"into": "Anh/chị chưa chọn đơn vị nhận."})
        return units.merge(who, [unit.id], into, form, key)

    below = len(units.children(who, unit.id))
    body = f"«{unit.name}» kết thúc từ ngày này; {below} đơn vị trực thuộc chuyển sang đơn vị nhận. Nhân sự và tài khoản anh/chị chuyển sau."
    return parts.confirm(name, "Sáp nhập đơn vị", body, "Sáp nhập", call, draw)


def split(who: Actor, unit: Unit, name: str) -> Unit | str | None:
    """It becomes several others, or loses a part."""

    def draw() -> None:
        others = {node.unit.id: node.unit.name for node in units.tree(who) if node.unit.id != unit.id}
        st.multiselect("Các đơn vị mới (đã thêm trước)", list(others), format_func=lambda one: others[one], key=f"{name}:into", placeholder="Chọn đơn vị")
        parts.field_error(name, "into")
        st.checkbox("Đơn vị này vẫn tồn tại sau khi tách", key=f"{name}:keep")
        _paper(name)

    def call(key: UUID) -> Unit:
        form = EndForm(fields.typed(name, "paper"), fields.typed(name, "on_date"))
        into: list[UUID] = st.session_state.get(f"{name}:into") or []
        return units.split(who, unit.id, unit.version, into, form, keep=bool(st.session_state.get(f"{name}:keep")), key=key)

    return parts.confirm(name, "Chia, tách đơn vị", f"Lịch sử của «{unit.name}» trỏ tới các đơn vị mới.", "Chia, tách", call, draw)


def dissolve(who: Actor, unit: Unit, name: str) -> Unit | str | None:
    """It ends."""

    def call(key: UUID) -> Unit:
        return units.dissolve(who, unit.id, unit.version, EndForm(fields.typed(name, "paper"), fields.typed(name, "on_date")), key)

    body = f"Từ ngày này «{unit.name}» không nhận hồ sơ và không được khen thưởng (Thông tư 15/2025/TT-BNV). Giấy tờ cũ giữ nguyên."
    return parts.confirm(name, "Giải thể đơn vị", body, "Giải thể", call, lambda: _paper(name))


def carry(who: Actor, unit: Unit) -> None:
    """People who still hold a post in a unit that ended: they go on in another one."""
    held = people.open_posts(who, unit.id)
    if not held:
        return
    name = f"carry:{unit.id}"
    st.warning(f"Còn {len(held)} người giữ chức vụ ở đơn vị đã giải thể này.", icon=":material/group:")
    if st.button(f"Chuyển {len(held)} người sang đơn vị khác…", icon=":material/move_item:"):
        parts.ask(name)

    def draw() -> None:
        fields.unit(who, name, "to_unit", "Sang đơn vị", none=None)
        fields.day(name, "on_date", "Từ ngày", unit.to_date)

    def call(key: UUID) -> int:
        to_unit = fields.chosen(name, "to_unit")
        if to_unit is None:
            raise Invalid({"to_unit": "Anh/chị chưa chọn đơn vị nhận."})
        return people.carry_posts(who, unit.id, to_unit, fields.typed(name, "on_date"), key)

    shown = ", ".join(dict.fromkeys(post.title for post in held[:5]))
    body = f"{len(held)} người giữ nguyên chức vụ ({shown}) ở đơn vị mới. Giấy tờ trước ngày này vẫn ghi «{unit.name}»."
    moved = parts.confirm(name, "Chuyển nhân sự", body, "Chuyển nhân sự", call, draw)
    if moved is not None:
        parts.done(f"Đã chuyển {moved} người.")
        st.rerun()
