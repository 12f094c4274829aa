"""Sets the words of one certificate into its layout: sizes, lines, places in millimetres, and what does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from certificates.faces import Face, face
from certificates.layout import Field, Group, Layout
from certificates.office import folder
from certificates.wording import fill
from certificates.wrapping import wrap_cost

MM = 25.4 / 72
"""Millimetres in a point."""
CLEAR = 0.9
"""Least white between the ink of two lines, in mm."""
STEP = 0.25
"""Sizes are whole quarters of a point, so that equal words share one glyph."""
REMEMBERED = 500
"""Groups of texts kept set; those that repeat come back at once after a clearing."""
GOOD, BETTER = 0.5, 0.5
"""A break that costs no more is left alone; a smaller size must save at least this much."""
SIGNER = "signer_name"
"""The field above which room is kept for signature and seal."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line set: where its first letter starts and its baseline, in mm from the top left; size in points."""

    field: Field
    text: str
    x: float
    baseline: float
    size: float
    box: tuple[float, float, float, float]
    """Ink: left, top, right, bottom in mm."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line under a text, in mm."""

    x: float
    y: float
    width: float
    thickness: float
    colour: str


@dataclass(frozen=True, slots=True)
class Overflow:
    """A field that does not fit even at its smallest size."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One certificate, set."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    overflows: tuple[Overflow, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A field wrapped at a size: its lines and the baselines below its first one, in mm."""

    field: Field
    lines: tuple[str, ...]
    size: float
    drops: tuple[float, ...]
    fits: bool


class Compositor:
    """Sets certificates into one layout; remembers what it has set, for texts repeat from row to row."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.faces = tuple(face(f.face, folder("fonts")) for f in layout.fields)
        self._by_name = {c.name: c for c in self.faces}
        self._boxes = {g.name: g for g in layout.groups}
        self._memo: dict[tuple[tuple[int, ...], tuple[str, ...]], Setting] = {}

    def face_of(self, field: Field) -> Face:
        """Return the face that a field of this layout is set in."""
        return self._by_name[field.face]

    def texts(self, known: Mapping[str, str], kind: str) -> dict[int, str]:
        """Return the text of each field that stands on this certificate, by the field's number; empty ones left out."""
        found = {}
        for number, field in enumerate(self.layout.fields):
            if not field.kinds or kind in field.kinds:
                text = fill(field.text, known)
                if text:
                    found[number] = text.upper() if field.upper else text
        return found

    def set(self, known: Mapping[str, str], kind: str) -> Setting:
        """Set one certificate from the words of its facts."""
        found = self.texts(known, kind)
        by_group: dict[str, list[int]] = {}
        for number in found:
            by_group.setdefault(self.layout.fields[number].group or f"#{number}", []).append(number)
        parts = [self._group(tuple(numbers), tuple(found[n] for n in numbers)) for numbers in by_group.values()]
        return Setting(
            tuple(line for p in parts for line in p.lines),
            tuple(rule for p in parts for rule in p.rules),
            tuple(over for p in parts for over in p.overflows),
        )

    def _group(self, numbers: tuple[int, ...], found: tuple[str, ...]) -> Setting:
        memo = self._memo.get((numbers, found))
        if memo is None:
            if len(self._memo) > REMEMBERED:
                self._memo.clear()
            fields = [self.layout.fields[n] for n in numbers]
            first = fields[0]
            box = self._boxes.get(first.group) or Group(first.name, first.x, first.y, first.width, first.height, first.anchor)
            space = self.layout.signature_space
            fields = [replace(f, gap=max(f.gap, space)) if f.name == SIGNER and f.group else f for f in fields]
            memo = self._memo[numbers, found] = set_group(box, fields, found, [self.faces[n] for n in numbers])
        return memo


def set_group(box: Group, fields: Sequence[Field], found: Sequence[str], faces: Sequence[Face]) -> Setting:
    """Stack the fields of one box; all shrink together until their height fits."""
    blocks: list[_Block] = []
    tops: list[float] = []
    height = 0.0
    for tenth in range(11):
        blocks = [_wrapped(f, t, c, (f.width if f.group and f.width else box.width), tenth / 10) for f, t, c in zip(fields, found, faces, strict=True)]
        tops, height = _stack(blocks, faces, 1.0)
        if height <= box.height:
            break
    gaps = sum(f.gap for f in fields[1:])
    free = box.height - height
    if box.spread > 1 and gaps and free > 0:
        tops, height = _stack(blocks, faces, 1 + min(box.spread - 1, free / gaps))
        free = box.height - height
    start = box.y + {"top": 0.0, "middle": max(free, 0) / 2, "bottom": max(free, 0)}[box.anchor]
    lines = [line for b, top, c in zip(blocks, tops, faces, strict=True) for line in _placed(box, b, c, start + top)]
    overflows = [Overflow(b.field.name, t) for b, t in zip(blocks, found, strict=True) if not b.fits]
    if free < -0.05 and not overflows:
        longest = max(range(len(blocks)), key=lambda i: (len(blocks[i].lines), len(found[i])))
        overflows.append(Overflow(fields[longest].name, found[longest]))
    rules = [_rule(b, [line for line in lines if line.field is b.field]) for b in blocks if b.field.rule]
    return Setting(tuple(lines), tuple(rules), tuple(overflows))


