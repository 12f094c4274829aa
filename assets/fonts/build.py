"""Builds the bundled faces from the families' static TTF files. Run by hand, when a face is added.

    python assets/fonts/build.py FOLDER_WITH_ORIGINAL_TTFS

Needs, besides the project's own libraries, `skia-pathops` (removes overlaps, which make FreeType
rasterise with sixteen times the samples) and `uharfbuzz` (checks our kerning against HarfBuzz).
Each face keeps the letters of Vietnamese and of Latin-1, loses its hints, and gets a table of
advances, ink boxes and kerning beside it (`NAME.json`), which is all the press measures with.
"""

import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.removeOverlaps import removeOverlaps
from fontTools.ttLib.tables.ttProgram import Program

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from certificates.baking import VIETNAMESE, bake

HERE = Path(__file__).parent
FACES = {
    "EBGaramond-Medium": "EBGaramond_500Medium.ttf",
    "EBGaramond-MediumItalic": "EBGaramond_500Medium_Italic.ttf",
    "EBGaramond-SemiBold": "EBGaramond_600SemiBold.ttf",
    "EBGaramond-SemiBoldItalic": "EBGaramond_600SemiBold_Italic.ttf",
    "EBGaramond-Bold": "EBGaramond_700Bold.ttf",
    "EBGaramond-ExtraBold": "EBGaramond_800ExtraBold.ttf",
    "Charm-Bold": "Charm_700Bold.ttf",
    "Tinos-Regular": "Tinos_400Regular.ttf",
    "Tinos-Bold": "Tinos_700Bold.ttf",
    "Tinos-BoldItalic": "Tinos_700Bold_Italic.ttf",
    "Tinos-Italic": "Tinos_400Regular_Italic.ttf",
    "BeVietnamPro-Light": "BeVietnamPro_300Light.ttf",
    "BeVietnamPro-Medium": "BeVietnamPro_500Medium.ttf",
    "BeVietnamPro-SemiBold": "BeVietnamPro_600SemiBold.ttf",
    "Spectral-ExtraBold": "Spectral_800ExtraBold.ttf",
}
EXTRA = "ĕĔŏŎŭŬčČñÑêÊôÔƀɃĭĬ–—‘’‚“”„…•·‹›«»°×÷−½¼¾№′″₫€©®™†‡§¶"
LETTERS = sorted({*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x100)), *VIETNAMESE, *VIETNAMESE.upper(), *EXTRA})


def build(source: Path, name: str) -> None:
    """Write NAME.ttf and NAME.json from one original file."""
    font = TTFont(source)
    _add_superiors(font)
    options = subset.Options()
    options.hinting, options.layout_features = False, ["kern"]
    options.name_IDs, options.notdef_outline, options.glyph_names = ["*"], True, False
    options.drop_tables += ["DSIG", "STAT", "GSUB", "GDEF", "meta", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in LETTERS])
    subsetter.subset(font)
    removeOverlaps(font)
    for glyph in font["glyf"].glyphs.values():
        if hasattr(glyph, "flags") and len(glyph.flags):
            glyph.flags[0] &= ~0x40
        for part in getattr(glyph, "components", []):
            part.flags &= ~0x0400
    _never_hint(font)
    data = _saved(font, keep_kerning=True)
    table = bake(data)
    _check(name, data, table)
    _saved(font, keep_kerning=False, to=HERE / f"{name}.ttf")
    (HERE / f"{name}.json").write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    print(name, (HERE / f"{name}.ttf").stat().st_size, (HERE / f"{name}.json").stat().st_size)  # noqa: T201 - a command's own words


def _add_superiors(font: TTFont) -> None:
    """Give a face that lacks ² and ³ (square and cubic metres) its own figures, made small and raised."""
    cmap = font.getBestCmap()
    glyphs = font.getGlyphSet()
    cap = font["OS/2"].sCapHeight
    for code, figure in ((0xB2, "2"), (0xB3, "3")):
        if code in cmap:
            continue
        source, pen, flat = cmap[ord(figure)], TTGlyphPen(None), DecomposingRecordingPen(glyphs)
        small = 0.6
        glyphs[source].draw(flat)
        flat.replay(TransformPen(pen, (small, 0, 0, small, 0, cap * (1 - small) * 1.03)))
        name = f"superior{figure}"
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (round(font["hmtx"][source][0] * small), 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def _never_hint(font: TTFont) -> None:
    """Give the font an idle program longer than 7 bytes, so that FreeType's auto-hinter leaves it alone."""
    prep = newTable("prep")
    prep.program = Program()
    prep.program.fromAssembly(["PUSHW[ ]", "511", "SCANCTRL[ ]", "PUSHB[ ]", "4", "SCANTYPE[ ]", "PUSHB[ ]", "0", "POP[ ]"])
    font["prep"] = prep


def _saved(font: TTFont, *, keep_kerning: bool, to: Path | None = None) -> bytes:
    import io

    held = None if keep_kerning or "GPOS" not in font else font["GPOS"]
    if held is not None:
        del font["GPOS"]
    buffer = io.BytesIO()
    font.save(buffer)
    if to:
        to.write_bytes(buffer.getvalue())
    return buffer.getvalue()


def _check(name: str, data: bytes, table: dict) -> None:
    """Compare our kerning with HarfBuzz's for every pair of letters; a face that differs is not built."""
    import uharfbuzz as hb

    face = hb.Font(hb.Face(data))
    kern = {(a, b): v for firsts, row in table["kern"] for seconds, v in row for a in firsts for b in seconds}
    letters = [c for c in table["glyphs"] if c.isalnum() or c in ".,-–“”"]
    wrong = 0
    for a in letters:
        for b in letters:
            buffer = hb.Buffer()
            buffer.add_str(a + b)
            buffer.guess_segment_properties()
            hb.shape(face, buffer, {"liga": False, "calt": False, "clig": False})
            ours = table["glyphs"][a][0] + table["glyphs"][b][0] + kern.get((a, b), 0)
            wrong += sum(p.x_advance for p in buffer.glyph_positions) != ours
    print(f"  {name}: {len(letters) ** 2} pairs, {wrong} differ from HarfBuzz")  # noqa: T201 - a command's own words
    if wrong:
        raise SystemExit(f"{name}: kerning differs from HarfBuzz")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    only = sys.argv[2:]
    for face_name, file_name in FACES.items():
        if not only or face_name in only:
            build(next(folder.rglob(file_name)), face_name)
