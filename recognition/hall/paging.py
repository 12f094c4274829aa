"""Lists in pages: how much is asked for, how much there is."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

#: More rows than this are never read at once, whatever a caller asks for.
MOST = 1_000


@dataclass(frozen=True)
class Page:
    """Which rows of a list. Page numbers begin at 1; wrong numbers are brought back into range."""

    number: int = 1
    size: int = 25

    @property
    def limit(self) -> int:
        """How many rows at most."""
        return max(1, min(self.size, MOST))

    @property
    def offset(self) -> int:
        """How many rows come before."""
        return (max(1, self.number) - 1) * self.limit


@dataclass(frozen=True)
class Found(Generic[T]):
    """The rows of one page and how many rows the whole list has."""

    rows: tuple[T, ...]
    total: int
