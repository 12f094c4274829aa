"""QR symbols, written and read by zxing-cpp."""

from functools import lru_cache
from typing import Any

import zxingcpp
from PIL import Image

LEAST = 0.43
"""Smallest module in mm that a phone and a scan at 150 dpi still read."""
QUIET = 4
SHORT = 108
"""Most letters that 41 modules hold at level Q."""
SYMBOL = 18.0
"""Smallest symbol in mm, whatever its module count."""


def modules(url: str) -> Image.Image:
    """Return the symbol as a 1-bit picture, one pixel a module, dark = 1, no quiet zone.

    Level Q while it stays at 41 modules or fewer, else M, so that a signed payload stays within 61. A payload looks
    random whatever the mask, so the mask is fixed there: choosing it would take nine tenths of the time.
    """
    return _symbol(url)


@lru_cache(maxsize=4)
def _symbol(url: str) -> Image.Image:
    if len(url) <= SHORT:
        image = _drawn(url, ec_level="Q")
        if image.width <= 41:
            return image
    return _drawn(url, ec_level="M", data_mask=2)


def _drawn(url: str, **options: Any) -> Image.Image:
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, **options)
    drawn: Any = code.to_image(scale=1, add_quiet_zones=False)
    view = memoryview(drawn)
    high, wide = drawn.shape
    grey = Image.frombytes("L", (wide, high), view.tobytes())
    return grey.point(_DARK, "1")


_DARK = [255] * 128 + [0] * 128


@lru_cache(maxsize=64)
def module_mm(count: int, box: float) -> float:
    """Return the size of a module in mm for a symbol of `count` modules in a square of `box` mm; 0 when it cannot be read."""
    largest = box / (count + 2 * QUIET)
    module = min(largest, max(SYMBOL / count, 0.5))
    return module if module >= LEAST else 0.0


def read(image: Image.Image) -> list[str]:
    """Return the texts of the QR symbols found in a picture of a page."""
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    return [code.text for code in found if code.valid]
