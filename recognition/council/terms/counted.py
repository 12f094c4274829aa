"""What was counted and what came of it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Papers:
    """What came out of the box, in sheets of paper."""

    issued: int
    returned: int
    valid: int
    invalid: int


@dataclass(frozen=True)
class Line:
    """The count of one case: three choices, and lines on good papers that cannot be read."""

    approve: int
    reject: int
    abstain: int = 0
    invalid: int = 0

    @property
    def chosen(self) -> int:
        """Lines that say something."""
        return self.approve + self.reject + self.abstain


@dataclass(frozen=True)
class Count:
    """One teller's whole count."""

    number: int
    papers: Papers
    lines: dict[UUID, Line]
    version: int


@dataclass(frozen=True)
class Counts:
    """What may be seen of the counts now. `own` for a teller; `both` only when both have entered."""

    entered: tuple[int, ...]
    own: Count | None
    both: tuple[Count, Count] | None
    differences: tuple["Difference", ...] = ()

    @property
    def agreed(self) -> bool:
        """Both are there and say the same."""
        return self.both is not None and not self.differences


@dataclass(frozen=True)
class Difference:
    """One figure on which the two tellers differ."""

    what: str
    item_id: UUID | None
    first: int
    second: int


@dataclass(frozen=True)
class Result:
    """What a case got, of how many, and whether that was enough."""

    item_id: UUID
    approve: int
    reject: int
    abstain: int
    invalid: int
    base: int
    needed: int
    passed: bool
    reason: str = ""


@dataclass(frozen=True)
class Tied:
    """Cases among which the chair chooses; `places` of them pass. `quota` false: hands at exactly the threshold."""

    award_code: str
    award_name: str
    items: tuple[UUID, ...]
    places: int
    quota: bool
