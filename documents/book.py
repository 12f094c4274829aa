"""The dossier book: many papers, pictures and texts as one PDF with contents, bookmarks and page numbers."""

import contextlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageOps
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import Fit

from documents.pages import MARGIN, Sheets
from vietnamese.text import clean

_DPI = 170
_WIDTH, _HEIGHT = 210.0, 297.0
_PER_POINT = 25.4 / 72
_MAX_PIXELS = 80_000_000


@dataclass(frozen=True)
class Part:
    """A part of the book: what it is, and a PDF, a picture, a text, or pairs of label and text.

    `level` 1 is a case, 2 what belongs to it; parts of level 2 are indented in the contents.
    """

    title: str
    content: bytes | str | tuple[tuple[str, str], ...]
    subtitle: str = ""
    level: int = 1


@dataclass(frozen=True)
class _Placed:
    """A part with the pages it takes: of a foreign PDF, or a range of our own."""

    part: Part
    foreign: PdfReader | None
    first: int
    count: int


def dossier_book(parts: Iterable[Part], *, title: str = "Hồ sơ trình Hội đồng", subtitle: str = "") -> bytes:
    """One PDF of all parts behind a contents page, with bookmarks and "page / pages" at the foot.

    A part that cannot be read is replaced by a page that says so; the book is made all the same.
    Raises ValueError when there is no part.
    """
    listed = list(parts)
    if not listed:
        raise ValueError("Chưa có hồ sơ nào để lập tập. Anh/chị chọn ít nhất một hồ sơ.")
    sheets = Sheets()
    placed = [_place(sheets, part) for part in listed]
    own = PdfReader(io.BytesIO(bytes(sheets.output()))) if sheets.pages_count else None
    front = _contents(placed, title, subtitle, 1)
    front = _contents(placed, title, subtitle, len(front.pages))
    writer = PdfWriter()
    for page in front.pages:
        writer.add_page(page)
    starts = _append(writer, placed, own)
    _link(writer, placed, starts, len(front.pages))
    _number(writer)
    writer.add_metadata({"/Title": clean(title)})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _place(sheets: Sheets, part: Part) -> _Placed:
    content = part.content
    first = sheets.pages_count
    if isinstance(content, bytes) and content[:1024].lstrip().startswith(b"%PDF"):
        foreign = _read_pdf(content)
        if foreign:
            return _Placed(part, foreign, 0, len(foreign.pages))
        _unreadable(sheets, part)
    elif isinstance(content, bytes):
        _picture(sheets, part, content)
    else:
        _text(sheets, part, content)
    return _Placed(part, None, first, sheets.pages_count - first)


