"""Frames of the page: each is drawn on one quarter and mirrored."""

import math
from collections.abc import Callable, Iterable

from certificates.art import motifs
from certificates.art.canvas import Point, Sheet, Tile, arc, blend
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
    olive, gold, bronze, red = colours["olive"], colours["gold"], colours["bronze"], colours["red"]
    band, cell = inset + 1.5, depth - 3.0
    tile.box(inset + 1.2, inset + 1.2, sheet.width, depth - 2.4)
    tile.box(inset + 1.2, inset + 1.2, depth - 2.4, sheet.height)
    tile.ink(blend(colours["paper"], colours["bright"], 0.22))
    for along, length in sides(sheet, band, cell):
        lattice(tile, along, length, cell, 0.9, 0.07)
    tile.ink(blend(colours["paper"], gold, 0.55))
    for along, length in sides(sheet, band, cell):
        waves = round(length / 12.5)
        braid(tile, along, length, cell, waves, 10, 0.11, 0.42)
    tile.ink(olive)
    for along, length in sides(sheet, band, cell):
        waves = round(length / 12.5)
        braid(tile, along, length, cell, waves * 2, 2, 0.30, 0.0, 0.20)
    tile.ink(bronze)
    for along, length in sides(sheet, band, cell):
        waves = round(length / 12.5)
        braid(tile, along, length, cell, waves * 2, 2, 0.16, 0.0, 0.20)
        for i in range(waves * 2):
            s = length - length * i / waves / 2
            tile.disc(*along(s - length / waves / 4 * 0, cell / 2), 0.34)
    tile.ink(gold)
    _corner(tile, band, cell, colours)
    for at, width in ((inset, 0.45), (inset + 0.75, 0.16), (inset + depth - 0.9, 0.16), (inset + depth - 0.45, 0.45)):
        tile.frame(at, width)
    tile.ink(bronze)
    _lace(sheet, tile, colours, inset + depth + 1.4)
    del red


def _corner(tile: Tile, band: float, cell: float, colours: Palette) -> None:
    """Fill the corner cell with an engraved rosette."""
    middle, half = band + cell / 2, cell / 2
    tile.box(band - 0.3, band - 0.3, cell + 0.6, cell + 0.6)
    tile.ink(blend(colours["paper"], colours["bright"], 0.30))
    motifs.rosette(tile, middle, middle, half * 0.96, 12, 0.09, 0.26, 4)
    tile.ink(colours["olive"])
    motifs.rosette(tile, middle, middle, half * 0.52, 8, 0.09, 0.34, 3)
    tile.disc(middle, middle, half * 0.16)
    tile.ink(colours["red"])
    tile.line([(band - 0.3, band + cell + 0.15), (band + cell + 0.15, band + cell + 0.15), (band + cell + 0.15, band - 0.3)], 0.2)
    tile.ink(colours["bronze"])


def _lace(sheet: Sheet, tile: Tile, colours: Palette, inset: float) -> None:
    """Two red lines and a row of small arches with a bud in each, turning round a curl in the corner."""
    tile.frame(inset, 0.55)
    tile.frame(inset + 0.95, 0.16)
    deep = inset + 1.11
    for along, length in ((lambda s, d: (deep + s, deep + d), sheet.width / 2 - deep), (lambda s, d: (deep + d, deep + s), sheet.height / 2 - deep)):
        count = round((length - 5.2) / 3.2)
        step = (length - 5.2) / count
        for i in range(count + 1):
            s = length - i * step
            _arch(tile, along, s, step)
    tile.line(arc(deep, deep, 4.4, 0, 90), 0.16)
    tile.line(arc(deep, deep, 3.7, 0, 90), 0.10)
    for angle in (18, 45, 72):
        tip = motifs.turned(motifs.petal(2.9, 1.15), deep, deep, angle + 90)
        tile.polygon(tip)
    tile.ink(colours["red"])


def _arch(tile: Tile, along: Along, s: float, step: float) -> None:
    half = step / 2
    tile.line([along(s + half * math.cos(a * math.pi / 24), 1.9 * math.sin(a * math.pi / 24) ** 0.9) for a in range(25)], 0.15)
    tile.line([along(s + half * 0.72 * math.cos(a * math.pi / 24), 1.28 * math.sin(a * math.pi / 24)) for a in range(25)], 0.08)
    tile.polygon([along(s + x, -y) for x, y in motifs.petal(0.95, 0.62)])
    tile.disc(*along(s, 2.35), 0.17)
    tile.disc(*along(s + half, 0.55), 0.16)
