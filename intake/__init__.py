"""Foreign files in, rows out: safely, with every row accounted for.

`read` parses in a child process with limits on memory and time, so that no file can take the app down.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from intake.errors import Refused
from intake.evidence import Evidence
from intake.limits import LIMITS, Limits
from intake.reading import Reading

if TYPE_CHECKING:
    from intake.mapping.model import Remembered

__all__ = ["LIMITS", "Evidence", "Limits", "Reading", "Refused", "check_evidence", "read"]


def read(path: Path, mapping: Sequence[Remembered] = (), limits: Limits = LIMITS) -> Reading:
    """The reading of the list at `path`, made by a limited child process. Raises Refused with one sentence.

    `mapping` is a unit's remembered layout; see `intake.layout`.
    """
    from intake import layout, sandbox

    arguments = ["read", str(Path(path).absolute()), "--full", "--in-process"]
    if not mapping:
        return Reading.from_full_json(sandbox.run(arguments, limits))
    with tempfile.TemporaryDirectory() as folder:
        remembered = Path(folder) / "mapping.json"
        remembered.write_text(json.dumps(layout.to_json(list(mapping))), encoding="utf-8")
        return Reading.from_full_json(sandbox.run([*arguments, "--mapping", str(remembered)], limits))


def check_evidence(path: Path, limits: Limits = LIMITS) -> Evidence:
    """The photo or PDF at `path`, checked and, if a photo, re-encoded by a limited child process. Raises Refused."""
    from intake import sandbox

    told = sandbox.output(["evidence", str(Path(path).absolute()), "--full", "--in-process"], limits)
    head, _, data = told.partition(b"\n")
    return Evidence.from_json(json.loads(head), data)
