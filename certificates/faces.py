"""The faces that the press sets with, and their measures in em; no machine decides a letter's place."""

import json
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

from certificates.errors import Refused

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
PIECE = 8
"""Longest run of letters behind one glyph: MuPDF maps no code to more."""
REMEMBERED = 3_000
"""Measures kept for each face."""


class Face:
    """One font file with its baked table; lengths are in em."""

    def __init__(self, name: str, path: Path, baked: Mapping[str, Any]) -> None:
        self.name, self.path = name, path
        self._upem = float(baked["upem"])
        self._glyphs: Mapping[str, list[int]] = baked["glyphs"]
        self._rows: list[list[Any]] = baked["kern"]
        self._memo: dict[tuple[str, float], tuple[float, ...]] = {}
        self._inks: dict[tuple[str, float], tuple[float, float, float, float]] = {}
        self._fonts: dict[float, ImageFont.FreeTypeFont] = {}

    @cached_property
    def _kern(self) -> dict[str, dict[str, int]]:
        rows: dict[str, dict[str, int]] = {}
        for firsts, cells in self._rows:
            row = {second: value for seconds, value in cells for second in seconds}
            rows.update(dict.fromkeys(firsts, row))
        return rows

    def missing(self, text: str) -> str:
        """Return the letters of `text` that this face lacks, each once, in order of appearance."""
        return "".join(dict.fromkeys(c for c in text if c not in self._glyphs))

    def places(self, piece: str, tracking: float = 0.0) -> tuple[float, ...]:
        """Return where each letter starts, in em, and last where the piece ends (kerning and tracking in)."""
        found = self._memo.get((piece, tracking))
        if found is None:
            if len(self._memo) > REMEMBERED:
                self._memo.clear()
            found = self._memo[piece, tracking] = self._place(piece, tracking)
        return found

    def _place(self, piece: str, tracking: float) -> tuple[float, ...]:
        at, places = 0.0, [0.0]
        for here, after in zip(piece, piece[1:] + "\0", strict=True):
            advance = self._glyphs.get(here, self._glyphs["?"])[0] + self._kern.get(here, {}).get(after, 0)
            at += advance / self._upem + tracking
            places.append(at)
        return tuple(places)

    def width(self, line: str, tracking: float = 0.0) -> float:
        """Return the advance of a line in em, as the press will set it, without the tracking after its last letter."""
        total = sum(self.places(piece, tracking)[-1] for piece in pieces(line))
        return total - tracking

    def ink(self, line: str, tracking: float = 0.0) -> tuple[float, float, float, float]:
        """Return left, bottom, right, top of the line's ink in em from its start on the baseline."""
        found = self._inks.get((line, tracking))
        if found is None:
            if len(self._inks) > REMEMBERED:
                self._inks.clear()
            found = self._inks[line, tracking] = self._ink(line, tracking)
        return found

    def _ink(self, line: str, tracking: float) -> tuple[float, float, float, float]:
        at, left, low, right, high = 0.0, [], [], [], []
        for piece in pieces(line):
            places = self.places(piece, tracking)
            for letter, place in zip(piece, places, strict=False):
                _, x0, y0, x1, y1 = self._glyphs.get(letter) or self._glyphs["?"]
                if x1 > x0:
                    start = (at + place) * self._upem
                    left.append(start + x0)
                    low.append(y0)
                    right.append(start + x1)
                    high.append(y1)
            at += places[-1]
        if not left:
            return 0.0, 0.0, 0.0, 0.0
        return min(left) / self._upem, min(low) / self._upem, max(right) / self._upem, max(high) / self._upem

    @cached_property
    def cap_height(self) -> float:
        """Height of a capital H in em."""
        return self._glyphs["H"][4] / self._upem

    def font(self, pixels: float) -> ImageFont.FreeTypeFont:
        """Return the Pillow font at a size in pixels, always with the basic engine."""
        found = self._fonts.get(pixels)
        if found is None:
            found = self._fonts[pixels] = ImageFont.truetype(self.path, pixels, layout_engine=ImageFont.Layout.BASIC)
        return found


@lru_cache(maxsize=3000)
def pieces(line: str) -> tuple[str, ...]:
    """Cut a line into the runs that become glyphs: words of at most eight letters, and single spaces.

    Words with figures (codes, serial numbers) are cut letter by letter: they differ on every paper, their letters do not.
    """
    cut: list[str] = []
    for number, word in enumerate(line.split(" ")):
        if number:
            cut.append(" ")
        if any("0" <= sign <= "9" for sign in word):
            cut += word
            continue
        while len(word) > PIECE:
            at = max((word.rfind(sign, 1, PIECE) + 1 for sign in "-/.–,"), default=0) or PIECE
            cut.append(word[:at])
            word = word[at:]
        if word:
            cut.append(word)
    return tuple(cut)


@lru_cache(maxsize=64)
def face(name: str, folder: Path | None = None) -> Face:
    """Return a face by name: bundled, or the office's own in `folder`; raises Refused when there is none."""
    for place in (FONTS, folder):
        if place and name.replace("-", "").isalnum() and (place / f"{name}.json").is_file():
            baked = json.loads((place / f"{name}.json").read_text(encoding="utf-8"))
            return Face(name, next(p for p in (place / f"{name}.ttf", place / f"{name}.otf") if p.is_file()), baked)
    raise Refused(f"Không có phông chữ «{name}»; hãy chọn một trong: {', '.join(names(folder))}.")


def names(folder: Path | None = None) -> list[str]:
    """Return the names of all faces, bundled ones first."""
    return [p.stem for place in (FONTS, folder) if place and place.is_dir() for p in sorted(place.glob("*.json"))]


def add_face(data: bytes, name: str, folder: Path) -> Face:
    """Check an office's own font, bake its table and keep both in `folder`; raises Refused with a sentence."""
    if not name.replace("-", "").isalnum() or name in names():
        raise Refused("Tên phông chỉ gồm chữ, số, dấu gạch nối và không trùng phông có sẵn; hãy đặt tên khác.")
    from certificates.baking import bake, missing_letters  # reads font tables, needed only here

    baked = bake(data)
    lacking = missing_letters(baked)
    if lacking:
        raise Refused(f"Phông chữ này thiếu {len(lacking)} chữ tiếng Việt ({', '.join(lacking[:12])}…); hãy chọn phông có đủ dấu.")
    folder.mkdir(parents=True, exist_ok=True)
    suffix = ".otf" if data[:4] == b"OTTO" else ".ttf"
    (folder / f"{name}{suffix}").write_bytes(data)
    (folder / f"{name}.json").write_text(json.dumps(baked, ensure_ascii=False), encoding="utf-8")
    face.cache_clear()
    return face(name, folder)
