"""Frames of the page: each is drawn on one quarter and mirrored."""

import math
from collections.abc import Callable, Iterable

from certificates.art import motifs
from certificates.art.canvas import Point, Sheet, Tile, bezier, blend
from certificates.art.palette import Palette

Along = Callable[[float, float], Point]


def sides(sheet: Sheet, inset: float, depth: float) -> Iterable[tuple[Along, float]]:
    """Give the two half sides of the quarter: a map from (way from the corner cell, depth in the band), and the length."""
    yield (lambda s, d: (inset + depth + s, inset + d)), sheet.width / 2 - inset - depth
    yield (lambda s, d: (inset + d, inset + depth + s)), sheet.height / 2 - inset - depth


def braid(tile: Tile, along: Along, length: float, depth: float, waves: int, strands: int, line: float, swell: float = 0.0, reach: float = 0.46) -> None:
    """Draw interlaced waves in a band; symmetric about the far end, so that mirrored halves join."""
    steps = waves * 48
    for strand in range(strands):
        phase = 2 * math.pi * strand / strands
        points = []
        for i in range(steps + 1):
            s = length * i / steps
            u = 2 * math.pi * waves * (length - s) / length
            high = depth * reach * (1 - swell + swell * math.cos(u / 2) ** 2)
            points.append(along(s, depth / 2 + high * math.cos(u + phase)))
        tile.line(points, line)


def lattice(tile: Tile, along: Along, length: float, depth: float, step: float, line: float) -> None:
    """Draw a fine diamond lattice in a band, meeting at the far end."""
    count = round(length / step)
    step = length / count
    for i in range(-round(depth / step) - 1, count + 1):
        for a, b in (((i * step, 0.0), (i * step + depth, depth)), ((i * step, depth), (i * step + depth, 0.0))):
            (s0, d0), (s1, d1) = a, b
            t0 = max(0.0, -s0 / (s1 - s0)) if s0 < 0 else 0.0
            t1 = min(1.0, (length + 0.5 - s0) / (s1 - s0))
            if t1 > t0:
                tile.line([along(s0 + (s1 - s0) * t, d0 + (d1 - d0) * t) for t in (t0, t1)], line)


def wave(sheet: Sheet, colours: Palette, inset: float = 8.0, depth: float = 10.0) -> None:
    """The border that people know: waves over a lattice in olive and gold, red lines and red lace inside."""
    tile = sheet.quarter()
    olive, gold, bronze, paper = colours["olive"], colours["gold"], colours["bronze"], colours["paper"]
    band, cell = inset + 1.5, depth - 3.0
    _band(sheet, tile, inset + 1.2, depth - 2.4)
    tile.ink(blend(paper, colours["bright"], 0.34))
    for along, length in sides(sheet, band, cell):
        lattice(tile, along, length, cell, 0.8, 0.08)
    tile.ink(blend(paper, gold, 0.72))
    for along, length in sides(sheet, band, cell):
        waves = _waves(length)
        braid(tile, along, length, cell, waves, 12, 0.13, 0.40)
    tile.ink(olive)
    for along, length in sides(sheet, band, cell):
        braid(tile, along, length, cell, 2 * _waves(length), 2, 0.62, 0.0, 0.235)
    tile.ink(blend(bronze, (0, 0, 0), 0.1))
    for along, length in sides(sheet, band, cell):
        braid(tile, along, length, cell, 2 * _waves(length), 2, 0.36, 0.0, 0.235)
    tile.ink(colours["bright"])
    for along, length in sides(sheet, band, cell):
        count = 2 * _waves(length)
        for i in range(2 * count):
            tile.disc(*along(length - length * (i / 2 + 0.0) / count, cell / 2), 0.42 if i % 2 == 0 else 0.0)
    tile.ink(colours["red"])
    _corner(tile, band, cell, colours)
    for at, width in ((inset, 0.5), (inset + 0.85, 0.18), (inset + depth - 1.03, 0.18), (inset + depth - 0.5, 0.5)):
        tile.frame(at, width)
    tile.ink(bronze)
    _lace(sheet, tile, colours, inset + depth + 1.3)


def _waves(length: float) -> int:
    """How many waves a half side of a band has, near 12.5 mm each."""
    return round(length / 12.5)


def _band(sheet: Sheet, tile: Tile, inset: float, depth: float) -> None:
    """Fill a band along the quarter's two sides."""
    tile.box(inset, inset, sheet.width, depth)
    tile.box(inset, inset, depth, sheet.height)


