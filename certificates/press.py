"""Prints a batch: one PDF, the art once, each word once, page after page; the file appears whole or not at all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from certificates import masks, qr
from certificates.art.store import background
from certificates.calibration import Calibration
from certificates.errors import Blocked, Refused
from certificates.facts import Facts
from certificates.findings import Finding
from certificates.fitting import Line, Setting
from certificates.layout import Layout
from certificates.pdf import Writer, number, text
from certificates.preflight import Checker
from certificates.safe_file import safely
from certificates.stamps import stamp_mask
from certificates.type3 import Cut

K = 72 / 25.4
"""Points in a millimetre."""
PAGES_A_NODE = 100
KEYLINE, GAP = 0.62, 0.36
"""Outer edges, in mm from the letter, of a title's coloured line and of the paper between."""
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What was printed: pages, bytes of the file, distinct words drawn, its fingerprint, and warnings to read."""

    out: Path
    pages: int
    size: int
    words: int
    sha256: str
    warnings: tuple[Finding, ...]


def render(
    layout: Layout, facts: Iterable[Facts], out: Path, *, dpi: int = 600, overprint: bool = False,
    calibration: Calibration | None = None, progress: Progress | None = None, cache: Path | None = None,
) -> Report:
    """Print a batch into one PDF at `out`.

    `dpi` is that of the letters; `overprint` prints words only, for pre-printed blanks; `calibration` corrects the
    printer. Raises Blocked when any row has a blocking finding, Refused for an empty batch or an unwritable place;
    `out` is then left as it was.
    """
    if dpi not in (150, 300, 600, 1200):
        raise Refused("Độ phân giải chỉ chọn 150, 300, 600 hoặc 1200 dpi; hãy chọn lại.")
    out = Path(out)
    total = len(facts) if isinstance(facts, list | tuple) else None
    with safely(out) as file:
        job = _Job(layout, Writer(file), dpi, overprint, calibration, cache)
        pages, findings = job.run(facts, total, progress)
        digest = job.finish()
    return Report(out, pages, out.stat().st_size, job.words, digest, tuple(findings))


class _Job:
    """One PDF in the making."""

    def __init__(self, layout: Layout, pdf: Writer, dpi: int, overprint: bool, calibration: Calibration | None, cache: Path | None) -> None:
        self.layout, self.pdf, self.dpi, self.overprint = layout, pdf, dpi, overprint
        self.checker = Checker(layout, on_blank=overprint)
        self._cuts: dict[tuple[str, float, float], Cut] = {}
        self._pages: list[int] = []
        self._fonts, self._tree = pdf.new(), pdf.new()
        self._nodes: list[int] = []
        self._keylines: dict[tuple[str, float, float, str, float], tuple[str, int, float, float, float, float]] = {}
        self._stamps: dict[str, tuple[int, float, float, float, float]] = {}
        self._shift = f"{' '.join(number(v) for v in calibration.matrix(layout.page.height))} cm " if calibration else ""
        self._art = 0 if overprint else self._embed_art(cache)
        self._title = ""
        b, wide, high = layout.page.bleed * K, number(layout.page.width * K), number(layout.page.height * K)
        self._media = f"[{number(-b)} {number(-b)} {number(layout.page.width * K + b)} {number(layout.page.height * K + b)}]"
        self._trim = f"/TrimBox[0 0 {wide} {high}]/BleedBox{self._media}" if b else ""

    @property
    def words(self) -> int:
        """Distinct words drawn so far."""
        return sum(cut.word_count for cut in self._cuts.values())

    def run(self, facts: Iterable[Facts], total: int | None, progress: Progress | None) -> tuple[int, list[Finding]]:
        """Print every row; once a row blocks, the rest is only checked."""
        findings: list[Finding] = []
        row, blocked = 0, False
        for row, one in enumerate(facts, 1):
            setting, found = self.checker.check(row, one)
            findings += found
            blocked = blocked or any(f.blocking for f in found)
            if not blocked:
                self._page(one, setting)
            if progress and (row % 25 == 0 or row == total):
                progress(row, total)
        if blocked:
            raise Blocked(findings)
        if not row:
            raise Refused("Chưa có dòng nào để in; hãy chọn ít nhất một người hoặc tập thể.")
        return row, findings

    def _embed_art(self, cache: Path | None) -> int:
        art = background(self.layout, 300, cache)
        entries = f"/Type/XObject/Subtype/Image/Width {art.width}/Height {art.height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
        return self.pdf.stream(art.path.read_bytes(), entries)

    def _page(self, facts: Facts, setting: Setting) -> None:
        page = self.layout.page
        self._title = self._title or facts.form
        pictures: dict[str, int] = {}
        content: list[bytes] = []
        if self._shift:
            content.append(f"q {self._shift}".encode())
        if self._art:
            pictures["A"] = self._art
            b = page.bleed
            content.append(f"q {number((page.width + 2 * b) * K)} 0 0 {number((page.height + 2 * b) * K)} {number(-b * K)} {number(-b * K)} cm/A Do Q".encode())
        if facts.stamp:
            content.append(self._stamp(facts.stamp, pictures))
        lines = [line for line in setting.lines if not self.overprint or line.field.on_blank]
        content += [self._keyline(line, pictures) for line in lines if line.field.keyline and not self.overprint]
        if not self.overprint:
            content += [
                f"{self._paint(r.colour)} {number(r.x * K)} {number((page.height - r.y - r.thickness) * K)} {number(r.width * K)} {number(r.thickness * K)} re f".encode()
                for r in setting.rules
            ]
        content.append(self._text(lines))
        if facts.verify_url and self.layout.code and (self.layout.code.on_blank or not self.overprint):
            content.append(self._code(facts.verify_url, pictures))
        if self._shift:
            content.append(b"Q")
        body = self.pdf.stream(b"\n".join(content), flate=True)
        named = "".join(f"/{name} {id_} 0 R" for name, id_ in pictures.items())
        if len(self._pages) % PAGES_A_NODE == 0:
            self._nodes.append(self.pdf.new())
        self._pages.append(self.pdf.add(
            f"<</Type/Page/Parent {self._nodes[-1]} 0 R/Contents {body} 0 R/Resources<</Font {self._fonts} 0 R/XObject<<{named}>>>>{self._trim}>>"
        ))

    def _paint(self, colour: str) -> str:
        return " ".join(number(v / 255) for v in self.layout.colour(colour)) + " rg"

    def _text(self, lines: list[Line]) -> bytes:
        out, painted = [b"BT"], ""
        height = self.layout.page.height
        for line in lines:
            paint = self._paint(line.field.colour)
            if paint != painted:
                out.append(paint.encode())
                painted = paint
            out.append(b"1 0 0 1 %s %s Tm" % (number(line.x * K).encode(), number((height - line.baseline) * K).encode()))
            out.append(self._cut(line).show(line.text))
        return b" ".join([*out, b"ET"])

    def _cut(self, line: Line) -> Cut:
        key = line.field.face, line.size, line.field.tracking
        cut = self._cuts.get(key)
        if cut is None:
            cut = self._cuts[key] = Cut(self.checker.compositor.face_of(line.field), line.size, line.field.tracking, self.dpi, len(self._cuts))
        return cut

    def _stencil(self, data: bytes, width: int, height: int) -> int:
        return self.pdf.stream(
            data, f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ImageMask true/BitsPerComponent 1/Decode[1 0]"
            f"/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns {width}/Rows {height}/BlackIs1 true>>",
        )

    def _keyline(self, line: Line, pictures: dict[str, int]) -> bytes:
        """Draw a title's coloured edge and the paper between it and the letters."""
        return b" ".join(
            self._edge(line, colour, edge, pictures) for colour, edge in ((line.field.keyline, KEYLINE), ("#FFFFFF", GAP))
        )

    def _edge(self, line: Line, colour: str, edge: float, pictures: dict[str, int]) -> bytes:
        key = line.field.face, line.size, line.field.tracking, line.text, edge
        made = self._keylines.get(key)
        if made is None:
            image, left, top = masks.line(self.checker.compositor.face_of(line.field), line.text, line.size, self.dpi, line.field.tracking, edge)
            ((wide, high, data),) = masks.pack([image])
            px = 25.4 / self.dpi
            made = self._keylines[key] = (f"K{len(self._keylines)}", self._stencil(data, wide, high), left * px, top * px, wide * px, high * px)
        name, id_, left_mm, top_mm, wide_mm, high_mm = made
        pictures[name] = id_
        x, y = line.x + left_mm, self.layout.page.height - line.baseline - top_mm - high_mm
        return f"q {self._paint(colour)} {number(wide_mm * K)} 0 0 {number(high_mm * K)} {number(x * K)} {number(y * K)} cm/{name} Do Q".encode()

    def _stamp(self, word: str, pictures: dict[str, int]) -> bytes:
        if word not in self._stamps:
            image = stamp_mask(self.layout, word, 300)
            ((wide, high, data),) = masks.pack([image])
            self._stamps[word] = (self._stencil(data, wide, high), wide * 25.4 / 300, high * 25.4 / 300, image.width * 25.4 / 300, image.height * 25.4 / 300)
        id_, wide_mm, high_mm, ink_wide, ink_high = self._stamps[word]
        pictures["S"] = id_
        page = self.layout.page
        x, y = (page.width - ink_wide) / 2, (page.height + ink_high) / 2 - high_mm
        return f"q {self._paint(STAMP)} {number(wide_mm * K)} 0 0 {number(high_mm * K)} {number(x * K)} {number(y * K)} cm/S Do Q".encode()

    def _code(self, url: str, pictures: dict[str, int]) -> bytes:
        code, symbol = self.layout.code, qr.modules(url)
        assert code is not None
        module = qr.module_mm(symbol.width, code.size)
        side = module * symbol.width
        pictures["Q"] = self.pdf.stream(
            symbol.tobytes(), f"/Type/XObject/Subtype/Image/Width {symbol.width}/Height {symbol.height}/ImageMask true/BitsPerComponent 1/Decode[1 0]"
        )
        x, y = code.x + (code.size - side) / 2, self.layout.page.height - code.y - (code.size + side) / 2
        return f"q {self._paint(code.colour)} {number(side * K)} 0 0 {number(side * K)} {number(x * K)} {number(y * K)} cm/Q Do Q".encode()

    def finish(self) -> str:
        """Write fonts, page tree and catalogue; returns the fingerprint of the content."""
        pdf = self.pdf
        fonts = [font for cut in self._cuts.values() for font in cut.write(pdf)]
        pdf.fill(self._fonts, f"<<{''.join(f'/{name} {id_} 0 R' for name, id_ in fonts)}>>")
        for n, node in enumerate(self._nodes):
            kids = self._pages[n * PAGES_A_NODE : (n + 1) * PAGES_A_NODE]
            pdf.fill(node, f"<</Type/Pages/Parent {self._tree} 0 R/Count {len(kids)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>")
        nodes = " ".join(f"{n} 0 R" for n in self._nodes)
        pdf.fill(self._tree, f"<</Type/Pages/Count {len(self._pages)}/MediaBox{self._media}/Kids[{nodes}]>>")
        root = pdf.add(f"<</Type/Catalog/Pages {self._tree} 0 R/Lang(vi-VN)/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>")
        info = pdf.add(f"<</Title {text(self._title)}/Producer {text('Gương Sáng')}>>")
        return pdf.finish(root, info)


STAMP = "#F1C9C4"
