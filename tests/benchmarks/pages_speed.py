"""How long a screen's script runs at 2,000 and at 200,000 nominations: `python -m tests.benchmarks.pages_speed [--runs N] [--only WORDS]`.

Both installations are open in this process and each screen is run by turns on the one and on the other, by Streamlit's own test
harness, so that whatever else the machine does falls on both alike. Beside the time on the clock stands the time of the
processor in this process, which other work hardly changes.
"""

import argparse
import hashlib
import os
import statistics
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from streamlit.testing.v1 import AppTest

import db
from recognition.accounts import rules, secrets, store
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from recognition.hall.words import Role
from tests.benchmarks.filling import fill
from tests.support import databases, people
from vietnamese import dates
from web import patches

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = (2_000, 200_000)
OFFICE, ADMINISTRATOR, UNIT = "office", "administrator", "unit"
#: Who looks, at which screen; `key=words` types words into a field, `id=thing` opens one thing.
SCREENS = (
    (OFFICE, "pages/home/work.py", ""),
    (OFFICE, "pages/nominations/list.py", ""),
    (OFFICE, "pages/nominations/list.py", "nominations=tran"),
    (OFFICE, "pages/nominations/case.py", "id=nomination777"),
    (OFFICE, "pages/screening/queue.py", ""),
    (OFFICE, "pages/models/list.py", ""),
    (OFFICE, "pages/campaigns/list.py", ""),
    (OFFICE, "pages/reviewing/shortlist.py", ""),
    (OFFICE, "pages/council/sessions.py", ""),
    (OFFICE, "pages/decisions/list.py", ""),
    (OFFICE, "pages/decisions/decision.py", "id=decision7"),
    (OFFICE, "pages/certificates/list.py", ""),
    (OFFICE, "pages/certificates/register.py", ""),
    (OFFICE, "pages/certificates/register.py", "register=tran"),
    (OFFICE, "pages/certificates/publications.py", ""),
    (OFFICE, "pages/insight/dashboard.py", ""),
    (OFFICE, "pages/insight/years.py", ""),
    (OFFICE, "pages/insight/stages.py", ""),
    (OFFICE, "pages/insight/balance.py", ""),
    (OFFICE, "pages/insight/fairness.py", ""),
    (OFFICE, "pages/insight/overlaps.py", ""),
    (OFFICE, "pages/insight/not_yet.py", ""),
    (OFFICE, "pages/insight/statistics.py", ""),
    (OFFICE, "pages/insight/figures.py", ""),
    (OFFICE, "pages/ledger/ledger.py", ""),
    (OFFICE, "pages/ledger/questions.py", ""),
    (OFFICE, "pages/reminding/outbox.py", ""),
    (OFFICE, "pages/courier/list.py", ""),
    (OFFICE, "pages/home/bin.py", ""),
    (OFFICE, "pages/thanks/list.py", ""),
    (OFFICE, "pages/covenants/list.py", ""),
    (OFFICE, "pages/reviewing/campaign.py", ""),
    (OFFICE, "pages/insight/search.py", ""),
    (OFFICE, "pages/insight/search.py", "search_text=nguyen uoc"),
    (ADMINISTRATOR, "pages/admin/people.py", ""),
    (ADMINISTRATOR, "pages/admin/units.py", ""),
    (ADMINISTRATOR, "pages/accounts/list.py", ""),
    (ADMINISTRATOR, "pages/admin/log.py", ""),
    (UNIT, "pages/home/work.py", ""),
    (UNIT, "pages/nominations/list.py", ""),
    (UNIT, "pages/models/list.py", ""),
    (UNIT, "pages/decisions/list.py", ""),
    (UNIT, "pages/insight/dashboard.py", ""),
    (UNIT, "pages/insight/years.py", ""),
    (UNIT, "pages/insight/stages.py", ""),
)


@dataclass
class Installation:
    """One database with the apps that people have open on it."""

    database: db.Database
    apps: dict[str, AppTest]

    def run(self, who: str) -> tuple[float, float]:
        """Milliseconds on the clock and of the processor for one run of the screen that is open."""
        db.use(self.database)
        clock, processor = time.perf_counter(), time.process_time()
        self.apps[who].run()
        return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)

    def open(self, who: str, screen: str, asked: str) -> None:
        """Go to a screen and to what is asked there."""
        db.use(self.database)
        app = self.apps[who]
        app.query_params.clear()
        app.switch_page(str(ROOT / screen))
        key, _, words = asked.partition("=")
        if key == "id":
            app.query_params["id"] = str(UUID(hashlib.md5(words.encode()).hexdigest()))  # noqa: S324 - ids of the filled rows
        app.run()
        if key and key != "id":
            app.text_input(key=key).set_value(words)
            app.run()
        assert not app.exception, app.exception


def signed_in(who: Actor) -> AppTest:
    """The app as this person has it open."""
    session, now = secrets.token_hash(secrets.token()), dates.now_utc()
    with transaction(None) as t:
        store.add_sign_in(t, session, who.account_id, now, rules.rounded_seen(now), "benchmark", "127.0.0.1")
    app = AppTest.from_file(str(ROOT / "pages" / "shared" / "shell.py"), default_timeout=60)
    app.user = {"account": str(who.account_id), "session": session}
    app.run()
    return app


def installation(folder: Path, cases: int) -> Installation:
    """An installation with so many nominations and awards."""
    database = databases.fresh(folder)
    db.use(database)
    made = fill(cases, cases)
    office = people.actor(Role.SECRETARY, Role.CLERK, Role.LEADER, issuer=made.issuer)
    unit = people.actor(Role.NOMINATOR, Role.UNIT_LEADER, unit=made.units[3])
    return Installation(database, {OFFICE: signed_in(office), ADMINISTRATOR: signed_in(people.administrator()), UNIT: signed_in(unit)})


def line(name: str, small: list[tuple[float, float]], large: list[tuple[float, float]]) -> str:
    """One row of the table."""

    def told(runs: list[tuple[float, float]]) -> str:
        clock = sorted(run[0] for run in runs)
        return f"{clock[0]:.0f} / {statistics.median(clock):.0f} / {clock[int(0.95 * (len(clock) - 1))]:.0f}"

    processor = [statistics.median(run[1] for run in runs) for runs in (small, large)]
    by_turns = statistics.median(after[0] / before[0] for before, after in zip(small, large, strict=True))
    return (
        f"| {name} | {told(small)} | {told(large)} | {by_turns:.2f} | {processor[0]:.0f} | {processor[1]:.0f} | {processor[1] / processor[0]:.2f} |"
    )


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--only", default="", help="screens whose file has these words")
    given = parser.parse_args()
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in SIZES]
        os.environ["GUONG_SANG_DATA"] = str(folders[0])
        both = [installation(folder, cases) for folder, cases in zip(folders, SIZES, strict=True)]
        for one in both:
            stack.callback(one.database.close)
        patches.freeze()  # as the server does once it is warm
        print("| who, screen | 2,000: fastest / median / p95, ms | 200,000: fastest / median / p95, ms | ratio | processor 2,000, ms | 200,000, ms | ratio |")
        print("|---|---|---|---|---|---|---|")
        for who, screen, asked in SCREENS:
            if given.only not in screen:
                continue
            for one in both:
                one.open(who, screen, asked)
            runs: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
            for _ in range(given.runs):
                for one, kept in zip(both, runs, strict=True):
                    kept.append(one.run(who))
            print(line(" ".join(filter(None, (f"{who},", screen.removeprefix("pages/").removesuffix(".py"), asked and f"«{asked}»"))), *runs), flush=True)


if __name__ == "__main__":
    main()
