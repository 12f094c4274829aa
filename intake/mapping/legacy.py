"""Text typed in old Vietnamese fonts, turned into Unicode before anything else looks at it."""

from __future__ import annotations

import re

from intake.tables.grid import TEXT, Cell, Sheet
from vietnamese import encodings

# Letters that only Unicode text has: whoever typed one of them did not use an old font.
_MODERN = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]"
)
LABELS = {"tcvn3": "TCVN3 (ABC)", "tcvn3-capitals": "TCVN3 (ABC)", "vni": "VNI"}
Changed = dict[tuple[int, int], str]


def modernise(sheet: Sheet) -> Changed:
    """Convert the sheet's old-font cells in place; tells which cells changed, and from what."""
    if sheet.converted:
        whole = sheet.converted
        return {
            (row, column): whole
            for row, line in sheet.rows.items()
            for column, cell in line.items()
            if not cell.text.isascii()
        }
    doubtful = [
        (row, column, cell)
        for row, line in sheet.rows.items()
        for column, cell in line.items()
        if cell.kind == TEXT and not cell.text.isascii() and not _MODERN.search(cell.text)
    ]
    found: Changed = {}
    for row, column, cell in doubtful:
        kind = cell.font or encodings.looks_legacy(cell.text)
        if kind:
            found[row, column] = kind
    kinds = list(found.values())
    main = max(set(kinds), key=kinds.count) if kinds else None
    if (
        main and len(found) * 2 >= len(doubtful) and not _some_modern(sheet)
    ):  # the rest of an old-font list is old-font too
        found.update({(row, column): main for row, column, _ in doubtful if (row, column) not in found})
    for (row, column), kind in found.items():
        cell = sheet.rows[row][column]
        sheet.rows[row][column] = Cell(convert(cell.text, kind), TEXT, cell.computed)
    for row, line in sheet.rows.items():  # plain letters in a font that draws capitals
        for column, cell in line.items():
            if cell.font == "tcvn3-capitals" and cell.kind == TEXT and (row, column) not in found:
                line[column] = Cell(cell.text.upper(), TEXT, cell.computed)
    return found


def _some_modern(sheet: Sheet) -> bool:
    """Whether anybody typed Unicode Vietnamese in this sheet."""
    return any(_MODERN.search(cell.text) for line in sheet.rows.values() for cell in line.values())


def convert(text: str, kind: str) -> str:
    """Old-font text as Unicode. A no-break space may stand for a letter there, so nothing is cleaned before."""
    if kind == "vni":
        return encodings.from_vni(text)
    modern = encodings.from_tcvn3(text)
    return modern.upper() if kind == "tcvn3-capitals" else modern
