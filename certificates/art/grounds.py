"""Grounds under the text: so light that words stay clear, so fine that a copier loses them."""

import math

from PIL import Image, ImageChops

from certificates.art.canvas import Sheet
from certificates.art.palette import Palette


def _fading(width: int, height: int, inner: int, outer: int) -> Image.Image:
    """Return a mask that goes from `inner` in the middle to `outer` at the rim, both to 255."""
    disc = Image.radial_gradient("L").resize((width, height), Image.Resampling.BILINEAR)
    return disc.point([round(inner + (outer - inner) * min(1.0, i / 180)) for i in range(256)])


def _quarter_fade(inner: int, outer: int) -> Image.Image:
    return _fading(512, 512, inner, outer).crop((0, 0, 256, 256))


def guilloche(sheet: Sheet, colours: Palette, margin: float, strength: float = 0.5) -> None:
    """Closed waves that spread in rings from the centre of the page, clipped to the inner field."""
    cx, cy = sheet.width / 2, sheet.height / 2 + 4
    reach = math.hypot(sheet.width, sheet.height) / 2
    tile = sheet.tile(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin, 3)
    ring, rings = 15.0, math.ceil(reach / 11.0)
    for number in range(1, rings + 1):
        radius, lobes = number * 11.0, 12 * number
        high = ring * 0.46
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
            for i in range(90):
                r = 4 + i * 2.1
                a = 2 * math.pi * ray / rays + strand * math.log(r / 4) * 0.62
                points.append((cx + r * math.cos(a), cy + r * math.sin(a)))
            tile.line(points, 0.09)
    tile.fade(ImageChops.invert(_fading(512, 512, 150, 60)))
    tile.ink(colours["gold"], strength)
