"""How wide a table's columns are, and how tall its rows, so that no word is cut where there is room for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

#: The work area at 1,440 px, without the column of boxes: what a table may count on.
ROOM = 1_034
_PADDING = 20
#: Columns up to this width stay on one line as long as that works.
_SHORT = 150
#: Only so many of a column's longest texts are measured, so that a long table stays quick.
_MEASURED = 40
#: Row heights by the number of lines. Streamlit 1.67 breaks lines only in rows taller than 4 rem (60 px here).
_HEIGHTS = {1: 38, 2: 62, 3: 70, 4: 88}
#: Letters of the tables' font (Be Vietnam Pro at 13 px) by their pixels, as measured; accents take no room.
_GROUPS = {3.1: " ", 3.5: "iIjl|·", 3.9: ".,:;'", 5.2: "fr1", 5.7: "t()", 6.6: "szJ/", 7.5: "hkunvxy", 7.9: "ce7-", 9.0: "AKRHUVXYD4", 10.4: "CGOQĐ", 11.6: "mwMW"}
_LETTERS = {letter: pixels for pixels, letters in _GROUPS.items() for letter in letters}
_OTHER = 8.6


def text_width(text: str) -> float:
    """Pixels that `text` takes on one line."""
    letters = [letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)]
    return sum(_LETTERS.get(letter, _OTHER) for letter in letters)


def lines(text: str, width: float) -> int:
    """How many lines `text` takes in a column of `width` pixels; words stay whole."""
    count, left = 1, width - _PADDING
    for word in text.split():
        taken = text_width(word)
        if taken > left and left < width - _PADDING:
            count, left = count + 1, width - _PADDING
        left -= taken + _LETTERS[" "]
    return count


def fit(columns: Sequence[Sequence[str]], room: int = ROOM, least: Sequence[int] = ()) -> tuple[list[int], int]:
    """The pixels of each column and of every row, given each column's texts, its title first.

    As few lines as `room` allows; what is left goes to the columns that would take more. `least` is what a page asks for.
    """
    lows = least or [0] * len(columns)
    measured = [[texts[0], *sorted(texts[1:], key=len)[-_MEASURED:]] for texts in columns]
    whole = [max(max(text_width(text) for text in texts) + _PADDING, low) for texts, low in zip(measured, lows, strict=True)]
    for count, short in ((1, _SHORT), (2, _SHORT), (2, 0), (3, _SHORT), (3, 0), (4, 0)):
        needed = [wanted if wanted <= max(short, low) or count == 1 else max(_narrowest(texts, wanted, count), low) for texts, wanted, low in zip(measured, whole, lows, strict=True)]
        if sum(needed) <= room:
            break
    spare, missing = max(room - sum(needed), 0), sum(whole) - sum(needed)
    part = min(spare / missing, 1) if missing else 0
    pixels = [round(narrow + part * (wanted - narrow)) for narrow, wanted in zip(needed, whole, strict=True)]
    taken = max((lines(text, width + 2) for texts, width in zip(measured, pixels, strict=True) for text in texts[1:]), default=1)
    return pixels, _HEIGHTS[min(taken, 4)]


def _narrowest(texts: Sequence[str], widest: float, count: int) -> float:
    """The least pixels in which every text takes at most `count` lines, the title one, and no word is broken."""
    low = max(text_width(texts[0]), *(text_width(word) for text in texts for word in text.split() or [""])) + _PADDING
    high = max(widest, low)
    while high - low > 4:
        middle = (low + high) / 2
        if all(lines(text, middle) <= count for text in texts[1:]):
            high = middle
        else:
            low = middle
    return high
