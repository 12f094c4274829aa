"""What tables there are, the same words on both engines, and their rows as portable lines."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from db import schema
from db.core import Tx
from db.errors import Refused

BOOK = schema.BOOK  # each engine keeps its own
SECRET_COLUMNS = frozenset({"token_hash", "code_hash"})  # a table with one of these stays out of every backup
_TYPES = {
    "uuid": "uuid",
    "bigint": "integer",
    "integer": "integer",
    "smallint": "integer",
    "text": "text",
    "varchar": "text",
    "character varying": "text",
    "boolean": "boolean",
    "date": "date",
    "timestamp": "timestamp",
    "timestamp without time zone": "timestamp",
    "bytea": "bytes",
    "blob": "bytes",
    "double": "float",
    "double precision": "float",
    "_text": "text[]",
    "_varchar": "text[]",
    "_uuid": "uuid[]",
    "_int8": "integer[]",
    "_int4": "integer[]",
    "_date": "date[]",
    "varchar[]": "text[]",
    "uuid[]": "uuid[]",
    "bigint[]": "integer[]",
    "integer[]": "integer[]",
    "date[]": "date[]",
}
_COLUMNS = """
    select c.table_name, c.column_name, c.data_type, c.udt_name
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where t.table_type = 'BASE TABLE' and c.table_schema = current_schema() and t.table_catalog = current_database()
      and c.table_catalog = current_database()
    order by c.table_name, c.ordinal_position
"""


@dataclass(frozen=True)
class Table:
    """A table's columns as (name, portable type), in order."""

    name: str
    columns: tuple[tuple[str, str], ...]

    @property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [name for name, _ in self.columns]

    @property
    def secret(self) -> bool:
        """Sign-in tokens and one-time codes: never leave the database."""
        return not SECRET_COLUMNS.isdisjoint(self.names)


def tables(tx: Tx) -> list[Table]:
    """Every table but the book of migrations. Raises Refused for a type that is not portable."""
    columns: dict[str, list[tuple[str, str]]] = {}
    for row in tx.all(_COLUMNS):
        kind = row["udt_name"] if row["data_type"] == "ARRAY" else row["data_type"]
        portable = _TYPES.get(str(kind).lower())
        if portable is None:
            raise Refused(detail=f"{row['table_name']}.{row['column_name']}: {kind} is not portable")
        columns.setdefault(row["table_name"], []).append((row["column_name"], portable))
    return [Table(name, tuple(columns[name])) for name in sorted(columns) if name != BOOK]


def lines(tx: Tx, table: Table, condition: str = "") -> Iterator[bytes]:
    """Each row as one line of JSON, in no promised order; `condition` (one of ours, never typed) leaves rows out."""
    picked = ", ".join(f'"{name}"' for name in table.names)
    for rows in tx.stream(f'select {picked} from "{table.name}"{condition}'):
        for row in rows:
            yield line(row)


def line(row: Sequence[Any]) -> bytes:
    """One row as a list of JSON values."""
    return json.dumps([_out(value) for value in row], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _out(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, list):
        return [_out(each) for each in value]
    return value


_IN: dict[str, Callable[[Any], Any]] = {
    "uuid": UUID,
    "date": date.fromisoformat,
    "timestamp": datetime.fromisoformat,
    "bytes": base64.b64decode,
    "float": float,
}


def row_of(text: bytes, table: Table) -> list[Any]:
    """A line back as a row. Raises ValueError when it is not one."""
    values = json.loads(text)
    if not isinstance(values, list) or len(values) != len(table.columns):
        raise ValueError(f"not a row of {table.name}")
    return [_in(value, kind) for value, (_, kind) in zip(values, table.columns, strict=True)]


def _in(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind.endswith("[]"):
        return [_in(each, kind[:-2]) for each in value]
    convert = _IN.get(kind)
    return convert(value) if convert else value


class Sum:
    """A fingerprint of rows that does not depend on their order: count, and the sum of their sha256 modulo 2^256."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, text: bytes) -> None:
        """Count one more row, given as its line."""
        self.rows += 1
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(text).digest(), "big")) % 2**256

    @property
    def hash(self) -> str:
        """The sum as 64 hex digits."""
        return f"{self._sum:064x}"


def fingerprint(rows: Iterable[bytes]) -> Sum:
    """The fingerprint of lines."""
    total = Sum()
    for text in rows:
        total.add(text)
    return total


def fingerprints(tx: Tx) -> dict[str, tuple[int, str]]:
    """Rows and fingerprint of every table that a backup carries."""
    found = {}
    for table in tables(tx):
        if not table.secret:
            total = fingerprint(lines(tx, table))
            found[table.name] = (total.rows, total.hash)
    return found
