"""Draws the whole ornament of a layout: ground, border, lotus, emblem."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PIL import Image

from certificates.art import emblem, grounds, motifs
from certificates.art.canvas import Sheet
from certificates.art.chain import chain
from certificates.art.palette import Palette
from certificates.art.quiet import fine_lines
from certificates.art.sunband import sun_band
from certificates.art.wave import wave
from certificates.errors import Refused
from certificates.layout import Layout, Value
from certificates.pictures import open_picture

Drawing = Callable[[Sheet, Palette, float, float], None]
BORDERS: dict[str, Drawing] = {"wave": wave, "suns": sun_band, "chain": chain, "lines": fine_lines}
GROUNDS: dict[str, Drawing] = {"guilloche": grounds.guilloche, "diamonds": grounds.diamonds, "drum": grounds.drum, "lotus_lines": grounds.lotus_lines}
SUPPORTERS: dict[str, Callable[[Sheet, Palette, float, float, float], None]] = {"banners": emblem.banners, "ears": emblem.ears}
T = TypeVar("T")
KEYS = {"border", "ground", "ground_strength", "inset", "depth", "margin", "lotus", "lotus_y", "supporters", "field"}


def check(art: Mapping[str, Value]) -> None:
    """Refuse ornament that does not exist, a foreign key, or a size that is none."""
    foreign = sorted(set(art) - KEYS)
    if foreign:
        raise Refused(f"Tệp mẫu có khóa lạ «{foreign[0]}» ở art; hãy bỏ hoặc sửa tên khóa này.")
    for known, name in ((BORDERS, "border"), (GROUNDS, "ground"), (SUPPORTERS, "supporters")):
        _named(known, art, name)
    for name in KEYS - {"border", "ground", "supporters", "field"}:
        _size(art, name, 0.0)


def draw(layout: Layout, dpi: int) -> Image.Image:
    """Return the art of a layout without any word, bleed included, at `dpi`."""
    art, colours = layout.art, Palette(layout.colours)
    sheet = Sheet(layout.page.width, layout.page.height, dpi, colours["paper"])
    inset, depth = _size(art, "inset", 8.0), _size(art, "depth", 10.0)
    ground = _named(GROUNDS, art, "ground")
    if ground:
        ground(sheet, colours, _size(art, "margin", inset + depth + 3.4), _size(art, "ground_strength", 0.3))
    border = _named(BORDERS, art, "border")
    if border:
        border(sheet, colours, inset, depth)
    if _size(art, "lotus", 0.0):
        motifs.lotus_pond(sheet, sheet.width / 2, _size(art, "lotus_y", sheet.height - inset - 1), _size(art, "lotus", 0.0), colours["leaf"], colours["bright"], colours["bronze"])
        motifs.lotus(sheet, sheet.width / 2, _size(art, "lotus_y", sheet.height - inset - 1), _size(art, "lotus", 0.0), colours["bright"], (255, 250, 235), colours["bronze"])
    if layout.emblem:
        _emblem(sheet, layout, colours)
    return _with_bleed(sheet, layout)


def _emblem(sheet: Sheet, layout: Layout, colours: Palette) -> None:
    place = layout.emblem
    assert place is not None
    around = _named(SUPPORTERS, layout.art, "supporters")
    if around:
        around(sheet, colours, place.x, place.y, place.height)
    if place.picture:
        emblem.own(sheet, open_picture(Path(place.picture)), place.x, place.y, place.height)
    else:
        emblem.medallion(sheet, colours, place.x, place.y, place.height, str(layout.art.get("field", "red")))


def _with_bleed(sheet: Sheet, layout: Layout) -> Image.Image:
    """Give the page its bleed by continuing the outermost pixels."""
    extra = round(layout.page.bleed * sheet.scale)
    if not extra:
        return sheet.image
    inner = sheet.image
    whole = inner.resize((inner.width + 2 * extra, inner.height + 2 * extra))
    whole.paste(inner, (extra, extra))
    return whole


def _size(art: Mapping[str, Value], name: str, default: float) -> float:
    value = art.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise Refused(f"«{name}» ở art phải là số không âm; hãy sửa lại số này.")
    return float(value)


def _named(known: Mapping[str, T], art: Mapping[str, Value], name: str) -> T | None:
    wanted = art.get(name, "none")
    if wanted == "none":
        return None
    if wanted not in known:
        raise Refused(f"«{name}» ở art phải là một trong: none, {', '.join(known)}; hãy sửa «{wanted}».")
    return known[str(wanted)]