def _corner(tile: Tile, band: float, cell: float, colours: Palette) -> None:
    """Fill the corner cell with an engraved flower: sixteen petals, a ring of loops, a red heart."""
    middle, half = band + cell / 2, cell / 2
    tile.box(band - 0.3, band - 0.3, cell + 0.6, cell + 0.6)
    tile.ink(blend(colours["paper"], colours["bright"], 0.42))
    motifs.rosette(tile, middle, middle, half * 0.99, 16, 0.12, 0.20, 3)
    tile.ink(colours["olive"])
    tile.disc(middle, middle, half * 0.66)
    tile.ink(colours["red"])
    for i in range(12):
        tile.polygon(motifs.turned(motifs.petal(half * 0.58, half * 0.27), middle, middle, 30 * i))
    tile.ink(colours["bright"])
    for i in range(12):
        tile.polygon(motifs.turned(motifs.petal(half * 0.44, half * 0.11), middle, middle, 30 * i))
    tile.disc(middle, middle, half * 0.15)
    tile.ink(colours["bronze"])
    tile.disc(middle, middle, half * 0.10)
    tile.ink(colours["bright"])
    edge = band + cell + 0.1
    tile.line([(band - 0.3, edge), (edge, edge), (edge, band - 0.3)], 0.28)
    tile.ink(colours["bronze"])


def _lace(sheet: Sheet, tile: Tile, colours: Palette, inset: float) -> None:
    """Two red lines and a row of small arches with a bud in each, turning round scrolls in the corner."""
    tile.frame(inset, 0.6)
    tile.frame(inset + 1.0, 0.18)
    deep, corner = inset + 1.18, 9.6
    for along, length in ((lambda s, d: (deep + s, deep + d), sheet.width / 2 - deep), (lambda s, d: (deep + d, deep + s), sheet.height / 2 - deep)):
        count = round((length - corner) / 3.2)
        step = (length - corner) / count
        for i in range(count + 1):
            _arch(tile, along, length - i * step, step)
    _curled_corner(tile, deep)
    tile.ink(colours["red"])


def _curled_corner(tile: Tile, deep: float) -> None:
    """Draw the small ornament of an inner corner: a bud on the diagonal and a scroll along each side."""
    for angle, long, wide in ((135, 3.6, 1.25), (108, 2.5, 0.9), (162, 2.5, 0.9)):
        tile.polygon(motifs.turned(motifs.petal(long, wide), deep + 0.6, deep + 0.6, angle))
    motifs.curl(tile, deep + 1.2, deep + 0.7, 10, 7.0, 0.22)
    motifs.curl(tile, deep + 0.7, deep + 1.2, 80, 7.0, 0.22, mirror=True)
    tile.disc(deep + 4.6, deep + 4.6, 0.28)
    tile.disc(deep + 5.5, deep + 5.5, 0.18)


def _arch(tile: Tile, along: Along, s: float, step: float) -> None:
    half = step / 2
    tile.line([along(s + half * math.cos(a * math.pi / 24), 1.9 * math.sin(a * math.pi / 24) ** 0.9) for a in range(25)], 0.15)
    tile.line([along(s + half * 0.72 * math.cos(a * math.pi / 24), 1.28 * math.sin(a * math.pi / 24)) for a in range(25)], 0.08)
    tile.polygon([along(s + x, -y) for x, y in motifs.petal(0.95, 0.62)])
    tile.disc(*along(s, 2.35), 0.17)
    tile.disc(*along(s + half, 0.55), 0.16)


