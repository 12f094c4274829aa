"""Who an installation is to others: two keys, a card that shows their public halves, and the digits that people compare.

An Ed25519 key signs, an X25519 key opens. The card is signed by the first, so that name and second key belong to it; whether it
belongs to whom it names, only two people on the telephone can say: they read out the fingerprint, 24 digits of a hash of both keys.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from parcel import canonical
from parcel.errors import Refused

FORMAT, VERSION = "guong-sang-card", 1
CONTEXT = b"guong-sang card v1\0"
DIGITS, KEY_BYTES, MOST_NAME, MOST_CARD = 24, 32, 300, 10_000
NO_CARD = "Tệp này không phải thẻ của một nơi gửi, nhận gói. Anh/chị xin bên kia tải lại thẻ ở trang «Nơi gửi, nhận gói»."
CHANGED = "Thẻ đã bị sửa sau khi lập: chữ ký không khớp. Anh/chị xin bên kia thẻ khác, đừng dùng thẻ này."
NEWER = "Thẻ do bản phần mềm mới hơn lập ra. Anh/chị nâng cấp phần mềm ở đây rồi mở lại."


@dataclass(frozen=True)
class Keys:
    """The private halves: raw bytes of an Ed25519 and an X25519 key."""

    signing: bytes
    opening: bytes


@dataclass(frozen=True)
class Card:
    """What others know of an installation: its name, both public keys (raw bytes), and the signature over them."""

    name: str
    signing: bytes
    sealing: bytes
    signature: bytes

    @property
    def fingerprint(self) -> str:
        """24 digits in fours, by which people tell this pair of keys from any other."""
        digits = fingerprint_digits(self.signing, self.sealing)
        return " ".join(digits[at : at + 4] for at in range(0, DIGITS, 4))

    def plain(self) -> dict[str, Any]:
        """The card as JSON holds it."""
        return {
            "format": FORMAT, "version": VERSION, "name": self.name, "signing": _text(self.signing), "sealing": _text(self.sealing),
            "signature": _text(self.signature),
        }  # fmt: skip

    def to_bytes(self) -> bytes:
        """The card as a file."""
        return canonical.written(self.plain())


def new_keys() -> Keys:
    """A fresh pair of keys."""
    return Keys(_raw(Ed25519PrivateKey.generate()), _raw(X25519PrivateKey.generate()))


def card_of(keys: Keys, name: str) -> Card:
    """The card of whoever holds `keys`, under a name."""
    private = Ed25519PrivateKey.from_private_bytes(keys.signing)
    signing = private.public_key().public_bytes_raw()
    sealing = X25519PrivateKey.from_private_bytes(keys.opening).public_key().public_bytes_raw()
    return Card(name, signing, sealing, private.sign(_signed(name, signing, sealing)))


def read_card(data: bytes) -> Card:
    """The card in a file. Raises Refused."""
    if len(data) > MOST_CARD:
        raise Refused(NO_CARD)
    try:
        found = canonical.read(data.strip())
    except ValueError as wrong:
        raise Refused(NO_CARD) from wrong
    return card_from(found)


def card_from(found: Any) -> Card:
    """The card that JSON holds, its signature checked. Raises Refused."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused(NO_CARD)
    if found.get("version") != VERSION:
        raise Refused(NEWER)
    name, keys = found.get("name"), [_bytes(found.get(part)) for part in ("signing", "sealing", "signature")]
    if not isinstance(name, str) or not 0 < len(name) <= MOST_NAME or [len(key) for key in keys] != [KEY_BYTES, KEY_BYTES, 64]:
        raise Refused(NO_CARD)
    card = Card(name, *keys)
    try:
        Ed25519PublicKey.from_public_bytes(card.signing).verify(card.signature, _signed(name, card.signing, card.sealing))
        X25519PublicKey.from_public_bytes(card.sealing)
    except (InvalidSignature, ValueError) as wrong:
        raise Refused(CHANGED) from wrong
    return card


def fingerprint_digits(signing: bytes, sealing: bytes) -> str:
    """24 decimal digits of a hash of both public keys: decimal, because people read digits out without mistakes."""
    found = hashlib.sha256(CONTEXT + signing + sealing).digest()
    return f"{int.from_bytes(found, 'big') % 10**DIGITS:0{DIGITS}d}"


def _signed(name: str, signing: bytes, sealing: bytes) -> bytes:
    return CONTEXT + signing + sealing + name.encode()


def _raw(key: Ed25519PrivateKey | X25519PrivateKey) -> bytes:
    return key.private_bytes(serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption())


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        return b""
