"""The urn: sealed ballots of one length, one after another, always sorted, so that their order says nothing."""

import hashlib

_RECEIPT = 16


def ballots(urn: bytes, length: int) -> list[bytes]:
    """The sealed ballots. Raises ValueError when the urn is not made of whole ones."""
    if length <= 0 or len(urn) % length:
        raise ValueError("the urn is not made of whole ballots")
    return [urn[at : at + length] for at in range(0, len(urn), length)]


def add(urn: bytes, sealed: bytes) -> bytes:
    """The urn with one more ballot. They begin with random keys: sorted, they forget who came when."""
    return b"".join(sorted([*ballots(urn, len(sealed)), sealed]))


def receipt(sealed: bytes) -> str:
    """What the voter gets: proves that the sealed ballot lies in the urn, never what it says."""
    return hashlib.sha256(sealed).hexdigest()[:_RECEIPT]


def receipts(urn: bytes, length: int) -> tuple[str, ...]:
    """All receipts, sorted."""
    return tuple(sorted(receipt(each) for each in ballots(urn, length)))


def fingerprint(urn: bytes) -> str:
    """SHA-256 of the whole urn."""
    return hashlib.sha256(urn).hexdigest()