def lattice_band(sheet: Sheet, colours: Palette, inset: float = 8.0, depth: float = 10.0) -> None:
    """A deep red band with a gold lattice and braid, suns in its corners, flowers on its axes, scrolls inside."""
    tile = sheet.quarter()
    gold, bright, bronze, red, deep = (colours[n] for n in ("gold", "bright", "bronze", "red", "deep"))
    band, cell = inset + 1.0, depth - 2.0
    _band(sheet, tile, inset + 0.6, depth - 1.2)
    tile.ink(deep)
    _band(sheet, tile, band + 0.5, cell - 1.0)
    tile.ink(red)
    for along, length in sides(sheet, band, cell):
        lattice(tile, along, length, cell, 1.0, 0.09)
    tile.ink(blend(red, bright, 0.45))
    for along, length in sides(sheet, band, cell):
        braid(tile, along, length, cell, 2 * _waves(length), 8, 0.11, 0.0, 0.40)
    tile.ink(blend(gold, bright, 0.4))
    for along, length in sides(sheet, band, cell):
        braid(tile, along, length, cell, 2 * _waves(length), 2, 0.34, 0.0, 0.24)
    tile.ink(bright)
    for along, length in sides(sheet, band, cell):
        count = 2 * _waves(length)
        for i in range(count):
            for edge in (0.75, cell - 0.75):
                tile.disc(*along(length - length * (i + 0.25 + 0.25) / count, edge), 0.30)
            tile.disc(*along(length - length * i / count, cell / 2), 0.55)
    tile.ink((255, 240, 205))
    for at, width in ((inset, 0.55), (inset + 0.85, 0.15), (inset + depth - 1.0, 0.15), (inset + depth - 0.55, 0.55)):
        tile.frame(at, width)
    tile.ink(gold)
    for along, length in sides(sheet, inset + depth + 0.9, 0.0):
        for i in range(round(length / 1.5)):
            tile.disc(*along(length - i * 1.5, 0.6), 0.24)
    tile.ink(gold)
    tile.frame(inset + depth + 2.4, 0.22)
    tile.ink(bronze)
    _sun_corner(tile, inset, depth, colours)
    _scrolls(tile, inset + depth + 2.6)
    tile.ink(gold)
    _axis_flowers(sheet, inset, depth, colours)


def _sun_corner(tile: Tile, inset: float, depth: float, colours: Palette) -> None:
    """A square of gold lines with the fourteen-ray sun of the bronze drums."""
    middle, half = inset + depth / 2, depth / 2
    tile.box(inset, inset, depth, depth)
    tile.ink(colours["gold"])
    tile.box(inset + 0.55, inset + 0.55, depth - 1.1, depth - 1.1)
    tile.ink(colours["deep"])
    tile.box(inset + 1.0, inset + 1.0, depth - 2.0, depth - 2.0)
    tile.ink(colours["red"])
    for radius, width in ((half * 0.80, 0.2), (half * 0.70, 0.1), (half * 0.52, 0.1)):
        tile.ring(middle, middle, radius, width)
    for i in range(28):
        a = 2 * math.pi * i / 28
        tile.disc(middle + half * 0.61 * math.cos(a), middle + half * 0.61 * math.sin(a), 0.17)
    tile.ink(colours["bright"])
    motifs.sun(tile, middle, middle, half * 0.48, 14)
    tile.ink(colours["bright"])
    for cx in (inset + 1.7, inset + depth - 1.7):
        for cy in (inset + 1.7, inset + depth - 1.7):
            tile.disc(cx, cy, 0.3)
    tile.ink(colours["bright"])


def _scrolls(tile: Tile, edge: float) -> None:
    """A lotus bud on the diagonal of an inner corner and two scrolls along each side, thinning out."""
    for angle, long, wide in ((135, 9.5, 3.6), (112, 7.6, 2.7), (158, 7.6, 2.7)):
        tile.polygon(motifs.turned(motifs.petal(long, wide), edge + 0.8, edge + 0.8, angle))
    for along_x in (True, False):
        tilt = 3 if along_x else 87
        x, y = (edge + 5.5, edge + 1.4) if along_x else (edge + 1.4, edge + 5.5)
        motifs.curl(tile, x, y, tilt + (6 if along_x else -6), 13.0, 0.34, mirror=not along_x)
        x, y = (edge + 14.5, edge + 1.6) if along_x else (edge + 1.6, edge + 14.5)
        motifs.curl(tile, x, y, tilt, 10.0, 0.26, mirror=not along_x)
        end = (x + 26, y) if along_x else (x, y + 26)
        tile.brush([(x + (end[0] - x) * t / 20, y + (end[1] - y) * t / 20) for t in range(21)], 0.2, 0.34, 0.02)


def _axis_flowers(sheet: Sheet, inset: float, depth: float, colours: Palette) -> None:
    """Put a sixteen-petalled medallion on the middle of the left and right sides."""
    y, radius = sheet.height / 2, depth * 0.60
    for x in (inset + depth / 2, sheet.width - inset - depth / 2):
        tile = sheet.tile(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2)
        for part, colour in ((1.0, colours["gold"]), (0.93, colours["paper"]), (0.86, colours["gold"]), (0.80, colours["deep"]), (0.72, colours["red"])):
            tile.disc(x, y, radius * part)
            tile.ink(colour)
        for part, wide, colour in ((0.66, 0.24, colours["bright"]), (0.52, 0.10, colours["bronze"])):
            for i in range(16):
                tile.polygon(motifs.turned(motifs.petal(radius * part, radius * wide), x, y, 22.5 * i))
            tile.ink(colour)
        tile.disc(x, y, radius * 0.18)
        tile.ink(colours["bronze"])
        tile.disc(x, y, radius * 0.13)
        tile.ink(colours["bright"])


