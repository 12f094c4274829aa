"""Load what the first click would wait for, then freeze it."""

from __future__ import annotations

import importlib

from web import patches

#: Heavy modules of the screens, by their weight in a cold first click.
HEAVY = ("duckdb", "pyarrow", "numpy", "pandas", "altair", "jinja2", "argon2", "PIL.Image", "streamlit.elements.arrow", "streamlit.elements.vega_charts")


def warm() -> None:
    """Import, and let the collector forget them."""
    for name in HEAVY:
        importlib.import_module(name)
    import altair

    _ = altair.Chart
    patches.freeze()
