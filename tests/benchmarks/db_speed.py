"""How fast the storage room is, as ratios within one run: `python -m tests.benchmarks.db_speed [rows]`.

The unit is one plain read by key on DuckDB; PostgreSQL stands beside it where a server can be started.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import db
from db import archive, chain
from tests.support import databases

Job = Callable[[db.Database, int], None]


def one_read(database: db.Database, n: int) -> None:
    with database.read() as tx:
        tx.one("select * from audit where seq = $1", n % 1000 + 1)


def ten_reads(database: db.Database, n: int) -> None:
    with database.read() as tx:
        for step in range(10):
            tx.one("select * from audit where seq = $1", (n + step) % 1000 + 1)


def bare_write(database: db.Database, n: int) -> None:
    with database.write() as tx:
        tx.run("insert into setting (key, value, version) values ($1, 'x', 1)", f"bare {n}")


def logged_write(database: db.Database, n: int) -> None:
    with database.write() as tx:
        tx.run("insert into setting (key, value, version) values ($1, 'x', 1)", f"logged {n}")
        chain.append(tx, actor=None, verb="submit", kind="nomination", object_id=UUID(int=n), content={"n": n})


def eight_writers(database: db.Database, n: int) -> None:
    """Eight logged writes at once; the time is of all eight."""
    threads = [threading.Thread(target=logged_write, args=(database, 10**6 + n * 8 + each)) for each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


JOBS: list[tuple[str, Job, int]] = [
    ("one read by key", one_read, 300),
    ("ten reads in one snapshot", ten_reads, 100),
    ("write without log", bare_write, 150),
    ("write with log and mark", logged_write, 150),
    ("eight such writes at once", eight_writers, 20),
]


def median_ms(job: Job, database: db.Database, times: int) -> float:
    job(database, 10**7)
    taken = []
    for n in range(times):
        start = time.perf_counter()
        job(database, n)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def bulk(database: db.Database, rows: int, folder: Path) -> dict[str, float]:
    """Seconds for `rows` entries: appended, verified, backed up, restored and proved."""
    found = {}
    with _timed(found, "append"), database.write() as tx:
        chain.extend(tx, (chain.Draft(None, "import", "person", UUID(int=n), {"n": n}) for n in range(rows)))
    with _timed(found, "verify"), database.read() as tx:
        assert chain.verify(tx).ok
    with _timed(found, "back up"):
        archive.write(database, folder / f"{database.engine}.zip")
    with _timed(found, "prove the backup"):
        archive.prove(folder / f"{database.engine}.zip")
    return found


@contextmanager
def _timed(found: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    found[name] = time.perf_counter() - start


@contextmanager
def engines() -> Iterator[list[db.Database]]:
    folder = Path(tempfile.mkdtemp(prefix="db-speed-"))
    with databases.fresh(folder) as duck:
        if databases.postgres_server() is None:
            yield [duck]
            return
        with databases.postgres_url() as url, db.open(url, folder=folder / "pg") as postgres:
            yield [duck, postgres]


def main(rows: int = 100_000) -> None:
    with engines() as opened, tempfile.TemporaryDirectory() as folder:
        for database in opened:
            with database.write() as tx:
                chain.extend(tx, (chain.Draft(None, "submit", "nomination", None, {"n": n}) for n in range(1000)))
        unit = 0.0
        print(f"{'':32}" + "".join(f"{each.engine:>22}" for each in opened))
        for name, job, times in JOBS:
            taken = [median_ms(job, database, times) for database in opened]
            unit = unit or taken[0]
            print(f"{name:32}" + "".join(f"{ms:>11.2f} ms {ms / unit:>6.1f}×" for ms in taken))
        answers = [bulk(database, rows, Path(folder)) for database in opened]
        for name in answers[0]:
            print(
                f"{name + f', {rows:,} entries':32}"
                + "".join(f"{each[name]:>11.2f} s  {rows / each[name]:>7,.0f}/s" for each in answers)
            )


if __name__ == "__main__":
    main(*[int(word) for word in sys.argv[1:]])
