"""The log: every change one entry, each bound to the one before by its hash.

Personal content stays outside the chain: an entry holds only a salted commitment, salt and content lie in
`audit_content` and can be erased without breaking anything.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from db.core import Head, Tx

if TYPE_CHECKING:
    from db.proof import Report

_TAG = b"guong-sang-audit-1\0"
START = "0" * 64  # the hash before the first entry


@dataclass(frozen=True)
class Draft:
    """An entry before it has its place in the chain. `recorded_at` is naive UTC, now when None."""

    actor: UUID | None
    verb: str
    kind: str
    object_id: UUID | None
    content: Mapping[str, Any]
    recorded_at: datetime | None = None


@dataclass(frozen=True)
class Entry:
    """An entry of the log as stored."""

    seq: int
    prev: str
    hash: str
    recorded_at: datetime
    actor_id: UUID | None
    verb: str
    kind: str
    object_id: UUID | None
    commitment: str


def append(
    tx: Tx, *, actor: UUID | None, verb: str, kind: str, object_id: UUID | None, content: Mapping[str, Any]
) -> Entry:
    """Add one entry at the end of the log, in the transaction of the change that it tells of.

    `content` holds texts, whole numbers, booleans, None, ids, dates, lists and mappings of these;
    raises TypeError for anything else (a float is not the same text everywhere).
    """
    return extend(tx, [Draft(actor, verb, kind, object_id, content)])[0]


def extend(tx: Tx, drafts: Iterable[Draft]) -> list[Entry]:
    """Add many entries, in order, with two statements."""
    head = tx.head or read_head(tx)
    entries, contents = [], []
    for draft in drafts:
        salt, text = secrets.token_hex(16), canonical(draft.content)
        entry = _entry(head, draft, commitment(salt, text))
        head = Head(entry.seq, entry.hash, head.origin)
        entries.append(entry)
        contents.append((entry.seq, salt, text))
    if entries:
        tx.load("audit", _COLUMNS, [tuple(getattr(each, name) for name in _COLUMNS) for each in entries])
        tx.load("audit_content", ("seq", "salt", "content"), contents)
        tx.run("update audit_head set seq = $1, hash = $2 where id = 1", head.seq, head.hash)
        tx.head = head
    return entries


_COLUMNS = ("seq", "prev", "hash", "recorded_at", "actor_id", "verb", "kind", "object_id", "commitment")


def verify(tx: Tx, *, marks: Path | None = None) -> Report:
    """Read the whole log and compare it with itself, its head and the marks file; see `db.proof`."""
    from db import proof

    return proof.verify(tx, marks=marks)


def read_head(tx: Tx) -> Head:
    """The end of the log as the database has it."""
    row = tx.one("select seq, hash, origin from audit_head where id = 1")
    if row is None:
        raise LookupError("audit_head is empty: the database was not migrated")
    return Head(row["seq"], row["hash"], row["origin"])


def _entry(head: Head, draft: Draft, committed: str) -> Entry:
    seq = head.seq + 1
    when = draft.recorded_at or datetime.now(UTC).replace(tzinfo=None)
    verb, kind = str(plain(draft.verb)), str(plain(draft.kind))
    hashed = link(head.hash, seq, when, draft.actor, verb, kind, draft.object_id, committed)
    return Entry(seq, head.hash, hashed, when, draft.actor, verb, kind, draft.object_id, committed)


def link(
    prev: str,
    seq: int,
    recorded_at: datetime,
    actor: UUID | None,
    verb: str,
    kind: str,
    object_id: UUID | None,
    committed: str,
) -> str:
    """The hash that binds an entry to the one before it: sha256(tag, previous hash, canonical JSON of the entry)."""
    facts = (
        f'{{"actor":{_quoted(actor)},"at":"{recorded_at.isoformat(timespec="microseconds")}",'
        f'"commitment":"{committed}","kind":{_json(kind)},"object":{_quoted(object_id)},'
        f'"seq":{seq},"verb":{_json(verb)}}}'
    )
    return hashlib.sha256(_TAG + bytes.fromhex(prev) + facts.encode()).hexdigest()


def _quoted(identity: UUID | None) -> str:
    return "null" if identity is None else f'"{identity}"'


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def commitment(salt: str, content: str) -> str:
    """What the chain keeps of a content: nothing can be guessed from it without the salt."""
    return hashlib.sha256(bytes.fromhex(salt) + content.encode()).hexdigest()


def canonical(content: Mapping[str, Any]) -> str:
    """One text for one content: keys sorted, NFC, no spaces."""
    return json.dumps(plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: Any) -> Any:
    """The value in JSON's own types, texts in NFC. Raises TypeError for a float or an unknown type."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, (set, frozenset)):
        return sorted((plain(each) for each in value), key=str)
    raise TypeError(f"the log holds no {type(value).__name__}")
