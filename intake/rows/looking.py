"""Small questions about a row, asked with a block's columns in mind."""

from __future__ import annotations

from intake.mapping.fields import Field
from intake.mapping.header import IDENTITY
from intake.mapping.model import Block
from intake.mapping.words import kind_of, tidy
from intake.rows import kinds_of_row as kinds
from intake.rows import sections
from intake.tables.grid import ERROR, FORMULA, TEXT, Cell, Row


class Looking:
    """Looks at rows of `block`; `counted` once its rows were seen to carry ordinals."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.counted = False

    def _signs(self, row: Row) -> bool:
        """Whether the signatures begin here: without doubt when the list has ordinals, else by the name's place."""
        if kinds.is_signature(row):
            named = {
                column.index: row[column.index]
                for column in self.block.columns
                if column.field in IDENTITY and column.index in row
            }
            return self.counted or not self._is_data(row, False) or kinds.is_signature(named)
        return kinds.is_bare_post(row) and (self.counted or not self._named(row))

    def _name_text(self, row: Row) -> str:
        return next((row[c.index].text for c in self.block.columns if c.field in IDENTITY and c.index in row), "")

    def _has_letters(self, row: Row) -> bool:
        return any(len(tidy(cell.text)) > 3 for cell in row.values())

    def _ordinal(self, row: Row) -> Cell | None:
        columns = self.block.of(Field.ORDINAL)
        return row.get(columns[0].index) if columns else None

    def _named(self, row: Row) -> bool:
        return any(
            column.index in row and any(char.isalpha() for char in row[column.index].text)
            for column in self.block.columns
            if column.field in IDENTITY
        )

    def _broken_name(self, row: Row) -> bool:
        """An error or an empty formula where the name should be, beside something that somebody typed."""
        named = [row[c.index] for c in self.block.columns if c.field in IDENTITY and c.index in row]
        named = [cell for cell in named if cell.kind in (FORMULA, ERROR) or cell.text.strip("0-–.… ")]
        typed = [
            cell
            for cell in row.values()
            if cell.kind not in (FORMULA, ERROR) and not cell.computed and len(tidy(cell.text)) > 5
        ]
        return any(cell.kind in (ERROR, FORMULA) or cell.text for cell in named) and bool(
            typed or (named and named[0].kind == TEXT and not named[0].computed)
        )

    def _is_data(self, row: Row, numbered: bool) -> bool:
        """A name where names stand, and something else that we know."""
        known = {column.index for column in self.block.columns if column.field and column.field is not Field.ORDINAL}
        filled = [index for index in known if index in row and tidy(row[index].text)]
        return self._named(row) and (len(filled) >= 2 or (numbered and bool(filled)))

    def _section_words(self, row: Row) -> sections.Section | None:
        texts = [(column, tidy(cell.text)) for column, cell in sorted(row.items()) if tidy(cell.text)]
        texts = [pair for index, pair in enumerate(texts) if pair[1] not in {other[1] for other in texts[:index]}]
        if not texts or len(texts) > 3:
            return None
        if len(texts) >= 2 and kinds.is_ordinal(texts[0][1]):
            told = sections.section(f"{texts[0][1].rstrip('.)')}. {texts[1][1]}")
            rest = texts[2:]
        else:
            told = sections.section(texts[0][1])
            rest = texts[1:]
        return told if told and all(len(text) <= 12 and any(c.isdigit() for c in text) for _, text in rest) else None

    def _surely_data(self, row: Row) -> bool:
        """A person or a collective by its look, with two more fields of ours: data even below a total."""
        known = {column.index for column in self.block.columns if column.field not in (None, Field.ORDINAL)}
        filled = [index for index in known if index in row and tidy(row[index].text)]
        return len(filled) >= 3 and kind_of(self._name_text(row)) is not None

    def _is_remark(self, row: Row) -> bool:
        """One text alone where no field of ours stands: words under or between the people of a numbered list."""
        filled = [(column, cell) for column, cell in row.items() if tidy(cell.text)]
        known = {column.index for column in self.block.columns if column.field not in (None, Field.ORDINAL)}
        return (
            len(filled) == 1
            and filled[0][0] not in known
            and len(tidy(filled[0][1].text)) > 12
            and not sections.section(filled[0][1].text)
        )
