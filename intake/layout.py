"""A unit's remembered layout: what a person decided about its headings, as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from intake.errors import Refused
from intake.mapping.fields import Field
from intake.mapping.model import Remembered

WRONG = "Tệp ghi nhớ cách đọc cột không đúng dạng; anh/chị lập lại bằng màn hình ghép cột."
BIGGEST = 1024 * 1024


def from_json(data: Any) -> list[Remembered]:
    """From {"columns": [{"heading", "field", "sheet"?}, …]}, as a reading prints it. Raises Refused."""
    columns = data.get("columns") if isinstance(data, dict) else data
    if not isinstance(columns, list) or len(columns) > 2_000:
        raise Refused(WRONG)
    return [_one(column) for column in columns]


def _one(column: Any) -> Remembered:
    if not isinstance(column, dict) or not isinstance(column.get("heading"), str):
        raise Refused(WRONG)
    field, sheet = column.get("field"), column.get("sheet")
    if not (sheet is None or isinstance(sheet, str)) or not (field is None or field in set(Field)):
        raise Refused(WRONG)
    return Remembered(column["heading"], Field(field) if field else None, sheet)


def from_file(path: Path) -> list[Remembered]:
    """The layout in a file. Raises Refused."""
    try:
        with path.open("rb") as stream:
            return from_json(json.loads(stream.read(BIGGEST)))
    except (OSError, ValueError, RecursionError) as error:
        raise Refused(WRONG) from error


def to_json(layout: list[Remembered]) -> dict[str, Any]:
    """The inverse of `from_json`."""
    return {"columns": [{"sheet": item.sheet, "heading": item.heading, "field": item.field} for item in layout]}
