"""Making a parcel: what it holds, closed part by part, a manifest with every hash, and the sender's signature over it."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from parcel import canonical, sealing
from parcel.cards import Card, Keys

FORMAT, VERSION = "guong-sang-parcel", 1
CONTEXT = b"guong-sang parcel v1\0"
MANIFEST, SIGNATURE = "manifest.json", "signature"
CASES, RESULTS = "cases", "results"
_WHEN = (1980, 1, 1, 0, 0, 0)  # the day stands in the manifest; the same contents give the same archive


@dataclass(frozen=True)
class Contents:
    """What goes into a parcel. `files`: SHA-256 of the bytes → the bytes."""

    id: str
    kind: str
    number: int
    made_on: date
    content: Mapping[str, Any]
    cases: int
    files: Mapping[str, bytes] = field(default_factory=dict)


def pack(contents: Contents, keys: Keys, sender: Card, receiver: Card) -> bytes:
    """The whole parcel as a ZIP: manifest and signature in clear, everything else closed for `receiver`."""
    box, fresh = sealing.for_receiver(receiver.sealing, contents.id)
    plain = [canonical.written(contents.content), *(contents.files[name] for name in sorted(contents.files))]
    parts = [(path_of(place), box.close(place, path_of(place), data)) for place, data in enumerate(plain)]
    manifest = canonical.written({
        "format": FORMAT, "version": VERSION, "id": contents.id, "kind": contents.kind, "number": contents.number,
        "made_on": contents.made_on.isoformat(), "from": sender.plain(), "to": {"name": receiver.name, "fingerprint": receiver.fingerprint},
        "cases": contents.cases, "files": len(contents.files), "fresh": base64.b64encode(fresh).decode(),
        "parts": [{"path": path, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for path, data in parts],
    })  # fmt: skip
    signature = Ed25519PrivateKey.from_private_bytes(keys.signing).sign(CONTEXT + manifest)
    return _zipped([(MANIFEST, manifest), (SIGNATURE, base64.b64encode(signature)), *parts])


def path_of(place: int) -> str:
    """Where a part lies: by its place, never by a name that somebody typed."""
    return f"parts/{place:04d}.bin"


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path, data in parts:
            archive.writestr(zipfile.ZipInfo(path, _WHEN), data)
    return target.getvalue()
