"""Rooms later on the road that keep a copy of a unit's present name are told here, inside the same transaction."""

from collections.abc import Callable

from recognition.hall.transaction import Transaction
from recognition.units.terms import Unit

Listener = Callable[[Transaction, Unit], None]
_listeners: list[Listener] = []


def on_change(listener: Listener) -> Listener:
    """Call `listener(t, unit)` whenever a unit's present name changes. Usable as a decorator."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def tell(t: Transaction, unit: Unit) -> None:
    """The unit's name changed."""
    for listener in _listeners:
        listener(t, unit)
