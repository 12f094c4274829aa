"""From a book to its tables: which sheets hold lists, which are catalogues, where each table begins."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from intake.mapping import words
from intake.mapping.columns import columns_of, headless
from intake.mapping.fields import Field
from intake.mapping.header import IDENTITY, Header, find, is_heading, is_numbering, named
from intake.mapping.headings import EXACT, plain
from intake.mapping.legacy import Changed, modernise
from intake.mapping.model import Block, Column, Remembered
from intake.tables.grid import Book, Cell, Sheet

_CATALOGUE = re.compile(
    r"^(dm|danh muc|danhmuc|bang ma|ma |tra cuu|lookup|catalog|dmuc|ma_)|\b(danh muc|catalogue?|lookup)\b|^dm[_ ]"
)
_GUIDE = re.compile(r"\b(huong dan|hdsd|guide|readme|luu y|chu y|giai thich)\b|^hd$")
LIST, CATALOGUE, GUIDE, HIDDEN, EMPTY = "list", "catalogue", "guide", "hidden", "empty"
_DEED: set[Field | None] = {Field.AWARD_FORM, Field.ACHIEVEMENT, Field.MODEL}
_NOT_PEOPLE = {Field.ORDINAL, Field.UNIT_CODE, Field.STAFF_NUMBER, Field.NOTE, None}


@dataclass
class Mapped:
    """A sheet with its role and, for a list, its tables from top to bottom."""

    sheet: Sheet
    role: str
    blocks: list[Block] = field(default_factory=list)
    changed: Changed = field(default_factory=dict)


def map_book(book: Book, layout: Iterable[Remembered] = ()) -> list[Mapped]:
    """Every sheet of the book, in its order."""
    known = list(layout)
    mapped = [_map_sheet(sheet, known) for sheet in book.sheets]
    _carry_headings(mapped)
    _tell_catalogues(mapped)
    return mapped


def _layout_for(sheet: Sheet, known: list[Remembered]) -> dict[str, Remembered]:
    general = {plain(item.heading): item for item in known if item.sheet is None}
    return general | {plain(item.heading): item for item in known if item.sheet == sheet.name}


def _map_sheet(sheet: Sheet, known: list[Remembered]) -> Mapped:
    changed = modernise(sheet)
    rows = sorted(sheet.rows)
    if not rows:
        return Mapped(sheet, EMPTY, changed=changed)
    layout = _layout_for(sheet, known) or {plain(item.heading): item for item in known}
    blocks = _blocks(sheet, rows, layout)
    role = LIST if any(_names_people(block) for block in blocks) else GUIDE
    return Mapped(sheet, role, blocks if role == LIST else [], changed)


def _blocks(sheet: Sheet, rows: list[int], layout: Mapping[str, Remembered]) -> list[Block]:
    headers = _headers(sheet, rows, frozenset(layout))
    blocks: list[Block] = []
    for position, header in enumerate(headers):
        last = headers[position + 1].top - 1 if position + 1 < len(headers) else rows[-1]
        cells = _below(sheet, rows, header.bottom + 1, last)
        blocks.append(Block(header.top, header.bottom, last, columns_of(header, cells, layout)))
    if blocks:
        return blocks
    cells = _below(sheet, rows, rows[0], rows[-1])
    columns = headless(cells, layout)
    names = [column for column in columns if column.field is Field.NAME]
    if len(rows) >= 2 and names and names[0].confidence >= 0.5:
        return [Block(rows[0], rows[0] - 1, rows[-1], columns, headless=True)]
    return []


def _headers(sheet: Sheet, rows: list[int], known: frozenset[str]) -> list[Header]:
    first = find(sheet, rows, known)
    if first is None:
        return []
    headers, signatures = [first], {_signature(first)}
    for position, row in enumerate(rows):
        if row <= headers[-1].bottom or not _may_be_heading(sheet, row) or not is_heading(sheet.rows[row], known):
            continue
        header = find(sheet, rows[position:], known)
        if header is None or header.top != row or _signature(header) in signatures:
            continue  # the same heading again, on a new page: the table goes on
        headers.append(header)
        signatures = {_signature(header)}
    return headers


def _signature(header: Header) -> tuple[tuple[int, str], ...]:
    return tuple(sorted((column, plain(lines[-1])) for column, lines in header.words.items()))


def _may_be_heading(sheet: Sheet, row: int) -> bool:
    """A quick look at the first two cells, so that long lists are not weighed cell by cell."""
    line = sheet.rows[row]
    if line[min(line)].text.strip().isdigit():
        return False
    return any(plain(line[column].text[:80]) in EXACT for column in sorted(line)[:3])


def _below(sheet: Sheet, rows: list[int], first: int, last: int) -> dict[int, list[Cell]]:
    cells: dict[int, list[Cell]] = {}
    for row in rows:
        line = sheet.rows[row]
        if not first <= row <= last or is_numbering(line) or (len(line) == 1 and len(sheet.columns_seen()) > 1):
            continue
        for column, cell in line.items():
            cells.setdefault(column, []).append(cell)
    return cells


def _names_people(block: Block) -> bool:
    return any(column.field in IDENTITY for column in block.columns)


def _carry_headings(mapped: list[Mapped]) -> None:
    """A Word table that goes on in a second one without headings takes those of the first."""
    for before, after in itertools.pairwise(mapped):
        width = max(after.sheet.columns_seen(), default=0)
        if (
            not before.blocks
            or (after.blocks and not after.blocks[0].headless)
            or not after.sheet.name.startswith("Bảng ")
        ):
            continue
        last = before.blocks[-1]
        if width and width == max(column.index for column in last.columns) and after.sheet.rows:
            rows = sorted(after.sheet.rows)
            after.role = LIST
            after.blocks = [Block(rows[0], rows[0] - 1, rows[-1], last.columns, headless=True)]


def _tell_catalogues(mapped: list[Mapped]) -> None:
    lists = [item for item in mapped if item.role == LIST]
    strong = [
        item for item in lists if not item.sheet.hidden and _strength(item) >= 2 and not _says_catalogue(item.sheet)
    ]
    for item in mapped:
        name = words.key(item.sheet.name)
        if item.role == EMPTY:
            continue
        if item.sheet.hidden and strong:
            _demote(item, HIDDEN)
        elif item.role == GUIDE:
            item.role = CATALOGUE if _CATALOGUE.search(name) else GUIDE
        elif any(other is not item for other in strong) and (
            _says_catalogue(item.sheet) or _strength(item) < 2 or _is_looked_up(item, strong)
        ):
            _demote(item, GUIDE if _GUIDE.search(name) else CATALOGUE)


def _says_catalogue(sheet: Sheet) -> bool:
    name = words.key(sheet.name)
    return bool(_CATALOGUE.search(name) or _GUIDE.search(name))


def _demote(item: Mapped, role: str) -> None:
    item.role, item.blocks = role, []


def _strength(item: Mapped) -> int:
    """2 when somebody is named by a heading of that meaning and more than codes stands beside; else 1."""
    for block in item.blocks:
        names = [column for column in block.columns if column.field in IDENTITY and _sure(column)]
        others = {column.field for column in block.columns} - IDENTITY - _NOT_PEOPLE
        if names and (others or all(column.kind != words.COLLECTIVE for column in names)):
            return 2
    return 1


def _sure(column: Column) -> bool:
    """Sure by its values, or by a heading without doubt though its values are broken."""
    made = named(column.heading.split(" / "))
    return column.confidence > 0.6 or (made is not None and made.field in IDENTITY and made.confidence >= 0.95)


def _is_looked_up(item: Mapped, strong: list[Mapped]) -> bool:
    """Whether formulas of a list point at this sheet, or, where formulas cannot be seen, whether it looks like a register."""
    others = [other for other in strong if other is not item]
    if item.sheet.refers:
        return False
    if any(item.sheet.name in other.sheet.refers and _width(other) >= _width(item) for other in others):
        return True
    fields = _fields(item)
    register = Field.STAFF_NUMBER in fields and not fields & (_DEED | {Field.ORDINAL})
    return register and any(Field.STAFF_NUMBER in _fields(other) and _fields(other) & _DEED for other in others)


def _fields(item: Mapped) -> set[Field | None]:
    return {column.field for block in item.blocks for column in block.columns}


def _width(item: Mapped) -> int:
    return (
        max(len({column.field for column in block.columns if column.field}) for block in item.blocks)
        if item.blocks
        else 0
    )
