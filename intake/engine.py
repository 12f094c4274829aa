"""Reading a list inside this process: what the child process runs. The app calls `intake.read` instead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from intake.errors import Refused
from intake.limits import LIMITS, Limits
from intake.mapping.model import Remembered
from intake.mapping.sheets import EMPTY, LIST, map_book
from intake.reading import Reading
from intake.rows.walk import Progress, silent, walk
from intake.tables import read_book, read_file
from intake.tables.grid import Book, too_many_rows
from vietnamese import dates

NO_LIST = (
    "Không tìm thấy bảng danh sách nào có cột họ tên hoặc tên tập thể; anh/chị kiểm tra dòng tiêu đề cột rồi tải lại."
)
NOTHING = "Tệp không có nội dung nào trong các trang tính; anh/chị kiểm tra lại tệp rồi tải lên."


def read_path(
    path: Path,
    layout: Iterable[Remembered] = (),
    limits: Limits = LIMITS,
    today: date | None = None,
    progress: Progress = silent,
    *,
    keep_fonts: bool = False,
) -> Reading:
    """The reading of the list at `path`; `progress` is told whole percents. Raises Refused.

    `keep_fonts`: values typed in old fonts stay as they are; otherwise they become Unicode, and their rows say so.
    """
    progress(0)
    return understand(read_file(path, limits), layout, limits, today, progress, keep_fonts=keep_fonts)


def read_bytes(
    name: str,
    data: bytes,
    layout: Iterable[Remembered] = (),
    limits: Limits = LIMITS,
    today: date | None = None,
    *,
    keep_fonts: bool = False,
) -> Reading:
    """The reading of a list given by its name and bytes. Raises Refused."""
    return understand(read_book(name, data, limits), layout, limits, today, keep_fonts=keep_fonts)


def understand(
    book: Book,
    layout: Iterable[Remembered],
    limits: Limits,
    today: date | None = None,
    progress: Progress = silent,
    *,
    keep_fonts: bool = False,
) -> Reading:
    """From cells to rows. Raises Refused when there is no list, or when it is too long."""
    progress(20)
    mapped = map_book(book, layout)
    progress(30)
    if all(item.role == EMPTY for item in mapped):
        raise Refused(NOTHING)
    if not any(item.role == LIST for item in mapped):
        raise Refused(NO_LIST)
    reading = walk(mapped, today or dates.today(), progress, keep_fonts=keep_fonts)
    if len(reading.rows) + len(reading.refused) > limits.rows:
        raise too_many_rows(limits)
    reading.notes = list(book.notes)
    progress(100)
    return reading
