"""Damaged and random files for the readers, by seed. `python -m tests.support.fuzz FIRST COUNT` runs them limited.

Each input must end in a reading or in a refusal; anything else is printed with its seed. Rows stay accounted for.
"""

from __future__ import annotations

import io
import random
import sys
import traceback
import zipfile
from collections import Counter
from functools import lru_cache
from pathlib import Path

from intake import sandbox
from intake.engine import understand
from intake.errors import Refused
from intake.evidence import read_evidence
from intake.limits import LIMITS
from intake.tables import read_book
from tests.support.expected import TODAY
from tests.support.hostile_files import good_evidence, picture, rezip
from tests.support.messy_lists import TRAPS

FILES = Path(__file__).resolve().parent.parent / "intake" / "files"
PIECES = (
    "STT",
    "Họ và tên",
    "Nam",
    "Nữ",
    "#N/A",
    "=A1",
    "I. Tập thể",
    "Tổng cộng",
    "(1)",
    "1",
    "31/02/1980",
    "x",
    "\u00ad",
    "ÁÀ",
    "Ông",
    "nt",
    "",
    " ",
    "9" * 40,
    "T/M",
    "Đơn vị",
    "Nguyễn Văn A",
    "\n",
    "0",
    "-",
)


@lru_cache(maxsize=1)
def seeds() -> list[tuple[str, bytes]]:
    """Good files of every kind that is read."""
    lists = [build() for _, build in TRAPS.values()]
    old = [(path.name, path.read_bytes()) for path in sorted(FILES.glob("*.xls"))]
    shown = [(name, data) for _, name, data in good_evidence()] + [("anh.heic", (FILES / "photo.heic").read_bytes())]
    return [*lists, *old, *shown, ("anh.jpg", picture("JPEG", (90, 70)))]


def mutated(chance: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    """One damaged version of a file; office files are often damaged inside their parts, so that checksums hold."""
    if data.startswith(b"PK") and chance.random() < 0.75:
        with zipfile.ZipFile(io.BytesIO(data)) as made:
            part = chance.choice([item for item in made.namelist() if item.endswith((".xml", ".rels"))])
            inside = made.read(part)
        return name, rezip(data, {part: _damaged(chance, inside)})
    if chance.random() < 0.15:
        return name, _random_table(chance)
    return name, _damaged(chance, data)


def _damaged(chance: random.Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at, kind = chance.randrange(len(made) + 1), chance.randrange(6)
        if kind == 0 and made:
            made[at % len(made)] = chance.randrange(256)
        elif kind == 1:
            del made[at : at + chance.choice((1, 3, 50))]
        elif kind == 2:
            made[at:at] = chance.choice(PIECES).encode()
        elif kind == 3:
            made[at:at] = made[at : at + chance.choice((5, 100, 1000))]
        elif kind == 4:
            made[at:at] = bytes(chance.randrange(256) for _ in range(chance.choice((1, 4, 16))))
        else:
            other = chance.randrange(len(made) + 1)
            made[at : at + 20], made[other : other + 20] = made[other : other + 20], made[at : at + 20]
    return bytes(made)


def _random_table(chance: random.Random) -> bytes:
    sign = chance.choice(",;\t")
    rows = [[chance.choice(PIECES) for _ in range(chance.randrange(1, 8))] for _ in range(chance.randrange(1, 30))]
    return "\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows).encode()


def fault(name: str, data: bytes) -> str | None:
    """What went wrong with one input, or None."""
    try:
        if name.lower().endswith((".xlsx", ".xls", ".docx", ".csv", ".tsv", ".txt")):
            book = read_book(name, data, LIMITS)
            everything = Counter((id(sheet), row) for sheet in book.sheets for row in (*sheet.rows, *sheet.blank, *sheet.struck))
            reading = understand(book, (), LIMITS, TODAY)
            told = len(reading.rows) + len(reading.refused) + len(reading.not_data)
            return None if told == sum(everything.values()) else f"{told} rows told of {sum(everything.values())}"
        read_evidence(name, data, LIMITS)
    except Refused:
        return None
    except MemoryError:
        return None  # the limit did its work; the parent says so in one sentence
    except BaseException:
        return traceback.format_exc(limit=-4)
    return None


def main(first: int, count: int) -> int:
    """Try seeds `first` … and print the faults; the number of them."""
    good = seeds()
    sandbox.enter(LIMITS.picture_memory, LIMITS.__class__(cpu_seconds=3_600))
    faults = 0
    for seed in range(first, first + count):
        chance = random.Random(seed)
        told = fault(*mutated(chance, *chance.choice(good)))
        if told:
            faults += 1
            sys.stdout.write(f"seed {seed}: {told}\n")
    sys.stdout.write(f"{count} inputs, {faults} faults\n")
    return faults


if __name__ == "__main__":
    sys.exit(min(1, main(int(sys.argv[1]), int(sys.argv[2]))))
