"""The installation's signing keys: one file each in the data folder, readable by its owner only, never in a backup."""

import os
from dataclasses import dataclass
from pathlib import Path

from certificates import keygen
from recognition.hall import place
from recognition.hall.errors import Unavailable

PRIVATE, PUBLIC = ".pem", ".public.pem"


@dataclass(frozen=True)
class Key:
    """A signing key: its id and the private half."""

    id: str
    pem: bytes


def folder() -> Path:
    """Where the keys lie."""
    return place.folder() / "keys"


def ensure() -> Key:
    """The key in use, made when there is none yet. Raises Unavailable when the folder cannot be written."""
    found = newest()
    if found is not None:
        return found
    private, public, kid = keygen()
    try:
        folder().mkdir(parents=True, exist_ok=True)
        folder().chmod(0o700)
        _write(folder() / f"{kid}{PUBLIC}", public, 0o644)
        _write(folder() / f"{kid}{PRIVATE}", private, 0o600)
    except OSError as trouble:
        raise Unavailable("Không ghi được khoá ký vào thư mục dữ liệu. Anh/chị kiểm tra quyền ghi và dung lượng đĩa.") from trouble
    return Key(kid, private)


def _write(path: Path, content: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        os.write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def newest() -> Key | None:
    """The key made last, or None."""
    files = sorted(folder().glob(f"*{PRIVATE}"), key=lambda path: (path.stat().st_mtime_ns, path.name)) if folder().is_dir() else []
    private = [path for path in files if not path.name.endswith(PUBLIC)]
    if not private:
        return None
    return Key(private[-1].name.removesuffix(PRIVATE), private[-1].read_bytes())


def public_keys() -> tuple[bytes, ...]:
    """Every public key, of earlier ones too: what they signed stays verifiable."""
    return tuple(path.read_bytes() for path in sorted(folder().glob(f"*{PUBLIC}"))) if folder().is_dir() else ()
