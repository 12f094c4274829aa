"""The reading of a list: what the command line prints and the screens show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Value = str | int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value came from. `cell` is empty when the sheet's own name told it."""

    sheet: str
    cell: str

    def to_json(self) -> dict[str, str]:
        """{"sheet": …, "cell": …}"""
        return {"sheet": self.sheet, "cell": self.cell}


@dataclass(frozen=True)
class OldFont:
    """Values of a column that were typed in an old font: its name, how many, and one of them before and after."""

    name: str
    cells: int
    before: str
    after: str


@dataclass(frozen=True)
class ReadColumn:
    """A column of the file and the field it was taken for; `field` None: nobody knows yet."""

    sheet: str
    heading: str
    field: str | None
    confidence: float
    letter: str = ""  # where it stands: "C"
    samples: tuple[str, ...] = ()  # its first values, for the person who decides what it is
    old: OldFont | None = None  # its values were typed in an old font

    def to_json(self) -> dict[str, Any]:
        """The four entries of the interface."""
        return {"sheet": self.sheet, "heading": self.heading, "field": self.field, "confidence": self.confidence}


@dataclass
class ReadRow:
    """One recipient of the list. `sources` is printed as "from"."""

    sheet: str
    row: int
    fields: dict[str, Value] = field(default_factory=dict)
    sources: dict[str, Place] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)  # the cell that each warning is about

    def pin(self, cell: str) -> None:
        """Warnings that have no cell yet are about this one."""
        self.cells += [cell] * (len(self.warnings) - len(self.cells))

    def to_json(self) -> dict[str, Any]:
        """The three entries of the interface."""
        return {
            "fields": self.fields,
            "from": {name: place.to_json() for name, place in self.sources.items()},
            "warnings": self.warnings,
        }


@dataclass(frozen=True)
class RefusedRow:
    """A row that cannot be imported as it stands."""

    sheet: str
    row: int
    reason: str

    def to_json(self) -> dict[str, Any]:
        """{"sheet", "row", "reason"}"""
        return {"sheet": self.sheet, "row": self.row, "reason": self.reason}


@dataclass(frozen=True)
class OtherRow:
    """A row with content that is not data: title, heading, section, total, signature, catalogue."""

    sheet: str
    row: int
    why: str

    def to_json(self) -> dict[str, Any]:
        """{"sheet", "row", "why"}"""
        return {"sheet": self.sheet, "row": self.row, "why": self.why}


@dataclass
class Reading:
    """A whole file. Every row with content is in exactly one of `rows`, `refused`, `not_data`."""

    columns: list[ReadColumn] = field(default_factory=list)
    rows: list[ReadRow] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    not_data: list[OtherRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The shape that `python -m intake read FILE --json` prints."""
        return {
            "columns": [column.to_json() for column in self.columns],
            "rows": [row.to_json() for row in self.rows],
            "refused": [row.to_json() for row in self.refused],
            "not_data": [row.to_json() for row in self.not_data],
        }

    def to_full_json(self) -> dict[str, Any]:
        """The same with row numbers and notes, as the child process hands it to the app."""
        return self.to_json() | {
            "places": [[row.sheet, row.row, row.cells] for row in self.rows],
            "samples": [
                [column.letter, list(column.samples), vars(column.old) if column.old else None]
                for column in self.columns
            ],
            "notes": self.notes,
        }

    @classmethod
    def from_full_json(cls, data: dict[str, Any]) -> Reading:
        """The inverse of `to_full_json`."""
        sheets: dict[str, str] = {}  # one text for one name: a long list says it in every cell
        rows = [
            ReadRow(
                sheets.setdefault(sheet, sheet),
                number,
                row["fields"],
                {
                    name: Place(sheets.setdefault(place["sheet"], place["sheet"]), place["cell"])
                    for name, place in row["from"].items()
                },
                row["warnings"],
                cells,
            )
            for row, (sheet, number, cells) in zip(data["rows"], data["places"], strict=True)
        ]
        return cls(
            [
                ReadColumn(**column, letter=letter, samples=tuple(samples), old=OldFont(**old) if old else None)
                for column, (letter, samples, old) in zip(data["columns"], data["samples"], strict=True)
            ],
            rows,
            [RefusedRow(**row) for row in data["refused"]],
            [OtherRow(**row) for row in data["not_data"]],
            data["notes"],
        )
