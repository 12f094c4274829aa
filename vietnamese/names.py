"""People's names: what comes first when we sort, greet and shorten them."""

import re

from vietnamese.ordering import without_case
from vietnamese.text import clean

_SALUTATION = re.compile(
    r"(?P<salutation>ông\s*/\s*bà|ông\s*\(\s*bà\s*\)|ông|bà|anh|chị|đồng\s+chí|đ\s*/\s*c|cô|thầy)\s*[.:]?\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
# "Ông" is a family name too; these never begin a name without its family name.
_AFTER_FAMILY_NAME = {"thị", "ích"}
_WHOLE_WORDS = {"đ/c": "Đồng chí", "đồng chí": "Đồng chí", "ông/bà": "Ông/Bà", "ông(bà)": "Ông/Bà"}


def _parts(full: str) -> tuple[list[str], int]:
    """The words of a name and the index of the given name.

    Kinh names end with it. Ê Đê and neighbours put a marker of gender first and the clan last
    (Y Bliă Êban, H’Hen Niê): there the given name follows or carries the marker.
    """
    words = clean(full).split(" ")
    first = words[0]
    if len(words) > 2 and first in ("Y", "H", "H'", "H’"):
        return words, 1
    if len(words) > 1 and re.match(r"H['’ʼ‘]\w", first):
        return words, 0
    return words, len(words) - 1


def given_name(full: str) -> str:
    """The name by which one greets a person: "Nguyễn Thị Minh Khai" → "Khai", "Y Bliă Êban" → "Bliă"."""
    words, i = _parts(full)
    return words[i]


def name_sort(full: str) -> str:
    """The key for lists of people: the given name, then the other words in their order. Case does not count."""
    words, i = _parts(full)
    rest = " ".join(words[:i] + words[i + 1 :])
    return without_case(words[i]) + "00" + without_case(rest)


def split_salutation(text: str) -> tuple[str, str]:
    """Take "Ông", "Bà", "Đồng chí", "Đ/c" … off the front of a name; ("", name) when there is none.

    "Ông Thị Thanh Vân" keeps her family name.
    """
    cleaned = clean(text)
    match = _SALUTATION.fullmatch(cleaned)
    if not match or match["name"].split(" ")[0].lower() in _AFTER_FAMILY_NAME:
        return "", cleaned
    said = re.sub(r"\s*([/()])\s*", r"\1", match["salutation"].lower())
    said = re.sub(r"\s+", " ", said)
    return _WHOLE_WORDS.get(said, said.capitalize()), match["name"]
