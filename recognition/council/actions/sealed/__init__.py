"""The sealed electronic ballot: open, cast, close, tally, destroy. No verb here shows a count before all are counted."""

from recognition.council.actions.sealed.casting import cast, cast_in_order
from recognition.council.actions.sealed.ending import close_ballot, destroy, urn_file
from recognition.council.actions.sealed.opening import open_ballot
from recognition.council.actions.sealed.reading import booth, box, may_enter, results
from recognition.council.actions.sealed.screen import Screen, move, screen
from recognition.council.actions.sealed.tallying import tally

__all__ = [
    "Screen",
    "booth",
    "box",
    "cast",
    "cast_in_order",
    "close_ballot",
    "destroy",
    "may_enter",
    "move",
    "open_ballot",
    "results",
    "screen",
    "tally",
    "urn_file",
]
