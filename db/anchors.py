"""Marks of the log's end, kept in a file outside the database, so that a rolled-back database is noticed."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from db import errors
from db.core import Head

_FAILED = (
    "Việc này đã được ghi vào cơ sở dữ liệu, nhưng chưa ghi được dấu mốc nhật ký vào tệp bên ngoài. "
    "Anh/chị báo người quản trị kiểm tra ổ đĩa, rồi tải lại trang để xem kết quả."
)


def append(path: Path, head: Head) -> None:
    """Add one line `origin seq hash time` and force it to the disk. Raises Unavailable."""
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    line = f"{head.origin} {head.seq} {head.hash} {when}\n".encode("ascii")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise errors.Unavailable(_FAILED, detail=str(error)) from error
