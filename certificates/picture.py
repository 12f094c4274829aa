"""One certificate as a picture: for chat, for preview, for a ghost of the office's blank under the words."""

import io
from pathlib import Path
from typing import Literal

from PIL import Image

from certificates import masks, qr
from certificates.art.store import background
from certificates.errors import Refused
from certificates.facts import Facts
from certificates.fitting import Line
from certificates.layout import Layout
from certificates.pictures import open_picture
from certificates.preflight import Checker
from certificates.press import GAP, KEYLINE, STAMP
from certificates.stamps import stamp_mask

FINE = 4
"""Samples of a letter along one pixel of the picture."""


def render_image(
    layout: Layout, facts_one: Facts, *, dpi: int = 150, format: Literal["PNG", "JPEG"] = "PNG",
    overprint: bool = False, ghost: Path | bytes | None = None, cache: Path | None = None,
) -> bytes:
    """Return one certificate as a PNG or JPEG file, at 50 to 600 dpi.

    What does not fit is drawn all the same, for this is a view; `preflight` says what may be printed.
    `overprint` leaves the art out; `ghost` is the scan of a blank, shown pale under the words.
    """
    if not 50 <= dpi <= 600 or format not in ("PNG", "JPEG"):
        raise Refused("Ảnh chỉ xuất được dạng PNG hoặc JPEG, từ 50 đến 600 dpi; hãy chọn lại.")
    image = _ground(layout, dpi, overprint, ghost, cache)
    checker = Checker(layout, on_blank=overprint)
    setting, _ = checker.check(1, facts_one)
    if facts_one.stamp:
        _stamp(image, layout, facts_one.stamp, dpi)
    for line in setting.lines:
        if overprint and not line.field.on_blank:
            continue
        _line(image, layout, checker, line, dpi, edges=not overprint)
    if not overprint:
        for rule in setting.rules:
            thick = max(1, round(rule.thickness * dpi / 25.4))
            x, y = round(rule.x * dpi / 25.4), round(rule.y * dpi / 25.4)
            image.paste(layout.colour(rule.colour), (x, y, x + round(rule.width * dpi / 25.4), y + thick))
    if facts_one.verify_url and layout.code and (layout.code.on_blank or not overprint):
        _code(image, layout, facts_one.verify_url, dpi)
    out = io.BytesIO()
    image.save(out, format, dpi=(dpi, dpi), **({"quality": 90, "subsampling": 0} if format == "JPEG" else {"compress_level": 1}))
    return out.getvalue()


def _ground(layout: Layout, dpi: int, overprint: bool, ghost: Path | bytes | None, cache: Path | None) -> Image.Image:
    size = round(layout.page.width * dpi / 25.4), round(layout.page.height * dpi / 25.4)
    if not overprint:
        art = background(layout, dpi, cache)
        extra = round(layout.page.bleed * dpi / 25.4)
        with Image.open(art.path) as drawn:
            return drawn.convert("RGB").crop((extra, extra, extra + size[0], extra + size[1]))
    image = Image.new("RGB", size, (255, 255, 255))
    if ghost is not None:
        scan = open_picture(ghost).resize(size, Image.Resampling.LANCZOS)
        image.paste(scan, (0, 0), scan)
        image = Image.blend(image, Image.new("RGB", size, (255, 255, 255)), 0.45)
    return image


def _line(image: Image.Image, layout: Layout, checker: Checker, line: Line, dpi: int, *, edges: bool) -> None:
    field = line.field
    steps = [(layout.colour(field.colour), 0.0)]
    if field.keyline and edges:
        steps = [(layout.colour(field.keyline), KEYLINE), ((255, 255, 255), GAP), *steps]
    for colour, edge in steps:
        mask, left, top = masks.line(checker.compositor.face_of(field), line.text, line.size, dpi * FINE, field.tracking, edge)
        k = dpi * FINE / 25.4
        _put(image, mask, colour, round(line.x * k) + left, round(line.baseline * k) + top)


def _put(image: Image.Image, mask: Image.Image, colour: tuple[int, int, int], left: int, top: int) -> None:
    """Paste a finely sampled mask, its place given in fine pixels."""
    x, y = left // FINE, top // FINE
    wide, high = -(-(left - x * FINE + mask.width) // FINE), -(-(top - y * FINE + mask.height) // FINE)
    fine = Image.new("L", (wide * FINE, high * FINE))
    fine.paste(255, (left - x * FINE, top - y * FINE), mask)
    image.paste(colour, (x, y), fine.reduce(FINE))


def _stamp(image: Image.Image, layout: Layout, word: str, dpi: int) -> None:
    mask = stamp_mask(layout, word, 300).convert("L")
    mask = mask.resize((round(mask.width * dpi / 300), round(mask.height * dpi / 300)), Image.Resampling.BOX)
    image.paste(layout.colour(STAMP), ((image.width - mask.width) // 2, (image.height - mask.height) // 2), mask)


def _code(image: Image.Image, layout: Layout, url: str, dpi: int) -> None:
    code, symbol = layout.code, qr.modules(url)
    assert code is not None
    side = qr.module_mm(symbol.width, code.size) * symbol.width
    k = dpi * FINE / 25.4
    large = symbol.resize((round(side * k), round(side * k)), Image.Resampling.NEAREST)
    _put(image, large, layout.colour(code.colour), round((code.x + (code.size - side) / 2) * k), round((code.y + (code.size - side) / 2) * k))
