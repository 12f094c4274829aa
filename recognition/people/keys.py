"""Numbers that identify people, kept as keyed hashes: equal numbers give equal hashes, nothing gives the number back."""

import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

from recognition.hall import place
from recognition.people.terms import KeyKind
from vietnamese.text import clean

FILE = Path("keys") / "person-key"
_LEFT_OUT = re.compile(r"[\s.\-/]")


def normal(kind: KeyKind, number: str) -> str:
    """The number without separators, in capitals; a CCCD that a spreadsheet robbed of its first zeros gets them back.

    Raises ValueError with a Vietnamese sentence. Source: a CCCD has 12 digits (Luật Căn cước 2023, Điều 12), a CMND 9;
    a Party card number has 8 digits.
    """
    said = _LEFT_OUT.sub("", clean(number)).upper()
    if kind is KeyKind.CITIZEN_ID:
        if said.isdigit() and len(said) in (10, 11):
            said = said.zfill(12)
        if not re.fullmatch(r"[0-9]{12}|[0-9]{9}", said):
            raise ValueError("Số căn cước công dân có 12 chữ số (chứng minh nhân dân cũ có 9). Anh/chị kiểm tra lại.")
    elif kind is KeyKind.PARTY_CARD:
        if not re.fullmatch(r"[0-9]{6,10}", said):
            raise ValueError("Số thẻ đảng viên chỉ gồm 6 đến 10 chữ số. Anh/chị kiểm tra lại.")
    elif not re.fullmatch(r"[0-9A-ZĐ]{3,20}", said):
        raise ValueError("Số hiệu cán bộ gồm 3 đến 20 chữ và số, viết liền. Anh/chị kiểm tra lại.")
    return said


def keyed_hash(secret: bytes, kind: KeyKind, number: str) -> str:
    """HMAC-SHA256 of a number with the installation's key. The kind is part of it: equal digits of two kinds differ."""
    return hmac.new(secret, f"{kind.value}:{normal(kind, number)}".encode(), hashlib.sha256).hexdigest()


def last_digits(kind: KeyKind, number: str) -> str:
    """The last three characters: enough to recognise one's own number, too few to find it."""
    return normal(kind, number)[-3:]


def secret(folder: Path | None = None) -> bytes:
    """The installation's key, made at the first call (file mode 0600 in the data folder). It is never in a backup.

    Raises OSError when the folder cannot be written.
    """
    path = (folder or place.folder()) / FILE
    try:
        return path.read_bytes()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = secrets.token_bytes(32)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(made)
        file.flush()
        os.fsync(file.fileno())
    return made
