"""Codes in place of words: the workbook's own catalogues say what they mean."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from intake.mapping import words
from intake.mapping.fields import Field
from intake.mapping.headings import names_a_code, plain
from intake.mapping.sheets import CATALOGUE, HIDDEN, Mapped
from intake.mapping.words import tidy

_CODE = re.compile(r"[A-Za-zĐđ]{0,8}[-_. ]?\d{0,6}[A-Za-z]{0,3}")
_TOPIC = {
    Field.AWARD_FORM: ("hinh thuc", "danh hieu", "khen"),
    Field.UNIT: ("don vi", "co quan", "phong"),
    Field.UNIT_CODE: ("don vi", "co quan", "phong"),
    Field.KIND: ("loai", "doi tuong"),
    Field.FIELD: ("linh vuc",),
    Field.POST: ("chuc vu", "chuc danh"),
    Field.NAME: ("can bo", "nhan vien", "ca nhan"),
}


@dataclass
class Catalogue:
    """Codes and words of one sheet; `topic` is its name and headings."""

    sheet: str
    topic: str
    numeric: bool
    meanings: dict[str, str] = field(default_factory=dict)


def catalogues(mapped: list[Mapped]) -> list[Catalogue]:
    """Every pair of neighbouring columns "code, words" of the catalogue sheets."""
    found: list[Catalogue] = []
    for item in mapped:
        if item.role not in (CATALOGUE, HIDDEN):
            continue
        columns = sorted(item.sheet.columns_seen())
        for left, right in itertools.pairwise(columns):
            made = _pair(item, left, right)
            if made:
                found.append(made)
    return found


def _pair(item: Mapped, left: int, right: int) -> Catalogue | None:
    pairs = [
        (tidy(row[left].text), tidy(row[right].text))
        for _, row in sorted(item.sheet.rows.items())
        if left in row and right in row
    ]
    coded = [
        (code, meaning)
        for code, meaning in pairs
        if _is_code(code) and len(meaning) > len(code) and not _is_code(meaning)
    ]
    if len(coded) < 2 or len(coded) * 2 < len(pairs):
        return None
    heading = next((code for code, _ in pairs if not _is_code(code) or names_a_code(code)), "")
    numeric = all(code.isdigit() for code, _ in coded)
    if numeric and not names_a_code(heading):
        return None  # an ordinal beside its name
    topic = f"{words.key(item.sheet.name)} {plain(heading)} {plain(pairs[0][1])}"
    return Catalogue(item.sheet.name, topic, numeric, {code.lower(): meaning for code, meaning in coded})


def _is_code(text: str) -> bool:
    return (
        bool(text)
        and " " not in text
        and len(text) <= 12
        and bool(_CODE.fullmatch(text))
        and (any(c.isdigit() for c in text) or text.isupper())
    )


def meaning(field_: Field, text: str, heading: str, known: list[Catalogue]) -> tuple[str, str] | None:
    """The words for a code and the sheet that says so, or None."""
    code = text.lower()
    if " " in code or len(code) > 12:
        return None
    fitting = [item for item in known if code in item.meanings]
    about = [item for item in fitting if any(topic in item.topic for topic in _TOPIC.get(field_, ()))]
    for item in about or fitting:
        if not item.numeric or (about and (names_a_code(heading) or text.isdigit())):
            return item.meanings[code], item.sheet
    return None


def looks_like_code(text: str) -> bool:
    """A short sign without spaces that is no word: "GK01", "3"."""
    return _is_code(text)
