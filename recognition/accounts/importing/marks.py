"""The office's own workbook back, its wrong rows coloured and commented."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import intake
from intake.workbook import Finding
from recognition.accounts.importing.plan import Plan, Standing
from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.errors import Invalid
from recognition.hall.words import Verb


@contextmanager
def as_file(data: bytes) -> Iterator[Path]:
    """The bytes as a short-lived file that the limited child process can read."""
    with tempfile.TemporaryDirectory(prefix="guong-sang-") as folder:
        path = Path(folder) / "nhap.xlsx"
        path.write_bytes(data)
        yield path


def marked(who: Actor, data: bytes, plan: Plan) -> bytes:
    """The workbook with every row to mend or to look at marked, as .xlsx. Raises NotAllowed, Invalid."""
    permissions.require(who, Verb.IMPORT_WORKBOOK)
    found = [
        Finding(row.sheet, f"A{row.row}", sentence)
        for row in plan.rows
        if row.standing in (Standing.WRONG, Standing.ASK)
        for sentence in row.sentences
    ]
    try:
        with as_file(data) as path:
            return intake.annotate(path, found)
    except intake.Refused as refused:
        raise Invalid({"file": str(refused)}) from refused
