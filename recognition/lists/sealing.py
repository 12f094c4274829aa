"""What must not lie open on the disk: uploaded files and numbers of identity, closed with the installation's key."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence

from cryptography.fernet import Fernet, InvalidToken

from recognition.hall.errors import Unavailable
from recognition.people import keys

_LOST = "Không mở được nội dung đã lưu vì khoá của máy chủ đã đổi. Anh/chị tải lại tệp gốc."


def _box() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"lists:" + keys.secret()).digest()))


def closed(data: bytes) -> bytes:
    """The bytes, sealed."""
    return _box().encrypt(data)


def opened(data: bytes) -> bytes:
    """What was sealed. Raises Unavailable when the installation's key is another one now."""
    try:
        return _box().decrypt(data)
    except InvalidToken as wrong:
        raise Unavailable(_LOST) from wrong


def close_all(numbers: Sequence[Mapping[str, str]]) -> list[str]:
    """Numbers of several rows, sealed one by one; an empty text where there is nothing."""
    box = _box()
    return [box.encrypt(json.dumps(dict(each)).encode()).decode() if each else "" for each in numbers]


def open_all(sealed: list[str]) -> list[dict[str, str]]:
    """The inverse of `close_all`. Raises Unavailable."""
    box = _box()
    try:
        return [json.loads(box.decrypt(each.encode())) if each else {} for each in sealed]
    except InvalidToken as wrong:
        raise Unavailable(_LOST) from wrong