def _read_pdf(data: bytes) -> PdfReader | None:
    """The reader of a PDF, or None when it is broken, empty or locked by a password."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        trial = PdfWriter()
        for page in reader.pages:
            trial.add_page(page).get_contents()
        return reader if trial.pages else None
    except Exception:  # a foreign file may fail in any way; the page in its place says so
        return None


def _head(sheets: Sheets, part: Part) -> None:
    sheets.add_page()
    sheets.say(part.title, 16 if part.level == 1 else 14, style="B", gap=1)
    if part.subtitle:
        sheets.say(part.subtitle, 12, style="I", gap=1)
    sheets.set_draw_color(120)
    sheets.line(MARGIN, sheets.get_y() + 1, _WIDTH - MARGIN, sheets.get_y() + 1)
    sheets.ln(5)


def _unreadable(sheets: Sheets, part: Part) -> None:
    _head(sheets, part)
    sheets.say("Không đọc được tệp này (tệp hỏng hoặc có mật khẩu). Anh/chị xem bản gốc trong hồ sơ.", 13, style="I")


def _text(sheets: Sheets, part: Part, content: str | tuple[tuple[str, str], ...]) -> None:
    _head(sheets, part)
    if isinstance(content, str):
        for block in content.split("\n"):
            sheets.say(block, 13, align="J")
        return
    for label, text in content:
        sheets.say(label, 11.5, style="B", gap=0)
        sheets.say(text, 13, align="J", gap=2.5)


def _picture(sheets: Sheets, part: Part, data: bytes) -> None:
    """A picture as large as the page allows, turned as its camera says, at most 170 dpi."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _MAX_PIXELS:
                raise ValueError("too large")
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except Exception:  # as for PDFs: any failure of a foreign file
        _unreadable(sheets, part)
        return
    _head(sheets, part)
    room_w, room_h = _WIDTH - 2 * MARGIN, _HEIGHT - 24 - sheets.get_y()
    scale = min(room_w / picture.width, room_h / picture.height)
    width, height = picture.width * scale, picture.height * scale
    pixels = (round(width / 25.4 * _DPI), round(height / 25.4 * _DPI))
    if pixels[0] < picture.width:
        picture = picture.resize(pixels, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    sheets.image(out, x=(_WIDTH - width) / 2, y=sheets.get_y(), w=width, h=height)


_ROW, _TOP, _PAGE_ROWS = 7.5, 52.0, 29


def _contents(placed: Sequence[_Placed], title: str, subtitle: str, own_pages: int) -> PdfReader:
    """The contents pages, given how many pages they take themselves."""
    sheets = Sheets()
    sheets.set_auto_page_break(False)
    page = own_pages + 1
    for i, item in enumerate(placed):
        if i % _PAGE_ROWS == 0:
            sheets.add_page()
            sheets.say(title, 18, style="B", align="C", gap=1)
            sheets.say(subtitle or "Mục lục", 12, style="I", align="C", gap=1)
        y = _TOP + (i % _PAGE_ROWS) * _ROW
        indent = 7.0 * (item.part.level - 1)
        size = 13 if item.part.level == 1 else 12
        sheets.set_xy(MARGIN + indent, y)
        sheets.set_font("Tinos", "B" if item.part.level == 1 else "", size)
        sheets.cell(_WIDTH - 2 * MARGIN - indent - 14, _ROW, _fit(sheets, item.part.title, 156 - indent))
        sheets.set_xy(_WIDTH - MARGIN - 14, y)
        sheets.cell(14, _ROW, str(page), align="R")
        page += item.count
    return PdfReader(io.BytesIO(bytes(sheets.output())))


def _fit(sheets: Sheets, text: str, room: float) -> str:
    if sheets.get_string_width(text) <= room:
        return text
    while text and sheets.get_string_width(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _append(writer: PdfWriter, placed: Sequence[_Placed], own: PdfReader | None) -> list[int]:
    starts = []
    for item in placed:
        starts.append(len(writer.pages))
        source = item.foreign or own
        assert source is not None
        for page in source.pages[item.first : item.first + item.count]:
            writer.add_page(page)
    return starts


def _link(writer: PdfWriter, placed: Sequence[_Placed], starts: Sequence[int], front: int) -> None:
    """Bookmarks for every part and links from the lines of the contents."""
    parent = None
    for i, (item, start) in enumerate(zip(placed, starts, strict=True)):
        above = parent if item.part.level > 1 else None
        entry = writer.add_outline_item(title=clean(item.part.title), page_number=start, parent=above)
        parent = entry if item.part.level == 1 else parent
        top = _HEIGHT - _TOP - (i % _PAGE_ROWS) * _ROW
        left, right = MARGIN / _PER_POINT, (_WIDTH - MARGIN) / _PER_POINT
        box = (left, (top - _ROW) / _PER_POINT, right, top / _PER_POINT)
        page = min(i // _PAGE_ROWS, front - 1)
        writer.add_annotation(page, Link(rect=box, target_page_index=start, fit=Fit.fit()))


def _number(writer: PdfWriter) -> None:
    """ "12 / 40" in a small white field at the foot of what is seen of each page, whatever its size."""
    total = len(writer.pages)
    stamps = Sheets()
    stamps.set_auto_page_break(False)
    for i, page in enumerate(writer.pages, 1):
        if page.rotation:
            page.transfer_rotation_to_content()
        width, height = float(page.cropbox.width) * _PER_POINT, float(page.cropbox.height) * _PER_POINT
        stamps.add_page(format=(width, height))
        stamps.set_font("Tinos", "", 10)
        stamps.set_fill_color(255)
        stamps.set_xy(width / 2 - 12, height - 10)
        stamps.cell(24, 5, f"{i} / {total}", align="C", fill=True)
    numbered = PdfReader(io.BytesIO(bytes(stamps.output())))
    for page, stamp in zip(writer.pages, numbered.pages, strict=True):
        _stamp(page, stamp)


def _stamp(page: PageObject, stamp: PageObject) -> None:
    """Lay the number over a page; a foreign page whose content cannot be touched goes without."""
    with contextlib.suppress(Exception):
        move = (1.0, 0.0, 0.0, 1.0, float(page.cropbox.left), float(page.cropbox.bottom))
        page.merge_transformed_page(stamp, move)
