"""A deep red band with suns of the bronze drums in its corners and lotus scrolls inside."""

import math

from certificates.art import motifs
from certificates.art.band import braid, fill_band, lattice, sides, waves_in
from certificates.art.canvas import Sheet, Tile, bezier, blend, turned
from certificates.art.palette import Palette


def sun_band(sheet: Sheet, colours: Palette, inset: float = 8.0, depth: float = 10.0) -> None:
    """A deep red band with a gold lattice and braid, suns in its corners, flowers on its axes, scrolls inside."""
    tile = sheet.quarter()
    gold, bright, bronze, red, deep = (colours[n] for n in ("gold", "bright", "bronze", "red", "deep"))
    band, cell = inset + 1.0, depth - 2.0
    fill_band(sheet, tile, inset + 0.6, depth - 1.2)
    tile.ink(deep)
    fill_band(sheet, tile, band + 0.5, cell - 1.0)
    tile.ink(red)
    for along, length in sides(sheet, band, cell):
        lattice(tile, along, length, cell, 1.0, 0.09)
    tile.ink(blend(red, bright, 0.45))
    for along, length in sides(sheet, band, cell):
        braid(tile, along, length, cell, 2 * waves_in(length), 8, 0.11, 0.0, 0.40)
    tile.ink(blend(gold, bright, 0.4))
    for along, length in sides(sheet, band, cell):
        braid(tile, along, length, cell, 2 * waves_in(length), 2, 0.34, 0.0, 0.24)
    tile.ink(bright)
    for along, length in sides(sheet, band, cell):
        count = 2 * waves_in(length)
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
    motifs.corner_bud(tile, inset + depth + 3.3, inset + depth + 3.3, 10.0, gold, colours["paper"])
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
    """A stem along each side of an inner corner that thins out to nothing, and two scrolls that leave it."""
    for along_x in (True, False):
        for start, size, line in ((6.0, 19.0, 0.36), (18.0, 15.0, 0.28)):
            x, y = (edge + start, edge + 2.5) if along_x else (edge + 2.5, edge + start)
            motifs.curl(tile, x, y, 4 if along_x else 86, size, line, mirror=not along_x)
        stem = bezier((edge + 4.5, edge + 3.2), (edge + 9.0, edge + 2.5), (edge + 20.0, edge + 2.5), (edge + 47.0, edge + 2.5), 60)
        tile.brush(stem if along_x else [(y, x) for x, y in stem], 0.5, 0.36, 0.02)


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
                tile.polygon(turned(motifs.petal(radius * part, radius * wide), x, y, 22.5 * i))
            tile.ink(colour)
        tile.disc(x, y, radius * 0.18)
        tile.ink(colours["bronze"])
        tile.disc(x, y, radius * 0.13)
        tile.ink(colours["bright"])
