"""One row of data, field by field, each with the cell that it came from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from intake.mapping import words
from intake.mapping.columns import MARKS
from intake.mapping.fields import LABELS, Field
from intake.mapping.legacy import LABELS as FONTS
from intake.mapping.legacy import Changed
from intake.mapping.model import Block, Column, Role
from intake.reading import Place, ReadRow, Value
from intake.rows import codes, days, numbers_of_people
from intake.rows.kinds_of_row import Section
from intake.tables.grid import ERROR, FORMULA, NUMBER, Cell, Row, place
from vietnamese import names, numbers, text

_SHOUTED = re.compile(r"[^\W\d_]{2,}")
_POST_TAIL = re.compile(r"^(?P<name>[^,;(\n–]{3,60}?)\s*(?:[,;\n–]|\s-\s)\s*(?P<rest>.+)$", re.DOTALL)
_BORN_TAIL = re.compile(
    r"^(?P<name>.+?)\s*[,(–-]?\s*(?:sinh năm|sn|sinh)\s*[:.]?\s*(?P<year>19\d\d|20[0-2]\d)\s*\)?$", re.IGNORECASE
)
_HONORIFIC = re.compile(r"^(ông|bà|ông\s*[/(]\s*bà\s*\)?|đ/c|đồng chí|anh|chị)\s*[:.]\s*", re.IGNORECASE)
JOINERS = {Field.POST: ", ", Field.ACHIEVEMENT: "\n", Field.NOTE: "; ", Field.PAST_AWARDS: "; ", Field.ADDRESS: ", "}
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
    sections: dict[str, tuple[Section, Place]] = field(default_factory=dict)  # by what it tells: kind, unit, award
    weak_kind: tuple[str, Place] | None = None  # the title or the sheet's name
    above: dict[str, Value] = field(default_factory=dict)  # fields of the row above, for "như trên"


class Unusable(Exception):
    """The row cannot be imported; its text is the reason."""


def read(context: Context, number: int, row: Row, origin: Callable[[int], int]) -> ReadRow:
    """The recipient in `row`. `origin(column)` is the row where a merged cell's text stands. Raises Unusable."""
    return _Reader(context, number, row, origin).read()


