"""Draws the whole ornament of a layout: ground, border, lotus, emblem."""

from collections.abc import Callable

from PIL import Image

from certificates import office
from certificates.art import emblem, grounds, motifs
from certificates.art.canvas import Sheet
from certificates.art.chain import chain
from certificates.art.options import named, size
from certificates.art.palette import Palette
from certificates.art.quiet import fine_lines
from certificates.art.sunband import sun_band
from certificates.art.wave import wave
from certificates.layout import Layout
from certificates.pictures import open_picture

Drawing = Callable[[Sheet, Palette, float, float], None]
BORDERS: dict[str, Drawing] = {"wave": wave, "suns": sun_band, "chain": chain, "lines": fine_lines}
GROUNDS: dict[str, Drawing] = {"guilloche": grounds.guilloche, "diamonds": grounds.diamonds, "drum": grounds.drum, "lotus_lines": grounds.lotus_lines}
SUPPORTERS: dict[str, Callable[[Sheet, Palette, float, float, float], None]] = {"banners": emblem.banners, "ears": emblem.ears}


def draw(layout: Layout, dpi: int) -> Image.Image:
    """Return the art of a layout without any word, bleed included, at `dpi`."""
    art, colours = layout.art, Palette(layout.colours)
    grown = layout.page.scale
    sheet = Sheet(layout.page.width / grown, layout.page.height / grown, dpi * grown, colours["paper"])
    inset, depth = size(art, "inset", 8.0), size(art, "depth", 10.0)
    ground = named(GROUNDS, art, "ground")
    if ground:
        ground(sheet, colours, size(art, "margin", inset + depth + 3.4), size(art, "ground_strength", 0.3))
    border = named(BORDERS, art, "border")
    if border:
        border(sheet, colours, inset, depth)
    if size(art, "lotus", 0.0):
        motifs.lotus_pond(sheet, sheet.width / 2, size(art, "lotus_y", sheet.height - inset - 1), size(art, "lotus", 0.0), colours["leaf"], colours["bright"], colours["bronze"])
        motifs.lotus(sheet, sheet.width / 2, size(art, "lotus_y", sheet.height - inset - 1), size(art, "lotus", 0.0), colours["bright"], (255, 250, 235), colours["bronze"])
    if layout.emblem:
        _emblem(sheet, layout, colours)
    return _with_bleed(sheet, layout)


def _emblem(sheet: Sheet, layout: Layout, colours: Palette) -> None:
    place = layout.emblem
    assert place is not None
    x, y, height = (v / layout.page.scale for v in (place.x, place.y, place.height))
    around = named(SUPPORTERS, layout.art, "supporters")
    if around:
        around(sheet, colours, x, y, height)
    if place.picture:
        emblem.own(sheet, open_picture(office.emblem(place.picture)), x, y, height)
    else:
        emblem.medallion(sheet, colours, x, y, height, str(layout.art.get("field", "red")))


def _with_bleed(sheet: Sheet, layout: Layout) -> Image.Image:
    """Give the page its bleed by continuing the outermost pixels."""
    extra = round(layout.page.bleed * sheet.scale / layout.page.scale)
    if not extra:
        return sheet.image
    inner = sheet.image
    whole = inner.resize((inner.width + 2 * extra, inner.height + 2 * extra))
    whole.paste(inner, (extra, extra))
    return whole
