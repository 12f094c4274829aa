"""The conditions of a list's query, made only of what is asked.

An engine that works in columns reads every column that a query names, for every row: a condition that is switched off by a
parameter costs as much as one that narrows. So what is not asked does not stand in the query at all.
"""

from collections.abc import Iterable
from typing import Any

from vietnamese.text import like_pattern


class Conditions:
    """Conditions that must all hold, with their values in the order of their numbers `$1`, `$2`, …"""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.values: list[Any] = []

    def value(self, value: Any) -> str:
        """The number under which a value goes, as SQL names it."""
        self.values.append(value)
        return f"${len(self.values)}"

    def add(self, condition: str, *values: Any) -> None:
        """One more condition, a fixed text; each `{}` in it is the place of the next value."""
        self._parts.append(condition.format(*(self.value(each) for each in values)))

    def add_words(self, column: str, words: str) -> None:
        """Words that must stand in a folded column; nothing typed asks nothing."""
        if words.strip():
            self.add(f"{column} like {{}} escape '\\'", like_pattern(words))

    def add_equal(self, pairs: Iterable[tuple[str, Any]]) -> None:
        """Columns that must hold a value; None asks nothing."""
        for column, value in pairs:
            if value is not None:
                self.add(f"{column} = {{}}", value)

    @property
    def sql(self) -> str:
        """What stands after `where`."""
        return " and ".join(f"({part})" for part in self._parts) or "1 = 1"
