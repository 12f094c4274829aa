"""Draws letters as black-and-white masks and packs words in CCITT G4; nothing here knows of PDF."""

import io
import struct
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageDraw

from certificates.faces import Face, pieces

MM = 25.4


@lru_cache(maxsize=2_000)
def _letter(face: Face, letter: str, pixels: float, edge: float) -> tuple[Image.Image, int, int]:
    """Return a letter's mask and where its left top corner lies from the pen; `edge` widens it by a stroke in pixels."""
    font = face.font(pixels)
    left, top, right, bottom = font.getbbox(letter, anchor="ls", stroke_width=edge)
    box = int(left) - 1, int(top) - 1, int(right) + 2, int(bottom) + 2
    image = Image.new("L", (max(box[2] - box[0], 1), max(box[3] - box[1], 1)))
    ImageDraw.Draw(image).text((-box[0], -box[1]), letter, font=font, fill=255, anchor="ls", stroke_width=edge)
    mask = image.point(_THRESHOLD, "1")
    inked = mask.getbbox()
    if inked is None:
        return Image.new("1", (1, 1)), 0, 0
    return mask.crop(inked), box[0] + inked[0], box[1] + inked[1]


def forget() -> None:
    """Let go of the letters drawn so far; another size needs others."""
    _letter.cache_clear()


_THRESHOLD = [0] * 128 + [255] * 128


def word(face: Face, text: str, points: float, dpi: int, tracking: float = 0.0, edge_mm: float = 0.0) -> tuple[Image.Image, int, int]:
    """Return a word's 1-bit mask, and the offset in pixels of its left and top edge from the pen on the baseline (y down)."""
    em = points * dpi / 72
    edge = edge_mm / MM * dpi
    parts = []
    for letter, place in zip(text, face.places(text, tracking), strict=False):
        mask, left, top = _letter(face, letter, em, edge)
        parts.append((mask, round(place * em) + left, top))
    return _together(parts)


def line(face: Face, text: str, points: float, dpi: int, tracking: float = 0.0, edge_mm: float = 0.0) -> tuple[Image.Image, int, int]:
    """Return a whole line's 1-bit mask with its offsets, like `word`."""
    em, at, parts = points * dpi / 72, 0.0, []
    for piece in pieces(text):
        if piece != " ":
            mask, left, top = word(face, piece, points, dpi, tracking, edge_mm)
            parts.append((mask, round(at * em) + left, top))
        at += face.places(piece, tracking)[-1]
    return _together(parts)


def _together(parts: Sequence[tuple[Image.Image, int, int]]) -> tuple[Image.Image, int, int]:
    """Masks at their places as one, with its own place."""
    x0, y0 = min(p[1] for p in parts), min(p[2] for p in parts)
    x1, y1 = max(x + m.width for m, x, _ in parts), max(y + m.height for m, _, y in parts)
    image = Image.new("1", (x1 - x0, y1 - y0))
    for mask, x, y in parts:
        image.paste(1, (x - x0, y - y0), mask)
    return image, x0, y0


def pack(masks: Sequence[Image.Image]) -> list[tuple[int, int, bytes]]:
    """Return (width, height, CCITT G4 bytes) of each mask; masks near in width are padded alike and coded together.

    One TIFF of many strips costs far less than many TIFFs; G4 starts anew at each strip, and white padding is nearly free.
    """
    order = sorted(range(len(masks)), key=lambda i: (-(-masks[i].width // 48), masks[i].height))
    packed: list[tuple[int, int, bytes]] = [(0, 0, b"")] * len(masks)
    for start in range(0, len(order), 32):
        batch = order[start : start + 32]
        for width in sorted({-(-masks[i].width // 48) * 48 for i in batch}):
            same = [i for i in batch if -(-masks[i].width // 48) * 48 == width]
            height = max(masks[i].height for i in same)
            for i, data in zip(same, _strips([masks[i] for i in same], width, height), strict=True):
                packed[i] = width, height, data
    return packed


def _strips(masks: Sequence[Image.Image], width: int, height: int) -> list[bytes]:
    """Code equal cells of one tall image, each cell a strip; masks stand at the left top of their cells."""
    sheet = Image.new("1", (width, height * len(masks)))
    for number, mask in enumerate(masks):
        sheet.paste(mask, (0, number * height))
    out = io.BytesIO()
    sheet.save(out, "TIFF", compression="group4", strip_size=height * ((width + 7) // 8))
    return _read_strips(out.getvalue(), len(masks))


def _read_strips(tiff: bytes, count: int) -> list[bytes]:
    """Cut the strips out of a little-endian TIFF that Pillow has just written."""
    (directory,) = struct.unpack_from("<I", tiff, 4)
    (entries,) = struct.unpack_from("<H", tiff, directory)
    lists = {}
    for entry in range(entries):
        tag, kind, number, value = struct.unpack_from("<HHII", tiff, directory + 2 + 12 * entry)
        if tag in (273, 279):
            code = "<%dH" if kind == 3 else "<%dI"
            size = (2 if kind == 3 else 4) * number
            place = value if size > 4 else directory + 2 + 12 * entry + 8
            lists[tag] = struct.unpack_from(code % number, tiff, place)
    offsets, sizes = lists[273], lists[279]
    if len(offsets) != count:
        raise AssertionError("one strip for each mask")
    return [tiff[o : o + s] for o, s in zip(offsets, sizes, strict=True)]
