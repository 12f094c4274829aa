"""Screens over a fresh database, as a signed-in person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import db
from recognition.accounts import rules, secrets, store
from recognition.hall.actor import Actor
from recognition.hall.transaction import transaction
from tests.support import databases
from vietnamese import dates

ROOT = Path(__file__).resolve().parent.parent.parent
Screens = Callable[..., AppTest]


@pytest.fixture
def duck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[db.Database]:
    """An empty migrated DuckDB, the process's current one."""
    monkeypatch.setenv("GUONG_SANG_DATA", str(tmp_path))
    with databases.fresh(tmp_path) as opened:
        db.use(opened)
        yield opened
        db.use(None)


def session_of(who: Actor) -> str:
    """The stored hash of a fresh sign-in of this person."""
    session, now = secrets.token_hash(secrets.token()), dates.now_utc()
    with transaction(None) as t:
        store.add_sign_in(t, session, who.account_id, now, rules.rounded_seen(now), "AppTest", "127.0.0.1")
    return session


@pytest.fixture
def screen(duck: db.Database) -> Screens:
    """`screen(who, "pages/home/work.py", id=…)`: the app as this person sees it, on that screen, already run."""

    def opened(who: Actor | None, file: str | None = None, **parameters: object) -> AppTest:
        app = AppTest.from_file(str(ROOT / "pages" / "shared" / "shell.py"), default_timeout=90)
        if who is not None:
            app.user = {"account": str(who.account_id), "session": session_of(who)}
        app.run()
        if file is not None:
            for key, value in parameters.items():
                app.query_params[key] = str(value)
            app.switch_page(str(ROOT / file))
            for key, value in parameters.items():
                app.query_params[key] = str(value)
            app.run()
        return app

    return opened