class _Reader:
    def __init__(self, context: Context, number: int, row: Row, origin: Callable[[int], int]) -> None:
        self.context, self.number, self.row, self.origin = context, number, row, origin
        self.made = ReadRow(context.sheet, number)
        self.name_kind: str | None = None

    def read(self) -> ReadRow:
        self._name()
        for column in self.context.block.columns:
            if column.field and column.field not in (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.ORDINAL):
                self._column(column)
        self._sections()
        self._kind()
        self._birth_and_identity()
        self._fonts()
        return self.made

    # --- names

    def _name(self) -> None:
        parts = self._name_parts()
        if not parts:
            raise Unusable(self._why_nameless())
        whole = text.clean(" ".join(text.clean(cell.text) for _, cell in parts))
        column, cell = parts[0]
        if cell.kind == ERROR or whole.startswith("#"):
            raise Unusable(f"Ô {self._cell(column.index)} báo lỗi {whole} thay cho họ tên; anh/chị nhập lại họ tên.")
        if cell.kind == FORMULA:
            raise Unusable(
                f"Ô {self._cell(column.index)} là công thức chưa có kết quả; anh/chị mở tệp bằng Excel, lưu lại hoặc nhập họ tên."
            )
        if not any(char.isalpha() for char in whole):
            raise Unusable(f"Ô {self._cell(column.index)} ghi «{whole}», không phải tên; anh/chị nhập họ tên.")
        told = codes.meaning(Field.NAME, whole, column.heading, self.context.catalogues)
        if told:
            self.made.warnings.append(f"Mã «{whole}» được hiểu là «{told[0]}» theo trang «{told[1]}».")
            whole = told[0]
        elif codes.looks_like_code(whole) and any(char.isdigit() for char in whole) and words.kind_of(whole) is None:
            raise Unusable(f"Ô {self._cell(column.index)} ghi mã «{whole}» thay cho tên; anh/chị nhập họ tên.")
        self.name_kind = column.kind
        self._take_name(column, whole)

    def _name_parts(self) -> list[tuple[Column, Cell]]:
        block = self.context.block
        pieces = [c for c in block.columns if c.field in (Field.FAMILY_NAME, Field.GIVEN_NAME)]
        family_first = sorted(pieces, key=lambda c: c.field is Field.GIVEN_NAME)
        joined = self._filled(family_first or [c for c in block.of(Field.NAME) if c.role is Role.PART])
        if joined:
            return joined
        whole = self._filled([c for c in block.of(Field.NAME) if c.role is not Role.PART])
        people = [pair for pair in whole if pair[0].kind != words.COLLECTIVE]
        if people and len(whole) > 1:
            for column, cell in whole:
                if column.kind == words.COLLECTIVE:  # a person's row that names the collective beside
                    self._set(Field.UNIT, text.clean(cell.text), column.index)
            return people[:1]
        return whole[:1]

    def _filled(self, columns: list[Column]) -> list[tuple[Column, Cell]]:
        found = [(column, self.row[column.index]) for column in columns if column.index in self.row]
        return [
            (column, cell) for column, cell in found if cell.kind == FORMULA or text.clean(cell.text).strip(".-–… ")
        ]

    def _why_nameless(self) -> str:
        where = [
            c.index for c in self.context.block.columns if c.field in (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)
        ]
        cell = f" ở ô {place(self.number, where[0])}" if where else ""
        return f"Thiếu họ tên hoặc tên tập thể{cell}; anh/chị bổ sung tên."

    def _take_name(self, column: Column, whole: str) -> None:
        whole = self._cut_birth(whole, column)
        if words.kind_of(whole) != words.HOUSEHOLD:
            salutation, bare = names.split_salutation(_HONORIFIC.sub(lambda m: m[1] + " ", whole))
            person = salutation and words.kind_of(whole) != words.COLLECTIVE
            if person and bare:
                self._set(Field.SALUTATION, salutation, column.index)
                whole = bare
            whole = self._cut_post(whole, column)
        self._set(Field.NAME, whole, column.index)
        letters = "".join(_SHOUTED.findall(whole))
        if words.is_person_name(whole) and letters and (letters.isupper() or letters.islower()):
            self.made.warnings.append(
                "Họ tên viết toàn chữ hoa hoặc chữ thường; anh/chị xem lại trước khi in giấy khen."
            )
        for finding in text.suspicious(whole):
            if "hoa" not in finding.sentence.lower():
                self.made.warnings.append(finding.sentence)

    def _cut_birth(self, whole: str, column: Column) -> str:
        found = _BORN_TAIL.match(whole)
        if not found:
            return whole
        self._set(Field.BIRTH_YEAR, int(found["year"]), column.index)
        self.made.warnings.append(f"Năm sinh {found['year']} nằm trong ô họ tên, đã tách ra.")
        return found["name"].strip(" ,(-–")

    def _cut_post(self, whole: str, column: Column) -> str:
        found = _POST_TAIL.match(whole)
        if not found or not words.is_person_name(found["name"]) or not words.is_post(found["rest"]):
            return whole
        self._set(Field.POST, text.clean(found["rest"]), column.index)
        self.made.warnings.append(f"Chức vụ «{text.clean(found['rest'])}» nằm trong ô họ tên, đã tách ra.")
        return found["name"].strip()

    # --- other fields

    def _column(self, column: Column) -> None:
        cell = self.row.get(column.index)
        wanted = column.field
        if cell is None or wanted is None:
            return
        label = LABELS[wanted]
        if cell.kind == ERROR:
            self.made.warnings.append(f"{label}: ô {self._cell(column.index)} báo lỗi {cell.text}, không lấy giá trị.")
            return
        if cell.kind == FORMULA:
            self.made.warnings.append(
                f"{label}: ô {self._cell(column.index)} là công thức chưa có kết quả, không lấy giá trị."
            )
            return
        shown = text.clean_multiline(cell.text) if wanted in MULTILINE else text.clean(cell.text)
        if not shown:
            return
        if column.role in (Role.MARK, Role.MALE, Role.FEMALE) and self._marked(column, shown):
            return
        if wanted in DITTO_FIELDS and (shown.lower() in words.DITTO or words.key(shown) in words.DITTO):
            self._ditto(column, shown)
            return
        if words.key(shown) in words.NOTHING and wanted not in (Field.SCORE, Field.VOTES, Field.AMOUNT, Field.KIND):
            return
        self._typed(column, cell, shown)

    def _marked(self, column: Column, shown: str) -> bool:
        if words.key(shown) not in MARKS:
            if column.role in (Role.MALE, Role.FEMALE) and column.field is not Field.GENDER:
                self._set(Field.GENDER, words.MALE if column.role is Role.MALE else words.FEMALE, column.index)
            return False
        if column.role is not Role.MARK:
            self._set(Field.GENDER, words.MALE if column.role is Role.MALE else words.FEMALE, column.index)
        elif column.field is Field.KIND and column.kind:
            self._set(Field.KIND, column.kind, column.index)
        elif column.field:
            self._set(column.field, column.heading.split(" / ")[-1], column.index)
        return True

    def _ditto(self, column: Column, shown: str) -> None:
        name = str(column.field)
        above = self.context.above.get(name)
        if above is None:
            self.made.warnings.append(
                f"{LABELS[column.field]}: «{shown}» nhưng dòng trên không có giá trị." if column.field else ""
            )
            return
        self._set(Field(name), above, column.index)
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
            self._set(column.field, told.value, column.index)
        if told.warning:
            self.made.warnings.append(told.warning)

    def _birth(self, column: Column, cell: Cell) -> None:
        made, warning = days.day(cell, LABELS[Field.BIRTH_DATE], self.context.today)
        if warning:
            self.made.warnings.append(warning)
        if isinstance(made, date):
            self._set(Field.BIRTH_DATE, made.isoformat(), column.index)
        elif made is not None:
            self._set(Field.BIRTH_YEAR, made, column.index)

    def _date(self, column: Column, cell: Cell, shown: str) -> None:
        if column.field is None:
            return
        made, warning = days.day(cell, LABELS[column.field], self.context.today)
        if isinstance(made, date):
            self._set(column.field, made.isoformat(), column.index)
        else:
            self._set(column.field, shown, column.index)
        if warning:
            self.made.warnings.append(warning)

    def _one_of(self, column: Column, shown: str, known: dict[str, str], wanted: str) -> None:
        key = words.key(shown).strip(" .")
        if column.field is None:
            return
        told = None if key in known else codes.meaning(column.field, shown, column.heading, self.context.catalogues)
        value = known.get(key) or (known.get(words.key(told[0])) if told else None)
        if value:
            self._set(column.field, value, column.index)
        else:
            self.made.warnings.append(f"{LABELS[column.field]}: «{shown}» chưa rõ nghĩa, cần ghi {wanted}.")

    def _amount(self, column: Column, cell: Cell, shown: str) -> None:
        try:
            amount = round(float(shown)) if cell.kind == NUMBER else numbers.parse_money(shown)
        except ValueError as error:
            self.made.warnings.append(f"Số tiền: {error}")
            return
        self._set(Field.AMOUNT, amount, column.index)

    def _words(self, column: Column, wanted: Field, shown: str) -> None:
        told = codes.meaning(wanted, shown, column.heading, self.context.catalogues)
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
        self._set(wanted, shown, column.index)

    def _cut_unit(self, column: Column, shown: str) -> str:
        """ "Trưởng phòng, Sở Nội vụ" under "Chức vụ, đơn vị": post and unit, said."""
        heading = words.key(column.heading)
        if "don vi" not in heading and "cong tac" not in heading and "co quan" not in heading:
            return shown
        if any(c.field is Field.UNIT for c in self.context.block.columns):
            return shown
        post, found, unit = re.sub(r"\s+[-–]\s+", ", ", shown).partition(", ")
        if found and words.is_unit(unit) and not words.is_unit(post):
            self._set(Field.UNIT, unit, column.index)
            self.made.warnings.append(f"Chức vụ và đơn vị ghi chung một ô, đã tách thành «{post}» và «{unit}».")
            return post
        if words.is_unit(shown) and not words.is_post(shown):
            self._set(Field.UNIT, shown, column.index)
        return shown

    # --- what stands outside the row

    def _sections(self) -> None:
        for name, attribute in (("unit", Field.UNIT), ("award", Field.AWARD_FORM)):
            told = self.context.sections.get(name)
            if told and str(attribute) not in self.made.fields:
                value = told[0].unit if name == "unit" else told[0].award
                if value:
                    self.made.fields[str(attribute)] = value
                    self.made.sources[str(attribute)] = told[1]

    def _kind(self) -> None:
        if "kind" in self.made.fields:
            return
        name = str(self.made.fields["name"])
        look = words.kind_of(name)
        if look is None and "salutation" in self.made.fields:
            look = words.PERSON
        section = self.context.sections.get("kind")
        if section and section[0].kind:
            if look and look != section[0].kind and words.HOUSEHOLD not in (look, section[0].kind):
                self.made.warnings.append(
                    f"Tên nằm trong mục «{section[0].text}» nhưng không giống đối tượng của mục; anh/chị xem lại."
                )
            self.made.fields["kind"] = section[0].kind
            self.made.sources["kind"] = section[1]
            return
        source = self.made.sources["name"]
        if look:
            self.made.fields["kind"], self.made.sources["kind"] = look, source
        elif self.name_kind:
            self.made.fields["kind"], self.made.sources["kind"] = self.name_kind, source
        elif self.context.weak_kind:
            self.made.fields["kind"], self.made.sources["kind"] = self.context.weak_kind
        else:
            self.made.warnings.append("Chưa rõ là cá nhân, tập thể hay hộ gia đình; anh/chị chọn loại đối tượng.")

    def _birth_and_identity(self) -> None:
        fields = self.made.fields
        if "birth_date" in fields and "birth_year" in fields:
            if int(str(fields["birth_date"])[:4]) != fields["birth_year"]:
                self.made.warnings.append("Ngày sinh và năm sinh không khớp nhau; anh/chị kiểm tra lại.")
            del fields["birth_year"], self.made.sources["birth_year"]
        year = int(str(fields["birth_date"])[:4]) if "birth_date" in fields else fields.get("birth_year")
        gender = fields.get("gender")
        if "id_number" in fields:
            sentence = numbers_of_people.id_contradicts(
                str(fields["id_number"]), str(gender) if gender else None, int(year) if year else None
            )
            if sentence:
                self.made.warnings.append(sentence)

    def _fonts(self) -> None:
        changed = self.context.changed
        fonts = {FONTS[changed[self.number, column]] for column in self.row if (self.number, column) in changed}
        for font in sorted(fonts):
            self.made.warnings.append(f"Chữ viết bằng phông {font} đã được đổi sang Unicode; anh/chị đọc lại cho đúng.")

    def _set(self, wanted: Field, value: Value, column: int) -> None:
        self.made.fields[str(wanted)] = value
        self.made.sources[str(wanted)] = Place(self.context.sheet, self._cell(column))

    def _cell(self, column: int) -> str:
        return place(self.origin(column), column)
