"""Places under fields where this run's errors go, so that a refusal stands under its field at once."""

from __future__ import annotations

import threading

from streamlit.delta_generator import DeltaGenerator

_run = threading.local()


def fresh() -> None:
    """A new run begins: no place is known yet, nothing was found unreadable."""
    _run.places = {}
    _run.unread = {}


def keep(name: str, field: str, place: DeltaGenerator) -> None:
    """Remember the place under a field of the form `name`."""
    if not hasattr(_run, "places"):
        fresh()
    _run.places[(name, field)] = place


def of(name: str) -> dict[str, DeltaGenerator]:
    """The places of one form: field → place."""
    return {field: place for (form, field), place in getattr(_run, "places", {}).items() if form == name}


def unread(name: str, field: str, sentence: str) -> None:
    """Remember why what stands in a field of the form `name` cannot be read; an empty sentence: it can."""
    if not hasattr(_run, "unread"):
        fresh()
    _run.unread[(name, field)] = sentence


def unread_of(name: str) -> dict[str, str]:
    """The fields of one form that cannot be read: field → sentence."""
    return {field: sentence for (form, field), sentence in getattr(_run, "unread", {}).items() if form == name and sentence}
