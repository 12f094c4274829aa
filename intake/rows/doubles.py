"""Rows of one file that say the same thing twice."""

from __future__ import annotations

from collections.abc import Iterable

from intake.mapping import words
from intake.reading import ReadRow

_SAME_DEED = ("name", "birth_date", "birth_year", "unit", "award_form", "achievement", "model")


def warn(rows: Iterable[ReadRow]) -> None:
    """Add a warning to each later row that repeats an earlier one, or its CCCD."""
    seen: dict[tuple[str, ...], ReadRow] = {}
    numbers: dict[str, ReadRow] = {}
    for row in rows:
        key = tuple(words.key(str(row.fields.get(name, ""))) for name in _SAME_DEED)
        first = seen.setdefault(key, row)
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
