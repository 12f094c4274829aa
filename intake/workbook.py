"""The unit's own workbook goes back with its wrong cells coloured and commented, and is read again when it returns.

Works on workbooks that `intake.read` has accepted.
"""

from __future__ import annotations

import hashlib
import io
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import openpyxl
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from intake.errors import Refused
from intake.limits import LIMITS, Limits
from intake.reading import Reading
from intake.tables import read_book
from intake.tables.grid import Book, split_place

WRONG = PatternFill("solid", fgColor="FFFFC7CE")
AUTHOR = "Gương Sáng"
BROKEN = "Không ghi được nhận xét vào tệp này; anh/chị lưu lại thành .xlsx rồi tải lên."
LONGEST = 30_000  # characters of a comment that Excel shows without trouble


@dataclass(frozen=True)
class Finding:
    """What is wrong with one cell, in one Vietnamese sentence."""

    sheet: str
    cell: str
    sentence: str


@dataclass(frozen=True)
class Changes:
    """What differs when a workbook returns: sheet and row numbers."""

    changed: tuple[tuple[str, int], ...] = ()
    added: tuple[tuple[str, int], ...] = ()
    removed: tuple[tuple[str, int], ...] = ()


Fingerprints = Mapping[str, Mapping[int, str]]


def findings(reading: Reading) -> list[Finding]:
    """What a reading has to say, laid on cells: each refusal and warning at its row's name, or at the cell it names."""
    found: list[Finding] = []
    names = {(row.sheet, row.row): row.sources["name"].cell for row in reading.rows}
    for row in reading.rows:
        row.pin(names[row.sheet, row.row])
        found += [Finding(row.sheet, cell, warning) for cell, warning in zip(row.cells, row.warnings, strict=True)]
    by_sheet = {sheet: cell.rstrip("0123456789") for (sheet, _), cell in names.items()}
    for no in reading.refused:
        found.append(Finding(no.sheet, _named_cell(no.reason) or f"{by_sheet.get(no.sheet, 'A')}{no.row}", no.reason))
    return found


def _named_cell(sentence: str) -> str | None:
    words = sentence.replace(";", " ").split()
    for before, word in itertools.pairwise(words):
        if before.lower() == "ô" and word.isascii() and word.isalnum():
            try:
                split_place(word)
            except ValueError:
                continue
            return word
    return None


def annotate(data: bytes, found: Iterable[Finding]) -> bytes:
    """The same workbook with wrong cells coloured and commented; everything else stays.

    Comments of an earlier round are replaced, the unit's own are kept above ours. Raises Refused.
    """
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    except Exception as error:  # the library raises many kinds; the file itself was read before
        raise Refused(BROKEN) from error
    _forget(book)
    by_cell: dict[tuple[str, str], list[str]] = {}
    for item in found:
        by_cell.setdefault((item.sheet, item.cell), []).append(item.sentence)
    for (sheet, place), sentences in by_cell.items():
        if sheet in book.sheetnames:
            _mark(book[sheet], place, sentences)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _mark(sheet: openpyxl.worksheet.worksheet.Worksheet, place: str, sentences: list[str]) -> None:
    try:
        row, column = split_place(place)
    except ValueError:
        return
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        home = next((area for area in sheet.merged_cells.ranges if place in area), None)
        if home is None:
            return
        cell = sheet.cell(home.min_row, home.min_col)
    if not isinstance(cell, SheetCell):
        return
    own = cell.comment.text if cell.comment else ""
    text = "\n".join(([own] if own else []) + [f"{AUTHOR}: {sentence}" for sentence in dict.fromkeys(sentences)])
    cell.fill = WRONG
    cell.comment = Comment(text[:LONGEST], AUTHOR, height=40 + 24 * len(sentences), width=360)


def _forget(book: openpyxl.Workbook) -> None:
    """Take away the colours and comments of an earlier round."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if not isinstance(cell, SheetCell) or cell.comment is None or f"{AUTHOR}: " not in cell.comment.text:
                    continue
                kept = "\n".join(line for line in cell.comment.text.split("\n") if not line.startswith(f"{AUTHOR}: "))
                author = cell.comment.author
                cell.comment = Comment(kept, author) if kept.strip() else None
                if cell.fill == WRONG:
                    cell.fill = PatternFill()


def fingerprints(name: str, data: bytes, limits: Limits = LIMITS) -> dict[str, dict[int, str]]:
    """What each row says, as a short hash by sheet and row; colours and comments do not count. Raises Refused."""
    return of_book(read_book(name, data, limits))


def of_book(book: Book) -> dict[str, dict[int, str]]:
    """The same for a book already read."""
    return {
        sheet.name: {
            number: hashlib.sha256(
                "\x1f".join(f"{column}={cell.text.strip()}" for column, cell in sorted(row.items())).encode()
            ).hexdigest()[:16]
            for number, row in sheet.rows.items()
        }
        for sheet in book.sheets
    }


def compare(before: Fingerprints, after: Fingerprints) -> Changes:
    """Which rows changed, came or went between two versions. A row that only moved counts as neither."""
    changed: list[tuple[str, int]] = []
    added: list[tuple[str, int]] = []
    removed: list[tuple[str, int]] = []
    for sheet in sorted({*before, *after}):
        old, new = before.get(sheet, {}), after.get(sheet, {})
        moved_from, moved_to = set(old.values()), set(new.values())
        for row in sorted({*old, *new}):
            if row in old and row in new:
                if old[row] != new[row] and new[row] not in moved_from:
                    changed.append((sheet, row))
            elif row in new and new[row] not in moved_from:
                added.append((sheet, row))
            elif row in old and old[row] not in moved_to:
                removed.append((sheet, row))
    return Changes(tuple(changed), tuple(added), tuple(removed))
