"""The emblem slot: a neutral star medallion with banners, or the office's own checked picture."""

import math

from PIL import Image

from certificates.art import motifs
from certificates.art.canvas import Sheet, arc, bezier, blend, turned
from certificates.art.palette import Palette


def medallion(sheet: Sheet, colours: Palette, x: float, y: float, height: float, field: str = "red") -> None:
    """Draw the star medallion: a beaded gold rim, an enamel field with engraved rays, a faceted star."""
    radius = height / 2
    gold, bright, bronze = colours["gold"], colours["bright"], colours["bronze"]
    dark, light = colours["deep"], colours[field]
    if field != "red":
        dark = blend(light, (0, 0, 0), 0.35)
    tile = sheet.tile(x - radius - 1, y - radius - 1, height + 2, height + 2)
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
    count = 56
    for i in range(count):
        a = 2 * math.pi * i / count
        tile.disc(x + radius * 0.915 * math.cos(a), y + radius * 0.915 * math.sin(a), radius * 0.026)
    tile.ink(bronze)
    for i in range(count):
        a = 2 * math.pi * i / count
        tile.disc(x + radius * 0.91 * math.cos(a) - radius * 0.006, y + radius * 0.91 * math.sin(a) - radius * 0.006, radius * 0.018)
    tile.ink((255, 246, 214))
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
    motifs.faceted_star(sheet, x, y + radius * 0.03, radius * 0.52, blend(bright, (255, 250, 225), 0.55), gold, bronze)


def banners(sheet: Sheet, colours: Palette, x: float, y: float, height: float) -> None:
    """Draw three red banners at each side of (x, y), fanned out behind the emblem."""
    for side in (-1, 1):
        for angle in (74, 52, 30):
            _banner(sheet, colours, x, y, side, angle, height)


def _banner(sheet: Sheet, colours: Palette, x: float, y: float, side: int, angle: float, height: float) -> None:
    """Draw one banner: a pole leaning out by `angle` from upright, its cloth hanging inwards in folds."""
    long = height * (1.18 if angle < 40 else 1.22 if angle < 60 else 1.16)
    a = math.radians(angle)
    dx, dy = side * math.sin(a), -math.cos(a)
    tip = x + dx * long, y + dy * long
    base = x + dx * long * 0.2, y + dy * long * 0.2
    tile = sheet.tile(x - height * 1.6, y - height * 1.5, height * 3.2, height * 2.3)
    tile.line([base, tip], height * 0.022)
    tile.ink(colours["bronze"])
    top = x + dx * long * 0.95, y + dy * long * 0.95
    low = x + dx * long * 0.42, y + dy * long * 0.42
    px, py = -dy * side, dx * side
    wide = height * 0.44
    rows = 36
    for i in range(rows):
        t0, t1 = i / rows, (i + 1.35) / rows

        def edge(t: float) -> list[tuple[float, float]]:
            sway = math.sin(t * math.pi * 2.1) * height * 0.035
            return [
                (top[0] + (low[0] - top[0]) * s + px * wide * t + dx * sway * (0.4 + s), top[1] + (low[1] - top[1]) * s + py * wide * t + dy * sway * (0.4 + s) + t * t * height * 0.10)
                for s in (k / 10 for k in range(11))
            ]

        tile.polygon(edge(t0) + edge(min(t1, 1.0))[::-1])
        fold = 0.5 + 0.5 * math.cos(t0 * math.pi * 2.1 + 0.7)
        tile.ink(blend(colours["deep"], blend(colours["red"], (255, 90, 60), 0.25), 0.2 + 0.8 * fold))
    hem = edge(1.0)
    tile.line(hem, height * 0.018)
    tile.line([edge(t / 20)[0] for t in range(21)], height * 0.012)
    tile.line([edge(t / 20)[-1] for t in range(21)], height * 0.012)
    tile.ink(colours["bright"])
    spear = turned([(0, -height * 0.085), (height * 0.028, -height * 0.02), (0, height * 0.02), (-height * 0.028, -height * 0.02)], tip[0], tip[1], side * angle)
    tile.polygon(spear)
    tile.ink(colours["gold"])


def own(sheet: Sheet, picture: Image.Image, x: float, y: float, height: float) -> None:
    """Place the office's own emblem, at most `height` mm high and 1.8 times as wide, centred on (x, y)."""
    k = min(height / picture.height, height * 1.8 / picture.width) * sheet.scale
    small = picture.convert("RGBA").resize((max(1, round(picture.width * k)), max(1, round(picture.height * k))), Image.Resampling.LANCZOS)
    sheet.image.paste(small, (round(x * sheet.scale - small.width / 2), round(y * sheet.scale - small.height / 2)), small)


__all__ = ["arc", "banners", "bezier", "medallion", "own"]
