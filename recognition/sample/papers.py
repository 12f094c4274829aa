"""Pictures for the sample's files: a signed paper that says MẪU, and a few quiet scenes. Drawn once, kept once."""

import io
import math
from functools import cache

from PIL import Image, ImageDraw

_PAPER, _INK, _RED = (252, 250, 246), (70, 62, 58), (168, 32, 32)


@cache
def signed_paper(lines: int) -> bytes:
    """A page with text lines, a signature and a red seal, as PDF. `lines` makes one paper differ from another."""
    page = Image.new("RGB", (620, 877), _PAPER)
    draw = ImageDraw.Draw(page)
    draw.rectangle((330, 60, 540, 66), fill=_INK)
    draw.rectangle((80, 60, 270, 66), fill=_INK)
    draw.rectangle((200, 130, 420, 140), fill=_INK)
    for number in range(lines):
        draw.rectangle((80, 190 + 26 * number, 540 - (number * 53) % 140, 194 + 26 * number), fill=(150, 142, 136))
    _seal(draw, 420, 760)
    out = io.BytesIO()
    page.save(out, "PDF", resolution=75)
    return out.getvalue()


def _seal(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    for radius in (58, 52, 30):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=_RED, width=3)
    star = [(x + (24 if n % 2 == 0 else 10) * math.sin(n * math.pi / 5), y - (24 if n % 2 == 0 else 10) * math.cos(n * math.pi / 5)) for n in range(10)]
    draw.polygon(star, fill=_RED)
    curve = [(x + 20 + 6 * n, y - 46 + round(18 * math.sin(n / 2)) - n) for n in range(20)]
    draw.line(curve, fill=(40, 60, 140), width=3, joint="curve")


@cache
def scene(number: int) -> bytes:
    """A quiet picture: sky, water or field, something in the middle, as JPEG."""
    skies = (((206, 226, 238), (120, 160, 178)), ((244, 226, 196), (196, 142, 96)), ((214, 230, 206), (112, 146, 96)))
    top, bottom = skies[number % len(skies)]
    picture = Image.new("RGB", (960, 720))
    draw = ImageDraw.Draw(picture)
    for y in range(720):
        share = y / 719
        draw.line((0, y, 960, y), fill=tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True)))
    draw.rectangle((0, 430, 960, 436), fill=tuple(max(0, channel - 40) for channel in bottom))
    middle = 300 + (number * 97) % 340
    draw.polygon([(middle, 520), (middle + 210, 520), (middle + 180, 566), (middle + 34, 566)], fill=(104, 66, 44))
    draw.ellipse((720 - number * 40 % 500, 80, 800 - number * 40 % 500, 160), fill=(250, 240, 214))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()
