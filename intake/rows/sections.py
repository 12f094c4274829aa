"""Rows that head a part of a list: what they tell the rows below, and how far down that holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from intake.mapping import words
from intake.mapping.words import tidy
from intake.reading import Place
from intake.rows.kinds_of_row import has_prefix, without_prefix

_COUNT = re.compile(
    r"[\s:(,–-]*\(?\s*\d{1,5}\s*(tap the|ca nhan|ho gia dinh|ho|nguoi|don vi|dong chi|truong hop|mo hinh)?\s*\)?[.:\s]*$"
)
_AWARD = re.compile(
    r"^(giay khen|bang khen|giay chung nhan|ky niem chuong|co thi dua|chien si thi dua|lao dong tien tien|tap the lao dong|huan chuong|huy chuong)"
)
_ASKED = re.compile(
    r"^((de nghi|xet|cong nhan|tang thuong|tang|khen thuong|hinh thuc|muc khen|truy tang|danh hieu( thi dua)?)\s*[:–-]?\s*)+"
)
_TOPIC = re.compile(r"^(trong )?(thuoc )?linh vuc\s*[:–-]?\s*(?=\w)")
_ROMAN = re.compile(r"(?:(?:phần|mục)\s+)?([ivxlcdm]+)\s*[.):/–-]", re.IGNORECASE)
_LETTER = re.compile(r"(?:(?:phần|mục)\s+)?([a-zđ])\s*[.):/–-]", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\s*[.):/–-]")
ALPHABET = "abcdđefghiklmnopqrstuvxy"
LONGEST = 300  # characters of a section's words
CAPITAL, SMALL = "capital ", "small "


@dataclass(frozen=True)
class Section:
    """What a section row tells the rows below it; None: nothing."""

    text: str
    kind: str | None = None
    unit: str | None = None
    award: str | None = None
    topic: str | None = None

    def tells(self, name: str) -> str | None:
        """What it says of "kind", "unit", "award" or "topic"."""
        value: str | None = getattr(self, name)
        return value


TOLD = ("kind", "unit", "award", "topic")


def section(text: str) -> Section | None:
    """What a section's words tell, or None when they are not a section's."""
    if len(text) > LONGEST:
        return None
    bare = without_prefix(text)
    key = _COUNT.sub("", words.key(bare)).strip(" .:-–")
    if not key or len(key) > 120:
        return None
    kind = words.KIND_WORDS.get(key) or _kind_in(key)
    if kind and len(key.split()) <= 14:
        return Section(tidy(text), kind=kind, award=_award_in(bare, key))
    if len(key.split()) <= 14 and (award := _award_of(bare, key)):
        return Section(tidy(text), award=award)
    if (found := _TOPIC.match(key)) and len(words.key(bare)) == len(tidy(bare)):
        topic = _without_count(tidy(bare)[found.end() :])
        return Section(tidy(text), topic=topic[:1].upper() + topic[1:])
    if sum(word in key for word in ("tap the", "ca nhan", "ho gia dinh")) > 1:
        return Section(tidy(text)) if has_prefix(text) else None
    if words.is_unit(bare) and (has_prefix(text) or len(key.split()) >= 2):
        return Section(tidy(text), unit=_without_count(bare))
    return Section(tidy(text)) if has_prefix(text) and len(key.split()) <= 14 else None


def _kind_in(key: str) -> str | None:
    begins = {
        "tap the": words.COLLECTIVE,
        "ca nhan": words.PERSON,
        "ho gia dinh": words.HOUSEHOLD,
        "cac tap the": words.COLLECTIVE,
        "cac ca nhan": words.PERSON,
        "doi voi tap the": words.COLLECTIVE,
        "doi voi ca nhan": words.PERSON,
        "cac ho gia dinh": words.HOUSEHOLD,
        "danh sach tap the": words.COLLECTIVE,
        "danh sach ca nhan": words.PERSON,
        "danh sach ho gia dinh": words.HOUSEHOLD,
        "doi voi ho gia dinh": words.HOUSEHOLD,
        "khen thuong tap the": words.COLLECTIVE,
        "khen thuong ca nhan": words.PERSON,
        "ve tap the": words.COLLECTIVE,
        "ve ca nhan": words.PERSON,
        "ve ho gia dinh": words.HOUSEHOLD,
        "khoi tap the": words.COLLECTIVE,
    }
    for start, kind in begins.items():
        if key == start or key.startswith(start + " "):
            rest = key[len(start) :]
            others = [word for word in ("tap the", "ca nhan", "ho gia dinh") if word in rest]
            return None if others else kind
    return None


def _award_in(text: str, key: str) -> str | None:
    found = re.search(r"(giay khen|bang khen|giay chung nhan|ky niem chuong)", key)
    told = tidy(text)[found.start() : found.end()] if found and len(key) == len(tidy(text)) else None
    return told.capitalize() if told and told.isupper() else told


def _award_of(bare: str, key: str) -> str | None:
    """The award that a section is for: "Đề nghị tặng Bằng khen" -> "Bằng khen"; a bare award in capitals is lowered."""
    asked = _ASKED.match(key)
    start = asked.end() if asked else 0
    if not _AWARD.match(key[start:]):
        return "" if start and key[start:] == "" else None
    whole = _without_count(bare)
    told = whole[start:] if len(words.key(whole)) == len(tidy(whole)) else whole
    return told.capitalize() if told.isupper() and _AWARD.fullmatch(words.key(told)) else told


def _without_count(text: str) -> str:
    return re.sub(
        r"[\s:(–-]*\(?\s*\d{1,5}\s*(tập thể|cá nhân|hộ gia đình|hộ|người|đơn vị|đồng chí|trường hợp)\s*\)?[.:\s]*$",
        "",
        tidy(text),
        flags=re.IGNORECASE,
    ).rstrip(" :.")


def _style(text: str, before: list[str]) -> str:
    """How a section is numbered: "roman", "capital b", "small b", "figures", "figures." for 1.1; "" for without a number."""
    key = tidy(text)
    letter, roman, figures = _LETTER.match(key), _ROMAN.match(key), _FIGURES.match(key)
    if letter:
        size, sign = (CAPITAL if letter[1].isupper() else SMALL), letter[1].lower()
        at = ALPHABET.find(sign)
        if at <= 0 or size + ALPHABET[at - 1] in before or sign not in "ivx":
            return size + sign
    if roman:
        return "roman"
    return "figures" + "." * figures[1].count(".") if figures else ""


def _level(style: str) -> str:
    """Letters of one size are one level; everything else is its own."""
    return next((size for size in (CAPITAL, SMALL) if style.startswith(size)), style)


@dataclass(frozen=True)
class _Level:
    style: str
    told: Section
    where: Place


class Sections:
    """The sections in force, outermost first: "A. Sở Y tế", in it "II. Cá nhân"."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    def enter(self, told: Section, where: Place) -> None:
        """A new section ends the one of its own level, and all inside that."""
        style = _style(told.text, [level.style for level in self._levels])
        style = style or "+".join(name for name in TOLD if told.tells(name))
        kept = list(takewhile(lambda level: _level(level.style) != _level(style), self._levels))
        self._levels = [*kept, _Level(style, told, where)]

    def get(self, name: str) -> tuple[Section, Place] | None:
        """The innermost section that tells `name`, and where it stands."""
        return next(((level.told, level.where) for level in reversed(self._levels) if level.told.tells(name)), None)
