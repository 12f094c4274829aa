"""PDF as evidence: whole, unlocked, of a sensible number of pages, and nothing in it that acts by itself.

Runs in the limited child process. The file is kept as it came, so that its signatures stay valid.
"""

from __future__ import annotations

import contextlib
import logging
from datetime import datetime

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from intake.errors import Refused
from intake.evidence import Evidence
from intake.limits import LIMITS, Limits

BROKEN = "Tệp PDF đã hỏng hoặc chưa tải xong; anh/chị lưu lại tệp rồi tải lên."
LOCKED = "Tệp PDF có mật khẩu; anh/chị bỏ mật khẩu rồi tải lên."
ACTS = "Tệp PDF có chứa mã lệnh hoặc tệp đính kèm bên trong; anh/chị in lại ra PDF mới rồi tải lên."
TAIL = 2_048  # bytes in which the end mark must stand
OBJECTS = 200_000
_KEYS = {"/JS", "/JavaScript", "/EmbeddedFiles", "/EmbeddedFile", "/XFA", "/EF", "/RichMediaContent"}
_ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/RichMediaExecute",
    "/GoToE",
    "/GoToR",
    "/Rendition",
    "/Movie",
    "/Sound",
}
_TYPES = {"/RichMedia", "/Screen", "/Movie", "/FileAttachment", "/3D", "/EmbeddedFile"}


def read_pdf(data: bytes, limits: Limits = LIMITS) -> Evidence:
    """Check a PDF. Raises Refused."""
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-TAIL:]:
        raise Refused(BROKEN)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    import io

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Refused(LOCKED)
        pages = len(reader.pages)
        if not pages >= 1:
            raise Refused(BROKEN)
        if pages > limits.pdf_pages:
            raise Refused(f"Tệp PDF có hơn {limits.pdf_pages} trang; anh/chị tách thành nhiều tệp rồi tải lên.")
        _refuse_actions(reader)
        for page in reader.pages:
            _ = page.mediabox.width
        return Evidence("pdf", "PDF", "application/pdf", pages=pages, taken=_made(reader), data=data)
    except Refused:
        raise
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OSError,
        EOFError,
        ArithmeticError,
        RecursionError,
        AssertionError,
        NotImplementedError,
    ) as error:
        raise Refused(BROKEN) from error


def _refuse_actions(reader: PdfReader) -> None:
    """Walk every object that the catalogue reaches; content streams are not opened."""
    seen: set[tuple[int, int]] = set()
    waiting: list[object] = [reader.trailer]
    steps = 0
    while waiting:
        steps += 1
        if steps > OBJECTS:
            raise Refused(BROKEN)
        item = waiting.pop()
        if isinstance(item, IndirectObject):
            if (item.idnum, item.generation) in seen:
                continue
            seen.add((item.idnum, item.generation))
            item = item.get_object()
        if isinstance(item, DictionaryObject):
            if _acts(item):
                raise Refused(ACTS)
            waiting.extend(item.values())
        elif isinstance(item, ArrayObject):
            waiting.extend(item)


def _acts(item: DictionaryObject) -> bool:
    if _KEYS & set(item.keys()):
        return True
    return (
        str(item.raw_get("/S") if "/S" in item else "") in _ACTIONS
        or str(item.raw_get("/Subtype") if "/Subtype" in item else "") in _TYPES
    )


def _made(reader: PdfReader) -> str | None:
    with contextlib.suppress(Exception):
        told = reader.metadata.creation_date if reader.metadata else None
        if isinstance(told, datetime):
            return told.replace(tzinfo=None).isoformat(sep=" ")
    return None
