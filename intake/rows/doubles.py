"""Rows of one file that say the same thing twice."""

from __future__ import annotations

from collections.abc import Iterable

from intake.mapping import words
from intake.reading import ReadRow

_SAME_DEED = ("unit", "award_form", "achievement", "model")


def warn(rows: Iterable[ReadRow]) -> None:
    """Add a warning to each later row that repeats an earlier one, or its CCCD."""
    namesakes: dict[tuple[str, str], ReadRow] = {}
    deeds: dict[tuple[str, str], dict[tuple[str, ...], ReadRow]] = {}
    numbers: dict[str, ReadRow] = {}
    for row in rows:
        birth = str(row.fields.get("birth_date") or row.fields.get("birth_year", ""))
        who = (words.key(str(row.fields["name"])), birth)
        namesake = namesakes.setdefault(who, row)
        if namesake is not row:
            first = deeds.setdefault(who, {_deed(namesake): namesake}).setdefault(_deed(row), row)
            if first is not row:
                row.warnings.append(
                    f"Trùng hoàn toàn với dòng {first.row} trang «{first.sheet}»; anh/chị xem có thừa không."
                )
                continue
        number = str(row.fields.get("id_number", ""))
        if number:
            holder = numbers.setdefault(number, row)
            if words.key(str(holder.fields["name"])) != words.key(str(row.fields["name"])):
                row.warnings.append(
                    f"Số CCCD trùng với dòng {holder.row} trang «{holder.sheet}»; anh/chị kiểm tra lại."
                )


def _deed(row: ReadRow) -> tuple[str, ...]:
    return tuple(words.key(str(row.fields.get(name, ""))) for name in _SAME_DEED)
