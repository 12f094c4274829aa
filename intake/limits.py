"""The one table of limits for files that come from outside."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """How large a foreign file may be. Bytes, counts and seconds; an installation may set its own."""

    list_bytes: int = 10 * MB
    rows: int = 25_000  # rows of data in one file
    heading_rows: int = 1_000  # further rows: titles, headings, catalogues, signatures
    columns: int = 60  # columns with content in one sheet
    cell_chars: int = 32_767  # what Excel itself holds
    sheets: int = 50
    zip_members: int = 200
    unpacked_bytes: int = 100 * MB
    zip_ratio: int = 100  # unpacked bytes for one packed byte
    small_member: int = 1 * MB  # below this, a member's own ratio says nothing
    list_memory: int = 512 * MB
    picture_memory: int = 1024 * MB
    cpu_seconds: int = 30
    wall_seconds: int = 60
    evidence_bytes: int = 25 * MB
    picture_pixels: int = 80_000_000
    picture_side: int = 2_560  # pixels of the longer side after reducing
    pdf_pages: int = 500
    session_bytes: int = 500 * MB  # what one sign-in may upload within an hour

    def to_json(self) -> str:
        """The table as JSON, for the child process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Limits:
        """The table from JSON; unknown names raise TypeError, values must be whole and positive."""
        given = json.loads(text)
        known = {field.name for field in fields(cls)}
        wrong = [key for key, value in given.items() if key not in known or type(value) is not int or value < 1]
        if wrong:
            raise ValueError(f"unknown or wrong limits: {', '.join(sorted(wrong))}")
        return cls(**given)


LIMITS = Limits()
