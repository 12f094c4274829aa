"""Load what the first click would wait for, beside the first answers, then freeze it.

The server answers as soon as its database is open: signing in and verifying need none of the heavy modules. A screen needs
them, so a socket waits until they are there; nothing is then imported by two threads at once.
"""

from __future__ import annotations

import importlib
import threading

from starlette.concurrency import run_in_threadpool

from web import patches
from web.settings import ROOT

#: Heavy modules of the screens, by their weight in a cold first click.
HEAVY = ("duckdb", "pyarrow", "numpy", "pandas", "altair", "jinja2", "argon2", "PIL.Image", "streamlit.elements.arrow", "streamlit.elements.vega_charts")
_threads: list[threading.Thread] = []


def warm() -> None:
    """Import them and every room's actions, and let the collector forget them."""
    rooms = sorted(path.parent.name for path in (ROOT / "recognition").glob("*/actions*"))
    for name in (*HEAVY, *(f"recognition.{room}.actions" for room in rooms if room != "sample")):
        importlib.import_module(name)
    import altair

    _ = altair.Chart
    patches.freeze()


def begin() -> None:
    """Warm in a thread of its own."""
    thread = threading.Thread(target=warm, name="warming", daemon=True)
    _threads.append(thread)
    thread.start()


def finish() -> None:
    """Wait until what `begin` began is done; nothing to wait for without it."""
    for thread in tuple(_threads):
        thread.join()


async def finished() -> None:
    """The same for a coroutine."""
    if any(thread.is_alive() for thread in _threads):
        await run_in_threadpool(finish)
