"""The Vietnamese alphabetical order as a plain string, so that any database sorts it the same way.

A key holds only 0-9 and a-z, which every collation orders alike. It has up to three levels, as in the
Unicode collation for Vietnamese: letters (a ă â b c d đ e ê …), then tones (ngang, huyền, hỏi, ngã, sắc,
nặng), then case (lower first).
"""

import string
import unicodedata
from functools import lru_cache

# Quality marks make another letter; all other marks are tones or foreign.
_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_LETTERS = {
    ("a", _BREVE): "a1",
    ("a", _CIRCUMFLEX): "a2",
    ("e", _CIRCUMFLEX): "e1",
    ("o", _CIRCUMFLEX): "o1",
    ("o", _HORN): "o2",
    ("u", _HORN): "u1",
}
_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_PLAIN, _LOWER, _UPPER, _LEVEL = "1", "1", "2", "0"
_PUNCTUATION = "_-–—,;:!?./'\"()[]{}@*\\&#%`^+<=>|~$"
_BASE36 = string.digits + string.ascii_lowercase
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'}


def _primary(base: str) -> str:
    """The weight of a letter without marks: space, then punctuation, digits, letters, other writing."""
    if base.isspace():
        return "10"
    if base in _PUNCTUATION:
        return "2" + _BASE36[_PUNCTUATION.index(base)]
    if base in string.digits:
        return "3" + base
    if base == "đ":
        return "d1"
    if base in string.ascii_lowercase:
        return base + "0"
    return f"{'zz' if base.isalnum() else '2z'}{ord(base):06x}"


@lru_cache(maxsize=4096)
def _weights(letter: str) -> tuple[str, str, str]:
    """The three weights of one composed character."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    base = _SAME.get(base, base)
    lower = base.lower() if len(base.lower()) == 1 else base
    primary = _primary(lower)
    for mark in marks:
        if (lower, mark) in _LETTERS:
            primary = _LETTERS[lower, mark]
            marks.remove(mark)
            break
    tone = "".join(_TONES.get(mark, f"7{ord(mark):05x}") for mark in marks)
    return primary, tone or _PLAIN, _LOWER if lower == base else _UPPER


def _loose_mark(mark: str) -> tuple[str, str, str]:
    return "", _TONES.get(mark, f"7{ord(mark):05x}"), ""


def levels(s: str) -> tuple[str, str, str]:
    """The weights of letters, tones and case of the whole text, without trailing plain ones."""
    composed = unicodedata.normalize("NFC", s)
    weights = [_loose_mark(c) if unicodedata.combining(c) else _weights(c) for c in composed]
    letters, tones, cases = ("".join(column) for column in zip(*weights, strict=True)) if weights else ("", "", "")
    return letters, tones.rstrip(_PLAIN), cases.rstrip(_LOWER)


def without_case(s: str) -> str:
    """The key of letters and tones only: equal for texts that differ in case alone."""
    letters, tones, _ = levels(s)
    return letters + (_LEVEL + tones if tones else "")


def sort_key(s: str) -> str:
    """A key of 0-9 and a-z that orders texts as a Vietnamese dictionary index does, in Python and in SQL.

    Same order as ICU's Vietnamese collation for Vietnamese text; foreign marks come after the five tones.
    """
    letters, tones, cases = levels(" ".join(s.split()))
    return letters + (_LEVEL + tones if tones or cases else "") + (_LEVEL + cases if cases else "")
