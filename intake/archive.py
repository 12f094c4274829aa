"""Opening zip files (.xlsx, .docx) without believing what they say about themselves."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from intake.errors import Refused
from intake.limits import Limits

CHUNK = 64 * 1024
BROKEN = "Tệp đã hỏng hoặc chưa tải xong; anh/chị mở lại bằng Excel hoặc Word, lưu lại rồi tải lên lần nữa."
BOMB = "Tệp nén quá mức bình thường nên không được mở; anh/chị lưu lại tệp bằng Excel hoặc Word rồi tải lên lần nữa."
NAMES = "Tệp chứa những phần có tên không hợp lệ; anh/chị lưu lại tệp bằng Excel hoặc Word rồi tải lên lần nữa."
LOCKED = "Tệp có mật khẩu; anh/chị bỏ mật khẩu rồi tải lên lần nữa."


class Archive:
    """A checked zip. Every byte that comes out is counted, for the whole archive."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.unpacked_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeDecodeError) as error:
            raise Refused(BROKEN) from error
        self._check(members)
        self.members = {member.filename: member for member in members}
        self._lower = {name.lower().lstrip("/"): name for name in self.members}

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        limits = self._limits
        if len(members) > limits.zip_members:
            raise Refused(BOMB)
        if len({member.filename for member in members}) != len(members):
            raise Refused(NAMES)
        unpacked = packed = 0
        for member in members:
            name = member.filename
            if unsafe(name) or (member.external_attr >> 16) & 0o170000 == 0o120000:
                raise Refused(NAMES)
            if member.flag_bits & 0x1:
                raise Refused(LOCKED)
            unpacked += member.file_size
            packed += member.compress_size
            if member.file_size > limits.small_member and member.file_size > limits.zip_ratio * member.compress_size:
                raise Refused(BOMB)
        if unpacked > limits.unpacked_bytes or (
            unpacked > limits.small_member and unpacked > limits.zip_ratio * packed
        ):
            raise Refused(BOMB)

    def find(self, name: str) -> str | None:
        """The member's own name for `name`, letter case ignored as Excel does."""
        return self._lower.get(name.lower().lstrip("/"))

    def chunks(self, name: str) -> Iterator[bytes]:
        """A member's bytes, piece by piece. Raises Refused when it is missing, broken or too large."""
        found = self.find(name)
        if found is None:
            raise Refused(BROKEN)
        try:
            with self._zip.open(found) as stream:
                while piece := stream.read(CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise Refused(BOMB)
                    yield piece
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise Refused(BROKEN) from error

    def read(self, name: str) -> bytes:
        """A member whole."""
        return b"".join(self.chunks(name))


def unsafe(name: str) -> bool:
    """A name that would leave its folder, or that no office program writes."""
    parts = name.replace("\\", "/").split("/")
    return (
        not name.strip()
        or name.startswith(("/", "\\"))
        or ":" in name
        or ".." in parts
        or any(ord(c) < 32 for c in name)
    )
