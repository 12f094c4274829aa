"""Giving each column its meaning: its heading first, its values beside, a remembered layout above both."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intake.mapping import words
from intake.mapping.evidence import Evidence, content_guess, supports, weigh
from intake.mapping.fields import Field
from intake.mapping.header import IDENTITY, Header, named
from intake.mapping.headings import guess, plain
from intake.mapping.model import Column, Remembered, Role
from intake.tables.grid import Cell, letters

SURE_ENOUGH = 0.4
PLAIN_WORDS = 0.95  # a heading as sure as this keeps its meaning whatever stands below: each value is judged in its row
JOINED = {Field.POST, Field.ACHIEVEMENT, Field.NOTE, Field.PAST_AWARDS, Field.ADDRESS}
MARKS = frozenset(("x", "✓", "√", "✔", "v", "*", "co", "1", "+"))
_COLLECTIVE = re.compile(r"\b(tap the|don vi|to chuc|co quan)\b")
_PERSON = re.compile(r"\b(ca nhan|ho va ten|ho ten|nguoi|can bo|dang vien|doan vien)\b")
_HOUSEHOLD = re.compile(r"\b(ho gia dinh|chu ho|ten ho)\b")
Cells = Mapping[int, list[Cell]]


def columns_of(header: Header, cells: Cells, remembered: Mapping[str, Remembered]) -> list[Column]:
    """The columns under a heading. `cells`: the values below, by column."""
    seen = {index: weigh(cells.get(index, [])) for index in {*header.words, *cells}}
    columns = [_column(index, header, seen[index], remembered) for index in sorted(seen)]
    columns = [column for column in columns if column.heading or seen[column.index].count]
    fixed = {
        column.index for column in columns if _remembered(column.heading, header.words.get(column.index), remembered)
    }
    _join_spans(columns, header, seen)
    _mark_columns(columns, header, cells)
    _set_aside(columns, fixed)
    _settle_names(columns, seen, fixed)
    if not any(column.field is Field.UNIT for column in columns):
        for column in columns:  # "Phòng ban" alone is where people work
            column.field = Field.UNIT if column.field is Field.DEPARTMENT else column.field
    _settle_doubles(columns, fixed)
    return columns


def headless(cells: Cells, remembered: Mapping[str, Remembered]) -> list[Column]:
    """Columns of a list without any heading, by their values alone; they are called "Cột A", "Cột B" …"""
    columns: list[Column] = []
    taken: set[Field] = set()
    for index in sorted(cells):
        heading = f"Cột {letters(index)}"
        if told := remembered.get(plain(heading)):
            columns.append(Column(index, heading, told.field, 1.0))
            continue
        seen = weigh(cells[index])
        made = content_guess(seen)
        if not columns and made is None and seen.ordinals > 0.8 and seen.length < 6:
            made = (Field.ORDINAL, 0.5)
        if made and made[0] not in taken:
            taken.add(made[0])
            columns.append(Column(index, heading, made[0], made[1]))
        else:
            columns.append(Column(index, heading, None, 0.0))
    return columns


def _remembered(heading: str, lines: list[str] | None, known: Mapping[str, Remembered]) -> Remembered | None:
    if not known or not heading:
        return None
    return known.get(plain(heading)) or (known.get(plain(lines[-1])) if lines else None)


def _column(index: int, header: Header, seen: Evidence, known: Mapping[str, Remembered]) -> Column:
    lines = list(dict.fromkeys(header.words.get(index, [])))
    heading = " / ".join(lines)
    told = _remembered(heading, lines, known)
    if told:
        return Column(index, heading, told.field, 1.0, kind=_kind(heading) if told.field is Field.NAME else None)
    if not lines:
        return Column(index, "", None, 0.0)
    last = plain(lines[-1])
    if last in ("nam", "nu") and "ă" not in lines[-1].lower():
        return _by_gender(index, lines, last, seen)
    parted = _part_of_a_day(lines)
    if parted:
        return Column(index, heading, parted[0], 0.9, parted[1])
    made = named(lines)
    if made is None:
        return Column(index, heading, None, 0.0)
    fit = supports(made.field, seen)
    confidence = made.confidence if fit is None or fit >= 0.5 else round(made.confidence * (0.3 + 0.7 * fit), 2)
    if confidence < SURE_ENOUGH and made.confidence < PLAIN_WORDS:
        return Column(index, heading, None, 0.0)
    kind = _kind(heading) if made.field is Field.NAME else None
    return Column(index, heading, made.field, confidence, kind=kind)


def _part_of_a_day(lines: list[str]) -> tuple[Field, Role] | None:
    """ "Ngày sinh" over "Ngày", "Tháng" and "Năm"."""
    role = {"ngay": Role.DAY, "thang": Role.MONTH, "nam": Role.YEAR}.get(plain(lines[-1]))
    upper = guess(lines[-2]) if len(lines) > 1 else None
    if role and upper and upper.field in (Field.BIRTH_DATE, Field.BIRTH_YEAR):
        return Field.BIRTH_DATE, role
    return None


def _by_gender(index: int, lines: list[str], last: str, seen: Evidence) -> Column:
    """ "Năm sinh" over "Nam" and "Nữ", or "Giới tính" over both."""
    role = Role.MALE if last == "nam" else Role.FEMALE
    heading = " / ".join(lines)
    upper = guess(lines[-2]) if len(lines) > 1 else None
    if upper and upper.field in (Field.BIRTH_DATE, Field.BIRTH_YEAR):
        return Column(index, heading, upper.field, upper.confidence, role)
    if seen.dates + seen.years > 0.5:
        return Column(index, heading, Field.BIRTH_YEAR, 0.7, role)
    if upper is None or upper.field is Field.GENDER:
        return Column(index, heading, Field.GENDER, 0.9 if upper else 0.7, role)
    return Column(index, heading, None, 0.0)


def _kind(heading: str) -> str | None:
    """The one kind that a name column is for, or None when it is for several."""
    key = plain(heading)
    found = [
        kind
        for kind, pattern in ((words.COLLECTIVE, _COLLECTIVE), (words.PERSON, _PERSON), (words.HOUSEHOLD, _HOUSEHOLD))
        if pattern.search(key)
    ]
    if words.HOUSEHOLD in found and words.PERSON in found and "chu ho" in key:
        return words.HOUSEHOLD
    return found[0] if len(found) == 1 else None


def _join_spans(columns: list[Column], header: Header, seen: Mapping[int, Evidence]) -> None:
    """Several filled columns under one heading without sub-headings hold one value in parts."""
    by_start: dict[int, list[Column]] = {}
    for column in columns:
        start = header.spans.get(column.index, column.index)
        by_start.setdefault(start, []).append(column)
    for group in by_start.values():
        same = [column for column in group if column.heading == group[0].heading and seen[column.index].count]
        if len(same) > 1 and same[0].field in (Field.NAME, Field.UNIT, Field.ACHIEVEMENT):
            for column in same:
                column.field, column.confidence, column.role, column.kind = (
                    same[0].field,
                    same[0].confidence,
                    Role.PART,
                    None,
                )
    for column in columns:  # "Họ và tên" whose given names stand in a column without heading
        follower = next((other for other in columns if other.index == column.index + 1), None)
        if column.field is Field.NAME and column.role is Role.WHOLE and follower and not follower.heading:
            first, second = seen[column.index], seen[follower.index]
            if (
                second.count
                and second.count * 2 >= first.count
                and second.length < 9
                and second.ordinals == 0
                and first.length < 16
            ):
                column.role = follower.role = Role.PART
                follower.field, follower.confidence = Field.NAME, 0.6


def _mark_columns(columns: list[Column], header: Header, cells: Cells) -> None:
    """Columns where an "x" says what the heading names: an award of several, or a kind of recipient."""
    for column in columns:
        lines = header.words.get(column.index, [""])
        if not _only_marks(cells.get(column.index, [])):
            continue
        if column.field is Field.NAME and column.kind:
            column.field, column.role = Field.KIND, Role.MARK
        elif column.field is Field.AWARD_FORM and len(lines) > 1:
            column.role = Role.MARK
        elif column.field is None and words.key(lines[-1]) in words.KIND_WORDS:
            column.field, column.role, column.confidence = Field.KIND, Role.MARK, 0.8
            column.kind = words.KIND_WORDS[words.key(lines[-1])]
        elif column.field is None and words.names_award(lines[-1]):
            column.field, column.role, column.confidence = Field.AWARD_FORM, Role.MARK, 0.8


def _only_marks(found: list[Cell]) -> bool:
    """Marks, at least half of them; sums at the foot are figures, and a doubtful sign is judged in its row."""
    if any(len(cell.text) > 4 for cell in found[:1000]):
        return False
    values = [words.key(cell.text) for cell in found if cell.text.strip()]
    marks = [value for value in values if value in MARKS]
    return bool(marks) and len(marks) * 2 >= len(values) and not any(words.names_award(value) for value in values)


def _set_aside(columns: list[Column], fixed: set[int]) -> None:
    """A second table to the right, with ordinals and names of its own, is not read: its rows say so."""
    counts = [column.index for column in columns if column.field is Field.ORDINAL]
    named = [column.index for column in columns if column.field in IDENTITY]
    second = next((at for at in counts[1:] if any(counts[0] < name < at for name in named) and max(named) > at), None)
    for column in columns:
        if second is not None and column.index >= second and column.index not in fixed:
            column.field, column.confidence, column.role = None, 0.0, Role.ASIDE


def _settle_names(columns: list[Column], seen: Mapping[int, Evidence], fixed: set[int]) -> None:
    """One column (or one for each kind) names the recipients."""
    family = [column for column in columns if column.field is Field.FAMILY_NAME]
    given = [column for column in columns if column.field is Field.GIVEN_NAME]
    if given and not family:
        for column in given:
            column.field = Field.NAME if not any(other.field is Field.NAME for other in columns) else None
            column.confidence = round(column.confidence * 0.7, 2) if column.field else 0.0
    if family and not given:
        for column in family:
            column.field = Field.NAME if not any(other.field is Field.NAME for other in columns) else None
    names = [column for column in columns if column.field is Field.NAME and column.role is Role.WHOLE]
    if given and family and names and not fixed & {column.index for column in names}:
        for column in names:
            column.field, column.confidence = (Field.UNIT, 0.6) if column.kind == words.COLLECTIVE else (None, 0.0)
    elif len(names) > 1:
        _choose_names(names, seen, fixed)
    if any(column.field in IDENTITY for column in columns):
        return
    stand_in = next((c for c in columns if c.field is Field.UNIT), None) or next(
        (c for c in columns if c.field is None and seen[c.index].names > 0.6), None
    )
    if stand_in is not None:
        stand_in.kind = words.COLLECTIVE if stand_in.field is Field.UNIT else None
        stand_in.field, stand_in.confidence = Field.NAME, 0.6


def _choose_names(names: list[Column], seen: Mapping[int, Evidence], fixed: set[int]) -> None:
    people = [column for column in names if column.kind != words.COLLECTIVE]
    kinds = {column.kind for column in names}
    if len(kinds) == len(names) and None not in kinds:
        return  # one column for each kind
    best = max(people or names, key=lambda c: (c.index in fixed, seen[c.index].names, c.confidence))
    for column in names:
        if column is best or column.index in fixed:
            continue
        if column.kind == words.COLLECTIVE:
            column.field, column.kind = Field.UNIT, None
        else:
            column.field, column.confidence = None, 0.0


def _settle_doubles(columns: list[Column], fixed: set[int]) -> None:
    """A field that takes one value keeps its surest column; the others are left for a person to decide."""
    best: dict[Field, Column] = {}
    for column in columns:
        field = column.field
        if field is None or field in JOINED or field is Field.NAME or column.role is not Role.WHOLE:
            continue
        other = best.get(field)
        if other is not None and field is Field.AWARD_FORM and _both_stay(other.heading, column.heading):
            continue
        if other is None:
            best[field] = column
            continue
        loser = (
            other if (column.index in fixed, column.confidence) > (other.index in fixed, other.confidence) else column
        )
        if loser is other:
            best[field] = column
        loser.field, loser.confidence = None, 0.0


def _both_stay(one: str, other: str) -> bool:
    """A column for titles (danh hiệu) and one for forms (hình thức), or two under one heading: a row fills one of them."""
    if " / " in one and one.split(" / ")[0] == other.split(" / ")[0]:
        return True
    keys = [plain(heading) for heading in (one, other)]
    told = [("danh hieu" in key or "dhtd" in key, "hinh thuc" in key or "htkt" in key) for key in keys]
    return sorted(told) == [(False, True), (True, False)]
