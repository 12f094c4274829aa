"""Bakes what the press needs to know of a font: advances, ink boxes, kerning, letters it has.

Pillow places letters with whichever engine the machine happens to have, so the press places
them itself, from this table. It is baked once: for the bundled faces by `assets/fonts/build.py`,
for an office's own font when it is uploaded.
"""

import io
from collections.abc import Iterator
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont, TTLibError

from certificates.errors import Refused

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
LETTERS = frozenset(VIETNAMESE + VIETNAMESE.upper() + "0123456789.,:;-–/()“”\"' ")

Baked = dict[str, Any]


def open_font(data: bytes) -> TTFont:
    """Open a single TrueType or OpenType font; raises Refused with a sentence for anything else."""
    try:
        font = TTFont(io.BytesIO(data), lazy=False, fontNumber=0)
        font.getBestCmap()
    except (TTLibError, AssertionError, KeyError, ValueError, EOFError, AttributeError, TypeError, IndexError) as wrong:
        raise Refused("Tệp này không phải là phông chữ TrueType hoặc OpenType đọc được; hãy chọn tệp .ttf hoặc .otf khác.") from wrong
    return font


def bake(data: bytes) -> Baked:
    """Return the table of one font: `upem`, `glyphs` {letter: [advance, x0, y0, x1, y1]}, `kern` rows.

    Units are those of the font (`upem` to the em). Raises Refused when the font cannot be read.
    """
    font = open_font(data)
    try:
        return _bake(font)
    except (TTLibError, AssertionError, KeyError, ValueError, EOFError, AttributeError, TypeError, IndexError) as wrong:
        raise Refused("Phông chữ này bị hỏng ở bên trong; hãy tải lại bản gốc của phông.") from wrong


def _bake(font: TTFont) -> Baked:
    cmap: dict[int, str] = font.getBestCmap() or {}
    glyphs = font.getGlyphSet()
    table: dict[str, list[int]] = {}
    for code, name in sorted(cmap.items()):
        pen = BoundsPen(glyphs)
        glyphs[name].draw(pen)
        x0, y0, x1, y1 = pen.bounds or (0, 0, 0, 0)
        table[chr(code)] = [round(glyphs[name].width), int(x0 // 1), int(y0 // 1), int(-(-x1 // 1)), int(-(-y1 // 1))]
    rows = _kern_rows(font, {chr(code): name for code, name in cmap.items()})
    return {"upem": int(font["head"].unitsPerEm), "glyphs": table, "kern": rows}


def missing_letters(baked: Baked) -> str:
    """Return the letters and signs of Vietnamese paper that the font lacks: letters with marks first, for whoever reads them."""
    return "".join(sorted(LETTERS - baked["glyphs"].keys(), key=lambda letter: (letter.isascii() or not letter.isalpha(), letter)))


def _kern_rows(font: TTFont, letters: dict[str, str]) -> list[list[Any]]:
    """Return kerning as rows [first letters, [[second letters, units], ...]], equal rows put together."""
    subtables = list(_pair_subtables(font))
    by_row: dict[tuple[tuple[str, int], ...], list[str]] = {}
    for first, first_glyph in letters.items():
        values: dict[int, list[str]] = {}
        for second, second_glyph in letters.items():
            value = _pair(subtables, first_glyph, second_glyph)
            if value:
                values.setdefault(value, []).append(second)
        if values:
            row = tuple((("".join(seconds)), value) for value, seconds in sorted(values.items()))
            by_row.setdefault(row, []).append(first)
    return [["".join(firsts), [list(cell) for cell in row]] for row, firsts in by_row.items()]


def _pair_subtables(font: TTFont) -> Iterator[list[Any]]:
    """Yield, lookup by lookup, the pair-adjustment subtables that the `kern` feature names."""
    if "GPOS" not in font or font["GPOS"].table.FeatureList is None:
        return
    gpos = font["GPOS"].table
    wanted = sorted({
        index
        for record in gpos.FeatureList.FeatureRecord if record.FeatureTag == "kern"
        for index in record.Feature.LookupListIndex
    })
    for index in wanted:
        lookup = gpos.LookupList.Lookup[index]
        tables = [t.ExtSubTable if lookup.LookupType == 9 else t for t in lookup.SubTable]
        pairs = [_Pairs(t) for t in tables if t.LookupType == 2]
        if pairs:
            yield pairs


class _Pairs:
    """One PairPos subtable, asked for the horizontal advance that a pair takes or gives."""

    def __init__(self, table: Any) -> None:
        self.covered = frozenset(table.Coverage.glyphs)
        self.format = table.Format
        if table.Format == 1:
            self.sets = {
                first: {r.SecondGlyph: r.Value1.XAdvance if r.Value1 and hasattr(r.Value1, "XAdvance") else 0 for r in pairs.PairValueRecord}
                for first, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True)
            }
        else:
            self.first, self.second = table.ClassDef1.classDefs, table.ClassDef2.classDefs
            self.values = [
                [c.Value1.XAdvance if c.Value1 and hasattr(c.Value1, "XAdvance") else 0 for c in record.Class2Record]
                for record in table.Class1Record
            ]

    def value(self, first: str, second: str) -> int | None:
        """Return the adjustment, or None when this subtable does not speak of the pair."""
        if first not in self.covered:
            return None
        if self.format == 1:
            return self.sets[first].get(second)
        return int(self.values[self.first.get(first, 0)][self.second.get(second, 0)])


def _pair(lookups: list[list[Any]], first: str, second: str) -> int:
    """Add up what each lookup says; inside one lookup the first subtable that covers the pair wins."""
    total = 0
    for subtables in lookups:
        for subtable in subtables:
            value = subtable.value(first, second)
            if value is not None:
                total += value
                break
    return total
