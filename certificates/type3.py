"""Fonts whose glyphs are whole words: each distinct word of a batch is drawn once and then only named."""

from dataclasses import dataclass, field

from PIL import Image

from certificates import masks
from certificates.faces import Face, pieces
from certificates.pdf import Writer, number

SPACE = 32
CODES = [c for c in range(2, 256) if c not in (10, 13, SPACE, 40, 41, 92)]
"""Codes for words: those that need no escaping in a PDF string."""
EDGE = 1
"""A space of no width at both ends of a line: pdfium (Chrome, Edge) tells lines apart by the width of their outermost
letters, and whole words are so wide that it would mix up neighbouring lines when copying."""
TOGETHER = 1_200_000
"""Pixels of masks held at once while a font is written; Pillow keeps one byte for each."""
RULER = 10
"""A code never shown, named `m` and 0.6 em wide: poppler takes the size of a Type-3 font from the width of its m."""


@dataclass(slots=True)
class _Slot:
    """One Type-3 font in the making."""

    name: str
    words: list[str] = field(default_factory=list)


class Cut:
    """One face at one size and letter-spacing, with all words that the batch needs of it."""

    def __init__(self, face: Face, points: float, tracking: float, dpi: int, number_: int) -> None:
        self.face, self.points, self.tracking, self.dpi = face, points, tracking, dpi
        self._number = number_
        self._codes: dict[str, tuple[str, bytes]] = {}
        self._slots: list[_Slot] = []
        self._lines: dict[str, bytes] = {}

    def show(self, line: str) -> bytes:
        """Return the operators that show a line at the present point: font changes and strings."""
        made = self._lines.get(line)
        if made is None:
            made = self._show(line)
            if len(self._lines) < 500:
                self._lines[line] = made
        return made

    def _show(self, line: str) -> bytes:
        out: list[bytes] = []
        current, run, edge = "", b"", bytes([EDGE])
        size = number(self.points).encode()
        for piece in pieces(line):
            name, code = (current, b" ") if piece == " " and current else self._code(piece)
            if name != current and run:
                out.append(b"(" + run + b")Tj")
                run = b""
            if not current:
                run = edge
            if name != current:
                out.append(b"/" + name.encode() + b" " + size + b" Tf")
                current = name
            run += code
        out.append(b"(" + run + edge + b")Tj")
        return b" ".join(out)

    def _code(self, piece: str) -> tuple[str, bytes]:
        found = self._codes.get(piece)
        if found is None:
            if not self._slots or len(self._slots[-1].words) == len(CODES):
                self._slots.append(_Slot(f"F{self._number}_{len(self._slots)}"))
            slot = self._slots[-1]
            if piece == " ":
                return slot.name, b" "
            found = self._codes[piece] = slot.name, bytes([CODES[len(slot.words)]])
            slot.words.append(piece)
        return found

    @property
    def word_count(self) -> int:
        """How many distinct words were drawn."""
        return len(self._codes)

    def write(self, pdf: Writer) -> list[tuple[str, int]]:
        """Write the fonts; returns their resource names and object numbers."""
        written = [(slot.name, self._write_slot(pdf, slot)) for slot in self._slots]
        masks.forget()
        return written

    def _write_slot(self, pdf: Writer, slot: _Slot) -> int:
        em = self.points * self.dpi / 72
        widths = [self.face.places(w, self.tracking)[-1] * em for w in slot.words]
        space = self.face.places(" ", self.tracking)[-1] * em
        ids = self._write_words(pdf, slot.words, widths)
        blank = pdf.stream(f"{number(space)} 0 0 0 0 0 d1".encode())
        nothing = pdf.stream(b"0 0 0 0 0 0 d1")
        coded = dict(zip(CODES, ids, strict=False)) | {SPACE: blank, RULER: blank, EDGE: nothing}
        advance = dict(zip(CODES, widths, strict=False)) | {SPACE: space, RULER: 0.6 * em}
        last = max(coded)
        names = {code: "m" if code == RULER else f"g{code}" for code in sorted(coded)}
        unicode_ = pdf.stream(_to_unicode(dict(zip(CODES, slot.words, strict=False)) | {SPACE: " ", EDGE: " "}), flate=True)
        scale = number(1) if em == 0 else f"{1 / em:.8f}"
        return pdf.add(
            f"<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[{scale} 0 0 {scale} 0 0]/FirstChar 1/LastChar {last}"
            f"/Widths[{' '.join(number(advance.get(c, 0)) for c in range(1, last + 1))}]"
            f"/Encoding<</Type/Encoding/Differences[{' '.join(f'{c}/{n}' for c, n in names.items())}]>>"
            f"/CharProcs<<{''.join(f'/{n} {coded[c]} 0 R' for c, n in names.items())}>>/Resources<<>>/ToUnicode {unicode_} 0 R>>"
        )

    def _write_words(self, pdf: Writer, words: list[str], widths: list[float]) -> list[int]:
        """Draw and write words, those of like width together and few at a time, so that memory stays small."""
        ids = [0] * len(words)
        order = sorted(range(len(words)), key=lambda i: widths[i])
        tall = 1.3 * self.points * self.dpi / 72
        start = 0
        while start < len(order):
            few = max(2, min(32, int(TOGETHER / (tall * max(widths[order[min(start + 15, len(order) - 1)]], 1)))))
            some = order[start : start + few]
            start += few
            drawn = [masks.word(self.face, words[i], self.points, self.dpi, self.tracking) for i in some]
            for i, (image, left, top), cell in zip(some, drawn, masks.pack([d[0] for d in drawn]), strict=True):
                ids[i] = pdf.stream(_glyph(widths[i], image, left, top, cell))
        return ids


def _glyph(width: float, image: Image.Image, left: int, top: int, cell: tuple[int, int, bytes]) -> bytes:
    """Return one glyph: its advance, its ink box, its mask as an inline image; unit = one pixel of the press."""
    wide, high, data = cell
    box = f"{left} {-top - image.height} {left + image.width} {-top}"
    head = f"{number(width)} 0 {box} d1 {wide} 0 0 {high} {left} {-top - high} cm BI/W {wide}/H {high}/IM true/BPC 1/D[1 0]"
    extra = "/F"
    if any(sign in data for sign in (b"EI ", b"EI\n", b"EI\r", b"EI\t", b"EI\0")) or data.endswith(b"E"):
        extra, data = "/F[/AHx/CCF]/DP[null", data.hex().encode() + b">"
        return f"{head}{extra} <</K -1/Columns {wide}/Rows {high}/BlackIs1 true>>] ID ".encode() + data + b"\nEI"
    return f"{head}{extra}/CCF/DP<</K -1/Columns {wide}/Rows {high}/BlackIs1 true>> ID ".encode() + data + b"\nEI"


def _to_unicode(words: dict[int, str]) -> bytes:
    """Return the CMap that tells readers which letters each code stands for."""
    rows = [f"<{code:02X}> <{word.encode('utf-16-be').hex().upper()}>" for code, word in sorted(words.items())]
    parts = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Words def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
