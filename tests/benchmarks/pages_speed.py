"""How long a screen's script runs at 2,000 and at 200,000 nominations: `python -m tests.benchmarks.pages_speed`.

The screens are run by Streamlit's own test harness in this process: fifteen runs each after one to warm up; median and 95th
percentile in milliseconds, and the ratio of the large installation to the small one.
"""

import os
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

import db
from recognition.accounts import rules, secrets, store
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.benchmarks.insight_speed import fill
from tests.support import awards, databases, people, world
from vietnamese import dates

ROOT = Path(__file__).resolve().parent.parent.parent
SCREENS = (
    "pages/home/work.py",
    "pages/nominations/list.py",
    "pages/screening/queue.py",
    "pages/insight/search.py",
    "pages/insight/dashboard.py",
    "pages/certificates/register.py",
)
RUNS = 15


def signed_in(who: Actor) -> AppTest:
    """The app as this person has it open."""
    session, now = secrets.token_hash(secrets.token()), dates.now_utc()
    with transaction(None) as t:
        store.add_sign_in(t, session, who.account_id, now, rules.rounded_seen(now), "benchmark", "127.0.0.1")
    app = AppTest.from_file(str(ROOT / "pages" / "shared" / "shell.py"), default_timeout=60)
    app.user = {"account": str(who.account_id), "session": session}
    return app


def measure(cases: int, given: int) -> dict[str, tuple[float, float]]:
    """Screen → (median, 95th percentile) in milliseconds."""
    issuer = world.issuer()
    units = [world.unit(f"Chi bộ số {n}") for n in range(40)]
    made, form = awards.decision(issuer, date(2026, 3, 1)), world.award_type()
    with db.current().write() as t:
        fill(t, cases, given, issuer, units, form, made)
    app = signed_in(people.actor(Role.SECRETARY, Role.CLERK, Role.LEADER, issuer=issuer))
    app.run()
    found = {}
    for screen in SCREENS:
        app.switch_page(str(ROOT / screen))
        app.run()
        assert not app.exception, app.exception
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            app.run()
            times.append(1000 * (time.perf_counter() - start))
        found[screen] = (statistics.median(times), sorted(times)[int(0.95 * (RUNS - 1))])
    return found


def main() -> None:
    """Print one table."""
    results = []
    for cases, given in ((2_000, 2_000), (200_000, 200_000)):
        with tempfile.TemporaryDirectory() as folder, databases.fresh(Path(folder)) as database:
            os.environ["GUONG_SANG_DATA"] = folder
            db.use(database)
            results.append(measure(cases, given))
    small, large = results
    print(f"{'screen':<34} {'2,000: median / p95':>22} {'200,000: median / p95':>24} {'ratio':>7}")
    for screen in SCREENS:
        print(f"{screen:<34} {small[screen][0]:>12.0f} / {small[screen][1]:>4.0f} ms {large[screen][0]:>14.0f} / {large[screen][1]:>4.0f} ms {large[screen][0] / small[screen][0]:>7.2f}")


if __name__ == "__main__":
    main()
