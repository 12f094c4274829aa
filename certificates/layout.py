"""What a layout is: a page, its colours and ornament, and boxes in millimetres. Data, never code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "centre", "right"]
Anchor = Literal["top", "middle", "bottom"]
Value = str | float | int | bool


@dataclass(frozen=True)
class Page:
    """The paper, in millimetres; nothing is printed nearer than `safe` to its edge.

    `scale` is how many times larger than drawn the ornament comes out (A3 from an A4 design: 1.414).
    """

    width: float = 297.0
    height: float = 210.0
    safe: float = 6.0
    bleed: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True)
class Group:
    """A box in which fields stand one below another, spaced by ink; `spread` lets gaps grow when there is room."""

    name: str
    x: float
    y: float
    width: float
    height: float
    anchor: Anchor = "middle"
    spread: float = 1.0


@dataclass(frozen=True)
class Field:
    """One text on the paper.

    `x`, `y`, `width`, `height` are the box in mm from the top left corner; inside a `group` the group
    gives the place and `gap` is the distance in mm from the baseline above to the top of this field's capitals.
    `size` and `size_min` are points, `tracking` em, `leading` times the size. When a group must shrink, a field
    with `shrink` above 1 gives way later than the others: names stay large.
    """

    name: str
    text: str
    face: str
    size: float
    size_min: float
    colour: str
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    group: str = ""
    gap: float = 2.0
    align: Align = "centre"
    anchor: Anchor = "middle"
    tracking: float = 0.0
    leading: float = 1.22
    lines: int = 1
    one_line_first: bool = False
    shrink: float = 1.0
    upper: bool = False
    person: bool = False
    keyline: str = ""
    rule: float = 0.0
    rule_colour: str = ""
    kinds: tuple[str, ...] = ()
    on_blank: bool = True
    required: bool = False


@dataclass(frozen=True)
class Code:
    """Where the QR stands: a square that holds the symbol and its quiet zone, in mm."""

    x: float
    y: float
    size: float = 30.0
    colour: str = "ink"
    on_blank: bool = True


@dataclass(frozen=True)
class Emblem:
    """Where the emblem stands: centre and height in mm; `picture` names the office's own, else the star medallion."""

    x: float
    y: float
    height: float
    picture: str = ""


@dataclass(frozen=True)
class Layout:
    """A complete design. `fingerprint` changes whenever anything printed would."""

    name: str
    title: str
    track: str
    version: int
    page: Page
    colours: Mapping[str, str]
    art: Mapping[str, Value]
    fields: tuple[Field, ...]
    groups: tuple[Group, ...] = ()
    code: Code | None = None
    emblem: Emblem | None = None
    signature_space: float = 25.0
    """Clear height in mm between the signer's post and name, for signature and seal."""
    defaults: Mapping[str, str] = field(default_factory=dict)
    kept_art: str = ""
    """sha256 of the ornament that papers of this layout were issued with, 64 hex digits; empty: the program draws it."""

    def colour(self, name: str) -> tuple[int, int, int]:
        """Return a colour of the layout by name, or of `#RRGGBB`, as three numbers to 255."""
        code = self.colours.get(name, name)
        return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


@dataclass(frozen=True, slots=True)
class LayoutInfo:
    """What a list of layouts shows."""

    name: str
    title: str
    track: str
