"""Passwords, tokens and codes: made and checked here, stored only as hashes."""

import hashlib
import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from recognition.accounts.rules import CODE_ALPHABET, CODE_LENGTH
from recognition.hall.errors import Busy

#: 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet): about 31 ms.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
#: Two hashes at a time, so that forty sign-ins at once do not stop everybody's work.
_AT_ONCE = threading.BoundedSemaphore(2)
_WAIT_SECONDS = 10.0
_dummy: str | None = None


def _slot() -> None:
    if not _AT_ONCE.acquire(timeout=_WAIT_SECONDS):
        raise Busy("Đang có nhiều người đăng nhập cùng lúc. Anh/chị thử lại sau vài giây.")


def password_hash(password: str) -> str:
    """The hash that is stored. Raises Busy when too many wait."""
    _slot()
    try:
        return _HASHER.hash(password)
    finally:
        _AT_ONCE.release()


def password_fits(stored: str | None, password: str) -> bool:
    """Whether the password is the stored one; takes as long for an unknown user as for a known one."""
    global _dummy
    if _dummy is None:
        _dummy = password_hash(secrets.token_urlsafe(16))
    _slot()
    try:
        _HASHER.verify(stored or _dummy, password)
    except (VerificationError, InvalidHashError):
        return False
    finally:
        _AT_ONCE.release()
    return stored is not None


def needs_new_hash(stored: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return _HASHER.check_needs_rehash(stored)


def token() -> str:
    """256 random bits for the cookie."""
    return secrets.token_urlsafe(32)


def token_hash(value: str) -> str:
    """What is stored of a token. A plain hash is enough for 256 random bits."""
    return hashlib.sha256(value.encode()).hexdigest()


def code() -> str:
    """A one-time code without its dashes: 58 random bits."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def code_hash(account_id: str, value: str) -> str:
    """What is stored of a one-time code: bound to its account."""
    return hashlib.sha256(f"{account_id}:{value}".encode()).hexdigest()


def account_key(user_name: str) -> str:
    """What is stored of a typed user name in the list of tries, so that a mistyped password stays unread there."""
    return hashlib.sha256(user_name.encode()).hexdigest()
