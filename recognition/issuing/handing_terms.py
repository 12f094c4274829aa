"""The words and shapes of handing over: who received what, who has not yet. Money in whole đồng."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class HandRow:
    """One award on the list to sign: what is handed over, and when and to whom it was.

    `given_before` is the money that was handed over under the decision which this one corrects or replaces;
    `refusal` says why an award that is no longer in force is not handed over.
    """

    award_id: UUID
    number: int
    name: str
    where: str
    form: str
    serial: str
    amount: int
    given_before: int
    gift: str
    handed_on: date | None
    handed_to: str
    refusal: str = ""

    @property
    def money(self) -> int:
        """What this award still adds to the money handed over before."""
        return max(self.amount - self.given_before, 0)


@dataclass(frozen=True)
class HandSheet:
    """The list of one decision, in the order of calling; then the awards that are no longer in force."""

    rows: tuple[HandRow, ...]

    @property
    def waiting(self) -> tuple[HandRow, ...]:
        """Who has not received yet."""
        return tuple(row for row in self.rows if row.handed_on is None and not row.refusal)

    @property
    def received(self) -> tuple[HandRow, ...]:
        """Who has received, of the awards in force."""
        return tuple(row for row in self.rows if row.handed_on is not None and not row.refusal)

    @property
    def void(self) -> tuple[HandRow, ...]:
        """Awards that are no longer in force."""
        return tuple(row for row in self.rows if row.refusal)

    @property
    def money_given(self) -> int:
        """Money handed over, in đồng."""
        return sum(row.money for row in self.received)

    @property
    def money_left(self) -> int:
        """Money still to hand over, in đồng."""
        return sum(row.money for row in self.waiting)


@dataclass(frozen=True)
class HandStanding:
    """How far a decision's handing over is."""

    decision_id: UUID
    number_text: str
    title: str
    decided_on: date
    awards: int
    waiting: int
