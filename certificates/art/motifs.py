"""Pieces of ornament: rosettes, lotus, star, scrolls. Each is drawn at a place in millimetres."""

import math

from certificates.art.canvas import Colour, Point, Sheet, Tile, arc, bezier, blend, turned


def star_points(x: float, y: float, radius: float, inner: float = 0.381966) -> list[Point]:
    """Return the ten corners of a five-pointed star standing on two points."""
    return [
        (x + r * math.sin(math.pi * i / 5), y - r * math.cos(math.pi * i / 5))
        for i in range(10) for r in ((radius if i % 2 == 0 else radius * inner),)
    ]


def faceted_star(sheet: Sheet, x: float, y: float, radius: float, light: Colour, dark: Colour, edge: Colour) -> None:
    """Draw a star with a lit and a shaded half on each ray and a fine edge."""
    tile = sheet.tile(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2)
    corners = star_points(x, y, radius)
    tile.polygon(star_points(x, y, radius * 1.09, 0.395))
    tile.ink(edge)
    for half, colour in ((0, light), (1, dark)):
        for i in range(0, 10, 2):
            side = corners[(i + (1 if half else -1)) % 10]
            tile.polygon([(x, y), corners[i], side])
        tile.ink(colour)


def petal(length: float, width: float, tip: float = 0.0, steps: int = 24) -> list[Point]:
    """Return a lotus petal pointing up from the origin: `width` across, its tip drawn out by `tip` of its length."""
    side = bezier((0, 0), (-width * 0.62, -length * 0.12), (-width * 0.66, -length * 0.66), (0, -length), steps)
    if tip:
        side = bezier((0, 0), (-width * 0.66, -length * 0.10), (-width * 0.60, -length * (0.72 - tip)), (0, -length), steps)
    return side + [(-px, py) for px, py in reversed(side[1:-1])]


def shaded_petal(tile: Tile, x: float, y: float, angle: float, length: float, width: float, root: Colour, tip: Colour, edge: Colour, line: float = 0.12) -> None:
    """Draw a petal shaded from root to tip, with its edge and three veins."""
    tile.polygon(turned(petal(length, width), x, y, angle))
    tile.ink(edge)
    steps = 14
    for i in range(steps):
        t = i / (steps - 1)
        shrink = 1 - 2 * line / width
        body = [(px * shrink * (1 - 0.9 * t), -length * 0.02 + py * (1 - 0.02 - 0.55 * t) * (1 - line / length)) for px, py in petal(length, width)]
        tile.polygon(turned(body, x, y, angle))
        tile.ink(blend(tip, root, t))
    for k in (-0.5, 0.0, 0.5):
        vein = bezier((0, -length * 0.14), (k * width * 0.52, -length * 0.3), (k * width * 0.52, -length * 0.6), (k * width * 0.16, -length * 0.86), 20)
        tile.brush(turned(vein, x, y, angle), line * 0.3, line * 0.8, line * 0.2)
    tile.ink(blend(edge, tip, 0.35))


def lotus(sheet: Sheet, x: float, y: float, size: float, root: Colour, tip: Colour, edge: Colour) -> None:
    """Draw an open lotus standing on (x, y), `size` mm high."""
    tile = sheet.tile(x - size * 1.6, y - size * 1.25, size * 3.2, size * 1.6)
    back = ((0, 0.96, 0.44), (26, 0.93, 0.42), (-26, 0.93, 0.42), (52, 0.9, 0.38), (-52, 0.9, 0.38), (78, 0.94, 0.3), (-78, 0.94, 0.3))
    middle = ((64, 0.84, 0.36), (-64, 0.84, 0.36), (38, 0.86, 0.42), (-38, 0.86, 0.42), (13, 0.88, 0.44), (-13, 0.88, 0.44))
    front = ((50, 0.58, 0.34), (-50, 0.58, 0.34), (25, 0.66, 0.4), (-25, 0.66, 0.4), (0, 0.72, 0.46))
    for row, shade in ((back, 0.28), (middle, 0.14), (front, 0.0)):
        for angle, long, wide in row:
            shaded_petal(tile, x, y, angle, size * long, size * wide, blend(root, edge, shade), blend(tip, edge, shade * 0.8), edge, size * 0.013)
    tile.polygon(bezier((x - size * 0.3, y - size * 0.02), (x - size * 0.2, y + size * 0.1), (x + size * 0.2, y + size * 0.1), (x + size * 0.3, y - size * 0.02)))
    tile.ink(edge)


def rosette(tile: Tile, x: float, y: float, radius: float, petals: int, line: float, depth: float = 0.3, strands: int = 3) -> None:
    """Draw an engraved rosette of interlaced closed curves."""
    for strand in range(strands):
        phase = math.pi * 2 * strand / strands / petals
        for sign in (1, -1):
            points = []
            for i in range(petals * 24 + 1):
                a = 2 * math.pi * i / (petals * 24)
                r = radius * (1 - depth + depth * math.cos(petals * (a + phase) * sign))
                points.append((x + r * math.cos(a), y + r * math.sin(a)))
            tile.line(points, line)


def spiral(x: float, y: float, radius: float, turns: float, start: float, side: int = 1, steps: int = 60) -> list[Point]:
    """Return a spiral from its outer end inward; `side` 1 turns clockwise on the page."""
    points = []
    for i in range(steps + 1):
        t = i / steps
        a = math.radians(start + side * 360 * turns * t)
        r = radius * (1 - t) ** 0.85
        points.append((x + r * math.cos(a), y + r * math.sin(a)))
    return points


def beads(tile: Tile, x0: float, x1: float, y: float, step: float, radius: float, *, upright: bool = False) -> None:
    """Draw a row of dots from x0 to x1, evenly spaced near `step`; `upright` runs along y instead."""
    count = max(1, round((x1 - x0) / step))
    for i in range(count + 1):
        at = x0 + (x1 - x0) * i / count
        tile.disc(*((y, at) if upright else (at, y)), radius)


__all__ = ["arc", "beads", "faceted_star", "lotus", "petal", "rosette", "shaded_petal", "spiral", "star_points"]
