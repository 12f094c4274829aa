"""Evidence files, named by their own sha256: stored once, never overwritten."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path

from db import errors

_HASH = re.compile(r"[0-9a-f]{64}")


def path(folder: Path, sha256: str) -> Path:
    """Where the file lies. Raises ValueError for anything but 64 lower-case hex digits."""
    if _HASH.fullmatch(sha256) is None:
        raise ValueError("not a sha256")
    return Path(folder) / sha256[:2] / sha256[2:4] / sha256


def put(folder: Path, data: bytes) -> str:
    """Store the bytes and force them to the disk; their sha256. The same bytes twice are one file.

    Raises DiskFull, Unavailable.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    target = path(folder, sha256)
    try:
        if target.exists() and hashlib.sha256(target.read_bytes()).hexdigest() == sha256:
            return sha256
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{sha256}.{secrets.token_hex(4)}.part")
        try:
            with part.open("xb") as handle:
                handle.write(data)
                handle.flush()
                os.fsync(handle.fileno())
            part.chmod(0o440)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise errors.DiskFull(detail=str(error)) from error
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
