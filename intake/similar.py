"""How alike two names or two reports are: pure functions, with the parts that agree, so that a person can judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from hashlib import blake2b

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from vietnamese.names import split_salutation
from vietnamese.text import clean, search_key

WORDS = 5  # words of a shingle
_WORD = re.compile(r"[^\W_]+")
_LEGAL_FORMS = re.compile(
    r"\b(cong ty|trach nhiem huu han|tnhh|mtv|mot thanh vien|co phan|ctcp|cp|dntn|doanh nghiep tu nhan|tinh|thanh pho|tp|tx|thi xa|huyen)\b"
)


class Likeness(StrEnum):
    """How two names compare; each has its Vietnamese explanation in `WHY`."""

    SAME = "same"
    WITHOUT_MARKS = "without_marks"
    NEAR = "near"
    SHORTENED = "shortened"
    REORDERED = "reordered"
    DIFFERENT = "different"


WHY = {
    Likeness.SAME: "Họ tên giống hệt nhau.",
    Likeness.WITHOUT_MARKS: "Họ tên chỉ khác dấu hoặc chữ hoa, chữ thường.",
    Likeness.NEAR: "Họ tên chỉ khác một hai chữ cái.",
    Likeness.SHORTENED: "Một tên là cách viết ngắn của tên kia.",
    Likeness.REORDERED: "Hai tên gồm cùng các chữ nhưng khác thứ tự.",
    Likeness.DIFFERENT: "Hai tên khác nhau.",
}


def name_key(name: str) -> str:
    """The key by which names are looked up: no salutation, no marks, "y" and "i" alike at the end of a word.

    "Bà Nguyễn Thị Thúy", "nguyen thi thuý" and "Nguyễn Thị  Thuý" have one key; so have "Vỹ" and "Vĩ".
    """
    _, bare = split_salutation(name)
    words = _WORD.findall(search_key(bare))
    return " ".join(
        word[:-1] + "i" if len(word) > 1 and word.endswith("y") and word[-2] not in "aeou" else word for word in words
    )


def compare_names(one: str, other: str) -> Likeness:
    """How two people's names compare. A likeness is a question for a person, never an answer."""
    if clean(split_salutation(one)[1]) == clean(split_salutation(other)[1]):
        return Likeness.SAME
    left, right = name_key(one), name_key(other)
    if left == right:
        return Likeness.WITHOUT_MARKS
    first, second = left.split(" "), right.split(" ")
    if sorted(first) == sorted(second):
        return Likeness.REORDERED
    if _shortened(first, second) or _shortened(second, first):
        return Likeness.SHORTENED
    near = Levenshtein.distance(left, right, score_cutoff=2)
    if min(len(left), len(right)) >= 6 and (near == 1 or (near == 2 and min(len(left), len(right)) >= 12)):
        return Likeness.NEAR
    return Likeness.DIFFERENT


def _shortened(short: Sequence[str], long: Sequence[str]) -> bool:
    """ "Ng. V. Thanh" for "Nguyễn Văn Thanh", or a middle name left out: same first and last word."""
    if len(short) == len(long):
        return (
            short[-1] == long[-1] and short != long and all(b.startswith(a) for a, b in zip(short, long, strict=True))
        )
    return 2 <= len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1] and _inside(short, long)


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def unit_key(name: str) -> str:
    """A unit's name without marks, legal form and the word for its level: how renamed units are found again."""
    return " ".join(_LEGAL_FORMS.sub(" ", " ".join(_WORD.findall(search_key(name)))).split())


def units_alike(one: str, other: str) -> float:
    """0 to 1: how alike two units' names are, word order not counting."""
    return round(fuzz.token_sort_ratio(unit_key(one), unit_key(other)) / 100, 2)


def titles_alike(one: str, other: str) -> float:
    """0 to 1: how alike the titles of two deeds or models are."""
    return round(fuzz.token_set_ratio(search_key(one), search_key(other)) / 100, 2)


# --- recycled reports


def shingles(text: str, words: int = WORDS) -> frozenset[int]:
    """Every run of `words` words, marks and signs left out, as 64-bit numbers that are equal in every process."""
    found = _WORD.findall(search_key(text))
    return frozenset(_number(" ".join(found[start : start + words])) for start in range(len(found) - words + 1))


def _number(text: str) -> int:
    """A signed 64-bit number that fits a bigint column, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def share_copied(text: frozenset[int], source: frozenset[int], boilerplate: frozenset[int] = frozenset()) -> float:
    """0 to 1: the share of `text`'s runs of words that stand in `source` too, allowed phrases left out of both."""
    own = text - boilerplate
    return round(len(own & source) / len(own), 3) if own else 0.0


@dataclass(frozen=True)
class Common:
    """A part that two texts share: where it stands in each, in characters."""

    left: int
    left_end: int
    right: int
    right_end: int
    text: str


def common_parts(one: str, other: str, words: int = WORDS) -> list[Common]:
    """The parts of at least `words` words that two texts share, in the order of the first, for marking side by side."""
    left, right = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    keys_left, keys_right = [search_key(word[0]) for word in left], [search_key(word[0]) for word in right]
    found = SequenceMatcher(None, keys_left, keys_right, autojunk=False).get_matching_blocks()
    parts = []
    for block in found:
        if block.size < words:
            continue
        start, end = left[block.a].start(), left[block.a + block.size - 1].end()
        parts.append(Common(start, end, right[block.b].start(), right[block.b + block.size - 1].end(), one[start:end]))
    return parts


def boilerplate(texts: Iterable[str], at_least: int = 5, words: int = WORDS) -> frozenset[int]:
    """Runs of words that stand in at least `at_least` of `texts`: set phrases that say nothing about copying."""
    counts: dict[int, int] = {}
    for text in texts:
        for number in shingles(text, words):
            counts[number] = counts.get(number, 0) + 1
    return frozenset(number for number, count in counts.items() if count >= at_least)
