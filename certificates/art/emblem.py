"""The emblem slot: a neutral star medallion with banners, or the office's own checked picture."""

import math

from PIL import Image

from certificates.art import motifs
from certificates.art.canvas import Colour, Sheet, Tile, bezier, blend, turned
from certificates.art.palette import Palette


def medallion(sheet: Sheet, colours: Palette, x: float, y: float, height: float, field: str = "red") -> None:
    """Draw the star medallion: a beaded gold rim, an enamel field with engraved rays, a faceted star."""
    radius = height / 2
    gold, bright, bronze = colours["gold"], colours["bright"], colours["bronze"]
    dark, light = colours["deep"], colours[field]
    if field != "red":
        dark = blend(light, (0, 0, 0), 0.35)
    tile = sheet.paint(x - radius - 1, y - radius - 1, height + 2, height + 2)
    tile.disc(x, y, radius * 1.035)
    tile.ink((255, 255, 255))
    tile.disc(x, y, radius)
    tile.ink(bronze)
    steps = 28
    for i in range(steps):
        t = i / (steps - 1)
        tile.disc(x - radius * 0.05 * t, y - radius * 0.05 * t, radius * (0.975 - 0.0 * t) - radius * 0.17 * t)
        shine = 0.5 + 0.5 * math.sin(t * math.pi * 2.2 - 0.6)
        tile.ink(blend(gold, blend(bright, (255, 250, 225), 0.45), shine))
    _beaded(tile, x, y, radius, bronze)
    tile.disc(x, y, radius * 0.835)
    tile.ink(bronze)
    for i in range(24):
        t = i / 23
        tile.disc(x, y, radius * (0.815 - 0.62 * t))
        tile.ink(blend(dark, light, t))
    for i in range(90):
        a = 2 * math.pi * i / 90
        inner, outer = (0.45, 0.79) if i % 2 else (0.5, 0.74)
        tile.brush([(x + radius * r * math.cos(a), y + radius * r * math.sin(a)) for r in (inner, (inner + outer) / 2, outer)], 0.02, radius * 0.014, 0.02)
    tile.ink(blend(light, bright, 0.55))
    tile.ring(x, y, radius * 0.8, radius * 0.012)
    tile.ink(bright)
    tile.done()
    motifs.faceted_star(sheet, x, y + radius * 0.03, radius * 0.52, blend(bright, (255, 250, 225), 0.55), gold, bronze)


def _beaded(tile: Tile, x: float, y: float, radius: float, shade: Colour) -> None:
    """Set fifty-six pearls on the rim, each with its shadow."""
    count = 56
    for i in range(count):
        a = 2 * math.pi * i / count
        tile.disc(x + radius * 0.915 * math.cos(a), y + radius * 0.915 * math.sin(a), radius * 0.026)
    tile.ink(shade)
    for i in range(count):
        a = 2 * math.pi * i / count
        tile.disc(x + radius * 0.91 * math.cos(a) - radius * 0.006, y + radius * 0.91 * math.sin(a) - radius * 0.006, radius * 0.018)
    tile.ink((255, 246, 214))


def banners(sheet: Sheet, colours: Palette, x: float, y: float, height: float) -> None:
    """Draw three red banners at each side of (x, y), fanned out behind the emblem, the lowest in front."""
    tile = sheet.paint(x - height * 1.6, y - height, height * 3.2, height * 2)
    for side in (-1, 1):
        for lean, flow, long in ((16, 4, 1.02), (38, 17, 1.0), (60, 31, 0.94)):
            _banner(tile, colours, (x, y + height * 0.30), side, lean, flow, height * long)
    tile.done()


