"""The word across a page that is not a certificate yet: BẢN NHÁP, MẪU. Pale, outlined, under the text."""

from functools import lru_cache

from PIL import Image, ImageChops

from certificates import masks
from certificates.faces import face
from certificates.layout import Layout

FACE = "EBGaramond-SemiBold"
ANGLE = 24.0


def stamp_mask(layout: Layout, word: str, dpi: int) -> Image.Image:
    """Return the word as a 1-bit picture at `dpi`, turned, as wide as three quarters of the page."""
    return _mask(word, layout.page.width, layout.page.height, dpi)


@lru_cache(maxsize=8)
def _mask(word: str, width: float, height: float, dpi: int) -> Image.Image:
    letters, tracking = face(FACE), 0.12
    points = min(width * 0.60 / letters.width(word, tracking), height * 0.19) * 72 / 25.4
    outer, left, top = masks.line(letters, word, points, dpi, tracking, 0.9)
    inner, inner_left, inner_top = masks.line(letters, word, points, dpi, tracking)
    hollow = Image.new("1", outer.size)
    hollow.paste(inner, (inner_left - left, inner_top - top))
    ring = ImageChops.subtract(outer.convert("L"), hollow.convert("L"))
    turned = ring.rotate(ANGLE, expand=True, resample=Image.Resampling.BICUBIC)
    return turned.point([0] * 128 + [255] * 128, "1")
