"""Rows that only go on with the text of the row above, as people do when a cell gets too long."""

from __future__ import annotations

from collections.abc import Callable

from intake.mapping.fields import Field
from intake.mapping.header import IDENTITY
from intake.mapping.model import Block
from intake.mapping.words import tidy
from intake.reading import OtherRow, Place, Reading, ReadRow
from intake.rows import kinds_of_row as kinds
from intake.rows.typed import JOINERS
from intake.tables.grid import Row, place
from vietnamese.text import clean_multiline

TEXTS = {Field.ACHIEVEMENT, Field.NOTE, Field.PAST_AWARDS}
LOOKED_BACK = 20  # rows without data in which an earlier continuation is looked for


def continues(
    reading: Reading, sheet: str, block: Block, number: int, row: Row, origin: Callable[[int, int], int]
) -> bool:
    """Join the row to the last recipient when it has nothing of its own but texts, or stands under a merged name.

    `origin(row, column)`: the row where a merged cell's text stands. True when joined and accounted for.
    """
    last = reading.rows[-1] if reading.rows else None
    if last is None or last.sheet != sheet or last.row < block.bottom:
        return False
    by_index = {column.index: column for column in block.columns}
    fields = {by_index[index].field for index, cell in row.items() if index in by_index and tidy(cell.text)}
    names = [column.index for column in block.columns if column.field in IDENTITY]
    under_name = any(origin(number, index) == last.row for index in names)
    if not fields or fields & IDENTITY or not (under_name or (fields <= TEXTS and _follows(reading, last, number))):
        return False
    told: dict[Field | None, tuple[str, Place]] = {}
    for index, cell in sorted(row.items()):
        column = by_index.get(index)
        if column and tidy(cell.text):
            beside = told.get(column.field)
            text = f"{beside[0]}{JOINERS.get(column.field, ' ')}{cell.text}" if beside and column.field else cell.text
            told[column.field] = (text, beside[1] if beside else Place(sheet, place(number, index)))
    for field, (text, where) in told.items():
        _join(last, field, text, where)
    last.warnings.append(f"Nội dung dòng {number} được nối vào dòng này; anh/chị đọc lại.")
    reading.not_data.append(OtherRow(sheet, number, kinds.CONTINUED.format(row=last.row)))
    return True


def _join(last: ReadRow, field: Field | None, text: str, where: Place) -> None:
    if field not in TEXTS:
        last.warnings.append(f"Ô {where.cell} thuộc dòng nối tiếp, chưa được lấy: «{tidy(text)[:60]}».")
        return
    name = str(field)
    before = last.fields.get(name)
    last.fields[name] = clean_multiline(f"{before}\n{text}" if before else text)
    last.sources.setdefault(name, where)


def _follows(reading: Reading, last: ReadRow, number: int) -> bool:
    """Whether the row directly above became, or continues, the last recipient."""
    why = kinds.CONTINUED.format(row=last.row)
    told = reading.not_data[-LOOKED_BACK:]
    above = [last.row, *(other.row for other in told if other.why == why and other.sheet == last.sheet)]
    no = reading.refused[-1] if reading.refused else None
    refused_between = no is not None and no.sheet == last.sheet and no.row > last.row
    return number - max(above) <= 1 and not refused_between
