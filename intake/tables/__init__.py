"""From a foreign file to sheets of cells. Nothing is believed: not the name, not the size, not the tags."""

from __future__ import annotations

from pathlib import Path

from intake.archive import LOCKED, Archive
from intake.errors import Refused
from intake.limits import LIMITS, Limits
from intake.tables.delimited import read_delimited
from intake.tables.docx import read_docx
from intake.tables.grid import Book
from intake.tables.package import content_types
from intake.tables.xls import read_xls
from intake.tables.xlsx import read_xlsx

__all__ = ["read_book", "read_file"]

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KINDS = {".xlsx": "Excel", ".xls": "Excel 97-2003", ".docx": "Word", ".csv": "CSV", ".tsv": "CSV", ".txt": "CSV"}
ADVICE = {
    ".doc": "Tệp Word cũ (.doc) chưa được nhận; anh/chị mở bằng Word, lưu lại thành .docx rồi tải lên.",
    ".xlsb": "Tệp Excel nhị phân (.xlsb) chưa được nhận; anh/chị mở bằng Excel, lưu lại thành .xlsx rồi tải lên.",
    ".xlsm": "Tệp có chứa macro nên không được nhận; anh/chị lưu lại thành .xlsx rồi tải lên.",
    ".docm": "Tệp có chứa macro nên không được nhận; anh/chị lưu lại thành .docx rồi tải lên.",
    ".ods": "Tệp LibreOffice (.ods) chưa được nhận; anh/chị lưu lại thành .xlsx rồi tải lên.",
    ".pdf": "Danh sách dạng PDF chưa được nhận; anh/chị gửi tệp Excel hoặc Word đã dùng để in ra tệp này.",
}
UNKNOWN = "Loại tệp này chưa được nhận; anh/chị gửi danh sách dạng Excel (.xlsx, .xls), Word (.docx) hoặc CSV."
EMPTY = "Tệp trống, không có nội dung nào; anh/chị kiểm tra lại tệp rồi tải lên."
SAVED_PAGE = (
    "Tệp mang đuôi {suffix} nhưng bên trong là trang web; anh/chị mở bằng Excel, lưu lại thành .xlsx rồi tải lên."
)
MISMATCH = "Tệp mang đuôi {suffix} nhưng nội dung không phải {kind}; anh/chị mở tệp, lưu lại đúng loại rồi tải lên."


def read_file(path: Path, limits: Limits = LIMITS) -> Book:
    """The sheets of the file at `path`. Raises Refused with one sentence."""
    try:
        size = path.stat().st_size
        if size > limits.list_bytes:
            raise too_large(limits)
        with path.open("rb") as stream:
            data = stream.read(limits.list_bytes + 1)
    except OSError as error:
        raise Refused("Không mở được tệp; anh/chị kiểm tra lại đường dẫn rồi thử lại.") from error
    return read_book(path.name, data, limits)


def read_book(name: str, data: bytes, limits: Limits = LIMITS) -> Book:
    """The sheets of a file given by its name and bytes. Raises Refused with one sentence."""
    suffix = Path(name).suffix.lower()
    if suffix in ADVICE:
        raise Refused(ADVICE[suffix])
    if suffix not in KINDS:
        raise Refused(UNKNOWN)
    if len(data) > limits.list_bytes:
        raise too_large(limits)
    if not data.strip():
        raise Refused(EMPTY)
    if suffix in (".xlsx", ".docx"):
        return _office(suffix, data, limits)
    if suffix == ".xls":
        _check_old(data)
        return read_xls(data, limits)
    if data.startswith((ZIP, OLE, b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF", b"MZ\x90", b"{\\rtf", b"GIF8")):
        raise Refused(MISMATCH.format(suffix=suffix, kind=KINDS[suffix]))
    if _is_page(data):
        raise Refused(SAVED_PAGE.format(suffix=suffix))
    return read_delimited(data, limits, Path(name).stem[:100] or "CSV")


def too_large(limits: Limits) -> Refused:
    """The sentence for a file over the limit of bytes."""
    return Refused(
        f"Tệp lớn hơn {limits.list_bytes // (1024 * 1024)} MB; anh/chị chia danh sách thành nhiều tệp nhỏ hơn."
    )


def _office(suffix: str, data: bytes, limits: Limits) -> Book:
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused(LOCKED)
        raise Refused(MISMATCH.format(suffix=suffix, kind=KINDS[suffix]))
    if _is_page(data):
        raise Refused(SAVED_PAGE.format(suffix=suffix))
    if not data.startswith(ZIP):
        raise Refused(MISMATCH.format(suffix=suffix, kind=KINDS[suffix]))
    archive = Archive(data, limits)
    if archive.find("[Content_Types].xml") is None:
        raise Refused(MISMATCH.format(suffix=suffix, kind=KINDS[suffix]))
    kinds = content_types(archive)
    word, excel = "wordprocessingml" in kinds or "ms-word" in kinds, "spreadsheetml" in kinds or "ms-excel" in kinds
    if (suffix == ".docx" and not word) or (suffix == ".xlsx" and (word or not excel)):
        raise Refused(MISMATCH.format(suffix=suffix, kind=KINDS[suffix]))
    return read_xlsx(data, limits) if suffix == ".xlsx" else read_docx(data, limits)


def _check_old(data: bytes) -> None:
    if data.startswith(OLE):
        if "WordDocument".encode("utf-16-le") in data and "Workbook".encode("utf-16-le") not in data:
            raise Refused(MISMATCH.format(suffix=".xls", kind=KINDS[".xls"]))
        return
    if _is_page(data):
        raise Refused(SAVED_PAGE.format(suffix=".xls"))
    if data[:2] == b"\x09\x08":
        return  # Excel 5 and earlier, without a container
    raise Refused(MISMATCH.format(suffix=".xls", kind=KINDS[".xls"]))


def _is_page(data: bytes) -> bool:
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"mime-version"))
