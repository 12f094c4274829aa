"""DuckDB's errors in our words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from db import errors


@contextmanager
def translated() -> Iterator[None]:
    """Turn the engine's errors into ours; a mistake in our own SQL stays as it is."""
    try:
        yield
    except duckdb.Error as error:
        ours = _ours(error)
        if ours is None:
            raise
        raise ours from error


def _ours(error: duckdb.Error) -> errors.StoreError | None:
    text = str(error)
    full = "No space left on device" in text or "File too large" in text or "Could not write" in text
    if isinstance(error, duckdb.FatalException) or "has been invalidated" in text:
        return (errors.DiskFull if full else errors.Unavailable)(detail=f"FATAL {text}")
    if full:
        return errors.DiskFull(detail=text)
    if isinstance(error, duckdb.ConnectionException):
        return errors.Unavailable(detail=text)
    if isinstance(error, duckdb.InterruptException):
        return errors.TooSlow(detail=text)
    if isinstance(error, duckdb.ConstraintException) or "Failed to commit: PRIMARY KEY or UNIQUE" in text:
        return errors.Violation(_kind(text), detail=text)
    if isinstance(error, duckdb.TransactionException) and ("Conflict on" in text or "ransaction conflict" in text):
        return errors.Conflict(detail=text)
    if isinstance(error, duckdb.DataError):
        return errors.Violation("value", detail=text)
    if isinstance(error, (duckdb.IOException, duckdb.SerializationException)) or type(error) is duckdb.Error:
        return _about_the_file(text)
    return None


def _kind(text: str) -> str:
    lowered = text.lower()
    if "not null" in lowered:
        return "not_null"
    if "check constraint" in lowered:
        return "check"
    return "foreign_key" if "foreign key" in lowered else "unique"


def _about_the_file(text: str) -> errors.StoreError:
    if "Could not set lock" in text or "being used by another process" in text:
        holder = re.search(r"PID (\d+)", text)
        return errors.DatabaseBusy(pid=int(holder[1]) if holder else None, detail=text)
    if "version number" in text:
        return errors.NewerSchema(detail=text)
    if "Corrupt" in text or "not a valid DuckDB" in text or "checkpoint iteration" in text or "sqlite_scanner" in text:
        return errors.Corrupt(detail=text)
    return errors.Unavailable(detail=text)
