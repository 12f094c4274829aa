"""The border that people know: waves in olive and gold, red lines, red lace."""

import math

from certificates.art import motifs
from certificates.art.band import Along, braid, fill_band, lattice, sides, waves_in
from certificates.art.canvas import Colour, Sheet, Tile, blend, turned
from certificates.art.palette import Palette


def wave(sheet: Sheet, colours: Palette, inset: float = 8.0, depth: float = 10.0) -> None:
    """The border that people know: waves over a lattice in olive and gold, red lines and red lace inside."""
    tile = sheet.quarter()
    olive, gold, bronze, paper = colours["olive"], colours["gold"], colours["bronze"], colours["paper"]
    band, cell = inset + 1.5, depth - 3.0
    fill_band(sheet, tile, inset + 1.2, depth - 2.4)
    tile.ink(blend(paper, colours["bright"], 0.34))
    for along, length in sides(sheet, band, cell):
        lattice(tile, along, length, cell, 0.8, 0.08)
    tile.ink(blend(paper, gold, 0.72))
    for along, length in sides(sheet, band, cell):
        waves = waves_in(length)
        braid(tile, along, length, cell, waves, 12, 0.13, 0.40)
    tile.ink(olive)
    for along, length in sides(sheet, band, cell):
        braid(tile, along, length, cell, 2 * waves_in(length), 2, 0.62, 0.0, 0.235)
    tile.ink(blend(bronze, (0, 0, 0), 0.1))
    for along, length in sides(sheet, band, cell):
        braid(tile, along, length, cell, 2 * waves_in(length), 2, 0.36, 0.0, 0.235)
    tile.ink(colours["bright"])
    for along, length in sides(sheet, band, cell):
        count = 2 * waves_in(length)
        for i in range(2 * count):
            tile.disc(*along(length - length * (i / 2 + 0.0) / count, cell / 2), 0.42 if i % 2 == 0 else 0.0)
    tile.ink(colours["red"])
    _corner(tile, band, cell, colours)
    for at, width in ((inset, 0.5), (inset + 0.85, 0.18), (inset + depth - 1.03, 0.18), (inset + depth - 0.5, 0.5)):
        tile.frame(at, width)
    tile.ink(bronze)
    _lace(sheet, tile, colours, inset + depth + 1.3)


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
        tile.polygon(turned(motifs.petal(half * 0.58, half * 0.27), middle, middle, 30 * i))
    tile.ink(colours["bright"])
    for i in range(12):
        tile.polygon(turned(motifs.petal(half * 0.44, half * 0.11), middle, middle, 30 * i))
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
    tile.ink(colours["red"])
    _curled_corner(tile, deep, colours["red"], colours["paper"])


def _curled_corner(tile: Tile, deep: float, red: Colour, paper: Colour) -> None:
    """Draw the small ornament of an inner corner: a bud on the diagonal and a scroll along each side."""
    motifs.curl(tile, deep + 2.2, deep + 1.5, 5, 8.0, 0.2)
    motifs.curl(tile, deep + 1.5, deep + 2.2, 85, 8.0, 0.2, mirror=True)
    tile.disc(deep + 5.0, deep + 5.0, 0.24)
    tile.disc(deep + 5.8, deep + 5.8, 0.15)
    tile.ink(red)
    motifs.corner_bud(tile, deep + 0.5, deep + 0.5, 4.6, red, paper)


def _arch(tile: Tile, along: Along, s: float, step: float) -> None:
    half = step / 2
    tile.line([along(s + half * math.cos(a * math.pi / 24), 1.9 * math.sin(a * math.pi / 24) ** 0.9) for a in range(25)], 0.15)
    tile.line([along(s + half * 0.72 * math.cos(a * math.pi / 24), 1.28 * math.sin(a * math.pi / 24)) for a in range(25)], 0.08)
    tile.polygon([along(s + x, -y) for x, y in motifs.petal(0.95, 0.62)])
    tile.disc(*along(s, 2.35), 0.17)
    tile.disc(*along(s + half, 0.55), 0.16)
