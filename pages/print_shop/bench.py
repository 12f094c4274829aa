"""The studio's workbench: the layout in hand, every earlier step for undo, and the controls that change it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from pages.shared import parts, slots
from recognition.hall.errors import Invalid
from recognition.issuing.actions import studio
from recognition.issuing.shop_terms import FieldView

MOST_STEPS = 60
COLOURS = {"ink": "Chữ", "red": "Đỏ", "deep": "Đỏ sẫm", "gold": "Vàng", "bright": "Vàng sáng", "bronze": "Đồng", "olive": "Nền viền"}


@dataclass
class Bench:
    """What is on the bench."""

    name: str
    layout: Any
    steps: list[Any] = field(default_factory=list)
    turn: int = 0
    """Goes up when the layout changes otherwise than by its controls: they are then drawn anew."""

    def take(self, layout: Any) -> None:
        """Go on with a changed layout."""
        if layout != self.layout:
            self.steps = [*self.steps[-MOST_STEPS:], self.layout]
            self.layout = layout

    def undo(self) -> None:
        """One step back."""
        if self.steps:
            self.layout = self.steps.pop()
            self.turn += 1


def changed(bench: Bench, view: FieldView, **values: Any) -> None:
    """Change one block or text; a refusal stands at its controls."""
    try:
        bench.take(studio.change(bench.layout, view, **values))
        parts.forget_errors("studio")
    except Invalid as wrong:
        _refused("fields", wrong)


def _refused(where: str, wrong: Invalid) -> None:
    """What stands in the controls is not what the layout is: said beside them, and nothing is saved meanwhile."""
    st.error(parts.said(wrong.sentence), icon=":material/error:")
    slots.unread("save", where, f"Có chỗ chỉnh chưa nhận được: {wrong.sentence}")


def _number(bench: Bench, view: FieldView, name: str, label: str, step: float) -> float:
    value = float(getattr(view, name))
    key = f"bench:{bench.turn}:{view.is_group}:{view.index}:{name}"
    return float(st.number_input(label, value=value, step=step, format="%.2f" if step < 0.1 else "%.1f", key=key))


def controls(bench: Bench) -> None:
    """Choose a block or a text and nudge it."""
    views = studio.fields(bench.layout)
    chosen = st.selectbox("Khối hoặc ô chữ", range(len(views)), format_func=lambda i: views[i].label, key="bench:field")
    view = views[chosen]
    found: dict[str, Any] = {}
    if view.is_group or not view.group:
        first, second = st.columns(2)
        with first:
            found["x"], found["width"] = _number(bench, view, "x", "Từ trái (mm)", 0.5), _number(bench, view, "width", "Rộng (mm)", 0.5)
        with second:
            found["y"], found["height"] = _number(bench, view, "y", "Từ trên (mm)", 0.5), _number(bench, view, "height", "Cao (mm)", 0.5)
    if not view.is_group:
        found |= _letters(bench, view)
    if any(abs(value - getattr(view, name)) > 1e-9 if isinstance(value, float) else value != getattr(view, name) for name, value in found.items()):
        changed(bench, view, **found)


def _letters(bench: Bench, view: FieldView) -> dict[str, Any]:
    found: dict[str, Any] = {}
    first, second = st.columns(2)
    with first:
        found["size"] = _number(bench, view, "size", "Cỡ chữ (điểm)", 0.5)
        found["tracking"] = _number(bench, view, "tracking", "Giãn chữ (em)", 0.01)
    with second:
        found["size_min"] = _number(bench, view, "size_min", "Cỡ nhỏ nhất (điểm)", 0.5)
        if view.group:
            found["gap"] = _number(bench, view, "gap", "Cách dòng trên (mm)", 0.2)
    faces = studio.faces()
    key = f"bench:{bench.turn}:{view.index}"
    found["face"] = st.selectbox("Phông chữ", faces, index=faces.index(view.face) if view.face in faces else 0, key=f"{key}:face")
    names = [*bench.layout.colours] + ([view.colour] if view.colour not in bench.layout.colours else [])
    found["colour"] = st.selectbox("Màu chữ", names, index=names.index(view.colour), format_func=lambda one: COLOURS.get(one, one), key=f"{key}:colour")
    found["on_blank"] = st.checkbox("In cả khi dùng phôi", view.on_blank, key=f"{key}:on_blank", help="Bỏ chọn khi tờ phôi đã in sẵn dòng này.")
    return found


def colours(bench: Bench) -> None:
    """The layout's colours by name; ornament and words follow."""
    picked: dict[str, str] = {}
    columns = st.columns(4)
    for number, (name, value) in enumerate(bench.layout.colours.items()):
        picked[name] = columns[number % 4].color_picker(COLOURS.get(name, name), value, key=f"bench:{bench.turn}:colour:{name}")
    different = {name: value for name, value in picked.items() if value.lower() != bench.layout.colours[name].lower()}
    if different:
        bench.take(studio.recolour(bench.layout, different))


def signature(bench: Bench) -> None:
    """Room for signature and seal."""
    now = float(bench.layout.signature_space)
    wanted = st.number_input("Chỗ ký và đóng dấu (mm, từ 25)", value=now, step=0.5, key=f"bench:{bench.turn}:space")
    if wanted != now:
        try:
            bench.take(studio.checked(replace(bench.layout, signature_space=wanted)))
        except Invalid as wrong:
            _refused("space", wrong)
