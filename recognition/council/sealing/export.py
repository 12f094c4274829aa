"""The closed urn as a file, and the second count of it on a machine without the program's database."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from recognition.council.sealing import ballot, tally, urn
from recognition.council.sealing.wrapping import Cost, Wrapped
from recognition.council.terms import Line

_FORMAT = "guong-sang-urn-1"


@dataclass(frozen=True)
class UrnFile:
    """What a second count needs. `names` gives number and name of each case; `results` are empty before the session's end."""

    session: str
    definition: str
    public_key: bytes
    contents: bytes
    shares: Mapping[int, Wrapped]
    names: Mapping[UUID, tuple[int, str]]
    written: Mapping[UUID, Line] = field(default_factory=dict)
    results: Mapping[UUID, tuple[int, int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Recount:
    """What the second count says. `agrees` is None while there is no official result to compare with."""

    ballots: int
    urn_hash: str
    receipts: tuple[str, ...]
    lines: tuple[tuple[int, str, Line], ...]
    agrees: bool | None


class NotAnUrn(Exception):
    """The file is no exported urn."""


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def write(file: UrnFile) -> bytes:
    """The file's bytes."""
    plain = {
        "format": _FORMAT,
        "session": file.session,
        "definition": file.definition,
        "public_key": _text(file.public_key),
        "urn": _text(file.contents),
        "urn_sha256": urn.fingerprint(file.contents),
        "shares": [
            {
                "number": n,
                "salt": _text(s.salt),
                "sealed": _text(s.sealed),
                "cost": [s.cost.memory, s.cost.passes, s.cost.lanes],
            }
            for n, s in sorted(file.shares.items())
        ],
        "names": [[str(item), number, name] for item, (number, name) in file.names.items()],
        "written": {str(item): [line.approve, line.reject, line.abstain] for item, line in file.written.items()},
        "results": {str(item): list(each) for item, each in file.results.items()},
    }
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def read(data: bytes) -> UrnFile:
    """The file that `write` made. Raises NotAnUrn."""
    try:
        known = json.loads(data)
        if known["format"] != _FORMAT:
            raise NotAnUrn
        shares = [
            Wrapped(each["number"], _bytes(each["salt"]), _bytes(each["sealed"]), Cost(*each["cost"]))
            for each in known["shares"]
        ]
        ballot.from_json(known["definition"])
        return UrnFile(
            str(known["session"]),
            known["definition"],
            _bytes(known["public_key"]),
            _bytes(known["urn"]),
            {share.number: share for share in shares},
            {UUID(item): (int(number), str(name)) for item, number, name in known["names"]},
            {UUID(item): Line(*each) for item, each in known["written"].items()},
            {UUID(item): (each[0], each[1], each[2]) for item, each in known["results"].items()},
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise NotAnUrn from None


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def recount(file: UrnFile, passphrases: Mapping[int, str]) -> Recount:
    """Count the urn again with two passphrases. Raises WrongPassphrase, BrokenUrn."""
    definition = ballot.from_json(file.definition)
    private = tally.private_key(definition, file.public_key, file.shares, passphrases)
    lines = tally.count(definition, private, file.contents)
    length = tally.sealed_length(definition)
    merged = {item: _together(line, file.written.get(item)) for item, line in lines.items()}
    agrees = None if not file.results else all(file.results.get(item) == each for item, each in merged.items())
    shown = tuple((*file.names.get(item, (0, str(item))), line) for item, line in lines.items())
    return Recount(
        len(urn.ballots(file.contents, length)),
        urn.fingerprint(file.contents),
        urn.receipts(file.contents, length),
        shown,
        agrees,
    )


def _together(line: Line, written: Line | None) -> tuple[int, int, int]:
    more = written or Line(0, 0)
    return line.approve + more.approve, line.reject + more.reject, line.abstain + more.abstain
