"""The good-news sheet: an A3 notice and a square card in the family of the certificates, with a photo when there is one."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw

from certificates import masks
from certificates.art import motifs
from certificates.art.canvas import Sheet
from certificates.art.palette import Palette
from certificates.art.quiet import fine_lines
from certificates.art.sunband import sun_band
from certificates.art.wave import wave
from certificates.errors import Refused
from certificates.faces import Face, face
from certificates.masks import MM
from certificates.pictures import open_picture
from certificates.wrapping import wrap

Shape = Literal["a3", "square"]
Align = Literal["centre", "left"]
BORDERS: Mapping[str, Callable[[Sheet, Palette, float, float], None]] = {"wave": wave, "suns": sun_band, "lines": fine_lines}
FINE = 3
SHORT = 80
"""A story under so many letters is set larger, its photo too."""
BRIEF = 130
"""A story under so many letters, without a photo, leaves room for a larger lotus."""
COLOURS = {
    "ink": "#1C1712", "red": "#A8141F", "deep": "#7C0A14", "gold": "#C0912F", "bright": "#E9C568", "bronze": "#8A6420", "olive": "#6F6C2A", "paper": "#FFFDF8",
    "soft": "#5B5148", "leaf": "#4F7A4A",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notice:
    """What a good-news sheet says. No number of any document, no money."""

    head: str
    """«Gương người tốt, việc tốt»."""
    name: str
    where: str
    story: str
    award: str
    """«Được tặng Giấy khen theo Quyết định số …»."""
    issuer: str
    subject: str = ""
    salutation: str = ""


def draw_notice(notice: Notice, shape: Shape = "a3", *, photo: Path | bytes | None = None, border: str = "wave", dpi: int = 150) -> Image.Image:
    """Return the sheet as a picture: A3 upright at `dpi`, or a square of 1,080 pixels.

    Raises Refused for a broken photo, an unknown border, or a text that does not fit even in small letters.
    """
    if border not in BORDERS:
        raise Refused(f"Không có đường viền «{border}»; hãy chọn một trong: {', '.join(BORDERS)}.")
    if shape == "square":
        return _Square(notice, border, photo).draw()
    return _Tall(notice, border, photo, dpi).draw()


def notice_file(image: Image.Image, kind: Literal["PNG", "PDF"], shape: Shape = "a3", dpi: int = 150) -> bytes:
    """The picture as PNG, or as a PDF page of its true size."""
    out = io.BytesIO()
    if kind == "PNG":
        image.save(out, "PNG", dpi=(dpi, dpi))
    else:
        width = 297.0 if shape == "a3" else 200.0
        image.save(out, "PDF", resolution=image.width / width * MM, quality=93, title="Gương người tốt, việc tốt", producer="Gương Sáng")
    return out.getvalue()


class _Board:
    """A sheet in mm with words set by our own measures, from top to bottom."""

    width, height, inset, depth = 297.0, 420.0, 10.0, 12.0

    def __init__(self, notice: Notice, border: str, photo: Path | bytes | None, dpi: float) -> None:
        self.notice, self.dpi = notice, dpi
        self.colours = Palette(COLOURS)
        self.sheet = Sheet(self.width, self.height, dpi, self.colours["paper"])
        self.photo = open_picture(photo).convert("RGB") if photo is not None else None
        BORDERS[border](self.sheet, self.colours, self.inset, self.depth)

    def text(self, words: str, name: str, largest: float, least: float, colour: str, box: tuple[float, float, float, float], lines: int, leading: float = 1.25, align: Align = "centre") -> float:
        """Set words in a box (x, top, width, height in mm), as large as fits; the lower edge of the ink."""
        if not words:
            return box[1]
        letters = face(name)
        size, broken = self._fit(words, letters, largest, least, box, lines, leading)
        k, top = size / 72 * MM, box[1]
        baseline = top + letters.cap_height * k
        for number, line in enumerate(broken):
            wide = letters.width(line) * k
            x = box[0] + (box[2] - wide) / 2 if align == "centre" else box[0]
            self._put(line, letters, size, colour, x, baseline + number * k * leading)
        return baseline + (len(broken) - 1) * k * leading + 0.24 * k

    def name(self, box: tuple[float, float, float, float], script: float, capitals: float, least: float, align: Align = "centre") -> float:
        """Set who is praised: a person in the script face, a collective in capitals as on its certificate, on one line where it fits."""
        said = self.notice
        if said.salutation:
            return self.text(said.name, "Charm-Bold", script, least, "deep", box, 2, 1.15, align)
        words = said.name.upper()
        try:
            return self.text(words, "EBGaramond-Bold", capitals, capitals * 0.62, "deep", box, 1, 1.15, align)
        except Refused:
            return self.text(words, "EBGaramond-Bold", capitals, least * 0.7, "deep", box, 3, 1.2, align)

    def _fit(self, words: str, letters: Face, largest: float, least: float, box: tuple[float, float, float, float], lines: int, leading: float) -> tuple[float, list[str]]:
        size = largest
        while size >= least:
            k = size / 72 * MM
            room = min(lines, max(1, int((box[3] - letters.cap_height * k) / (k * leading)) + 1))
            found = wrap(words, box[2] / k, room, letters.width, person=False)
            if found:
                return size, found
            size -= max(0.5, size * 0.03)
        raise Refused(f"Nội dung «{words[:40]}…» dài quá, không vừa bản tin; hãy rút gọn.")

    def _put(self, line: str, letters: Face, size: float, colour: str, x: float, baseline: float) -> None:
        mask, left, top = masks.line(letters, line, size, int(self.dpi * FINE))
        k = self.dpi * FINE / MM
        px, py = round(x * k) + left, round(baseline * k) + top
        fine = Image.new("L", ((-(-(px % FINE + mask.width) // FINE)) * FINE, (-(-(py % FINE + mask.height) // FINE)) * FINE))
        fine.paste(255, (px % FINE, py % FINE), mask)
        self.sheet.image.paste(self.colours[colour], (px // FINE, py // FINE), fine.reduce(FINE))

    def rule(self, x: float, y: float, wide: float) -> None:
        """A thin gold line with a small lozenge in its middle."""
        tile = self.sheet.tile(x - wide / 2, y - 2, wide, 4)
        tile.line([(x - wide / 2, y), (x - 3, y)], 0.35)
        tile.line([(x + 3, y), (x + wide / 2, y)], 0.35)
        tile.polygon([(x - 1.6, y), (x, y - 1.6), (x + 1.6, y), (x, y + 1.6)])
        tile.ink(self.colours["gold"])

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """The photo in a box, cut to its shape from the middle (a little higher, where faces are), framed in gold."""
        assert self.photo is not None
        k = self.dpi / MM
        wide, high = round(width * k), round(height * k)
        shape = width / height
        photo = self.photo
        if photo.width / photo.height > shape:
            across = round(photo.height * shape)
            left = (photo.width - across) // 2
            photo = photo.crop((left, 0, left + across, photo.height))
        else:
            down = round(photo.width / shape)
            top = round((photo.height - down) * 0.35)
            photo = photo.crop((0, top, photo.width, top + down))
        at = round(x * k), round(y * k)
        pen = ImageDraw.Draw(self.sheet.image)
        for grow, colour in ((round(2.4 * k), "gold"), (round(1.9 * k), "paper")):
            pen.rectangle((at[0] - grow, at[1] - grow, at[0] + wide + grow - 1, at[1] + high + grow - 1), fill=self.colours[colour])
        self.sheet.image.paste(photo.resize((wide, high), Image.Resampling.LANCZOS), at)

    def lotus(self, y: float, size: float) -> None:
        """The lotus of the certificates, in the middle."""
        motifs.lotus(self.sheet, self.width / 2, y, size, self.colours["bright"], (255, 250, 235), self.colours["bronze"])


class _Tall(_Board):
    def draw(self) -> Image.Image:
        n, x, wide = self.notice, 36.0, 225.0
        y = self.text(n.issuer.upper(), "EBGaramond-Bold", 21, 13, "ink", (x, 40, wide, 18), 2)
        y = self.text(n.head.upper(), "EBGaramond-ExtraBold", 50, 24, "red", (x, y + 11, wide, 24), 1)
        self.rule(self.width / 2, y + 7, 120)
        y += 19
        if self.photo is not None:
            upright = self.photo.height > self.photo.width
            width, height = (112.0, 134.0) if upright else (176.0, 116.0)
            if len(n.story) < SHORT and not n.subject:
                width, height = width * 1.16, height * 1.16
            self.picture((self.width - width) / 2, y, width, height)
            y += height + 13
        else:
            y += 22 if len(n.story) < BRIEF and not n.subject else 0
            self.lotus(y + 54, 62)
            y += 78
        y = self.text(n.salutation, "EBGaramond-MediumItalic", 24, 16, "ink", (x, y, wide, 12), 1) + (5 if n.salutation else 0)
        y = self.name((x, y, wide, 46), 66, 44, 32)
        y = self.text(n.where, "EBGaramond-Medium", 23, 14, "ink", (x, y + 7, wide, 24), 2)
        y = self.text(f"“{n.subject}”" if n.subject else "", "EBGaramond-Bold", 27, 16, "red", (x, y + 6, wide, 24), 2) if n.subject else y
        foot = self.height - 46
        y = self.text(n.story, "EBGaramond-SemiBoldItalic", 40 if self.photo is None or len(n.story) < SHORT else 31, 15, "ink", (x, y + (16 if self.photo is None or len(n.story) < SHORT else 10), wide, foot - y - 28), 9, 1.32)
        self.rule(self.width / 2, foot - 7, 80)
        self.text(n.award, "EBGaramond-Medium", 18, 12, "soft", (x, foot, wide, 14), 2)
        return self.sheet.image


class _Square(_Board):
    width, height, inset, depth = 200.0, 200.0, 5.0, 7.0

    def __init__(self, notice: Notice, border: str, photo: Path | bytes | None) -> None:
        super().__init__(notice, border, photo, 1080 / 200 * MM)

    def draw(self) -> Image.Image:
        n = self.notice
        y = self.text(n.head.upper(), "EBGaramond-ExtraBold", 32, 14, "red", (24, 26, 152, 14), 1)
        self.rule(self.width / 2, y + 5, 70)
        top = y + 15
        if self.photo is not None:
            self.picture(24, top, 66, 84)
            x, wide = 98.0, 80.0
        else:
            x, wide = 26.0, 148.0
            if len(n.story) < BRIEF and not n.subject and len(n.name) < BRIEF / 2:
                self.lotus(top + 20, 23)
                top += 30
        align: Align = "left" if self.photo is not None else "centre"
        y = self.text(n.salutation, "EBGaramond-MediumItalic", 15, 11, "ink", (x, top, wide, 8), 1, 1.2, align) + (3 if n.salutation else 0)
        y = self.name((x, y, wide, 30), 44 if self.photo is None else 31, 28 if self.photo is None else 20, 18, align)
        y = self.text(n.where, "EBGaramond-Medium", 15, 10, "ink", (x, y + 4, wide, 22), 3, 1.25, align)
        if n.subject:
            y = self.text(f"“{n.subject}”", "EBGaramond-Bold", 17, 11, "red", (x, y + 4, wide, 16), 2, 1.2, align)
        self.text(n.story, "EBGaramond-SemiBoldItalic", 20 if self.photo is None or len(n.story) < SHORT else 17, 10, "ink", (x, y + 6, wide, 148 - y), 8, 1.3, align)
        self.text(n.award, "EBGaramond-Medium", 12.5, 9, "soft", (26, 161, 148, 12), 2)
        self.text(n.issuer, "EBGaramond-Bold", 12, 9, "ink", (26, 174, 148, 6), 1)
        return self.sheet.image
