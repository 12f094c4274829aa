"""Launched campaigns, and whether anything moves in them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Moves:
    """What came in for a campaign under way. Days are local; the deadline is that for sending cases, None without one."""

    campaign_id: UUID
    name: str
    begun: date
    to_date: date
    deadline: date | None
    told: int
    """Units that it was launched to."""
    moving: int
    """Units that registered a model or sent a case."""
    entries: int
    """Models and cases together."""
    last: date | None


@dataclass(frozen=True)
class Launch:
    """A campaign under way. `quiet`: days without a registration or a case, None when nothing is awaited (any more)."""

    moves: Moves
    quiet: int | None
    still: bool
    sentence: str
    """What is said of a still one; empty of others."""
