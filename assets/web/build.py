"""Draws the mark (a star in a sun) and the word mark as paths, and the page icon. Run again only to change them.

    python assets/web/build.py LITERATA-LATIN-600.woff LITERATA-VIETNAMESE-600.woff
"""

import math
import sys
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

HERE = Path(__file__).parent
WORD = "Gương Sáng"
MAROON, GOLD, PAPER = "#8A1C1C", "#C08A2D", "#FCFAF6"
CORAL, BRIGHT, INK = "#E58A6F", "#E0B45C", "#1A1513"
RAYS = 12


def star(cx: float, cy: float, outer: float) -> list[tuple[float, float]]:
    """The ten corners of a five-pointed star that stands on two points."""
    inner = outer * math.sin(math.radians(18)) / math.sin(math.radians(126))
    corners = []
    for step in range(10):
        angle = math.radians(-90 + 36 * step)
        radius = outer if step % 2 == 0 else inner
        corners.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return corners


def rays(cx: float, cy: float, start: float, end: float) -> list[tuple[float, float, float, float]]:
    """The sun's rays, longer and shorter by turns."""
    found = []
    for step in range(RAYS):
        angle = math.radians(-90 + 360 / RAYS * step)
        reach = end if step % 2 == 0 else start + (end - start) * 0.68
        found.append((cx + start * math.cos(angle), cy + start * math.sin(angle), cx + reach * math.cos(angle), cy + reach * math.sin(angle)))
    return found


def mark(disc: str, ray: str, inside: str, *, cx: float = 20, cy: float = 20) -> str:
    """The mark as SVG elements in a 40 × 40 square."""
    lines = "".join(f'<path d="M{a:.2f} {b:.2f}L{c:.2f} {d:.2f}"/>' for a, b, c, d in rays(cx, cy, 14.2, 19.0))
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in star(cx, cy + 0.45, 6.9))
    return (
        f'<g stroke="{ray}" stroke-width="1.7" stroke-linecap="round">{lines}</g>'
        f'<circle cx="{cx}" cy="{cy}" r="11.4" fill="{disc}"/><polygon points="{points}" fill="{inside}"/>'
    )


def word(fonts: list[TTFont], x: float, baseline: float, size: float) -> tuple[str, float]:
    """The word as one path; and where it ends."""
    pieces, at = [], x
    for letter in WORD:
        font = next(f for f in fonts if ord(letter) in f.getBestCmap())
        scale = size / font["head"].unitsPerEm
        name = font.getBestCmap()[ord(letter)]
        glyphs = font.getGlyphSet()
        pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.2f}".rstrip("0").rstrip("."))
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, at, baseline)))
        pieces.append(pen.getCommands())
        at += glyphs[name].width * scale
    return "".join(pieces), at


def logo(fonts: list[TTFont], disc: str, ray: str, inside: str, letters: str) -> str:
    """Mark and word mark side by side."""
    path, end = word(fonts, 48, 28.2, 25)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {end + 2:.0f} 40" width="{end + 2:.0f}" height="40" role="img" aria-label="{WORD}">'
        f'{mark(disc, ray, inside)}<path d="{path}" fill="{letters}"/></svg>\n'
    )


def icon(size: int = 128) -> Image.Image:
    """The page icon: the mark on nothing, drawn large and made smaller."""
    big = size * 8
    unit = big / 40
    image = Image.new("RGBA", (big, big), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for a, b, c, d in rays(20, 20, 14.2, 19.0):
        draw.line([(a * unit, b * unit), (c * unit, d * unit)], fill=GOLD, width=round(2.2 * unit))
    draw.ellipse([(20 - 12) * unit, (20 - 12) * unit, (20 + 12) * unit, (20 + 12) * unit], fill=MAROON)
    draw.polygon([(x * unit, y * unit) for x, y in star(20, 20.45, 7.4)], fill=PAPER)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    """Write the four pictures beside this file."""
    fonts = [TTFont(path) for path in sys.argv[1:]]
    (HERE / "logo-light.svg").write_text(logo(fonts, MAROON, GOLD, "#F7E3A8", MAROON), encoding="utf-8")
    (HERE / "logo-dark.svg").write_text(logo(fonts, CORAL, BRIGHT, INK, CORAL), encoding="utf-8")
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40" role="img" aria-label="Gương Sáng">'
    (HERE / "mark.svg").write_text(f'{head}{mark(MAROON, GOLD, "#F7E3A8")}</svg>\n', encoding="utf-8")
    (HERE / "mark-dark.svg").write_text(f'{head}{mark(CORAL, BRIGHT, INK)}</svg>\n', encoding="utf-8")
    icon().save(HERE / "icon.png", optimize=True)


if __name__ == "__main__":
    main()
