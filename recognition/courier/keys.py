"""The installation's own pair of keys for parcels: one file in the data folder, readable by its owner only, never in a backup.

They are not the key that signs certificates: that one may be renewed at will, these are trusted by name at the other end.
"""

import base64
import os
from pathlib import Path

import parcel
from recognition.hall import place
from recognition.hall.errors import Unavailable

_BYTES = 32


def _file() -> Path:
    return place.folder() / "keys" / "courier" / "own.key"


def ensure() -> parcel.Keys:
    """The keys, made when there are none yet. Raises Unavailable when the folder cannot be read or written."""
    try:
        return _read(_file().read_bytes()) if _file().exists() else _made()
    except OSError as trouble:
        raise Unavailable("Không đọc hoặc ghi được khoá gói chuyển trong thư mục dữ liệu. Anh/chị kiểm tra quyền ghi và dung lượng đĩa.") from trouble


def _read(content: bytes) -> parcel.Keys:
    try:
        raw = base64.b64decode(content, validate=True)
    except ValueError:
        raw = b""
    if len(raw) != 2 * _BYTES:
        raise Unavailable("Tệp khoá gói chuyển trong thư mục dữ liệu đã hỏng. Anh/chị báo người quản trị.")
    return parcel.Keys(raw[:_BYTES], raw[_BYTES:])


def _made() -> parcel.Keys:
    keys = parcel.new_keys()
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().parent.chmod(0o700)
    try:
        handle = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # somebody was quicker
        return _read(_file().read_bytes())
    try:
        os.write(handle, base64.b64encode(keys.signing + keys.opening))
        os.fsync(handle)
    finally:
        os.close(handle)
    return keys
