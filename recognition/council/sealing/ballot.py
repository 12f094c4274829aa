"""What a ballot is about, and one ballot as bytes that are equally long whatever they say."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from recognition.council.terms import Opinion

#: Two bits a case. Zero: the member takes no part in it.
_CODES = {None: 0, Opinion.APPROVE: 1, Opinion.REJECT: 2, Opinion.ABSTAIN: 3}
_WORDS = {code: opinion for opinion, code in _CODES.items()}
_VERSION = 1
_HEAD = 3
_STEP = 128


@dataclass(frozen=True)
class Definition:
    """The ballot as it was frozen when the vote opened: cases in order with their revision, the rule's hash, who votes."""

    session_id: UUID
    items: tuple[tuple[UUID, str], ...]
    rule_hash: str
    abstain_offered: bool
    voters: tuple[UUID, ...]

    def to_json(self) -> str:
        """Canonical JSON: equal ballots have equal hashes."""
        plain = {
            "session": str(self.session_id),
            "items": [[str(item), revision] for item, revision in self.items],
            "rule": self.rule_hash,
            "abstain": self.abstain_offered,
            "voters": [str(voter) for voter in self.voters],
        }
        return json.dumps(plain, sort_keys=True, separators=(",", ":"))

    @property
    def hash(self) -> str:
        """SHA-256 of the whole."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    @property
    def context(self) -> bytes:
        """What every sealed ballot and every share is bound to: the session and this definition."""
        return self.session_id.bytes + bytes.fromhex(self.hash)

    @property
    def size(self) -> int:
        """Bytes of a sealed ballot before sealing: a multiple of 128, the same for all of a session."""
        used = _HEAD + -(-len(self.items) // 4)
        return -(-used // _STEP) * _STEP


@lru_cache(maxsize=16)
def from_json(text: str) -> Definition:
    """The definition that `to_json` wrote. Raises ValueError, KeyError, TypeError."""
    known = json.loads(text)
    return Definition(
        UUID(known["session"]),
        tuple((UUID(item), str(revision)) for item, revision in known["items"]),
        str(known["rule"]),
        bool(known["abstain"]),
        tuple(UUID(voter) for voter in known["voters"]),
    )


def encode(definition: Definition, choices: Mapping[UUID, Opinion]) -> bytes:
    """One ballot: version, number of cases, two bits a case, zeros up to the size. A case without a choice is 0."""
    codes = [_CODES[choices.get(item)] for item, _ in definition.items]
    packed = bytearray(-(-len(codes) // 4))
    for at, code in enumerate(codes):
        packed[at // 4] |= code << (at % 4 * 2)
    head = bytes([_VERSION]) + len(codes).to_bytes(2, "big")
    return (head + bytes(packed)).ljust(definition.size, b"\0")


def decode(definition: Definition, data: bytes) -> Sequence[Opinion | None]:
    """The choices in the order of the cases. Raises ValueError for bytes that are no ballot of this definition."""
    number = len(definition.items)
    used = _HEAD + -(-number // 4)
    if (
        len(data) != definition.size
        or data[0] != _VERSION
        or int.from_bytes(data[1:3], "big") != number
        or any(data[used:])
    ):
        raise ValueError("not a ballot of this session")
    return [_WORDS[data[_HEAD + at // 4] >> (at % 4 * 2) & 3] for at in range(number)]
