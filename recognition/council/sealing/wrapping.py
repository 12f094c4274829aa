"""A teller's share under a passphrase: stretched by argon2id, sealed with ChaCha20-Poly1305."""

import threading
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from recognition.council.sealing.shares import Random
from vietnamese import text

_SALT, _KEY = 16, 32
_NONCE = bytes(12)  # every salt gives a key of its own, which seals one share once
_WHAT = b"guong-sang share 1"
_ONE_AT_A_TIME = threading.Lock()  # each takes 256 MiB


@dataclass(frozen=True)
class Cost:
    """How hard each guess of a passphrase is: memory in KiB, passes, lanes."""

    memory: int = 262_144
    passes: int = 3
    lanes: int = 1


#: 256 MiB and three passes: about a second a guess.
FULL = Cost()


@dataclass(frozen=True)
class Wrapped:
    """A share as it is stored: without its passphrase it is noise."""

    number: int
    salt: bytes
    sealed: bytes
    cost: Cost


class WrongPassphrase(Exception):
    """This passphrase does not open this share; `number` says whose."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"share {number} does not open")


def typed(passphrase: str) -> str:
    """The passphrase as telephones and keyboards write it alike: NFC, single spaces, small letters."""
    return text.clean(passphrase).casefold()


def _key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    with _ONE_AT_A_TIME:
        return hash_secret_raw(
            typed(passphrase).encode(),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory,
            parallelism=cost.lanes,
            hash_len=_KEY,
            type=Type.ID,
        )


def _bound(context: bytes, number: int) -> bytes:
    return _WHAT + context + bytes([number])


def wrap(number: int, share: bytes, passphrase: str, context: bytes, *, random: Random, cost: Cost) -> Wrapped:
    """Seal a share under a passphrase, bound to its session (`context`) and its number."""
    salt = random(_SALT)
    sealed = ChaCha20Poly1305(_key(passphrase, salt, cost)).encrypt(_NONCE, share, _bound(context, number))
    return Wrapped(number, salt, sealed, cost)


def unwrap(wrapped: Wrapped, passphrase: str, context: bytes) -> bytes:
    """The share. Raises WrongPassphrase, also when the stored share was changed."""
    key = _key(passphrase, wrapped.salt, wrapped.cost)
    try:
        return ChaCha20Poly1305(key).decrypt(_NONCE, wrapped.sealed, _bound(context, wrapped.number))
    except InvalidTag:
        raise WrongPassphrase(wrapped.number) from None
