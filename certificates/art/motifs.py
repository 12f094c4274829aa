"""Pieces of ornament: rosettes, lotus, star, scrolls. Each is drawn at a place in millimetres."""

import math
from itertools import pairwise

from certificates.art.canvas import Colour, Point, Sheet, Tile, bezier, blend, turned


def star_points(x: float, y: float, radius: float, inner: float = 0.381966) -> list[Point]:
    """Return the ten corners of a five-pointed star standing on two points."""
    return [
        (x + r * math.sin(math.pi * i / 5), y - r * math.cos(math.pi * i / 5))
        for i in range(10) for r in ((radius if i % 2 == 0 else radius * inner),)
    ]


def faceted_star(sheet: Sheet, x: float, y: float, radius: float, light: Colour, dark: Colour, edge: Colour) -> None:
    """Draw a star with a lit and a shaded half on each ray and a fine edge."""
    tile = sheet.paint(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2)
    corners = star_points(x, y, radius)
    tile.polygon(star_points(x, y, radius * 1.09, 0.395))
    tile.ink(edge)
    for half, colour in ((0, light), (1, dark)):
        for i in range(0, 10, 2):
            side = corners[(i + (1 if half else -1)) % 10]
            tile.polygon([(x, y), corners[i], side])
        tile.ink(colour)
    tile.done()


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
    tile = sheet.paint(x - size * 1.6, y - size * 1.25, size * 3.2, size * 1.6)
    back = ((0, 0.96, 0.44), (26, 0.93, 0.42), (-26, 0.93, 0.42), (52, 0.9, 0.38), (-52, 0.9, 0.38), (78, 0.94, 0.3), (-78, 0.94, 0.3))
    middle = ((64, 0.84, 0.36), (-64, 0.84, 0.36), (38, 0.86, 0.42), (-38, 0.86, 0.42), (13, 0.88, 0.44), (-13, 0.88, 0.44))
    front = ((50, 0.58, 0.34), (-50, 0.58, 0.34), (25, 0.66, 0.4), (-25, 0.66, 0.4), (0, 0.72, 0.46))
    for row, shade in ((back, 0.28), (middle, 0.14), (front, 0.0)):
        for angle, long, wide in row:
            shaded_petal(tile, x, y, angle, size * long, size * wide, blend(root, edge, shade), blend(tip, edge, shade * 0.8), edge, size * 0.013)
    tile.polygon(bezier((x - size * 0.3, y - size * 0.02), (x - size * 0.2, y + size * 0.1), (x + size * 0.2, y + size * 0.1), (x + size * 0.3, y - size * 0.02)))
    tile.ink(edge)
    tile.done()


def lotus_pond(sheet: Sheet, x: float, y: float, size: float, leaf: Colour, light: Colour, edge: Colour) -> None:
    """Draw what the lotus stands on: long leaves spreading to both sides, symmetric about x."""
    tile = sheet.paint(x - size * 3.2, y - size * 1.2, size * 6.4, size * 1.6)
    for side in (-1, 1):
        for lean, long, high in ((83, 2.05, 0.44), (68, 1.42, 0.44)):
            _leaf(tile, x, y - size * 0.02, side, lean, size * long, size * high, leaf, light, edge)
    tile.done()


def _leaf(tile: Tile, x: float, y: float, side: int, lean: float, long: float, high: float, leaf: Colour, light: Colour, edge: Colour) -> None:
    """Draw one long leaf with its ribs, leaning out from upright."""
    shape = petal(long, high)
    tile.polygon(turned(shape, x, y, side * lean))
    tile.ink(edge)
    steps = 10
    for i in range(steps):
        t = i / (steps - 1)
        tile.polygon(turned([(px * (0.94 - 0.8 * t), py * (0.99 - 0.12 * t)) for px, py in shape], x, y, side * lean))
        tile.ink(blend(leaf, light, 0.15 + 0.55 * t))
    tile.brush(turned([(0, -long * 0.1), (0, -long * 0.5), (0, -long * 0.96)], x, y, side * lean), high * 0.02, high * 0.05, high * 0.01)
    for k in range(3, 9):
        for turn in (-1, 1):
            far = turn * high * 0.46 * math.sin(math.pi * (k + 1.2) / 11.5)
            rib = bezier((0, -long * k / 11), (far * 0.4, -long * (k + 0.45) / 11), (far * 0.75, -long * (k + 0.8) / 11), (far, -long * (k + 1.25) / 11), 12)
            tile.brush(turned(rib, x, y, side * lean), high * 0.02, high * 0.03, high * 0.008)
    tile.ink(edge)


def sun(tile: Tile, x: float, y: float, radius: float, rays: int) -> None:
    """Draw a sun of narrow rays round a disc, as on the bronze drums."""
    tile.disc(x, y, radius * 0.36)
    for i in range(rays):
        a, half = 2 * math.pi * i / rays - math.pi / 2, math.pi / rays * 0.62
        tile.polygon([(x + radius * r * math.cos(a + d), y + radius * r * math.sin(a + d)) for r, d in ((0.34, -half), (1.0, 0.0), (0.34, half))])


def wheel(tile: Tile, x: float, y: float, radius: float, teeth: int) -> None:
    """Draw a toothed wheel, filled."""
    points = []
    for i in range(teeth):
        a = 2 * math.pi * i / teeth
        for part, turn in ((0.86, -0.50), (0.86, -0.27), (1.0, -0.20), (1.0, 0.20), (0.86, 0.27)):
            at = a + turn * 2 * math.pi / teeth
            points.append((x + radius * part * math.cos(at), y + radius * part * math.sin(at)))
    tile.polygon(points)


