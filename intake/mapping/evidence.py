"""What a column's values say about its meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from intake.mapping import words
from intake.mapping.fields import Field
from intake.tables.grid import DATE, ERROR, FORMULA, NUMBER, Cell

SAMPLE = 200
LONGEST_NAME = 200  # characters of a value that are looked at for a name
_DATE = re.compile(
    r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}.*|\d{1,2}\s*[/.]\s*\d{4}"
)
_YEAR = re.compile(r"(19[2-9]\d|20[0-2]\d)")
_BEFORE = re.compile(r"^(ông|bà|đ/c|đồng chí)\s*[:/.]?\s*", re.IGNORECASE)
_BESIDE = re.compile(r"(?:[,;(\n]|\s[-–]\s).*", re.DOTALL)  # post, unit or birth behind a name
_DIGITS = re.compile(r"[\d\s.]+")
_AWARD = re.compile(
    r"\b(giay khen|bang khen|chien si|lao dong tien tien|ky niem chuong|huan chuong|co thi dua|tap the lao dong|giay chung nhan|bieu duong)\b"
)


@dataclass(frozen=True)
class Evidence:
    """Shares (0 to 1) of the sampled values that look like each thing; `length` is the mean of characters."""

    count: int
    names: float
    dates: float
    years: float
    serials: float
    ids: float
    phones: float
    genders: float
    kinds: float
    awards: float
    units: float
    posts: float
    ordinals: float
    length: float
    distinct: float
    figures: float


def weigh(cells: list[Cell]) -> Evidence:
    """Evidence of one column's cells, empty ones left out."""
    used = [cell for cell in cells if cell.kind not in (FORMULA, ERROR) and cell.text.strip()]
    if len(used) > SAMPLE:
        used = used[:: len(used) // SAMPLE + 1]
    texts = [cell.text.strip() for cell in used]
    keys = [words.key(text) if len(text) < 120 else "" for text in texts]
    total = len(used) or 1

    def share(test: Callable[[str], object], values: list[str]) -> float:
        return sum(bool(test(value)) for value in values) / total

    digits = [re.sub(r"\D", "", text) if _DIGITS.fullmatch(text) else "" for text in texts]
    bare = [_BESIDE.sub("", _BEFORE.sub("", text[:LONGEST_NAME])).strip() for text in texts]
    return Evidence(
        count=len(used),
        names=share(words.is_person_name, bare),
        dates=sum(cell.kind == DATE or bool(_DATE.fullmatch(text)) for cell, text in zip(used, texts, strict=True))
        / total,
        years=share(_YEAR.fullmatch, texts),
        serials=sum(
            c.kind == NUMBER and d.isdigit() and len(d) < 6 and 7_000 < int(d) < 50_000
            for c, d in zip(used, digits, strict=True)
        )
        / total,
        ids=share(lambda d: len(d) in (9, 10, 11, 12), digits),
        phones=share(lambda d: (len(d) == 10 and d[0] == "0") or (len(d) == 9 and d[0] in "35789"), digits),
        genders=share(lambda k: k in ("nam", "nu"), keys),
        kinds=share(lambda k: k in words.KIND_WORDS, keys),
        awards=share(lambda k: _AWARD.search(k) or k in words.AWARD_CODES, keys),
        units=share(words.is_unit, texts),
        posts=share(words.is_post, texts),
        ordinals=share(lambda d: d and len(d) <= 5, digits),
        length=sum(map(len, texts)) / total,
        distinct=len(set(texts)) / total,
        figures=share(lambda text: any(char.isdigit() for char in text), texts),
    )


def supports(field: Field, seen: Evidence) -> float | None:
    """How well the values fit the field, 0 to 1; None when they say nothing about it."""
    if seen.count == 0:
        return None
    people = max(seen.names, 1.0 if seen.units > 0.5 else seen.names + seen.units)
    table: dict[Field, float] = {
        Field.NAME: max(0.0, min(1.0, people + 0.3) - max(seen.dates, seen.ids, seen.genders)),
        Field.BIRTH_DATE: min(1.0, seen.dates + seen.years + seen.serials),
        Field.BIRTH_YEAR: min(1.0, seen.dates + seen.years + seen.serials),
        Field.ID_NUMBER: seen.ids,
        Field.PARTY_CARD: seen.figures,
        Field.PHONE: max(seen.phones, 0.7 if seen.ids > 0.5 else 0.0),
        Field.ORDINAL: 1.0 if seen.length <= 6 else 0.0,
        Field.POST: 1.0 if seen.dates + seen.years + seen.ids < 0.3 and seen.length < 150 else 0.0,
        Field.UNIT: 1.0 if seen.dates + seen.years + seen.ids < 0.3 and seen.length < 200 else 0.0,
        Field.ACHIEVEMENT: 1.0 if seen.dates + seen.years + seen.ids < 0.5 else 0.2,
        Field.KIND: seen.kinds if seen.length > 4 else 0.8,
        Field.AWARD_FORM: 0.2 if seen.length > 150 else 1.0,
    }
    return table.get(field)


def content_guess(seen: Evidence) -> tuple[Field, float] | None:
    """A field from the values alone, for columns without a heading that we know."""
    if seen.count == 0:
        return None
    options: list[tuple[float, Field]] = [
        (seen.names if seen.distinct > 0.5 else 0.0, Field.NAME),
        (seen.dates, Field.BIRTH_DATE),
        (seen.years, Field.BIRTH_YEAR),
        (seen.phones, Field.PHONE),
        (seen.ids if seen.phones < 0.5 else 0.0, Field.ID_NUMBER),
        (seen.genders, Field.GENDER),
        (seen.kinds if seen.length > 3 else 0.0, Field.KIND),
        (seen.awards if seen.length < 80 else 0.0, Field.AWARD_FORM),
        (seen.units, Field.UNIT),
        (seen.posts if seen.length < 60 else 0.0, Field.POST),
        (0.8 if seen.length > 60 else 0.0, Field.ACHIEVEMENT),
    ]
    share, field = max(options, key=lambda option: option[0])
    return (field, round(share * 0.6, 2)) if share >= 0.7 else None
