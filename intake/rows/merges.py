"""What merged cells mean for rows: a cell merged downwards belongs to every row that it covers."""

from __future__ import annotations

from intake.tables.grid import Row, Sheet


class Merges:
    """The merged cells of a sheet, asked by row."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = sheet.rows
        self._down: dict[int, dict[int, int]] = {}  # row -> column -> the row where the text stands
        self._wide: dict[tuple[int, int], int] = {}
        budget = 4 * len(sheet.rows) + 1_000  # a file may claim far more than it has rows
        for top, left, bottom, right in sheet.merges:
            if right > left:
                self._wide[top, left] = right - left + 1
            if bottom > top and bottom - top <= len(sheet.rows) and budget > 0:
                budget -= bottom - top
                for number in range(top + 1, bottom + 1):
                    if number in sheet.rows:
                        self._down.setdefault(number, {})[left] = top

    def width(self, row: int, column: int) -> int:
        """How many columns the cell covers; 0 when it is not merged sideways."""
        return self._wide.get((row, column), 0)

    def complete(self, number: int, row: Row) -> Row:
        """The row with what it shares with rows above."""
        inherited = self._down.get(number)
        if not inherited:
            return row
        full = dict(row)
        for column, top in inherited.items():
            source = self._rows.get(top, {}).get(column)
            if column not in full and source is not None:
                full[column] = source
        return full

    def origin(self, number: int, column: int) -> int:
        """The row where the text of that place stands."""
        if column in self._rows.get(number, {}):
            return number
        return self._down.get(number, {}).get(column, number)
