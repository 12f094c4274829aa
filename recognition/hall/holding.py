"""One thing taken in hand for a change: allowed, in the version that was looked at, in the right state."""

from typing import Protocol, TypeVar

from recognition.hall import permissions
from recognition.hall.actor import Actor
from recognition.hall.case import Case
from recognition.hall.errors import NotAllowed, Stale
from recognition.hall.words import Verb, Word


class Standing(Case, Protocol):
    """A case that people change one after the other."""

    @property
    def version(self) -> int: ...
    @property
    def state(self) -> Word: ...


Thing = TypeVar("Thing", bound=Standing)


def hold(who: Actor, found: Thing, version: int, verb: Verb, *states: Word, named: str) -> Thing:
    """`found`, which this person may see, for a change. `named` begins the refusal: "Phiên họp đang ở bước".

    Raises NotAllowed (also in another state than `states`), Stale.
    """
    permissions.require(who, verb, found)
    if found.version != version:
        raise Stale()
    if found.state not in states:
        raise NotAllowed(f"{named} «{found.state.label}» nên không thể «{verb.label}».")
    return found
