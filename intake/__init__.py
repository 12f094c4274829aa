"""Foreign files in, rows out: safely, with every row accounted for.

`read` parses in a child process with limits on memory and time, so that no file can take the app down.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.errors import Refused
from intake.evidence import Evidence
from intake.limits import LIMITS, Limits
from intake.reading import Reading

if TYPE_CHECKING:
    from intake.accounts import Accounts, Known
    from intake.mapping.model import Remembered
    from intake.workbook import Finding

__all__ = ["LIMITS", "Evidence", "Limits", "Reading", "Refused", "annotate", "check_evidence", "read", "read_accounts"]


def read(
    path: Path,
    mapping: Sequence[Remembered] = (),
    limits: Limits = LIMITS,
    progress: Callable[[int], None] | None = None,
    *,
    keep_fonts: bool = False,
) -> Reading:
    """The reading of the list at `path`, made by a limited child process. Raises Refused with one sentence.

    `mapping` is a unit's remembered layout; see `intake.layout`. `progress` is told whole percents, 0 to 100.
    `keep_fonts`: values typed in old fonts stay as they are instead of becoming Unicode.
    """
    from intake import layout, sandbox

    arguments = ["read", _whole(path), "--full", "--in-process", "--convert-fonts", "no" if keep_fonts else "yes"]
    if not mapping:
        return Reading.from_full_json(sandbox.run(arguments, limits, progress))
    with _beside(layout.to_json(list(mapping))) as remembered:
        return Reading.from_full_json(sandbox.run([*arguments, "--mapping", remembered], limits, progress))


def check_evidence(path: Path, limits: Limits = LIMITS) -> Evidence:
    """The photo or PDF at `path`, checked and, if a photo, re-encoded by a limited child process. Raises Refused."""
    from intake import sandbox

    told = sandbox.output(["evidence", _whole(path), "--full", "--in-process"], limits)
    head, _, data = told.partition(b"\n")
    return Evidence.from_json(json.loads(head), data)


def read_accounts(path: Path, known: Known, limits: Limits = LIMITS) -> Accounts:
    """The workbook of units, people and accounts, checked row by row by a limited child process. Raises Refused."""
    from intake import sandbox
    from intake.accounts import Accounts

    with _beside(known.to_json()) as beside:
        told = sandbox.run(["accounts", _whole(path), "--known", beside, "--full", "--in-process"], limits)
    return Accounts.from_json(told)


def annotate(path: Path, found: Iterable[Finding], limits: Limits = LIMITS) -> bytes:
    """The workbook at `path` with its wrong cells coloured and commented, by a limited child process. Raises Refused."""
    from intake import sandbox

    with _beside([vars(item) for item in found]) as beside:
        return sandbox.output(["annotate", _whole(path), "--findings", beside, "--full", "--in-process"], limits)


def _whole(path: Path) -> str:
    return str(Path(path).absolute())


@contextmanager
def _beside(data: Any) -> Iterator[str]:
    """A short-lived JSON file that the child reads beside its own file."""
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder) / "beside.json"
        beside.write_text(json.dumps(data), encoding="utf-8")
        yield str(beside)
