"""Opening what an address names: what is not there, or not for this person, is said kindly and nothing more is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pages.shared import frame
from recognition.hall.errors import HallError

T = TypeVar("T")


def opened(call: Callable[[], T]) -> T:
    """What `call` finds; the sentence and an end of the screen when it finds nothing."""
    try:
        return call()
    except HallError as error:
        frame.refuse(error.sentence)
        raise
