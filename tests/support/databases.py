"""Fresh databases for tests: a copy of a migrated template, on either engine, in milliseconds."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

import db
from tests.support import postgres

HOW_TO_GET_POSTGRES = (
    "PostgreSQL tests need a server: install Debian's postgresql package (initdb is then found by itself), "
    "or set GUONG_SANG_TEST_POSTGRES=postgresql://user:password@host/postgres of a user that may create databases."
)


def temporary_folder() -> Path:
    """A folder that is gone when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="guong-sang-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def template_file() -> Path:
    """An empty, migrated DuckDB file, made once per process."""
    path = temporary_folder() / "template.duckdb"
    with db.open(path) as database:
        db.migrate(database)
    return path


def fresh(folder: Path | None = None) -> db.Database:
    """An empty migrated DuckDB in `folder` (a throw-away one when None); close it when done."""
    path = (folder or temporary_folder()) / "guong-sang.duckdb"
    shutil.copyfile(template_file(), path)
    return db.open(path)


@functools.cache
def postgres_server() -> str | None:
    """The URL of a server for tests: the one named by the environment, else a throw-away one. None without either."""
    named = os.environ.get("GUONG_SANG_TEST_POSTGRES")
    programs = postgres.programs()
    return named or (postgres.Server(programs).url if programs else None)


def _named(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _order(url: str, sql: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql)


@functools.cache
def _postgres_template(url: str) -> str:
    name = f"gs_template_{secrets.token_hex(4)}"
    _order(url, f"create database {name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'")
    with db.open(_named(url, name)) as database:
        db.migrate(database)
    atexit.register(_drop, url, name)
    return name


def _drop(url: str, name: str) -> None:
    with contextlib.suppress(psycopg.Error):
        _order(url, f"drop database if exists {name} with (force)")


@contextmanager
def postgres_url(*, migrated: bool = True) -> Iterator[str]:
    """The URL of a database of its own on the test server, dropped afterwards."""
    server = postgres_server()
    assert server is not None, HOW_TO_GET_POSTGRES
    name = f"gs_{secrets.token_hex(6)}"
    source = _postgres_template(server) if migrated else "template0"
    _order(server, f"create database {name} template {source}")
    try:
        yield _named(server, name)
    finally:
        _drop(server, name)
