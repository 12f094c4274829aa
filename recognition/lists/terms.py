"""The words and shapes of a list that came in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from recognition.hall.words import Word
from recognition.nominations.terms import Commendation, Subject

#: The question about text of old fonts, and its answers: it becomes Unicode, or stays as it is.
FONTS, CONVERT, KEEP = "fonts", "convert", "keep"


class BatchState(Word):
    """Where a list stands."""

    OPEN = "open", "Đang xem"
    UNDONE = "undone", "Đã hoàn tác"
    DROPPED = "dropped", "Đã bỏ"


class RowState(Word):
    """What became of a row."""

    WAITING = "waiting", "Chưa nhập"
    IMPORTED = "imported", "Đã nhập"
    LEFT_OUT = "left_out", "Để lại"
    UNDONE = "undone", "Đã hoàn tác"


class Standing(Word):
    """What the check says of a row that waits."""

    GOOD = "good", "Nhập được"
    ASK = "ask", "Cần trả lời"
    WRONG = "wrong", "Cần sửa"


class Kind(Word):
    """How much a finding weighs."""

    WRONG = "wrong", "Cần sửa"
    ASK = "ask", "Cần trả lời"
    NOTE = "note", "Nên xem"


@dataclass(frozen=True)
class Option:
    """One answer to a question: what is stored, what is shown."""

    value: str
    label: str


@dataclass(frozen=True)
class Finding:
    """One thing to say of a row. A question carries its name and its answers; it may be of the row or of the words."""

    field: str
    sentence: str
    kind: Kind
    cell: str = ""
    question: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value came from: a cell, or, with an empty cell, words that say it."""

    sheet: str
    cell: str

    @property
    def shown(self) -> str:
        """«Danh sách, ô C5»."""
        return f"{self.sheet}, ô {self.cell}" if self.cell else self.sheet


@dataclass(frozen=True)
class BatchInput:
    """What the union officer chooses before handing in the file. In a campaign the issuer is the campaign's own."""

    unit_id: UUID
    subject: Subject = Subject.ACHIEVEMENT
    campaign_id: UUID | None = None
    issuer_id: UUID | None = None
    award_type_id: UUID | None = None
    title: str = ""
    period_from: date | None = None
    period_to: date | None = None
    told: bool = False


@dataclass(frozen=True)
class Column:
    """A column of the file, the field that it is taken for (None: left out), how sure (0 to 1).

    Where its values were typed in an old font: the font, how many cells, one of them before and after.
    """

    sheet: str
    heading: str
    field: str | None
    confidence: float
    font: str = ""
    cells: int = 0
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class NotData:
    """A row of the file that is no recipient, and why."""

    sheet: str
    row: int
    why: str


@dataclass(frozen=True)
class Batch:
    """A list as kept. Satisfies `hall.case.Case`."""

    id: UUID
    unit_id: UUID
    issuer_id: UUID
    campaign_id: UUID | None
    subject: Subject
    commendation: Commendation
    award_type_id: UUID | None
    title: str
    period_from: date | None
    period_to: date | None
    told: bool
    file_name: str
    blob: str
    sha256: str
    columns: tuple[Column, ...]
    not_data: tuple[NotData, ...]
    notes: tuple[str, ...]
    answers: Mapping[str, str]
    round: int
    state: BatchState
    created_by: UUID
    created_at: datetime
    version: int
    recipients: frozenset[UUID] = frozenset()
    council_id: UUID | None = None
    session_id: UUID | None = None

    @property
    def fonts_open(self) -> bool:
        """Whether text of old fonts is there and nobody has said yet whether it becomes Unicode."""
        return self.answers.get(FONTS) not in (CONVERT, KEEP) and any(column.font for column in self.columns)

    @property
    def fonts_kept(self) -> bool:
        """Whether somebody wants text of old fonts as it is."""
        return self.answers.get(FONTS) == KEEP


@dataclass(frozen=True)
class Row:
    """One recipient of a list. `fields` never hold a whole number of identity; `sealed` does, closed."""

    id: UUID
    batch_id: UUID
    sheet: str
    number: int
    fields: Mapping[str, str]
    sealed: str
    sources: Mapping[str, Place]
    warnings: tuple[tuple[str, str], ...]
    refused: str | None
    print: str
    name_key: str
    answers: Mapping[str, str]
    findings: tuple[Finding, ...]
    standing: Standing
    state: RowState
    nomination_id: UUID | None
    version: int

    @property
    def what(self) -> str:
        """The name, or where the row stands."""
        return self.fields.get("name", "") or f"Dòng {self.number}"


@dataclass(frozen=True)
class Figures:
    """How many rows of a list stand how; `not_data` are rows that are no recipients."""

    good: int = 0
    ask: int = 0
    wrong: int = 0
    imported: int = 0
    left_out: int = 0
    undone: int = 0
    not_data: int = 0

    @property
    def waiting(self) -> int:
        """Rows that still may go in."""
        return self.good + self.ask + self.wrong

    @property
    def whole(self) -> int:
        """Every row of the file."""
        return self.waiting + self.imported + self.left_out + self.undone + self.not_data


@dataclass(frozen=True)
class BatchLine:
    """A list among others."""

    id: UUID
    file_name: str
    unit_name: str
    campaign_name: str
    state: BatchState
    created_at: datetime
    created_name: str
    figures: Figures


@dataclass(frozen=True)
class Imported:
    """What one round of importing did."""

    cases: int
    refused: int
    left: int


@dataclass(frozen=True)
class Returned:
    """What differed when the workbook came back."""

    changed: int
    added: int
    removed: int
    same: int
    closed: tuple[str, ...] = field(default=())
    """Rows that were imported before and differ now: to be changed in their case."""
