"""JSON of one spelling: sorted keys, no spaces, no fractions; and reading it without believing it."""

import json
from collections.abc import Mapping
from typing import Any

MOST_DEPTH = 12


def written(content: Mapping[str, Any]) -> bytes:
    """The one spelling of `content` as bytes."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def read(data: bytes) -> dict[str, Any]:
    """What `data` says. Raises ValueError for anything but an object in its one spelling, and for depths that nobody writes."""
    try:
        found = json.loads(data.decode())
    except RecursionError as deep:
        raise ValueError("too deep") from deep
    if not isinstance(found, dict) or _depth(found) > MOST_DEPTH or written(found) != data:
        raise ValueError("not in its one spelling")
    return found


def _depth(value: Any, at: int = 1) -> int:
    if at > MOST_DEPTH:
        return at
    if isinstance(value, dict):
        return max((_depth(item, at + 1) for item in value.values()), default=at)
    if isinstance(value, list):
        return max((_depth(item, at + 1) for item in value), default=at)
    return at