def _wrapped(field: Field, text: str, letters: Face, width: float, shrink: float) -> _Block:
    """Wrap a text at the largest size at which it fits, starting `shrink` of the way from the largest to the smallest."""
    largest = round((field.size - shrink**field.shrink * (field.size - field.size_min)) / STEP) * STEP
    found = None
    if field.one_line_first:
        found = _sized(field, text, letters, width, largest, 1)
    found = found or _sized(field, text, letters, width, largest, field.lines)
    size, lines = found or (field.size_min, [text])
    drops = [0.0]
    for above, below in pairwise(lines):
        needed = (letters.ink(below, field.tracking)[3] - letters.ink(above, field.tracking)[1]) * size * MM + CLEAR * 0.6
        drops.append(drops[-1] + max(field.leading * size * MM, needed))
    return _Block(field, tuple(lines), size, tuple(drops), found is not None)


def _sized(field: Field, text: str, letters: Face, width: float, largest: float, most: int) -> tuple[float, list[str]] | None:
    """Return the size and lines of a text: the largest that fits, or one at most a tenth smaller that breaks far better."""
    best: tuple[float, float, list[str]] | None = None
    size = largest
    while size >= field.size_min:
        found = wrap_cost(text, width / (size * MM), most, lambda s: letters.width(s, field.tracking), person=field.person)
        if found and (best is None or found[0] < best[1] - BETTER):
            best = size, *found
        if best and (best[1] <= GOOD or size < best[0] * 0.9):
            break
        size -= STEP
    return (best[0], best[2]) if best else None


def _stack(blocks: Sequence[_Block], faces: Sequence[Face], stretch: float) -> tuple[list[float], float]:
    """Return the baseline of each block's first line below the box's top, and the whole height in mm (ink to ink)."""
    tops: list[float] = []
    at, bottom = 0.0, 0.0
    for block, letters in zip(blocks, faces, strict=True):
        em = block.size * MM
        _, _, _, ink_top = letters.ink(block.lines[0], block.field.tracking)
        if tops:
            room, grow = (block.field.gap, 1.0) if block.field.name == SIGNER else (CLEAR, stretch)
            baseline = max(at + block.field.gap * grow + letters.cap_height * em, bottom + room + ink_top * em)
        else:
            baseline = ink_top * em
        tops.append(baseline)
        at = baseline + block.drops[-1]
        bottom = at - letters.ink(block.lines[-1], block.field.tracking)[1] * em
        if block.field.rule:
            at = bottom = max(bottom, at + 1.3) + 0.9
    return tops, max(bottom, at)


def _placed(box: Group, block: _Block, letters: Face, baseline: float) -> list[Line]:
    """Place each line of a block, centred by its ink."""
    field, em, lines = block.field, block.size * MM, []
    width = field.width if field.group and field.width else box.width
    left = box.x + (box.width - width) * {"left": 0.0, "centre": 0.5, "right": 1.0}[field.align]
    for text, drop in zip(block.lines, block.drops, strict=True):
        x0, y0, x1, y1 = (v * em for v in letters.ink(text, field.tracking))
        x = left + {"left": -x0, "centre": (width - x1 - x0) / 2, "right": width - x1}[field.align]
        y = baseline + drop
        lines.append(Line(field, text, x, y, block.size, (x + x0, y - y1, x + x1, y - y0)))
    return lines


def _rule(block: _Block, lines: Sequence[Line]) -> Rule:
    """Return the rule under the last line: `rule` is its length as a part of the line's."""
    left, _, right, bottom = lines[-1].box
    length = (right - left) * block.field.rule
    y = max(bottom, lines[-1].baseline + 1.3) + 0.55
    return Rule((left + right - length) / 2, y, length, 0.28, block.field.rule_colour or block.field.colour)
