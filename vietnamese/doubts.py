"""Characters and shapes in a text that a careful reader would doubt, each with a sentence for the user."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Doubt(StrEnum):
    """The kind of a doubtful place."""

    CONTROL = "control"
    DIRECTION = "direction"
    INVISIBLE = "invisible"
    EMOJI = "emoji"
    PRIVATE_USE = "private_use"
    LOOK_ALIKE = "look_alike"
    LOOSE_MARK = "loose_mark"
    INNER_CAPITAL = "inner_capital"
    DOUBLE_SPACE = "double_space"
    ALL_CAPITALS = "all_capitals"


@dataclass(frozen=True)
class Finding:
    """A doubtful place: its kind, the index of its first character, the characters, a Vietnamese sentence."""

    kind: Doubt
    position: int
    found: str
    sentence: str


@dataclass(frozen=True)
class LookAlike:
    """A letter of another alphabet that looks like a Vietnamese one."""

    position: int
    found: str
    meant: str


_LOOKS_LIKE = dict(
    zip("ÐƉðАВЕКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵ", "ĐĐđABEKMHOPCTYXaeopcyxijsABEZHIKMNOPTYXov", strict=True)
)
_DIRECTION = {0x200E, 0x200F, 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_INVISIBLE = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x34F, 0x180E}
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u20e3\U000e0020-\U000e007f]")
_WORD = re.compile(r"[^\W\d_]+")
_DOUBLE_SPACE = re.compile(r"[ \u00a0]{2,}")


def look_alikes(s: str) -> list[LookAlike]:
    """Every letter that only looks Vietnamese (Ð for Đ, Cyrillic and Greek capitals), with the letter meant."""
    return [LookAlike(i, c, _LOOKS_LIKE[c]) for i, c in enumerate(s) if c in _LOOKS_LIKE]


def suspicious(s: str) -> list[Finding]:
    """Every doubtful place of the text, from left to right; an ordinary Vietnamese text gives an empty list."""
    composed = unicodedata.normalize("NFC", s)
    single = [found for i, c in enumerate(composed) if (found := _character(i, c))]
    return sorted([*single, *_shapes(composed)], key=lambda f: (f.position, f.kind))


def _name(c: str) -> str:
    return f"U+{ord(c):04X}"


def _character(i: int, c: str) -> Finding | None:
    code, category = ord(c), unicodedata.category(c)
    if code in _DIRECTION:
        return Finding(
            Doubt.DIRECTION, i, c, f"Có ký tự ẩn đổi chiều chữ ({_name(c)}). Anh/chị xóa rồi gõ lại chỗ này."
        )
    if code in _INVISIBLE:
        return Finding(Doubt.INVISIBLE, i, c, f"Có ký tự ẩn ({_name(c)}). Anh/chị xóa rồi gõ lại chỗ này.")
    if category == "Cc" and c not in "\n\r\t":
        return Finding(Doubt.CONTROL, i, c, f"Có ký tự điều khiển ({_name(c)}). Anh/chị xóa rồi gõ lại chỗ này.")
    if category == "Co":
        return Finding(
            Doubt.PRIVATE_USE, i, c, f"Ký tự {_name(c)} chỉ có trong một phông chữ riêng. Anh/chị gõ lại bằng Unicode."
        )
    if _EMOJI.match(c):
        return Finding(Doubt.EMOJI, i, c, f"Có biểu tượng hình ({_name(c)}) không in được. Anh/chị bỏ biểu tượng này.")
    if c in _LOOKS_LIKE:
        return Finding(
            Doubt.LOOK_ALIKE, i, c, f"Chữ «{c}» ({_name(c)}) chỉ giống chữ «{_LOOKS_LIKE[c]}». Anh/chị gõ lại chữ này."
        )
    if unicodedata.combining(c):
        return Finding(
            Doubt.LOOSE_MARK, i, c, f"Có dấu rời ({_name(c)}) không ghép được với chữ. Anh/chị gõ lại chữ này."
        )
    return None


def _capital_inside(word: str) -> bool:
    return any(before.islower() and after.isupper() for before, after in pairwise(word))


def _shapes(s: str) -> list[Finding]:
    found = [
        Finding(Doubt.INNER_CAPITAL, m.start(), m[0], f"Chữ hoa nằm giữa từ «{m[0]}». Anh/chị kiểm tra lại từ này.")
        for m in _WORD.finditer(s)
        if _capital_inside(m[0])
    ]
    found += [
        Finding(Doubt.DOUBLE_SPACE, m.start(), m[0], "Có nhiều dấu cách liền nhau. Anh/chị để lại một dấu cách.")
        for m in _DOUBLE_SPACE.finditer(s)
    ]
    if len(s.split()) > 1 and s.isupper():
        found.append(
            Finding(
                Doubt.ALL_CAPITALS, 0, s, "Toàn bộ viết chữ hoa. Anh/chị viết hoa đúng quy tắc, ví dụ «Trần Văn An»."
            )
        )
    return found
