"""What a workbook would do: every row with its standing, nothing stored yet."""

from dataclasses import dataclass, field
from uuid import UUID

from recognition.accounts.terms import Slip
from recognition.hall.words import Role, Word
from recognition.people.terms import PersonForm, RecipientClass
from recognition.units.terms import UnitForm


class Standing(Word):
    """What becomes of a row."""

    NEW = "new", "Sẽ thêm"
    ASK = "ask", "Cần xem"
    KNOWN = "known", "Đã có"
    WRONG = "wrong", "Cần sửa"


@dataclass(frozen=True)
class Row:
    """One row of the workbook: where it stands, what it would make, and what is to be said about it."""

    sheet: str
    row: int
    what: str
    detail: str
    standing: Standing
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlannedUnit:
    """A unit to add. `parent_code` may name one of the same workbook."""

    row: int
    code: str
    form: UnitForm
    parent_code: str


@dataclass(frozen=True)
class PlannedPerson:
    """A person to add, with the post in a unit named by its code."""

    row: int
    code: str
    form: PersonForm
    unit_code: str
    title: str
    recipient_class: RecipientClass


@dataclass(frozen=True)
class PlannedAccount:
    """An account to add. `person_row` names a person of the workbook, `person_id` one who is there already."""

    row: int
    user_name: str
    name: str
    email: str
    role: Role
    scope_code: str
    issuer_id: UUID | None
    person_row: int | None
    person_id: UUID | None


@dataclass(frozen=True)
class Plan:
    """Everything that would be stored, and every row that was read. What asks is stored only when it is agreed to."""

    rows: tuple[Row, ...]
    units: tuple[PlannedUnit, ...] = ()
    people: tuple[PlannedPerson, ...] = ()
    accounts: tuple[PlannedAccount, ...] = ()
    asking: frozenset[int] = field(default_factory=frozenset)
    """Rows of the people sheet that may be somebody who is there already."""

    def count(self, sheet: str, standing: Standing) -> int:
        """How many rows of a sheet stand so."""
        return sum(row.sheet == sheet and row.standing is standing for row in self.rows)

    def good(self, agreed: frozenset[int] = frozenset()) -> int:
        """How many rows would be stored."""
        waiting = len(self.asking - agreed)
        return len(self.units) + len(self.people) + len(self.accounts) - waiting


@dataclass(frozen=True)
class Kept:
    """What was stored: numbers, and the slips with codes that are shown this once."""

    units: int
    people: int
    accounts: int
    slips: tuple[Slip, ...]
