"""Grounds under the text: so light that words stay clear, so fine that a copier loses them."""

import math

from PIL import Image, ImageChops

from certificates.art import motifs
from certificates.art.canvas import Sheet, Tile, turned
from certificates.art.palette import Palette


def _fading(width: int, height: int, inner: int, outer: int) -> Image.Image:
    """Return a mask that goes from `inner` in the middle to `outer` at the rim, both to 255."""
    disc = Image.radial_gradient("L").resize((width, height), Image.Resampling.BILINEAR)
    return disc.point([round(inner + (outer - inner) * min(1.0, i / 180)) for i in range(256)])


def guilloche(sheet: Sheet, colours: Palette, margin: float, strength: float = 0.5) -> None:
    """Closed waves that spread in rings from the centre of the page, clipped to the inner field."""
    cx, cy = sheet.width / 2, sheet.height / 2 + 4
    reach = math.hypot(sheet.width, sheet.height) / 2
    tile = sheet.tile(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin, 3)
    ring, rings = 15.0, math.ceil(reach / 11.0)
    for number in range(rings + 1):
        radius, lobes = (number * 11.0, 12 * number) if number else (3.4, 8)
        high = ring * 0.46 if number else 3.4
        for strand in range(6):
            phase = 2 * math.pi * strand / 6
            steps = lobes * 14
            points = []
            for i in range(steps + 1):
                a = 2 * math.pi * i / steps
                r = radius + high * math.cos(lobes * a + phase) * (0.72 + 0.28 * math.cos(lobes * a / 2) ** 2)
                points.append((cx + r * math.cos(a), cy + r * math.sin(a)))
            tile.line(points, 0.09)
    tile.fade(_fading(512, 512, 255, 90))
    tile.ink(colours["gold"], strength)


def diamonds(sheet: Sheet, colours: Palette, margin: float, strength: float = 0.4) -> None:
    """Small diamonds along rays from the centre, growing outwards."""
    cx, cy = sheet.width / 2, sheet.height / 2
    tile = sheet.tile(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin, 3)
    rays = 144
    for strand in (1, -1):
        for ray in range(rays):
            points = []
            for i in range(96):
                r = 0.6 * (330 ** (i / 95))
                a = 2 * math.pi * ray / rays + strand * math.log(r / 4) * 0.62
                points.append((cx + r * math.cos(a), cy + r * math.sin(a)))
            tile.line(points, 0.09)
    tile.fade(_rising(512))
    tile.ink(colours["gold"], strength)


def _rising(size: int) -> Image.Image:
    """Return a mask that is nothing in the very middle and grows outwards, so that rays do not clot there."""
    return Image.radial_gradient("L").resize((size, size), Image.Resampling.BILINEAR).point([min(190, round(i * 2.4)) for i in range(256)])


def drum(sheet: Sheet, colours: Palette, margin: float, strength: float = 0.3) -> None:
    """The face of a Đông Sơn bronze drum in the middle of the page: sun, bands of signs, birds in flight."""
    cx, cy = sheet.width / 2, sheet.height / 2 + 2
    reach = sheet.height / 2 - margin - 2
    tile = sheet.tile(cx - reach - 1, cy - reach - 1, 2 * reach + 2, 2 * reach + 2, 3)
    motifs.sun(tile, cx, cy, reach * 0.20, 14)
    for part in (0.215, 0.225, 0.29, 0.30, 0.37, 0.38, 0.47, 0.48, 0.545, 0.715, 0.725, 0.79, 0.80, 0.865, 0.93, 0.94, 0.985, 1.0):
        tile.ring(cx, cy, reach * part, 0.16)
    _teeth(tile, cx, cy, reach * 0.305, reach * 0.365, 56)
    _circles(tile, cx, cy, reach * 0.2575, reach * 0.024, 36)
    _meander(tile, cx, cy, reach * 0.40, reach * 0.455, 32)
    _circles(tile, cx, cy, reach * 0.512, reach * 0.022, 72)
    for i in range(18):
        a = 2 * math.pi * i / 18
        motifs.bird(tile, cx + reach * 0.63 * math.cos(a), cy + reach * 0.63 * math.sin(a), math.degrees(a) + 90, reach * 0.092)
    _teeth(tile, cx, cy, reach * 0.73, reach * 0.785, 120)
    _circles(tile, cx, cy, reach * 0.832, reach * 0.022, 116)
    _teeth(tile, cx, cy, reach * 0.925, reach * 0.87, 140)
    _circles(tile, cx, cy, reach * 0.962, reach * 0.014, 150)
    tile.fade(_fading(512, 512, 255, 150))
    tile.ink(colours["gold"], strength)


