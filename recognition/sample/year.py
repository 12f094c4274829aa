"""A year as events in the order of time, and the cases on their road."""

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from recognition.hall.transaction import transaction
from recognition.sample.ground import Ground
from recognition.sample.words import moment
from vietnamese import dates

BATCH = 40


@dataclass(order=True)
class _Event:
    at: datetime
    number: int
    do: Callable[[], None] = field(compare=False)


@dataclass
class Case:
    """A case on its road; `version` follows every step. `aim`: how far it shall come."""

    id: UUID
    version: int
    unit: str
    aim: str
    title: str = ""


class Year:
    """Events in the order of time, some at once in one transaction."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.cases: list[Case] = []
        self.models: list[Any] = []
        self.campaign: UUID | None = None
        self.awards: dict[str, UUID] = {}
        self.told: set[str] = set()
        self._events: list[_Event] = []
        self._numbers = itertools.count()

    def plan(self, at: datetime, do: Callable[[], None]) -> None:
        """Let something happen at a moment."""
        heapq.heappush(self._events, _Event(at, next(self._numbers), do))

    def live(self, until: date, told: Callable[[int], None]) -> None:
        """Let everything happen that was planned before the end of `until`; what events plan themselves too."""
        end, done = moment(until, 23, 59), 0
        while self._events and self._events[0].at <= end:
            with transaction(self.ground.actors["secretary"]):
                for _ in range(BATCH):
                    if not self._events or self._events[0].at > end:
                        break
                    event = heapq.heappop(self._events)
                    with dates.pretended(event.at):
                        event.do()
                    done += 1
            told(done)
