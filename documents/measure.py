"""How wide a text stands in Times New Roman, measured in Tinos, which has the same widths."""

import re
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "assets" / "fonts"
_MM_PER_POINT = 25.4 / 72
_BOND = "\u00a0"
# Words that read badly when a short title is broken between them.
_BONDS = re.compile(
    r"dân vận khéo|thi đua|khen thưởng|phong trào|giấy khen|bằng khen|thành tích|hội đồng|đảng ủy|đảng bộ|chi bộ|ủy ban|"
    r"nhân dân|cơ quan|doanh nghiệp|công đoàn|liên đoàn|lao động|công ty|cổ phần|cơ sở|ban chấp hành|ban thường vụ|"
    r"(?:xã|phường|tỉnh|thành phố|ấp|số|năm|nhiệm kỳ) [\w-]+",
    re.IGNORECASE,
)


@lru_cache(maxsize=2)
def _advances(weight: str) -> tuple[dict[int, int], int]:
    """The advance of each code point in font units, and the units of an em."""
    with TTFont(FONTS / f"Tinos-{weight}.ttf") as face:
        widths = face["hmtx"].metrics
        return {code: widths[name][0] for code, name in face.getBestCmap().items()}, face["head"].unitsPerEm


def width(text: str, points: float, *, bold: bool = False) -> float:
    """The width of one line in mm; letters that the face lacks count as half an em."""
    advances, em = _advances("Bold" if bold else "Regular")
    return sum(advances.get(ord(c), em // 2) for c in text) / em * points * _MM_PER_POINT


def lines(text: str, points: float, room: float, *, bold: bool = False) -> list[str]:
    """The lines into which words fall when `room` mm are there, as a word processor breaks them."""
    out: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width(longer, points, bold=bold) > room:
                out.append(line)
                line = word
            else:
                line = longer
        out.append(line)
    return out


def pieces(line: str, points: float, room: float, *, bold: bool = False) -> list[str]:
    """A line cut between letters wherever it grows wider than `room` mm; every piece has at least one letter."""
    out, start, sum_ = [], 0, 0.0
    for i, c in enumerate(line):
        wide = width(c, points, bold=bold)
        if sum_ + wide > room and i > start:
            out.append(line[start:i])
            start, sum_ = i, 0.0
        sum_ += wide
    return [*out, line[start:]]


def balanced(text: str, points: float, room: float, *, bold: bool = False) -> list[str]:
    """As few lines as fit into `room` mm, of lengths as equal as the words allow."""
    text = _BONDS.sub(lambda m: m[0].replace(" ", _BOND), text)
    count = len(lines(text, points, room, bold=bold))
    low, high = 0.0, room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(lines(text, points, middle, bold=bold)) <= count else (middle, high)
    return [line.replace(_BOND, " ") for line in lines(text, points, high, bold=bold)]
