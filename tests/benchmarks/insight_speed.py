"""Search, lists and the dashboard at 2,000 / 200,000 / 1,000,000 rows: `python -m tests.benchmarks.insight_speed [--postgres URL]`.

The rows are multiplied in SQL on a scratch database; figures are medians of eleven runs, ratios against the smallest size.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import db
from recognition.hall.actor import Actor, Grant
from recognition.hall.words import Role
from recognition.insight import actions
from recognition.insight.terms import Filters
from tests.support import databases, world

YEAR = Filters(date(2026, 1, 1), date(2026, 12, 31))
FAMILY = "array['nguyen thi','tran van','le quang','pham thu','hoang duc','dang quang','vu thi','ngo dinh','bui minh','do thi']"
GIVEN = "array['uoc','binh','tong','mai','an','khai','ha','thanh','phuc','chau','lan','huong']"


def fill(t: db.Tx, cases: int, awards: int, issuer: UUID, units: list[UUID], form: UUID, decision: UUID) -> None:
    """Multiply rows in bulk; names vary, dates spread over a year."""
    count = len(units)
    t.run(
        f"""
        insert into person (id, name, birth_date, birth_year, gender, salutation, merged_into, search, name_sort, version)
        select gen_random_uuid(), 'Người ' || i, null, 1960 + i % 45, null, 'Đồng chí', null,
               ({FAMILY})[1 + i % 10] || ' ' || ({GIVEN})[1 + (i / 10) % 12] || ' ' || i, 'n' || i, 1
        from generate_series(1, {cases}) as s(i)
        """,
    )
    t.run(
        f"""
        insert into nomination (id, code, subject, deed_id, model_year_id, commendation, campaign_id, issuer_id, unit_id, recipient_id, award_type_id,
            title, achievement, wording, period_from, period_to, subject_key, posthumous, told, publish, publish_basis, contact, state, returned_from,
            reasons, shared_unit_id, created_by, created_at, submitted_at, endorsed_at, endorsed_by, accepted_at, decided_at, search, version)
        select gen_random_uuid(), 'VT-2026-' || i, 'deed', null, null, 'campaign', null, $1, ($2::uuid[])[1 + i % {count}], null, null,
               'Việc tốt ' || i, 'Bơi ra đưa từng em vào bờ.', '', null, null, 'k' || i, 0, 1, 1, '', '',
               (array['submitted','endorsed','accepted','shortlisted','awarded'])[1 + i % 5], null, '[]', null, $3,
               timestamp '2026-01-01' + i % 330 * interval '1 day', timestamp '2026-01-01' + i % 330 * interval '1 day',
               case when i % 5 > 0 then timestamp '2026-01-02' + i % 330 * interval '1 day' end, null,
               case when i % 5 > 1 then timestamp '2026-01-03' + i % 330 * interval '1 day' end, null,
               'vt-2026-' || i || ' ' || ({FAMILY})[1 + i % 10] || ' ' || ({GIVEN})[1 + (i / 10) % 12], 1
        from generate_series(1, {cases}) as s(i)
        """,
        issuer, units, uuid4(),
    )
    t.run(
        f"""
        insert into award (id, decision_id, line_id, nomination_id, recipient_id, person_id, unit_id, award_type_id, commendation, block, kind,
            salutation, name, post, unit, wording, subject, amount, formula, gift, field, recipient_class, deed_date, reported_date, decided_on,
            state, changed_by, handed_over_on, handed_to, search, name_sort, version)
        select gen_random_uuid(), $1, gen_random_uuid(), null, gen_random_uuid(), gen_random_uuid(), ($2::uuid[])[1 + i % {count}], $3, 'campaign',
               'individual', (array['individual','individual','individual','collective','household'])[1 + i % 5], '', 'Người ' || i, '', 'Đơn vị', '', '',
               760000, '', '', (array['economy','culture_society','defence_security','political_system'])[1 + i % 4],
               (array['direct_worker','manager'])[1 + i % 2], date '2026-01-01' + cast(i % 300 as integer), null, date '2026-01-01' + cast(i % 300 + i % 40 as integer), 'in_force',
               null, null, null, ({FAMILY})[1 + i % 10] || ' ' || ({GIVEN})[1 + (i / 10) % 12] || ' ' || i, 'n' || i, 1
        from generate_series(1, {awards}) as s(i)
        """,
        decision, units, form,
    )


def measured(call: Callable[[], object]) -> float:
    """Median of eleven runs in milliseconds, after one to warm up."""
    call()
    times = []
    for _ in range(11):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def run(database: db.Database, cases: int, awards: int) -> dict[str, float]:
    """Fill one database and measure."""
    from tests.support.awards import decision

    db.use(database)
    issuer = world.issuer()
    units = [world.unit(f"Chi bộ số {n}") for n in range(40)]
    made = decision(issuer, date(2026, 3, 1))
    form = world.award_type()
    with database.write() as t:
        fill(t, cases, awards, issuer, units, form, made)
    who = Actor(uuid4(), "Phạm Thu Hà", grants=frozenset({Grant(Role.SECRETARY, issuer_id=issuer), Grant(Role.LEADER, issuer_id=issuer)}))
    return {
        "search «nguyen uoc»": measured(lambda: actions.search(who, "nguyễn ước")),
        "search «199999»": measured(lambda: actions.search(who, "199999")),
        "dashboard of a year": measured(lambda: actions.dashboard(who, YEAR)),
    }


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", action="store_true", help="also on a throw-away PostgreSQL")
    parser.add_argument("--sizes", default="2000:2000,200000:1000000", help="cases:awards, …")
    given = parser.parse_args()
    for size in given.sizes.split(","):
        cases, awards = (int(part) for part in size.split(":"))
        with tempfile.TemporaryDirectory() as folder, databases.fresh(Path(folder)) as database:
            for name, ms in run(database, cases, awards).items():
                print(f"duckdb    {cases:>8} cases {awards:>8} awards  {name:<24} {ms:8.1f} ms")
        if given.postgres:
            with tempfile.TemporaryDirectory() as folder, databases.postgres_url() as url, db.open(url, anchors=Path(folder) / "a.log") as database:
                for name, ms in run(database, cases, awards).items():
                    print(f"postgres  {cases:>8} cases {awards:>8} awards  {name:<24} {ms:8.1f} ms")


if __name__ == "__main__":
    main()
