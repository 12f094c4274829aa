"""What each messy list must read as; `python -m tests.support.expected` writes the files anew, for review by eye."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import tests.support.more_messy_lists as _more
import tests.support.unit_lists as _units
from intake.engine import read_bytes
from tests.support.messy_lists import TRAPS

FOLDER = Path(__file__).resolve().parent.parent / "intake" / "expected"
TODAY = date(2026, 11, 26)
NAMES = tuple(sorted(TRAPS))
assert _more
assert _units


def expected(name: str) -> Any:
    """The reading on file."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def write() -> None:
    """Write every reading."""
    FOLDER.mkdir(exist_ok=True)
    for name, (words, build) in TRAPS.items():
        reading = {"trap": words} | read_bytes(*build(), today=TODAY).to_json()
        (FOLDER / f"{name}.json").write_text(json.dumps(reading, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