def chain(sheet: Sheet, colours: Palette, inset: float = 8.0, depth: float = 9.0) -> None:
    """A blue band of interlaced rings, for people who hold together; toothed wheels in the corners."""
    tile = sheet.quarter()
    blue, sky, gold, bright = colours["blue"], colours["sky"], colours["gold"], colours["bright"]
    band, cell = inset + 1.0, depth - 2.0
    _band(sheet, tile, inset, depth)
    tile.ink(blue)
    for along, length in sides(sheet, band, cell):
        lattice(tile, along, length, cell, 0.7, 0.05)
    tile.ink(blend(blue, sky, 0.55))
    for width, colour in ((0.86, blend(blue, (0, 0, 0), 0.35)), (0.50, bright)):
        for along, length in sides(sheet, band, cell):
            count = round(length / 4.4)
            for i in range(count + 1):
                _ring_on(tile, along, length - length * i / count, cell, 2.75, width)
        tile.ink(colour)
    for along, length in sides(sheet, band, cell):
        count = round(length / 4.4)
        for i in range(count + 1):
            tile.disc(*along(length - length * i / count, cell / 2), 0.42)
    tile.ink((255, 255, 255))
    for at, width in ((inset, 0.5), (inset + 0.8, 0.14), (inset + depth - 0.94, 0.14), (inset + depth - 0.5, 0.5)):
        tile.frame(at, width)
    tile.ink(gold)
    _wheel_corner(tile, inset, depth, colours)
    edge = inset + depth + 1.5
    tile.frame(edge, 0.5)
    tile.frame(edge + 0.95, 0.16)
    for along, length in sides(sheet, edge + 1.9, 0.0):
        count = round((length - 9) / 2.6)
        for i in range(count + 1):
            s = length - i * 2.6
            tile.polygon([along(s - 0.62, 0.0), along(s, -0.62), along(s + 0.62, 0.0), along(s, 0.62)])
            tile.disc(*along(s + 1.3, 0.0), 0.17)
    _rice_corner(tile, edge + 1.3)
    tile.ink(blue)


def _ring_on(tile: Tile, along: Along, s: float, cell: float, radius: float, width: float) -> None:
    tile.line([along(s + radius * math.cos(a * math.pi / 36), cell / 2 + radius * math.sin(a * math.pi / 36)) for a in range(73)], width)


def _wheel_corner(tile: Tile, inset: float, depth: float, colours: Palette) -> None:
    middle, half = inset + depth / 2, depth / 2
    tile.box(inset, inset, depth, depth)
    tile.ink(colours["gold"])
    tile.box(inset + 0.5, inset + 0.5, depth - 1.0, depth - 1.0)
    tile.ink(colours["blue"])
    motifs.wheel(tile, middle, middle, half * 0.78, 16)
    tile.ink(colours["bright"])
    tile.disc(middle, middle, half * 0.52)
    tile.ink(colours["blue"])
    motifs.sun(tile, middle, middle, half * 0.46, 10)
    tile.ink((255, 255, 255))


def _rice_corner(tile: Tile, edge: float) -> None:
    """An ear of rice bent along each side of an inner corner."""
    for along_x in (True, False):
        stem = bezier((edge + 0.6, edge + 0.6), (edge + 2.6, edge + 3.4), (edge + 6.0, edge + 3.2), (edge + 12.5, edge + 0.9))
        if not along_x:
            stem = [(y, x) for x, y in stem]
        motifs.ear(tile, stem, 2.3, 0.75, 0.2)


def fine_lines(sheet: Sheet, colours: Palette, inset: float = 11.0, depth: float = 2.0) -> None:
    """Two quiet lines with stepped corners."""
    tile = sheet.quarter()
    far_x, far_y = sheet.width, sheet.height
    step = 5.0
    for at, width, colour in ((inset, 0.42, colours["gold"]), (inset + depth, 0.14, colours["gold"])):
        tile.line([(at + step, far_y), (at + step - step, far_y)], 0.01)
        tile.line([(at, far_y), (at, at + step), (at + step / 2, at + step), (at + step / 2, at + step / 2), (at + step, at + step / 2), (at + step, at), (far_x, at)], width)
        tile.ink(colour)
    tile.polygon([(inset + 1.1 + x, inset + 1.1 + y) for x, y in ((0, -0.9), (0.9, 0), (0, 0.9), (-0.9, 0))])
    tile.ink(colours["gold"])