def ear(tile: Tile, stem: list[Point], grain: float, wide: float, line: float, dense: float = 0.52) -> None:
    """Draw an ear of rice along a stem: grains on both sides, one at the tip; `dense` is their distance in grains."""
    tile.brush(stem, line * 1.4, line, line * 0.5)
    for x, y, way in grains(stem, grain, dense=dense):
        tile.polygon(turned(petal(grain, wide), x, y, way))


def grains(stem: list[Point], grain: float, lean: float = 30, dense: float = 0.52) -> list[tuple[float, float, float]]:
    """Return where the grains of an ear sit along its stem and which way they point, from the foot to the tip."""
    lengths = [0.0]
    for (ax, ay), (bx, by) in pairwise(stem):
        lengths.append(lengths[-1] + math.hypot(bx - ax, by - ay))
    places = []
    count = max(3, round(lengths[-1] * 0.74 / (grain * dense)))
    for i in range(count + 1):
        wanted = lengths[-1] * (0.26 + 0.74 * i / count)
        at = min(range(len(stem)), key=lambda k: abs(lengths[k] - wanted))
        (ax, ay), (bx, by) = stem[max(at - 1, 0)], stem[min(at + 1, len(stem) - 1)]
        way = math.degrees(math.atan2(by - ay, bx - ax)) + 90
        places += [(*stem[at], way + turn) for turn in ((0,) if i == count else (-lean, lean))]
    return places


def bird(tile: Tile, x: float, y: float, angle: float, size: float) -> None:
    """Draw a Lạc bird in flight, as on the bronze drums: long beak, crest, one wing, fan tail."""
    outline = [
        (1.05, 0.03), (0.66, -0.035), (0.58, -0.09), (0.42, -0.12), (0.08, -0.26), (0.36, -0.06), (0.20, -0.015), (0.06, -0.05), (0.02, -0.22),
        (-0.10, -0.46), (-0.30, -0.62), (-0.26, -0.40), (-0.28, -0.14), (-0.46, -0.06), (-0.74, -0.14), (-1.05, -0.28), (-0.90, -0.10), (-1.08, 0.0),
        (-0.88, 0.05), (-0.98, 0.20), (-0.66, 0.12), (-0.30, 0.15), (0.0, 0.12), (0.22, 0.06), (0.46, 0.02), (0.60, 0.035),
    ]
    tile.polygon(turned([(px * size, py * size) for px, py in outline], x, y, angle))


def scroll(size: float, turns: float = 1.62, steps: int = 110) -> list[Point]:
    """Return a scroll from the origin along +x that rolls up clockwise ever tighter, about `size` long."""
    x = y = 0.0
    points = [(0.0, 0.0)]
    ds = size * 1.62 / steps
    for i in range(steps):
        t = (i + 0.5) / steps
        way = 2 * math.pi * turns * t**2.6 - 0.12
        x, y = x + ds * (1 - 0.25 * t) * math.cos(way), y + ds * (1 - 0.25 * t) * math.sin(way)
        points.append((x, y))
    return points


def curl(tile: Tile, x: float, y: float, angle: float, size: float, line: float, *, mirror: bool = False) -> None:
    """Draw a scroll that leaves (x, y) along `angle`, swells and rolls up into a ball, with two leaflets outside."""
    flip = -1 if mirror else 1
    points = [(px, flip * py) for px, py in scroll(size)]
    tile.brush(turned(points, x, y, angle), line * 0.5, line * 1.6, line * 0.55)
    ((bx, by),) = turned([points[-1]], x, y, angle)
    tile.disc(bx, by, line * 1.0)
    for at, lean, long in ((24, 52, 0.20), (40, 44, 0.17)):
        (ax, ay), (cx, cy) = points[at - 1], points[at + 1]
        way = math.degrees(math.atan2(cy - ay, cx - ax))
        leaf = turned(petal(size * long, size * long * 0.42), *points[at], way + 90 - flip * lean)
        tile.polygon(turned(leaf, x, y, angle))


def corner_bud(tile: Tile, x: float, y: float, long: float, colour: Colour, paper: Colour) -> None:
    """Draw a lotus bud pointing down to the right from a corner, its petals parted by fine lines of paper."""
    for lean in (-36, 36):
        tile.polygon(turned(petal(long * 0.72, long * 0.26), x, y, 135 + lean))
    tile.ink(colour)
    for lean in (-19, 19):
        for grow, shade in ((1.10, paper), (1.0, colour)):
            tile.polygon(turned(petal(long * 0.86 * (0.5 + grow / 2), long * 0.30 * grow), x, y, 135 + lean))
            tile.ink(shade)
    for grow, shade in ((1.12, paper), (1.0, colour)):
        tile.polygon(turned(petal(long * (0.5 + grow / 2), long * 0.34 * grow), x, y, 135))
        tile.ink(shade)
    for bend in (-0.5, 0.0, 0.5):
        vein = bezier((0, -long * 0.2), (bend * long * 0.16, -long * 0.35), (bend * long * 0.17, -long * 0.6), (bend * long * 0.06, -long * 0.8), 20)
        tile.brush(turned(vein, x, y, 135), long * 0.004, long * 0.016, long * 0.004)
    tile.ink(paper)


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
