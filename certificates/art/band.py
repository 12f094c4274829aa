"""What all borders share: half sides of a quarter, interlaced waves, lattices."""

import math
from collections.abc import Callable, Iterable

from certificates.art.canvas import Point, Sheet, Tile

Along = Callable[[float, float], Point]
"""A map from (way along a half side, depth in the band), in mm, to a place on the page."""


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


def waves_in(length: float) -> int:
    """How many waves a half side of a band has, near 12.5 mm each."""
    return round(length / 12.5)


def fill_band(sheet: Sheet, tile: Tile, inset: float, depth: float) -> None:
    """Fill a band along the quarter's two sides."""
    tile.box(inset, inset, sheet.width, depth)
    tile.box(inset, inset, depth, sheet.height)