def _teeth(tile: Tile, x: float, y: float, inner: float, outer: float, count: int) -> None:
    """A ring of small triangles standing on the inner radius."""
    half = math.pi / count * 0.9
    for i in range(count):
        a = 2 * math.pi * i / count
        tile.polygon([(x + r * math.cos(a + d), y + r * math.sin(a + d)) for r, d in ((inner, -half), (outer, 0), (inner, half))])


def _circles(tile: Tile, x: float, y: float, radius: float, size: float, count: int) -> None:
    """A ring of small circles with dots, joined by slanting tangents."""
    for i in range(count):
        a, b = 2 * math.pi * i / count, 2 * math.pi * (i + 1) / count
        at, after = (x + radius * math.cos(a), y + radius * math.sin(a)), (x + radius * math.cos(b), y + radius * math.sin(b))
        tile.ring(*at, size * 0.8, 0.12)
        tile.disc(*at, size * 0.3)
        outer, inner = (radius + size * 0.8) / radius, (radius - size * 0.8) / radius
        tile.line([(x + (at[0] - x) * outer, y + (at[1] - y) * outer), (x + (after[0] - x) * inner, y + (after[1] - y) * inner)], 0.1)


def _meander(tile: Tile, x: float, y: float, inner: float, outer: float, count: int) -> None:
    """A ring of hooked keys."""
    wide, high = 2 * math.pi / count, outer - inner
    key = ((0.05, 0.0), (0.05, 1.0), (0.85, 1.0), (0.85, 0.3), (0.35, 0.3), (0.35, 0.65), (0.6, 0.65))
    for i in range(count):
        points = []
        for u, v in key:
            a, r = (i + u) * wide, inner + v * high
            points.append((x + r * math.cos(a), y + r * math.sin(a)))
        tile.line(points, 0.22)


def lotus_lines(sheet: Sheet, colours: Palette, margin: float, strength: float = 0.4) -> None:
    """A great lotus in fine lines, rising from the lower right corner of the field."""
    del margin
    x, y, size = sheet.width - 62.0, sheet.height - 6.0, 118.0
    tile = sheet.tile(sheet.width * 0.34, 14, sheet.width * 0.66 - 13.1, sheet.height - 27.1, 3)
    for angle, long, wide in ((-84, 0.98, 0.30), (84, 0.98, 0.30), (-62, 0.96, 0.38), (62, 0.96, 0.38), (-40, 0.98, 0.42), (40, 0.98, 0.42), (-19, 1.0, 0.44), (19, 1.0, 0.44), (0, 1.04, 0.46)):
        for ring in range(9):
            shrink = 1 - ring * 0.085
            petal = motifs.petal(size * long * (1 - ring * 0.03), size * wide * shrink, 0.04, 60)
            tile.line([*turned(petal, x, y, angle), turned(petal, x, y, angle)[0]], 0.20 - ring * 0.012)
    tile.fade(_corner_fade())
    tile.ink(colours["gold"], strength)


def _corner_fade() -> Image.Image:
    """A mask that is full at the lower right and nothing at the upper left."""
    slope = Image.linear_gradient("L").resize((256, 256))
    across = slope.rotate(90)
    return ImageChops.multiply(slope.point([min(255, 60 + i) for i in range(256)]), across.point([min(255, int(i * 1.25)) for i in range(256)]))
