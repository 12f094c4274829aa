"""Finding the rows that hold the headings, one line or several, wherever they stand."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from intake.mapping.fields import Field
from intake.mapping.headings import EXACT, Guess, guess, plain
from intake.mapping.words import KIND_WORDS, tidy
from intake.tables.grid import BOOL, DATE, NUMBER, TEXT, Row, Sheet

SEARCHED = 60  # rows with content in which the first heading is looked for
LINES = 4
WIDEST = 60  # columns under one heading
SUBHEADS = {
    "nam",
    "nu",
    "nam sinh",
    "x",
    "ngay",
    "so",
    "thang",
    "ho dem",
    "ten",
    "co",
    "khong",
    "dang",
    "chinh quyen",
    "doan the",
}
IDENTITY = {Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME}
_AWARD = re.compile(
    r"(giay khen|bang khen|giay chung nhan|ky niem chuong|co thi dua|chien si thi dua|lao dong tien tien|tap the lao dong)\b"
)
_NUMBERED = re.compile(r"\(?\s*(\d{1,2}|[a-zA-Z]|\d{1,2}\s*[=+]\s*[\d+()=\s]+)\s*\)?")


@dataclass(frozen=True)
class Header:
    """Heading rows and, by column, the words of each line that stands over it."""

    top: int
    bottom: int
    words: dict[int, list[str]]
    spans: dict[int, int]  # column -> first column of the heading that covers it


def find(sheet: Sheet, rows: list[int], known: frozenset[str] = frozenset()) -> Header | None:
    """The first heading among `rows`, which hold content, top to bottom. `known`: remembered headings."""
    for position, row in enumerate(rows[:SEARCHED]):
        if is_heading(sheet.rows[row], known, alone=len(sheet.columns_seen()) == 1):
            return _lines(sheet, rows, position)
    return None


def is_heading(row: Row, known: frozenset[str] = frozenset(), alone: bool = False) -> bool:
    """Whether a row reads like headings: at least two known ones, most of its cells, one that names somebody."""
    texts = [tidy(cell.text) for cell in row.values() if cell.kind == TEXT and cell.text]
    if any(cell.kind in (DATE, BOOL) for cell in row.values()):
        return False
    numbers = sum(cell.kind == NUMBER for cell in row.values())
    short = [text for text in texts if len(text) <= 150]
    if not short or len(short) * 2 < len(texts) or numbers > len(texts) // 3:
        return False
    if known and sum(plain(text) in known for text in short) >= max(2, len(short) // 2):
        return True
    found = [made for text in short if (made := guess(text))]
    fields = {made.field for made in found}
    sure = [made for made in found if made.confidence >= 0.75]
    if alone:
        return len(sure) == 1 and sure[0].confidence >= 0.95 and sure[0].field in IDENTITY
    strong = {made.field for made in found if made.confidence >= 0.9}
    if Field.ORDINAL in strong and fields & IDENTITY:
        return True
    if len(strong) >= 3 and strong & IDENTITY:
        return True  # a few known headings among many that only the unit knows
    if len(fields) < 2 or len(sure) * 2 < len(short):
        return False
    named = bool(fields & IDENTITY) or {Field.UNIT, Field.ORDINAL} <= fields or Field.MODEL in fields
    return len(strong) >= 2 and (named or len(fields) >= 3)


def _lines(sheet: Sheet, rows: list[int], position: int) -> Header:
    top = bottom = rows[position]
    for merge_top, _, merge_bottom, _ in sheet.merges:
        if merge_top == top and merge_bottom < top + LINES:
            bottom = max(bottom, merge_bottom)
    following = position + 1
    while following < len(rows) and rows[following] - top < LINES:
        row = rows[following]
        if row <= bottom or _is_subheading(sheet, top, row):
            bottom = max(bottom, row)
            following += 1
        else:
            break
    while bottom > top and (bottom not in sheet.rows or is_numbering(sheet.rows[bottom])):
        bottom -= 1
    words: dict[int, list[str]] = {}
    spans: dict[int, int] = {}
    for line in range(top, bottom + 1):
        _read_line(sheet, line, bottom, words, spans)
    return Header(top, bottom, words, spans)


def _is_subheading(sheet: Sheet, top: int, row: int) -> bool:
    """Whether a row under the headings goes on with them: short words under gaps or under merged headings."""
    line = sheet.rows[row]
    if any(cell.kind != TEXT or len(cell.text) > 80 for cell in line.values()) or is_numbering(line):
        return False
    head = sheet.rows[top]
    covered = _covered(sheet, top)
    fitting = 0
    for column, cell in line.items():
        text = tidy(cell.text)
        key = plain(text)
        made = guess(text)
        known = (
            key in SUBHEADS
            or bool(_AWARD.match(key))
            or key in KIND_WORDS
            or key in EXACT
            or (made is not None and made.confidence >= 0.75)
        )
        under_gap = column not in head or column in covered
        if not under_gap and guess(tidy(head[column].text)) is None and plain(f"{head[column].text} {text}") in EXACT:
            known = under_gap = True  # "Ngày" over "sinh": one heading typed into two rows
        if known and under_gap:
            fitting += 1
        elif not under_gap and not known:
            return False
    return fitting > 0 and fitting * 2 >= len(line)


def _covered(sheet: Sheet, row: int) -> set[int]:
    """Columns under a heading merged over several columns."""
    return {
        column
        for top, left, bottom, right in sheet.merges
        if top <= row <= bottom and right > left
        for column in range(left, min(right, left + WIDEST) + 1)
    }


def _read_line(sheet: Sheet, line: int, bottom: int, words: dict[int, list[str]], spans: dict[int, int]) -> None:
    row = sheet.rows.get(line, {})
    wide: dict[int, int] = {}
    for top, left, last, right in sheet.merges:
        if top == line and last <= bottom and right > left and right - left < 60:
            wide.update(dict.fromkeys(range(left, right + 1), left))
    below = {column for number in range(line + 1, bottom + 1) for column in sheet.rows.get(number, {})}
    reach = max([*row, *below, *wide], default=0)
    last_text, last_column = "", 0
    for column in range(1, reach + 1):
        source = row.get(wide.get(column, column))
        if source is not None and source.text:
            text = tidy(source.text)
            last_text, last_column = text, wide.get(column, column)
            words.setdefault(column, []).append(text)
            spans[column] = last_column
        elif column in below and column not in words and last_text and not wide and line < bottom:
            words.setdefault(column, []).append(last_text)  # an unmerged upper heading reaches over its sub-headings
            spans[column] = last_column


def is_numbering(row: Row) -> bool:
    """A row such as (1) (2) (3), or A B 1 2, that numbers the columns."""
    if len(row) < 3 or any(len(cell.text) > 24 for cell in row.values()):
        return False
    found = [_NUMBERED.fullmatch(tidy(cell.text)) for _, cell in sorted(row.items())]
    if not all(found):
        return False
    numbers = [int(made[1]) for made in found if made and made[1].isdigit()]
    return len(numbers) >= 2 and all(b - a in (1, 2) for a, b in itertools.pairwise(numbers)) and numbers[0] <= 3


def named(words: list[str]) -> Guess | None:
    """The field that a heading of one or more lines names: the lowest line first, then all lines together."""
    lowest = guess(words[-1])
    if len(words) == 1:
        return lowest
    together = guess(" ".join(words))
    upper = guess(words[-2])
    if upper and upper.field is Field.PAST_AWARDS:
        return Guess(upper.field, round(upper.confidence * 0.9, 2))  # "Khen thưởng đã đạt" over "Năm", "Danh hiệu" …
    if lowest and lowest.confidence >= 0.9:
        return lowest
    options = [made for made in (lowest, together) if made]
    if upper:
        options.append(Guess(upper.field, round(upper.confidence * 0.9, 2)))
    return max(options, key=lambda made: made.confidence, default=None)