def _banner(tile: Tile, colours: Palette, foot: tuple[float, float], side: int, lean: float, flow: float, size: float) -> None:
    """Draw one banner: a pole leaning out from upright by `lean`, its cloth blown outward, falling by `flow` degrees."""
    x, y = foot
    dx, dy = math.sin(math.radians(lean)), -math.cos(math.radians(lean))

    def place(u: float, v: float) -> tuple[float, float]:
        return x + side * u, y + v

    tip = dx * size, dy * size
    tile.line([place(dx * size * 0.3, dy * size * 0.3), place(*tip)], size * 0.026)
    tile.ink(colours["bronze"])
    top, low = (dx * size * 0.965, dy * size * 0.965), (dx * size * 0.50, dy * size * 0.50)
    fx, fy = math.cos(math.radians(flow)), math.sin(math.radians(flow))

    def cloth(t: float, s: float) -> tuple[float, float]:
        sway = size * 0.052 * math.sin(2 * math.pi * 1.08 * t + 0.5 * s) * min(1.0, 2.2 * t)
        far = size * 0.80 * t * (1 - 0.06 * s)
        u = top[0] + (low[0] - top[0]) * s * (1 - 0.1 * t) + fx * far - fy * sway
        v = top[1] + (low[1] - top[1]) * s * (1 - 0.1 * t) + fy * far + fx * sway + size * 0.13 * t * t
        return place(u, v)

    rows, across = 60, [k / 12 for k in range(13)]
    tile.polygon([cloth(t / 40, 0) for t in range(41)] + [cloth(1, s) for s in across] + [cloth(1 - t / 40, 1) for t in range(41)])
    tile.ink(colours["deep"])
    dark, light = blend(colours["deep"], (60, 0, 0), 0.25), blend(colours["red"], (240, 60, 40), 0.35)
    for i in range(rows):
        t0, t1 = i / rows, min((i + 1.5) / rows, 1.0)
        tile.polygon([cloth(t0, s) for s in across] + [cloth(t1, s) for s in reversed(across)])
        lit = 0.5 + 0.5 * math.cos(2 * math.pi * 1.08 * t0 + 0.6)
        tile.ink(blend(dark, light, 0.15 + 0.85 * lit))
    for edge in ([cloth(t / 40, 0) for t in range(41)], [cloth(t / 40, 1) for t in range(41)]):
        tile.line(edge, size * 0.013)
    tile.ink(colours["gold"])
    hem = [cloth(1, s) for s in across]
    tile.line(hem, size * 0.03)
    tile.ink(colours["bright"])
    tile.line([cloth(0.965, s) for s in across], size * 0.01)
    tile.ink(colours["bronze"])
    _spearhead(tile, place(*tip), side * lean, size, colours["gold"])


def _spearhead(tile: Tile, at: tuple[float, float], lean: float, size: float, colour: Colour) -> None:
    """Put the spearhead on a pole's end."""
    spear = [(0, -size * 0.11), (size * 0.036, -size * 0.035), (size * 0.012, size * 0.01), (-size * 0.012, size * 0.01), (-size * 0.036, -size * 0.035)]
    tile.polygon(turned(spear, *at, lean))
    tile.ink(colour)


def ears(sheet: Sheet, colours: Palette, x: float, y: float, height: float) -> None:
    """Draw an ear of rice rising round each side of the emblem, tied below with a ribbon."""
    grain, wide = height * 0.19, height * 0.072
    tile = sheet.paint(x - height * 1.2, y - height, height * 2.4, height * 2)
    for side in (-1, 1):
        stem = [(x + side * px, y + py) for px, py in bezier((0, height * 0.66), (height * 0.62, height * 0.62), (height * 0.86, height * 0.08), (height * 0.56, -height * 0.46), 80)]
        tile.brush(stem, height * 0.075, height * 0.075, height * 0.06)
        for gx, gy, way in motifs.grains(stem, grain):
            tile.polygon(turned(motifs.petal(grain * 1.25, wide * 1.9), gx, gy, way))
        tile.ink(colours["paper"])
        tile.brush(stem, height * 0.03, height * 0.022, height * 0.01)
        tile.ink(colours["bronze"])
        for gx, gy, way in motifs.grains(stem, grain):
            for grow, colour in ((1.0, colours["bronze"]), (0.84, colours["gold"]), (0.60, colours["bright"])):
                tile.polygon(turned([(px * grow, py * (0.5 + grow / 2)) for px, py in motifs.petal(grain, wide)], gx, gy, way))
                tile.ink(colour)
    _ribbon(tile, colours, x, y + height * 0.64, height)
    tile.done()


def _ribbon(tile: Tile, colours: Palette, x: float, y: float, height: float) -> None:
    """Tie the ears with a small red knot and two tails."""
    for side in (-1, 1):
        tile.polygon([(x, y), (x + side * height * 0.20, y + height * 0.02), (x + side * height * 0.27, y + height * 0.15), (x + side * height * 0.18, y + height * 0.11), (x + side * height * 0.12, y + height * 0.17)])
    tile.ink(colours["deep"] if colours["deep"][0] > 80 else blend(colours["red"], (0, 0, 0), 0.3))
    for side in (-1, 1):
        tile.polygon(turned(motifs.petal(height * 0.20, height * 0.13), x, y, side * 98))
    tile.disc(x, y, height * 0.045)
    tile.ink(colours["red"])
    tile.ring(x, y, height * 0.045, height * 0.012)
    tile.ink(colours["bright"])


def own(sheet: Sheet, picture: Image.Image, x: float, y: float, height: float) -> None:
    """Place the office's own emblem, at most `height` mm high and 1.8 times as wide, centred on (x, y)."""
    k = min(height / picture.height, height * 1.8 / picture.width) * sheet.scale
    small = picture.convert("RGBA").resize((max(1, round(picture.width * k)), max(1, round(picture.height * k))), Image.Resampling.LANCZOS)
    sheet.image.paste(small, (round(x * sheet.scale - small.width / 2), round(y * sheet.scale - small.height / 2)), small)
