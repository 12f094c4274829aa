"""What the `art` table of a layout may say; known without drawing anything."""

from collections.abc import Mapping
from typing import TypeVar

from certificates.errors import Refused
from certificates.layout import Value

T = TypeVar("T")
NAMES = {
    "border": ("wave", "suns", "chain", "lines"),
    "ground": ("guilloche", "diamonds", "drum", "lotus_lines"),
    "supporters": ("banners", "ears"),
}
SIZES = ("ground_strength", "inset", "depth", "margin", "lotus", "lotus_y")


def check(art: Mapping[str, Value]) -> None:
    """Refuse ornament that does not exist, a foreign key, or a size that is none."""
    foreign = sorted(set(art) - {*NAMES, *SIZES, "field"})
    if foreign:
        raise Refused(f"Tệp mẫu có khóa lạ «{foreign[0]}» ở art; hãy bỏ hoặc sửa tên khóa này.")
    for name, known in NAMES.items():
        named(dict.fromkeys(known, True), art, name)
    for name in SIZES:
        size(art, name, 0.0)


def size(art: Mapping[str, Value], name: str, default: float) -> float:
    """Return a measure of the art table; raises Refused when it is not a number from 0 up."""
    value = art.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise Refused(f"«{name}» ở art phải là số không âm; hãy sửa lại số này.")
    return float(value)


def named(known: Mapping[str, T], art: Mapping[str, Value], name: str) -> T | None:
    """Return what the art table names, None for `none`; raises Refused for a name that is not known."""
    wanted = art.get(name, "none")
    if wanted == "none":
        return None
    if wanted not in known:
        raise Refused(f"«{name}» ở art phải là một trong: none, {', '.join(known)}; hãy sửa «{wanted}».")
    return known[str(wanted)]
