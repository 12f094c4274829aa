"""Evidence files, named by their own sha256: stored once, never overwritten."""

from __future__ import annotations

import errno
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from db import durable, errors

_FAILED = "Chưa lưu được tệp minh chứng: ổ đĩa đã đầy hoặc không ghi được. Anh/chị báo người quản trị rồi gửi lại tệp."
_HASH = re.compile(r"[0-9a-f]{64}")


def is_name(text: str) -> bool:
    """Whether it is a sha256 as this room writes it: 64 lower-case hex digits."""
    return _HASH.fullmatch(text) is not None


def path(folder: Path, sha256: str) -> Path:
    """Where the file lies. Raises ValueError for anything but 64 lower-case hex digits."""
    if not is_name(sha256):
        raise ValueError("not a sha256")
    return Path(folder) / sha256[:2] / sha256[2:4] / sha256


def put(folder: Path, data: bytes) -> str:
    """Store the bytes and force them to the disk; their sha256. The same bytes twice are one file.

    Raises DiskFull, Unavailable.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    target = path(folder, sha256)
    try:
        if target.exists() and sound(target):
            return sha256
        durable.write(target, data, mode=0o440)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise (errors.DiskFull if full else errors.Unavailable)(_FAILED, detail=str(error)) from error
    return sha256


def get(folder: Path, sha256: str) -> bytes:
    """The bytes. Raises KeyError when the file is not there, Corrupt when it is no longer what was stored."""
    try:
        data = path(folder, sha256).read_bytes()
    except FileNotFoundError:
        raise KeyError(sha256) from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise errors.Corrupt("Tệp minh chứng bị hỏng trên đĩa. Anh/chị phục hồi tệp từ bản sao lưu.", detail=sha256)
    return data


def remove(folder: Path, sha256: str) -> None:
    """Take a file that nothing names off the disk; gone already is as good. Raises ValueError for anything but a name, Unavailable."""
    try:
        path(folder, sha256).unlink(missing_ok=True)
    except OSError as error:
        raise errors.Unavailable("Chưa xoá được tệp minh chứng khỏi ổ đĩa. Anh/chị báo người quản trị.", detail=str(error)) from error


def sound(file: Path) -> bool:
    """Whether the file still is what its name says."""
    total = hashlib.sha256()
    with file.open("rb") as handle:
        while piece := handle.read(1 << 20):
            total.update(piece)
    return total.hexdigest() == file.name


def every(folder: Path) -> Iterator[Path]:
    """Every stored file, in the order of its name; parts left by a crash are passed over."""
    return (file for file in sorted(Path(folder).glob("??/??/*")) if is_name(file.name) and file.is_file())
