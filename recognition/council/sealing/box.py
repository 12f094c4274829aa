"""Sealing to a public key: ephemeral X25519, HKDF-SHA256, ChaCha20-Poly1305. What is sealed says nothing but its length."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from recognition.council.sealing.shares import Random

KEY = 32
#: How much longer the sealed text is than the open one: the ephemeral key and the tag.
OVERHEAD = KEY + 16
_NONCE = bytes(12)  # the ephemeral key is new each time, so the derived key seals one message only
_WHAT = b"guong-sang ballot 1"


class Broken(Exception):
    """Not sealed to this key for this ballot, or changed afterwards."""


def public_of(private: bytes) -> bytes:
    """The public half of a private key of 32 bytes."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def _derived(shared: bytes, ephemeral: bytes, public: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(algorithm=SHA256(), length=KEY, salt=ephemeral + public, info=_WHAT).derive(shared))


def seal(public: bytes, message: bytes, bound: bytes, random: Random) -> bytes:
    """`message` for whoever holds the private half, and for the ballot named by `bound` only."""
    once = X25519PrivateKey.from_private_bytes(random(KEY))
    ephemeral = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return ephemeral + _derived(shared, ephemeral, public).encrypt(_NONCE, message, bound)


def unseal(private: bytes, sealed: bytes, bound: bytes) -> bytes:
    """What was sealed. Raises Broken."""
    ephemeral, rest = sealed[:KEY], sealed[KEY:]
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(ephemeral))
        return _derived(shared, ephemeral, public_of(private)).decrypt(_NONCE, rest, bound)
    except (InvalidTag, ValueError):
        raise Broken from None
