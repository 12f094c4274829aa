"""A picture's fingerprint: the same for copies that were resized, re-saved or lightly cropped.

Own few lines instead of a library: the difference hash needs Pillow only.
"""

from __future__ import annotations

from collections.abc import Iterable

from PIL import Image

SAME = 6  # bits of 64 that may differ in copies of one picture
_ALL = (1 << 64) - 1
FLAT = 10  # levels of grey; a picture with less has no features to compare


def fingerprint(picture: Image.Image) -> str | None:
    """64 bits as 16 hex digits: whether each point of a 9 × 8 grid is brighter than its right neighbour.

    None for a picture that is almost one colour, which would be equal to every other such one.
    """
    small = picture.convert("L").resize((9, 8), Image.Resampling.BOX)
    low, high = small.getextrema()
    if not isinstance(low, (int, float)) or not isinstance(high, (int, float)) or high - low < FLAT:
        return None
    points = small.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (points[row * 9 + column] > points[row * 9 + column + 1])
    return f"{bits:016x}"


def as_number(one: str) -> int:
    """A fingerprint as a signed number of 64 bits, as databases keep it. Raises ValueError for anything but hex."""
    return int.from_bytes(int(one, 16).to_bytes(8), signed=True)


def apart(one: int, other: int) -> int:
    """How many of the 64 bits of two numbers differ."""
    return ((one ^ other) & _ALL).bit_count()


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ. Raises ValueError for anything but hex."""
    return apart(as_number(one), as_number(other))


def quarters(one: str) -> tuple[int, ...]:
    """The four quarters of a fingerprint, 16 bits each, with the quarter's number (0 to 3) above them."""
    return tuple(at << 16 | int(one[4 * at : 4 * at + 4], 16) for at in range(4))


def near_quarters(fingerprints: Iterable[str]) -> list[int]:
    """Quarters one of which every copy of one of these pictures has.

    Of at most `SAME` = 6 bits that differ, one of the four quarters holds at most one: its own value, or one bit beside it.
    """
    flips = (0, *(1 << bit for bit in range(16)))
    return sorted({own ^ flip for one in fingerprints for own in quarters(one) for flip in flips})


def same_picture(one: str | None, other: str | None, limit: int = SAME) -> bool:
    """Whether two fingerprints belong to one picture; pictures without one are never the same."""
    return one is not None and other is not None and distance(one, other) <= limit
