"""Search, lists and the dashboard at 2,000 / 200,000 / 1,000,000 rows: `python -m tests.benchmarks.insight_speed [--postgres URL]`.

The rows are multiplied in SQL on a scratch database (`filling`); figures are of eleven runs.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

import db
from recognition.hall.actor import Actor, Grant
from recognition.hall.words import Role
from recognition.insight import actions
from recognition.insight.actions import balance, fairness, launches, overlaps, stages, years
from recognition.insight.terms import Filters
from recognition.insight.terms.balance import BalanceAsked, What
from recognition.insight.terms.fairness import FairnessAsked
from recognition.insight.terms.years import YearsAsked
from tests.benchmarks.filling import fill
from tests.support import databases

YEAR = Filters(date(2026, 1, 1), date(2026, 12, 31))
def measured(call: Callable[[], object]) -> tuple[float, float, float]:
    """Median and 95th percentile of eleven runs, and the median of the processor's time in this process; milliseconds, after one to warm up."""
    call()
    clock, processor = [], []
    for _ in range(11):
        start, worked = time.perf_counter(), time.process_time()
        call()
        clock.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.process_time() - worked))
    return statistics.median(clock), sorted(clock)[9], statistics.median(processor)


def run(database: db.Database, cases: int, awards: int) -> dict[str, tuple[float, float, float]]:
    """Fill one database and measure."""
    db.use(database)
    made = fill(cases, awards)
    if database.engine == "postgres":
        with database.write() as t:
            t.script("analyze")
    who = Actor(uuid4(), "Phạm Thu Hà", grants=frozenset({Grant(Role.SECRETARY, issuer_id=made.issuer), Grant(Role.LEADER, issuer_id=made.issuer)}))
    return {
        "search «nguyen uoc»": measured(lambda: actions.search(who, "nguyễn ước")),
        "search «199999»": measured(lambda: actions.search(who, "199999")),
        "dashboard of a year": measured(lambda: actions.dashboard(who, YEAR)),
        "five years compared": measured(lambda: years.compare(who, YearsAsked(tuple(years.choices()[:5])))),
        "stages of a year": measured(lambda: stages.of(who, YEAR)),
        "fields by units": measured(lambda: balance.of(who, BalanceAsked(years.choices()[0], what=What.AWARDS))),
        "fairness of a year": measured(lambda: fairness.of(who, FairnessAsked(years.choices()[0]))),
        "calendar of campaigns": measured(lambda: overlaps.of(who)),
        "launched and moving": measured(lambda: launches.under_way(who)),
    }


def line(engine: str, cases: int, awards: int, name: str, times: tuple[float, float, float]) -> str:
    """One row of what is printed."""
    return f"{engine:<9} {cases:>8} cases {awards:>8} awards  {name:<24} median {times[0]:7.0f} ms  p95 {times[1]:7.0f} ms  processor {times[2]:6.0f} ms"


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", action="store_true", help="also on a throw-away PostgreSQL")
    parser.add_argument("--sizes", default="2000:2000,200000:1000000", help="cases:awards, …")
    given = parser.parse_args()
    for size in given.sizes.split(","):
        cases, awards = (int(part) for part in size.split(":"))
        with tempfile.TemporaryDirectory() as folder, databases.fresh(Path(folder)) as database:
            for name, times in run(database, cases, awards).items():
                print(line("duckdb", cases, awards, name, times), flush=True)
        if given.postgres:
            with tempfile.TemporaryDirectory() as folder, databases.postgres_url() as url, db.open(url, anchors=Path(folder) / "a.log") as database:
                for name, times in run(database, cases, awards).items():
                    print(line("postgres", cases, awards, name, times), flush=True)


if __name__ == "__main__":
    main()
