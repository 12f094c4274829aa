"""Everything that must hold in a database: the log, the invariants, the references, the evidence files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db import blobs, proof
from db.core import Database, Tx
from db.tables import Table, tables

FOLDER = Path(__file__).parent / "invariants"
REFERENCES = Path(__file__).parent / "references.txt"
ANYTHING = "anything"
_SHOWN = 5
Say = Callable[[str], None]


@dataclass(frozen=True)
class Problem:
    """One broken rule: its name, a Vietnamese sentence, how many rows break it, and a few of them."""

    name: str
    sentence: str
    count: int = 1
    examples: tuple[str, ...] = ()

    def __str__(self) -> str:
        shown = f" Ví dụ: {'; '.join(self.examples)}." if self.examples else ""
        return f"{self.sentence} ({self.count} chỗ, {self.name}).{shown}"


@dataclass(frozen=True)
class Reference:
    """A column that points to a row of another table. No foreign keys: the embedded engine cannot bear them."""

    child: str
    column: str
    parent: str
    key: str

    @property
    def name(self) -> str:
        """`table.column`, as a finding names it."""
        return f"{self.child}.{self.column}"

    @property
    def query(self) -> str:
        """SQL for the values that point nowhere."""
        return (
            f"select distinct c.{self.column} from {self.child} c where c.{self.column} is not null "
            f"and not exists (select 1 from {self.parent} p where p.{self.key} = c.{self.column})"
        )


def check(
    database: Database, *, files: Path | None = None, marks: Path | None = None, say: Say = print
) -> list[Problem]:
    """Check all of it in one snapshot; what is wrong, an empty list when nothing is."""
    with database.read() as tx:
        say("Đang kiểm tra nhật ký.")
        found = log(tx, marks)
        say("Đang kiểm tra các quy tắc của dữ liệu.")
        found += invariants(tx) + orphans(tx)
        if files is not None:
            say("Đang kiểm tra tệp minh chứng.")
            found += evidence(tx, files)
    return found


def log(tx: Tx, marks: Path | None) -> list[Problem]:
    """The chain, its head and the marks outside."""
    report = proof.verify(tx, marks=marks)
    return [] if report.ok else [Problem(f"nhật ký số {report.first_bad}", report.why)]


def invariants(tx: Tx, folder: Path = FOLDER) -> list[Problem]:
    """Run each `*.sql` of the folder: it returns the offending rows, its first comment says what is wrong."""
    found = []
    for path in sorted(folder.glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        sentence = text.splitlines()[0].removeprefix("--").strip()
        found += _offending(tx, text, path.stem, sentence)
    return found


def orphans(tx: Tx) -> list[Problem]:
    """Rows that point to nothing."""
    there = {table.name for table in tables(tx)}
    found = []
    for each in references():
        if {each.child, each.parent} <= there:
            sentence = f"Bảng «{each.child}» nhắc tới bản ghi không có trong bảng «{each.parent}»."
            found += _offending(tx, each.query, each.name, sentence)
    return found


def _offending(tx: Tx, sql: str, name: str, sentence: str) -> list[Problem]:
    rows = tx.all(sql)
    if not rows:
        return []
    examples = tuple(", ".join(f"{key}={value}" for key, value in row.items()) for row in rows[:_SHOWN])
    return [Problem(name, sentence, len(rows), examples)]


def references(file: Path = REFERENCES) -> list[Reference]:
    """What `references.txt` declares."""
    return [
        Reference(*child.split("."), *parent.split("."))
        for child, parent in declared(file).items()
        if parent != ANYTHING
    ]


def declared(file: Path = REFERENCES) -> dict[str, str]:
    """Every declared column, `table.column`, and what it points to."""
    lines = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    pairs = (line.split("->") for line in lines if line)
    return {child.strip(): parent.strip() for child, parent in pairs}


def evidence(tx: Tx, folder: Path) -> list[Problem]:
    """Every blob that a row names lies in the folder, and every file there is what its name says."""
    missing = [
        f"{table.name}.{column} {sha256}"
        for table in tables(tx)
        for column in blob_columns(table)
        for sha256 in _named(tx, table.name, column)
        if not (blobs.is_name(sha256) and blobs.path(folder, sha256).exists())
    ]
    spoiled = [path.name for path in blobs.every(folder) if not blobs.sound(path)]
    found = []
    if missing:
        found.append(Problem("tệp thiếu", "Không tìm thấy tệp minh chứng.", len(missing), tuple(missing[:_SHOWN])))
    if spoiled:
        found.append(Problem("tệp hỏng", "Tệp minh chứng bị hỏng.", len(spoiled), tuple(spoiled[:_SHOWN])))
    return found


def blob_columns(table: Table) -> list[str]:
    """Columns that name evidence files: `blob`, or ending in `_blob`."""
    return [name for name, kind in table.columns if kind == "text" and (name == "blob" or name.endswith("_blob"))]


def _named(tx: Tx, table: str, column: str) -> Iterator[str]:
    for rows in tx.stream(f"select distinct {column} from {table} where {column} is not null and {column} <> ''"):
        yield from (row[0] for row in rows)
