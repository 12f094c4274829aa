"""Opening the urn: per-case counts and nothing else. A whole ballot never leaves this file (a pattern of choices is a signature)."""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from recognition.council.sealing import ballot, box, shares, urn, wrapping
from recognition.council.sealing.ballot import Definition
from recognition.council.sealing.wrapping import Wrapped
from recognition.council.terms import Line, Opinion

NEEDED, PEOPLE = 2, 3


class BrokenUrn(Exception):
    """A ballot in the urn does not open with this session's key, or is no ballot: nothing is counted."""


def new_key(
    definition: Definition, passphrases: Mapping[int, str], *, random: shares.Random, cost: wrapping.Cost
) -> tuple[bytes, tuple[Wrapped, ...]]:
    """A key pair for one session: the public half, and the private half split among three tellers and forgotten."""
    private = random(box.KEY)
    parts = shares.split(private, PEOPLE, NEEDED, random)
    wrapped = tuple(
        wrapping.wrap(number, parts[number], passphrases[number], definition.context, random=random, cost=cost)
        for number in sorted(parts)
    )
    return box.public_of(private), wrapped


def private_key(
    definition: Definition, public: bytes, wrapped: Mapping[int, Wrapped], passphrases: Mapping[int, str]
) -> bytes:
    """The private half from two tellers' passphrases. Raises WrongPassphrase, BrokenUrn when it does not fit the public half."""
    parts = {
        number: wrapping.unwrap(wrapped[number], passphrase, definition.context)
        for number, passphrase in sorted(passphrases.items())
    }
    private = shares.combine(parts)
    if box.public_of(private) != public:
        raise BrokenUrn
    return private


def sealed_length(definition: Definition) -> int:
    """Bytes of one sealed ballot of this session."""
    return definition.size + box.OVERHEAD


def count(definition: Definition, private: bytes, contents: bytes) -> dict[UUID, Line]:
    """For each case how many approve, reject, abstain. Raises BrokenUrn when a single ballot is not whole."""
    found: dict[UUID, Counter[Opinion | None]] = {item: Counter() for item, _ in definition.items}
    try:
        for sealed in urn.ballots(contents, sealed_length(definition)):
            choices = ballot.decode(definition, box.unseal(private, sealed, definition.context))
            for (item, _), choice in zip(definition.items, choices, strict=True):
                found[item][choice] += 1
    except (box.Broken, ValueError):
        raise BrokenUrn from None
    return {
        item: Line(votes[Opinion.APPROVE], votes[Opinion.REJECT], votes[Opinion.ABSTAIN])
        for item, votes in found.items()
    }
