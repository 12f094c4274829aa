"""Load what the first click would wait for, then freeze it."""

from __future__ import annotations

import importlib

from web import patches
from web.settings import ROOT

#: Heavy modules of the screens, by their weight in a cold first click.
HEAVY = ("duckdb", "pyarrow", "numpy", "pandas", "altair", "jinja2", "argon2", "PIL.Image", "streamlit.elements.arrow", "streamlit.elements.vega_charts")


def warm() -> None:
    """Import them and every room's actions, and let the collector forget them."""
    rooms = sorted(path.parent.name for path in (ROOT / "recognition").glob("*/actions*"))
    for name in (*HEAVY, *(f"recognition.{room}.actions" for room in rooms if room != "sample")):
        importlib.import_module(name)
    import altair

    _ = altair.Chart
    patches.freeze()
