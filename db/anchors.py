"""Marks of the log's end, kept in a file outside the database, so that a rolled-back database is noticed.

One line per change: `origin seq hash time`, with a last word `accepted` where an administrator said that the
database as it stands is the right one; such a line makes the later marks before it void.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db import errors
from db.core import Database, Head

_FAILED = (
    "Việc này đã được ghi vào cơ sở dữ liệu, nhưng chưa ghi được dấu mốc nhật ký vào tệp bên ngoài. "
    "Anh/chị báo người quản trị kiểm tra ổ đĩa, rồi tải lại trang để xem kết quả."
)
_TAIL = 64 * 1024  # enough for some 400 marks; processes sharing a server may write a few out of order


@dataclass(frozen=True)
class Mark:
    """One end of the log, as it was told to somebody."""

    origin: str
    hash: str


def append(path: Path, head: Head, *, accepted: bool = False) -> None:
    """Add one line and force it to the disk. Raises Unavailable."""
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    line = f"{head.origin} {head.seq} {head.hash} {when}{' accepted' if accepted else ''}\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, (_mend(handle) + line).encode("ascii"))
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise errors.Unavailable(_FAILED, detail=str(error)) from error


def _mend(handle: int) -> str:
    """A line feed where the last line was torn by a crash, so that the next mark stands on its own line."""
    size = os.lseek(handle, 0, os.SEEK_END)
    if size == 0:
        return ""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return "" if os.read(handle, 1) == b"\n" else "\n"


def read(path: Path) -> dict[int, Mark]:
    """Every mark that holds, by entry number."""
    if not path.exists():
        return {}
    with path.open(encoding="ascii", errors="replace") as lines:
        return _marks(lines)


def _marks(lines: Iterable[str]) -> dict[int, Mark]:
    found: dict[int, Mark] = {}
    for line in lines:
        words = line.split()
        if not line.endswith("\n") or len(words) not in (4, 5) or not words[1].isdigit() or len(words[2]) != 64:
            continue  # torn by a crash: that change was never told to anybody
        seq, mark = int(words[1]), Mark(words[0], words[2])
        if words[4:] == ["accepted"]:
            found = {n: each for n, each in found.items() if n < seq and each.origin == mark.origin}
        found[seq] = mark
    return found


def newest(path: Path) -> tuple[int, Mark] | None:
    """The furthest mark near the end of the file, or None."""
    if not path.exists():
        return None
    with path.open("rb") as handle:
        start = max(handle.seek(0, os.SEEK_END) - _TAIL, 0)
        handle.seek(start)
        text = handle.read().decode("ascii", errors="replace")
    lines = text.splitlines(keepends=True)
    found = _marks(lines[1:] if start else lines)
    return max(found.items(), default=None, key=lambda pair: pair[0])


def compare(database: Database) -> None:
    """At start: is the database at least as far as the newest mark, and on the same road?

    Where the program stopped between commit and mark, the missing mark is added.
    Raises RolledBack when acknowledged work is missing, ChainBroken when the database tells another story.
    """
    from db import chain

    if database.anchors is None:
        return
    found = newest(database.anchors)
    with database.read() as tx:
        if not tx.value("select count(*) from information_schema.tables where table_name = 'audit_head'"):
            if found is None or found[0] == 0:
                return
            raise errors.RolledBack(missing(0, found[0]), seq=1)
        head = chain.read_head(tx)
        if found is not None:
            here = tx.value("select hash from audit where seq = $1", found[0]) if found[0] else chain.START
            _compare(found[0], found[1], head, here)
    if head.seq and (found is None or found[0] < head.seq) and not database.read_only:
        append(database.anchors, head)


def _compare(seq: int, mark: Mark, head: Head, here: str | None) -> None:
    if mark.origin != head.origin:
        raise errors.ChainBroken(
            "Tệp mốc trong thư mục dữ liệu thuộc về một cơ sở dữ liệu khác, nên chương trình chưa mở. "
            f"Anh/chị kiểm tra lại thư mục dữ liệu. {_ACCEPT}"
        )
    if seq > head.seq:
        raise errors.RolledBack(missing(head.seq, seq), seq=head.seq + 1)
    if here != mark.hash:
        raise errors.ChainBroken(
            f"Mục nhật ký số {seq} trong cơ sở dữ liệu khác với dấu mốc đã ghi bên ngoài, nên chương trình chưa mở. "
            f"Anh/chị chạy «python -m db verify» để xem chỗ sai, rồi phục hồi từ bản sao lưu. {_ACCEPT}",
            seq=seq,
        )


_ACCEPT = "Nếu đúng là cố ý dùng dữ liệu này, anh/chị chạy «python -m db verify --accept»."


def missing(last: int, marked: int) -> str:
    """The sentence for a database that lost its newest entries."""
    return (
        f"Cơ sở dữ liệu chỉ còn đến mục nhật ký số {last}, nhưng dấu mốc bên ngoài đã ghi đến số {marked}: "
        f"{marked - last} việc từng báo thành công nay không còn, có thể do tệp dữ liệu bị thay bằng bản cũ. "
        f"Anh/chị phục hồi từ bản sao lưu mới nhất. {_ACCEPT}"
    )
