"""A blue band of interlaced rings with toothed wheels and ears of rice."""

import math

from certificates.art import motifs
from certificates.art.band import Along, fill_band, lattice, sides
from certificates.art.canvas import Sheet, Tile, bezier, blend
from certificates.art.palette import Palette

EAR = 15.4
"""Where the row of diamonds begins, in mm from its corner: beyond the tip of the ear of rice."""


def chain(sheet: Sheet, colours: Palette, inset: float = 8.0, depth: float = 9.0) -> None:
    """A blue band of interlaced rings, for people who hold together; toothed wheels in the corners."""
    tile = sheet.quarter()
    blue, sky, gold, bright = colours["blue"], colours["sky"], colours["gold"], colours["bright"]
    band, cell = inset + 1.0, depth - 2.0
    fill_band(sheet, tile, inset, depth)
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
        count = round((length - EAR) / 2.6)
        step = (length - EAR) / count
        for i in range(count + 1):
            s = length - i * step
            tile.polygon([along(s - 0.62, 0.0), along(s, -0.62), along(s + 0.62, 0.0), along(s, 0.62)])
            tile.disc(*along(s + step / 2, 0.0), 0.17)
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
        stem = bezier((edge + 0.9, edge + 0.9), (edge + 2.6, edge + 3.3), (edge + 6.0, edge + 3.4), (edge + 12.4, edge + 1.5), 240)
        if not along_x:
            stem = [(y, x) for x, y in stem]
        motifs.ear(tile, stem, 1.9, 0.62, 0.18, dense=0.78)
