"""The fields of a row beside its name: each column read as what it is, doubts said, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from intake.mapping import words
from intake.mapping.columns import MARKS
from intake.mapping.fields import LABELS, Field
from intake.mapping.legacy import Changed
from intake.mapping.model import Block, Column, Role
from intake.reading import Place, ReadRow, Value
from intake.rows import codes, days, numbers_of_people
from intake.rows.sections import Sections
from intake.tables.grid import ERROR, FORMULA, NUMBER, Cell, Row, place
from vietnamese import numbers, text

JOINERS = {
    Field.AWARD_FORM: ", ",
    Field.POST: ", ",
    Field.ACHIEVEMENT: "\n",
    Field.NOTE: "; ",
    Field.PAST_AWARDS: "; ",
    Field.ADDRESS: ", ",
}
LONGEST_SIGN = 10  # characters of a ditto mark, or of a sign for nothing
MULTILINE = {Field.ACHIEVEMENT, Field.PAST_AWARDS, Field.NOTE}
DITTO_FIELDS = {
    Field.UNIT,
    Field.NOMINATING_UNIT,
    Field.POST,
    Field.AWARD_FORM,
    Field.ACHIEVEMENT,
    Field.FIELD,
    Field.KIND,
    Field.ADDRESS,
}


@dataclass
class Context:
    """What the rows above and the workbook tell a row."""

    sheet: str
    block: Block
    today: date
    catalogues: list[codes.Catalogue]
    changed: Changed
    keep_fonts: bool = False  # values of old fonts stay as they are
    from_1904: bool = False  # the workbook counts its days from 1904
    sections: Sections = field(default_factory=Sections)
    weak_kind: tuple[str, Place] | None = None  # the title or the sheet's name
    above: dict[str, Value] = field(default_factory=dict)  # fields of the row above, for "như trên"
    titled: dict[Field, tuple[str, Place]] = field(
        default_factory=dict
    )  # what the lines above the table say of all its rows


class TypedFields:
    """Reads the columns of one row into `made`. `origin(column)`: the row where a merged cell's text stands."""

    def __init__(self, context: Context, number: int, row: Row, origin: Callable[[int], int]) -> None:
        self.context, self.number, self.row, self.origin = context, number, row, origin
        self.made = ReadRow(context.sheet, number)

    def column(self, column: Column) -> None:
        cell = self.row.get(column.index)
        wanted = column.field
        if cell is None or wanted is None:
            return
        label = LABELS[wanted]
        if cell.kind == ERROR:
            self.made.warnings.append(f"{label}: ô {self.cell(column.index)} báo lỗi {cell.text}, không lấy giá trị.")
            return
        if cell.kind == FORMULA:
            self.made.warnings.append(
                f"{label}: ô {self.cell(column.index)} là công thức chưa có kết quả, không lấy giá trị."
            )
            return
        shown = text.clean_multiline(cell.text) if wanted in MULTILINE else words.tidy(cell.text)
        if not shown:
            return
        if column.role in (Role.MARK, Role.MALE, Role.FEMALE) and self._marked(column, shown):
            return
        if (
            len(shown) <= LONGEST_SIGN
            and wanted in DITTO_FIELDS
            and (shown.lower() in words.DITTO or words.key(shown) in words.DITTO)
        ):
            self._ditto(column, shown)
            return
        if words.key(shown) == "x" and wanted is not Field.KIND:
            self.made.warnings.append(f"{label}: ô {self.cell(column.index)} chỉ có dấu «{shown}», không lấy giá trị.")
            return
        if (
            len(shown) <= LONGEST_SIGN
            and words.key(shown) in words.NOTHING
            and wanted not in (Field.SCORE, Field.VOTES, Field.AMOUNT, Field.KIND)
        ):
            return
        self._typed(column, cell, shown)

    def _marked(self, column: Column, shown: str) -> bool:
        if words.key(shown) not in MARKS:
            if column.role is Role.MARK:
                if words.key(shown) not in words.NOTHING:
                    self.made.warnings.append(
                        f"Cột «{column.heading}» ghi «{shown}», không phải dấu X; anh/chị xem lại."
                    )
                return True
            if column.role in (Role.MALE, Role.FEMALE) and column.field is not Field.GENDER:
                self.set(Field.GENDER, words.MALE if column.role is Role.MALE else words.FEMALE, column.index)
            return False
        if column.role is not Role.MARK:
            self.set(Field.GENDER, words.MALE if column.role is Role.MALE else words.FEMALE, column.index)
        elif column.field is Field.KIND and column.kind:
            self.set(Field.KIND, column.kind, column.index)
        elif column.field:
            if str(column.field) in self.made.fields:
                self.made.warnings.append(
                    f"{LABELS[column.field]}: đánh dấu nhiều hơn một ô; anh/chị chọn một hình thức."
                )
            self._words(column, column.field, column.heading.split(" / ")[-1])
        return True

    def _ditto(self, column: Column, shown: str) -> None:
        name = str(column.field)
        above = self.context.above.get(name)
        if above is None:
            self.made.warnings.append(
                f"{LABELS[column.field]}: «{shown}» nhưng dòng trên không có giá trị." if column.field else ""
            )
            return
        self.set(Field(name), above, column.index)
        self.made.warnings.append(f"{LABELS[Field(name)]}: «{shown}» được hiểu là «{above}» như dòng trên.")

    def _typed(self, column: Column, cell: Cell, shown: str) -> None:
        wanted = column.field
        if wanted in (Field.BIRTH_DATE, Field.BIRTH_YEAR):
            self._birth(column, cell)
        elif wanted in (Field.DEED_DATE, Field.DECISION_DATE, Field.PARTY_DATE):
            self._date(column, cell, shown)
        elif wanted is Field.GENDER:
            self._one_of(column, shown, words.GENDER_WORDS, "nam hoặc nữ")
        elif wanted is Field.KIND:
            self._one_of(column, shown, words.KIND_WORDS, "cá nhân, tập thể hoặc hộ gia đình")
        elif wanted is Field.RECIPIENT_CLASS:
            self._one_of(column, shown, words.CLASS_WORDS, "trực tiếp hoặc quản lý")
        elif wanted is Field.ID_NUMBER:
            self._told(column, numbers_of_people.id_number(shown))
        elif wanted is Field.PHONE:
            self._told(column, numbers_of_people.phone(shown))
        elif wanted in (Field.STAFF_NUMBER, Field.PARTY_CARD):
            self._told(column, numbers_of_people.staff_number(shown, cell.kind == NUMBER))
        elif wanted is Field.AMOUNT:
            self._amount(column, cell, shown)
        elif wanted:
            self._words(column, wanted, shown)

    def _told(self, column: Column, told: numbers_of_people.Told) -> None:
        if told.value is not None and column.field:
            self.set(column.field, told.value, column.index)
        if told.warning:
            self.made.warnings.append(told.warning)

    def _birth(self, column: Column, cell: Cell) -> None:
        made, warning = days.birth(cell, LABELS[Field.BIRTH_DATE], self.context.today, self.context.from_1904)
        if warning:
            self.made.warnings.append(warning)
        if isinstance(made, date) and made > self.context.today:
            return
        if isinstance(made, date):
            self.set(Field.BIRTH_DATE, made.isoformat(), column.index)
        elif made is not None:
            self.set(Field.BIRTH_YEAR, made, column.index)

    def _date(self, column: Column, cell: Cell, shown: str) -> None:
        if column.field is None:
            return
        made, warning = days.day(cell, LABELS[column.field], self.context.today, self.context.from_1904)
        if isinstance(made, date):
            self.set(column.field, made.isoformat(), column.index)
        else:
            self.set(column.field, shown, column.index)
            warning = warning or f"{LABELS[column.field]} «{shown}» chỉ có năm; anh/chị bổ sung ngày, tháng."
        if warning:
            self.made.warnings.append(warning)

    def _one_of(self, column: Column, shown: str, known: dict[str, str], wanted: str) -> None:
        key = words.key(shown).strip(" .")
        if column.field is None:
            return
        told = None if key in known else codes.meaning(column.field, shown, column.heading, self.context.catalogues)
        value = known.get(key) or (known.get(words.key(told[0])) if told else None)
        if value:
            self.set(column.field, value, column.index)
        else:
            self.made.warnings.append(f"{LABELS[column.field]}: «{shown}» chưa rõ nghĩa, cần ghi {wanted}.")

    def _amount(self, column: Column, cell: Cell, shown: str) -> None:
        try:
            amount = round(float(shown)) if cell.kind == NUMBER else numbers.parse_money(shown)
        except ValueError as error:
            self.made.warnings.append(f"Số tiền: {error}")
            return
        except OverflowError:
            self.made.warnings.append(f"Số tiền: «{shown[:20]}» quá lớn; anh/chị nhập lại.")
            return
        self.set(Field.AMOUNT, amount, column.index)

    def _words(self, column: Column, wanted: Field, shown: str) -> None:
        told = codes.meaning(wanted, shown, column.heading, self.context.catalogues)
        if wanted is Field.UNIT_CODE:
            self._unit_code(column, shown, told)
            return
        if told:
            self.made.warnings.append(
                f"{LABELS[wanted]}: mã «{shown}» được hiểu là «{told[0]}» theo trang «{told[1]}»."
            )
            shown = told[0]
        elif wanted is Field.AWARD_FORM:
            short = words.AWARD_CODES.get(words.key(shown).replace(" ", "").strip("."))
            if short:
                self.made.warnings.append(f"Hình thức đề nghị: «{shown}» được hiểu là «{short}».")
                shown = short
            elif codes.looks_like_code(shown):
                self.made.warnings.append(f"Hình thức đề nghị: mã «{shown}» chưa rõ nghĩa; anh/chị chọn hình thức.")
        if wanted is Field.POST and column.heading:
            shown = self._cut_unit(column, shown)
        name = str(wanted)
        if name in self.made.fields and wanted in JOINERS:
            shown = f"{self.made.fields[name]}{JOINERS[wanted]}{shown}"
            self.made.fields[name] = shown
            return
        self.set(wanted, shown, column.index)

    def _unit_code(self, column: Column, shown: str, told: tuple[str, str] | None) -> None:
        self.set(Field.UNIT_CODE, shown, column.index)
        if told:
            self.set(Field.UNIT, told[0], column.index)
            self.made.warnings.append(f"Mã đơn vị «{shown}» được hiểu là «{told[0]}» theo trang «{told[1]}».")
        elif any("don vi" in item.topic for item in self.context.catalogues):
            self.made.warnings.append(f"Mã đơn vị «{shown}» không có trong danh mục của tệp; anh/chị kiểm tra lại.")

    def _cut_unit(self, column: Column, shown: str) -> str:
        """ "Trưởng phòng, Sở Nội vụ" under "Chức vụ, đơn vị": post and unit, said."""
        heading = words.key(column.heading)
        if "don vi" not in heading and "cong tac" not in heading and "co quan" not in heading:
            return shown
        if any(c.field is Field.UNIT for c in self.context.block.columns):
            return shown
        post, found, unit = re.sub(r"\s+[-–]\s+", ", ", shown).partition(", ")
        if found and words.is_unit(unit) and (words.is_post(post) or not words.is_unit(post)):
            self.set(Field.UNIT, unit, column.index)
            self.made.warnings.append(f"Chức vụ và đơn vị ghi chung một ô, đã tách thành «{post}» và «{unit}».")
            return post
        if words.is_unit(shown) and not words.is_post(shown):
            self.set(Field.UNIT, shown, column.index)
        return shown

    def set(self, wanted: Field, value: Value, column: int) -> None:
        self.made.fields[str(wanted)] = value
        self.made.sources[str(wanted)] = Place(self.context.sheet, self.cell(column))

    def cell(self, column: int) -> str:
        return place(self.origin(column), column)
