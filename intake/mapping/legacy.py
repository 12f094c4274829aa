"""Text typed in old Vietnamese fonts, turned into Unicode before anything else looks at it; what it was is kept beside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from intake.tables.grid import TEXT, Cell, Sheet
from vietnamese import encodings

# Letters that only Unicode text has: whoever typed one of them did not use an old font.
_MODERN = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]"
)
LABELS: dict[encodings.Font, str] = {"tcvn3": "TCVN3 (ABC)", "tcvn3-capitals": "TCVN3 (ABC)", "vni": "VNI"}


class Old(NamedTuple):
    """What a converted cell was: its font and its text before."""

    font: encodings.Font
    text: str


Changed = dict[tuple[int, int], Old]


def modernise(sheet: Sheet) -> Changed:
    """Convert the sheet's old-font cells in place; tells which cells changed, and from what."""
    if sheet.converted:
        font: encodings.Font = "vni" if sheet.converted == "vni" else "tcvn3"
        return {where: Old(font, before) for where, before in sheet.originals.items()}
    doubtful = [
        (row, column, cell)
        for row, line in sheet.rows.items()
        for column, cell in line.items()
        if cell.kind == TEXT and not cell.text.isascii() and not _MODERN.search(cell.text)
    ]
    found: Changed = {}
    for row, column, cell in doubtful:
        font_ = cell.font or encodings.looks_legacy(cell.text)
        if font_:
            found[row, column] = Old(font_, cell.text)
    _take_the_rest(sheet, [(row, column, cell) for row, column, cell in doubtful if (row, column) not in found], found)
    for (row, column), old in found.items():
        cell = sheet.rows[row][column]
        sheet.rows[row][column] = Cell(encodings.from_font(old.text, old.font), TEXT, cell.computed)
    for row, line in sheet.rows.items():  # plain letters in a font that draws capitals
        for column, cell in line.items():
            if cell.font == "tcvn3-capitals" and cell.kind == TEXT and (row, column) not in found:
                line[column] = Cell(cell.text.upper(), TEXT, cell.computed)
    return found


def _take_the_rest(sheet: Sheet, doubtful: list[tuple[int, int, Cell]], found: Changed) -> None:
    """Cells that might be either ("GiÊy khen"): old beside old ones, unless the column holds Unicode in such rows."""
    if not found or not doubtful:
        return
    main = Counter(old.font for old in found.values()).most_common(1)[0][0]
    old_rows = {row for row, _ in found}
    if len(found) >= len(doubtful) and not _modern_columns(sheet, sheet.rows):
        old_rows |= sheet.rows.keys()  # the rest of an old-font list is old-font too
    modern = _modern_columns(sheet, old_rows)
    for row, column, cell in doubtful:
        if row in old_rows and column not in modern:
            found[row, column] = Old(main, cell.text)


def _modern_columns(sheet: Sheet, rows: Iterable[int]) -> set[int]:
    """The columns where somebody typed Unicode Vietnamese in these rows."""
    return {column for row in rows for column, cell in sheet.rows[row].items() if _MODERN.search(cell.text)}
