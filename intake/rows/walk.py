"""Walking down a sheet: each row with content becomes a recipient, a refusal, or is said to be no data."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable
from datetime import date

from intake.mapping import words
from intake.mapping.header import IDENTITY, is_heading, is_numbering
from intake.mapping.headings import EXACT, plain
from intake.mapping.legacy import LABELS
from intake.mapping.model import Block
from intake.mapping.sheets import CATALOGUE, EMPTY, GUIDE, HIDDEN, LIST, Mapped
from intake.mapping.words import tidy
from intake.reading import OldFont, OtherRow, Place, ReadColumn, Reading, RefusedRow
from intake.rows import doubles, recipient, titles
from intake.rows import kinds_of_row as kinds
from intake.rows.codes import Catalogue, catalogues
from intake.rows.continuing import continues
from intake.rows.looking import Looking
from intake.rows.merges import Merges
from intake.rows.recipient import Unusable
from intake.rows.sections import Section
from intake.rows.typed import Context
from intake.tables.grid import TEXT, Cell, Row, letters, place

WHY = {
    CATALOGUE: "Trang danh mục hoặc tổng hợp, không phải danh sách",
    GUIDE: "Trang không có bảng danh sách",
    HIDDEN: "Trang tính bị ẩn, không đọc",
}
SAMPLES, SAMPLE = 3, 80  # values shown of a column, characters of each
STEP = 500  # rows between two reports of progress
Progress = Callable[[int], None]


def silent(_: int) -> None:
    """Nobody listens."""


def walk(mapped: list[Mapped], today: date, progress: Progress = silent, *, keep_fonts: bool = False) -> Reading:
    """The reading of a whole book. `progress` goes from 30 to 95 percent; `keep_fonts`: values of old fonts stay as they are."""
    reading = Reading()
    total = sum(len(item.sheet.rows) for item in mapped if item.role == LIST)
    done = itertools.count(1)

    def step() -> None:
        at = next(done)
        if at % STEP == 0:
            progress(30 + 65 * at // total)

    known = catalogues(mapped)
    for item in mapped:
        if item.role == LIST:
            _Sheet(item, known, today, reading, keep_fonts).walk(step)
        elif item.role != EMPTY:
            reading.not_data += [OtherRow(item.sheet.name, row, WHY[item.role]) for row in sorted(item.sheet.rows)]
        reading.not_data += [OtherRow(item.sheet.name, row, kinds.BLANK) for row in sorted(item.sheet.blank)]
        reading.not_data += [OtherRow(item.sheet.name, row, kinds.STRUCK) for row in sorted(item.sheet.struck)]
    doubles.warn(reading.rows)
    return reading


class _Sheet(Looking):
    def __init__(self, item: Mapped, known: list[Catalogue], today: date, reading: Reading, keep_fonts: bool) -> None:
        self.item, self.sheet, self.reading = item, item.sheet, reading
        self.blocks = list(item.blocks)
        self.rows = sorted(item.sheet.rows)
        self.merges = Merges(item.sheet)
        super().__init__(self.blocks[0])
        self.context = Context(
            self.sheet.name, self.block, today, known, item.changed, keep_fonts, self.sheet.from_1904
        )
        self.at_end = False
        self.entered = False

    def walk(self, step: Callable[[], None]) -> None:
        for block in self.blocks:
            self._columns(block)
        titles.before_the_first(self.context, self.sheet)
        for number in self.rows:
            step()
            here = next((block for block in self.blocks if block.top <= number <= block.last), None)
            if here is None:
                self._above(number, self.sheet.rows[number])
                continue
            if here is not self.block or not self.entered:
                self._enter(here)
            if number <= here.bottom:
                self._other(number, kinds.NUMBERING if is_numbering(self.sheet.rows[number]) else kinds.HEADING)
            else:
                self._row(number, self.sheet.rows[number])

    def _columns(self, block: Block) -> None:
        told = {(column.heading, column.field) for column in self.reading.columns if column.sheet == self.sheet.name}
        for column in block.columns:
            field = str(column.field) if column.field else None
            if (column.heading, field) not in told:
                told.add((column.heading, field))
                samples = self._samples(block, column.index)
                old = self._old_font(block, column.index)
                letter = letters(column.index)
                self.reading.columns.append(
                    ReadColumn(self.sheet.name, column.heading, field, column.confidence, letter, samples, old)
                )

    def _samples(self, block: Block, column: int) -> tuple[str, ...]:
        """The first values of a column, shortened."""
        found: dict[str, None] = {}
        for number in itertools.takewhile(lambda row: row <= block.last, self.rows):
            cell = self.sheet.rows[number].get(column) if number > block.bottom else None
            if cell is not None and tidy(cell.text):
                found[tidy(cell.text)[:SAMPLE]] = None
                if len(found) == SAMPLES:
                    break
        return tuple(found)

    def _old_font(self, block: Block, column: int) -> OldFont | None:
        """The old font of a column's values, with the first of them before and after."""
        found = sorted(row for row, index in self.item.changed if index == column and block.bottom < row <= block.last)
        if not found:
            return None
        font, before = self.item.changed[found[0], column]
        after = self.sheet.rows[found[0]][column].text
        return OldFont(LABELS[font], len(found), " ".join(before.split())[:SAMPLE], tidy(after)[:SAMPLE])

    def _enter(self, block: Block) -> None:
        self.block, self.context.block, self.at_end, self.entered = block, block, False, True
        self.counted = False
        self.context.above = {}

    def _above(self, number: int, row: Row) -> None:
        told = self._section_words(row)
        if told and (told.kind or told.award) and kinds.has_prefix(told.text):
            self._keep_section(number, row, told)
            self._other(number, kinds.SECTION)
            return
        titles.read(self.context, number, row)
        self._other(number, kinds.TITLE)

    def _row(self, number: int, row: Row) -> None:
        if all(cell.kind == TEXT and not any(char.isalnum() for char in tidy(cell.text)) for cell in row.values()):
            self._other(number, kinds.BLANK)
            return
        ordinal = self._ordinal(row)
        full = self.merges.complete(number, row)
        numbered = ordinal is not None and kinds.is_number(ordinal.text)
        if is_numbering(row) and not self._has_letters(row):
            self._other(number, kinds.NUMBERING)
            return
        if not numbered and self._is_heading_again(row):
            self._other(number, kinds.REPEATED)
            return
        if self.at_end and not (numbered and len(row) > 1) and not self._surely_data(full):
            told = self._section_words(row)
            if not (told and kinds.has_prefix(told.text)):
                self._other(number, kinds.SIGNATURE)
                return
            self.at_end = False
        if self._no_data(number, row, ordinal, numbered):
            return
        self.at_end = False
        self.counted = self.counted or numbered
        self._data(number, row, full, numbered)

    def _no_data(self, number: int, row: Row, ordinal: Cell | None, numbered: bool) -> bool:
        if kinds.is_total(row) and not (numbered and self._named(row)):
            self.at_end = self.counted
            self._other(number, kinds.TOTAL)
            return True
        if not numbered and self._signs(row):
            self.at_end = True
            self._other(number, kinds.SIGNATURE)
            return True
        if kinds.is_example(ordinal, self._name_text(row)):
            self._other(number, kinds.EXAMPLE)
            return True
        if (
            number == self.block.bottom + 1
            and not numbered
            and kinds.is_guidance(row)
            and not words.kind_of(self._name_text(row))
        ):
            self._other(number, kinds.GUIDANCE)
            return True
        if kinds.is_note(row):
            self._other(number, kinds.NOTE)
            return True
        if not numbered and len(row) == 1 and words.key(self._name_text(row)).strip(" .-") in words.NOBODY:
            self._other(number, kinds.NOBODY)
            return True
        if kinds.is_prefilled(list(row.values()), ordinal) and not self._broken_name(row):
            self._other(number, kinds.PREFILLED)
            return True
        if not numbered and len(row) == 1 and kinds.is_bullet(self._name_text(row)):
            self._other(number, kinds.NOTE)
            return True
        if self.counted and not numbered and self._is_remark(row):
            self._other(number, kinds.NOTE)
            return True
        told = (
            None
            if numbered and not (self._is_wide(number, row) or self._heads_people(number, row) or self._bare_kind(row))
            else self._section_words(row)
        )
        if told and self._may_be_section(number, row, told):
            self._keep_section(number, row, told)
            self._other(number, kinds.SECTION)
            return True
        return False

    def _data(self, number: int, row: Row, full: Row, numbered: bool) -> None:
        if not numbered and continues(self.reading, self.sheet.name, self.block, number, row, self.merges.origin):
            return
        try:
            made = recipient.read(self.context, number, full, lambda column: self.merges.origin(number, column))
        except Unusable as verdict:
            self.reading.refused.append(RefusedRow(self.sheet.name, number, str(verdict)))
            return
        if number in self.sheet.hidden_rows:
            made.warnings.append("Dòng này đang bị ẩn trong tệp; anh/chị xem có cần giữ lại không.")
        self.context.above = made.fields
        self.reading.rows.append(made)

    def _is_heading_again(self, row: Row) -> bool:
        first = [tidy(row[column].text[:80]) for column in sorted(row)[:3]]
        return any(plain(text) in EXACT for text in first) and is_heading(row)

    def _may_be_section(self, number: int, row: Row, told: Section) -> bool:
        texts = [cell.text for _, cell in sorted(row.items()) if tidy(cell.text)]
        if self._is_wide(number, row) or told.kind or self._heads_people(number, row):
            return True
        ordinal = self._ordinal(row)
        if ordinal is not None and len(texts) >= 2:
            return not kinds.is_number(ordinal.text)  # "II | Sở Nội vụ | |"
        if len(self.block.columns) <= 2:
            return False
        in_name = any(column.index in row for column in self.block.columns if column.field in IDENTITY)
        alone = len(texts) == 1 and (not in_name or kinds.has_prefix(texts[0]) or told.award is not None)
        return alone or (len(texts) == 1 and self.counted and told.unit is not None and ordinal is None)

    def _is_wide(self, number: int, row: Row) -> bool:
        """Whether the row is one cell merged over several columns."""
        filled = [column for column, cell in row.items() if tidy(cell.text)]
        return len(filled) <= 2 and any(self.merges.width(number, column) >= 3 for column in filled)

    def _heads_people(self, number: int, row: Row) -> bool:
        """A unit alone in its row among people, or with 1.1, 1.2 … below: "1 | Sở Y tế"."""
        filled = [cell for cell in row.values() if tidy(cell.text)]
        if len(filled) != 2 or len(self.block.columns) <= 3 or not words.is_unit(self._name_text(row)):
            return False
        told = self.context.sections.get("kind")
        return (told is not None and told[0].kind == words.PERSON) or self._has_children(number, row)

    def _bare_kind(self, row: Row) -> bool:
        """ "1 | Tập thể" and nothing else: a section, though its number is in figures."""
        filled = [cell for cell in row.values() if tidy(cell.text)]
        return len(filled) == 2 and words.key(self._name_text(row)).strip(" .:") in words.KIND_WORDS

    def _has_children(self, number: int, row: Row) -> bool:
        """Whether the next row's ordinal is a part of this one's: 2 and 2.1."""
        own = self._ordinal(row)
        at = bisect_right(self.rows, number)
        below = self._ordinal(self.sheet.rows[self.rows[at]]) if at < len(self.rows) else None
        return bool(
            own
            and below
            and tidy(below.text).startswith(tidy(own.text).rstrip(".)") + ".")
            and tidy(below.text)[-1].isdigit()
        )

    def _keep_section(self, number: int, row: Row, told: Section) -> None:
        column = max(
            (c for c, cell in row.items() if any(ch.isalpha() for ch in cell.text)),
            key=lambda c: len(row[c].text),
            default=1,
        )
        self.context.sections.enter(told, Place(self.sheet.name, place(number, column)))
        self.context.above = {}

    def _other(self, number: int, why: str) -> None:
        self.reading.not_data.append(OtherRow(self.sheet.name, number, why))
