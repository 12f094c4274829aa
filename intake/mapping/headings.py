"""From the words of a heading to a field, with how sure we are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from intake.mapping.fields import NOT_OURS, PHRASES, Field
from vietnamese.text import search_key

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_PAST = re.compile(r"\b(da|truoc|gan nhat|lich su|qua trinh)\b")
_PRAISED = re.compile(r"\b(da duoc (khen|tang|cong nhan)|da khen|khen thuong (da|truoc)|qua trinh khen)\b")
HEAD = 6  # the noun that counts stands first: "Đơn vị công tác của người được đề nghị" is a unit
NAMED_FIRST = 100  # "Họ tên, chức vụ, đơn vị": the name stands in it, whatever else does
EXACT: dict[str, Field] = {phrase: field for field, phrases in PHRASES.items() for phrase in phrases.split("|")}
_LONG = [phrase for phrase in EXACT if len(phrase) >= 6]
_CODE = re.compile(r"\b(ma|code)\b")


class Guess(NamedTuple):
    """A field for a heading; `confidence` from 0 to 1."""

    field: Field
    confidence: float


def plain(heading: str) -> str:
    """A heading's search key with letters and figures only: "Họ và tên (viết hoa) *" -> "ho va ten"."""
    key = search_key(heading)
    bare = _NOT_WORD.sub(" ", _BRACKETS.sub(" ", key)).strip()
    return bare or _NOT_WORD.sub(" ", key).strip()


@lru_cache(maxsize=4096)
def guess(heading: str) -> Guess | None:
    """What a heading means, or None when nothing fits."""
    if not heading or len(heading) > 200:
        return None
    key = plain(heading)
    whole = _NOT_WORD.sub(" ", search_key(heading)).strip()
    if key in NOT_OURS:
        return None
    for text, trust in ((key, 1.0), (whole, 0.98)):
        if field := EXACT.get(text):
            return Guess(field, trust)
    return _contained(key) or _fuzzy(key)


def _contained(key: str) -> Guess | None:
    """The longest known phrase that stands inside the heading as whole words, rather at its beginning."""
    words = key.split(" ")
    if len(words) > 16:
        return None
    best: tuple[int, int, Field] | None = None  # weight, length, field
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            phrase = " ".join(words[start:end])
            field = EXACT.get(phrase)
            if field is None or (len(phrase) < 5 and phrase not in ("cccd", "cmnd", "sdt", "stt")):
                continue
            weight = len(phrase) + (0 if start else NAMED_FIRST if field is Field.NAME else HEAD)
            if best is None or weight > best[0]:
                best = (weight, len(phrase), field)
            break
    if best is None:
        return None
    field = best[2]
    if (field is Field.AWARD_FORM and _PAST.search(key)) or (field is Field.ACHIEVEMENT and _PRAISED.search(key)):
        field = Field.PAST_AWARDS
    return Guess(field, round(0.6 + 0.35 * best[1] / len(key), 2))


def _fuzzy(key: str) -> Guess | None:
    """A known phrase with a typing mistake in it."""
    if len(key) < 5 or len(key) > 60:
        return None
    found = process.extractOne(key, _LONG, scorer=fuzz.ratio, score_cutoff=84)
    if found is None:
        return None
    return Guess(EXACT[found[0]], round(found[1] / 100 * 0.85, 2))


def names_a_code(heading: str) -> bool:
    """Whether the heading announces codes: "Mã hình thức"."""
    return bool(_CODE.search(plain(heading)))
