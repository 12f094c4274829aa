"""What waits for a person, gathered from every area.

An area that has work to show puts a file `pages/<area>/waiting.py` with `items(who: Actor) -> list[WorkItem]`, and, for the
narrow column beside the list, `pages/<area>/beside.py` with `draw(who: Actor) -> None`. They are found by their names.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from recognition.hall.actor import Actor
from recognition.hall.errors import HallError
from web import log

_PAGES = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class WorkItem:
    """One row of work: who or what, why it is here, the very next verb and where it is done."""

    icon: str
    """A Material name, such as `volunteer_activism`."""
    title: str
    detail: str
    verb: str
    """The words on the button, never «OK»."""
    page: str
    """The screen's file, such as `pages/nominations/case.py`."""
    id: UUID | None = None
    deadline: date | None = None
    badge: str = ""
    """Instead of the deadline: a word such as «Hội đồng» for work that waits for others."""
    for_others: bool = False
    """It waits for somebody else; the person may remind."""
    parameters: Mapping[str, str] = field(default_factory=dict)


@cache
def _found(name: str, function: str) -> tuple[Callable[[Actor], Any], ...]:
    modules = sorted(path.parent.name for path in _PAGES.glob(f"*/{name}.py"))
    return tuple(getattr(importlib.import_module(f"pages.{area}.{name}"), function) for area in modules)


def gather(who: Actor) -> tuple[list[WorkItem], list[str]]:
    """Everything that waits, nearest deadline first; and the sentences of what could not be read."""
    items: list[WorkItem] = []
    troubles: list[str] = []
    for provider in _found("waiting", "items"):
        try:
            items += provider(who)
        except HallError as error:
            troubles.append(error.sentence)
        except Exception as error:  # one area's mistake must not take away everybody's list
            troubles.append(f"Một phần danh sách chưa đọc được. Mã lỗi {log.trouble(error, where=provider.__module__)}.")
    return sorted(items, key=lambda item: (item.deadline is None, item.deadline or date.max)), list(dict.fromkeys(troubles))


def beside() -> Iterator[Callable[[Actor], None]]:
    """What stands in the narrow column."""
    yield from _found("beside", "draw")
