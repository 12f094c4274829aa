"""The child process behind a long print: `python -m recognition.issuing.press FOLDER`. It touches no database.

FOLDER holds `plan.json`: `prints`, the words of `python -m certificates` for each file, run as people would run them;
`joins`, files made of pages of others; `table`, a long register; `bundle`, what goes into one ZIP under which name.
The result is FOLDER/out.pdf or FOLDER/out.zip. It tells `done/total` on the error stream. Exit codes are those of the command line.
"""

import io
import json
import signal
import sys
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from certificates.__main__ import parser, stop
from certificates.commands import DONE, REFUSED, run, say
from certificates.errors import Refused
from certificates.safe_file import safely


def main(arguments: list[str]) -> int:
    """Make what the plan says."""
    folder = Path(arguments[0])
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    for words in plan.get("prints", ()):
        code = run(parser().parse_args(words))
        if code != DONE:
            return code
    try:
        for joint in plan.get("joins", ()):
            with safely(folder / joint["out"]) as file:
                file.write(joined([(folder / part, places) for part, places in joint["parts"]]))
        if "table" in plan:
            _table(folder, plan["table"])
        if "bundle" in plan:
            _bundle(folder, plan["bundle"])
    except Refused as wrong:
        say(wrong.sentence)
        return REFUSED
    return DONE


def joined(parts: Sequence[tuple[Path, Sequence[int]]]) -> bytes:
    """One PDF of the pages of several, each page at its place."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    pages = {place: page for part, places in parts for place, page in zip(places, PdfReader(part).pages, strict=True)}
    for _, page in sorted(pages.items()):
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def table_row(cells: Iterable[str | int | date | None]) -> list[Any]:
    """A row as JSON keeps it: a day is a list of its own."""
    return [[cell.isoformat()] if isinstance(cell, date) else cell for cell in cells]


def _table(folder: Path, table: dict[str, Any]) -> None:
    from documents import printed, sheets

    rows = [tuple(date.fromisoformat(cell[0]) if isinstance(cell, list) else cell for cell in row) for row in table["rows"]]
    made = printed.table_pdf(
        table["title"], sheets.REGISTER_COLUMNS, rows, subtitle=table["subtitle"], paper="A3", progress=lambda done, total: say(f"{done}/{total}")
    )
    with safely(folder / "out.pdf") as file:
        file.write(made)


def _bundle(folder: Path, inside: list[tuple[str, str]]) -> None:
    with safely(folder / "out.zip") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, source in inside:
            bundle.write(folder / source, name)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    sys.exit(main(sys.argv[1:]))
