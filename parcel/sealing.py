"""Closing the parts of a parcel for one receiver: a fresh X25519 key per parcel, HKDF, AES-256-GCM per part.

Every part has its own nonce (its place) and is bound to the parcel's id and its path, so that parts cannot change places or parcels.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CONTEXT = b"guong-sang parcel v1 seal"


class Box:
    """Closes or opens the parts of one parcel."""

    def __init__(self, key: bytes, parcel_id: str) -> None:
        self._cipher, self._id = AESGCM(key), parcel_id

    def close(self, place: int, path: str, data: bytes) -> bytes:
        """The part, closed."""
        return self._cipher.encrypt(place.to_bytes(12, "big"), data, self._bound(path))

    def open(self, place: int, path: str, data: bytes) -> bytes:
        """The part as it was before. Raises ValueError when it was changed, or closed for another key."""
        try:
            return self._cipher.decrypt(place.to_bytes(12, "big"), data, self._bound(path))
        except InvalidTag as wrong:
            raise ValueError("not for this key, or changed") from wrong

    def _bound(self, path: str) -> bytes:
        return f"{self._id}\0{path}".encode()


def for_receiver(receiver: bytes, parcel_id: str) -> tuple[Box, bytes]:
    """A box that only the holder of the receiver's key opens, and the fresh public key that goes with it."""
    fresh = X25519PrivateKey.generate()
    public = fresh.public_key().public_bytes_raw()
    return Box(_derived(fresh.exchange(X25519PublicKey.from_public_bytes(receiver)), public, receiver), parcel_id), public


def for_opening(opening: bytes, fresh: bytes, parcel_id: str) -> Box:
    """The box on the receiver's side. Raises ValueError for a key that is none."""
    private = X25519PrivateKey.from_private_bytes(opening)
    own = private.public_key().public_bytes_raw()
    return Box(_derived(private.exchange(X25519PublicKey.from_public_bytes(fresh)), fresh, own), parcel_id)


def _derived(shared: bytes, fresh: bytes, receiver: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=fresh + receiver, info=CONTEXT).derive(shared)
