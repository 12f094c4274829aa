"""One row of data, field by field, each with the cell that it came from."""

from __future__ import annotations

from collections.abc import Callable

from intake.mapping import words
from intake.mapping.fields import Field
from intake.mapping.legacy import LABELS as FONTS
from intake.mapping.model import Column, Role
from intake.reading import ReadRow, Value
from intake.rows import codes, naming, numbers_of_people
from intake.rows.typed import Context, TypedFields
from intake.tables.grid import ERROR, FORMULA, Cell, Row, place
from vietnamese import text

NAMING = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.ORDINAL)


class Unusable(Exception):
    """The row cannot be imported; its text is the reason."""


def read(context: Context, number: int, row: Row, origin: Callable[[int], int]) -> ReadRow:
    """The recipient in `row`. `origin(column)` is the row where a merged cell's text stands. Raises Unusable."""
    return _Reader(context, number, row, origin).read()


def _as_typed(context: Context, number: int, row: Row) -> Row:
    """The row with the cells of old fonts as they were."""
    changed = context.changed
    return {
        column: cell._replace(text=changed[number, column].text) if (number, column) in changed else cell
        for column, cell in row.items()
    }


class _Reader(TypedFields):
    def __init__(self, context: Context, number: int, row: Row, origin: Callable[[int], int]) -> None:
        super().__init__(context, number, _as_typed(context, number, row) if context.keep_fonts else row, origin)
        self.name_kind: str | None = None
        self.several = False

    def read(self) -> ReadRow:
        aside = self._aside()
        self._name()
        if aside:
            self.made.warnings.append(aside)
        name_cell = self.made.sources["name"].cell
        self.made.pin(name_cell)
        for column in self.context.block.columns:
            if column.field and column.field not in NAMING and column.role not in (Role.DAY, Role.MONTH, Role.YEAR):
                self.column(column)
                self.made.pin(self.cell(column.index))
        self._parted_birth()
        self._sections()
        self._kind()
        self.made.pin(name_cell)
        self._birth_and_identity()
        self.made.pin(self.made.sources["id_number"].cell if "id_number" in self.made.sources else name_cell)
        self._fonts()
        return self.made

    def _aside(self) -> str | None:
        """What to say of the cells of a second table to the right. Raises Unusable when the row holds nothing else."""
        others = [c.index for c in self.context.block.columns if c.role is Role.ASIDE]
        there = [index for index in self.row if index in others]
        if not there:
            return None
        sentence = f"Từ ô {self.cell(min(there))} là bảng thứ hai đặt cạnh bên, chưa đọc; anh/chị tách thành bảng hoặc trang riêng."
        if len(there) == len(self.row):
            raise Unusable(sentence)
        return sentence

    # --- names

    def _name(self) -> None:
        parts = self._name_parts()
        if not parts:
            raise Unusable(self._why_nameless())
        whole = " ".join(text.clean_multiline(cell.text) for _, cell in parts)
        column, cell = parts[0]
        if len(whole) > words.LONGEST_NAME:
            raise Unusable(f"Ô {self.cell(column.index)} dài {len(whole)} ký tự, không phải tên; anh/chị nhập họ tên.")
        if cell.kind == ERROR or whole.startswith("#"):
            raise Unusable(f"Ô {self.cell(column.index)} báo lỗi {whole} thay cho họ tên; anh/chị nhập lại họ tên.")
        if cell.kind == FORMULA:
            raise Unusable(
                f"Ô {self.cell(column.index)} là công thức chưa có kết quả; anh/chị mở tệp bằng Excel, lưu lại hoặc nhập họ tên."
            )
        if not any(char.isalpha() for char in whole):
            raise Unusable(f"Ô {self.cell(column.index)} ghi «{whole}», không phải tên; anh/chị nhập họ tên.")
        if words.key(whole) in words.DITTO | words.NOTHING | words.NAMELESS:
            raise Unusable(f"Ô {self.cell(column.index)} ghi «{whole}» thay cho tên; anh/chị nhập họ tên.")
        told = codes.meaning(Field.NAME, whole, column.heading, self.context.catalogues)
        if told:
            self.made.warnings.append(f"Mã «{whole}» được hiểu là «{told[0]}» theo trang «{told[1]}».")
            whole = told[0]
        elif codes.looks_like_code(whole) and any(char.isdigit() for char in whole) and words.kind_of(whole) is None:
            raise Unusable(f"Ô {self.cell(column.index)} ghi mã «{whole}» thay cho tên; anh/chị nhập họ tên.")
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
                    self.set(Field.UNIT, words.tidy(cell.text), column.index)
            return people[:1]
        return whole[:1]

    def _filled(self, columns: list[Column]) -> list[tuple[Column, Cell]]:
        found = [(column, self.row[column.index]) for column in columns if column.index in self.row]
        return [
            (column, cell) for column, cell in found if cell.kind == FORMULA or words.tidy(cell.text).strip(".-–… ")
        ]

    def _why_nameless(self) -> str:
        where = [
            c.index for c in self.context.block.columns if c.field in (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)
        ]
        cell = f" ở ô {place(self.number, where[0])}" if where else ""
        return f"Thiếu họ tên hoặc tên tập thể{cell}; anh/chị bổ sung tên."

    def _take_name(self, column: Column, whole: str) -> None:
        made = naming.take_apart(whole)
        self.several = made.several
        beside: tuple[tuple[Field, Value | None], ...] = (
            (Field.SALUTATION, made.salutation),
            (Field.NAME, made.name),
            (Field.POST, made.post),
            (Field.UNIT, made.unit),
        )
        for wanted, value in beside:
            if value:
                self.set(wanted, value, column.index)
        self.made.warnings += made.warnings
        if made.born:
            self._birth(Column(column.index, "", Field.BIRTH_DATE, 1.0), Cell(made.born))

    def _parted_birth(self) -> None:
        """Day, month and year of birth in three columns."""
        parts = {c.role: c.index for c in self.context.block.columns if c.role in (Role.DAY, Role.MONTH, Role.YEAR)}
        told = [
            words.tidy(self.row[parts[r]].text)
            for r in (Role.DAY, Role.MONTH, Role.YEAR)
            if r in parts and parts[r] in self.row
        ]
        if Role.YEAR in parts and parts[Role.YEAR] in self.row:
            made = Cell("/".join(told) if len(told) == 3 else told[-1])
            self._birth(Column(parts[Role.YEAR], "", Field.BIRTH_DATE, 1.0), made)

    # --- what stands outside the row

    def _sections(self) -> None:
        for name, attribute in (("unit", Field.UNIT), ("award", Field.AWARD_FORM), ("topic", Field.FIELD)):
            told = self.context.sections.get(name)
            value = told[0].tells(name) if told else None
            if told and value and str(attribute) not in self.made.fields:
                self.made.fields[str(attribute)] = value
                self.made.sources[str(attribute)] = told[1]
        for attribute, (value, where) in self.context.titled.items():
            if str(attribute) not in self.made.fields and not self.context.block.of(attribute):
                self.made.fields[str(attribute)] = value
                self.made.sources[str(attribute)] = where
                if attribute is Field.AWARD_FORM:
                    self.made.warnings.append(f"Hình thức «{value}» lấy từ tiêu đề hoặc tên trang; anh/chị xem lại.")

    def _kind(self) -> None:
        if "kind" in self.made.fields:
            return
        name = str(self.made.fields["name"])
        look = None if self.several else words.kind_of(name)
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
        if self.name_kind == words.HOUSEHOLD and look == words.PERSON:
            look = words.HOUSEHOLD  # "Họ tên chủ hộ"
        elif look == words.PERSON and self.context.weak_kind and self.context.weak_kind[0] == words.HOUSEHOLD:
            look, source = self.context.weak_kind  # "Danh sách hộ gia đình" over the names of their heads
        if look:
            self.made.fields["kind"], self.made.sources["kind"] = look, source
        elif self.name_kind and not self.several:
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
        fonts = {FONTS[changed[self.number, column].font] for column in self.row if (self.number, column) in changed}
        done = "chưa đổi sang Unicode" if self.context.keep_fonts else "đã được đổi sang Unicode"
        for font in sorted(fonts):
            self.made.warnings.append(f"Chữ viết bằng phông {font} {done}; anh/chị đọc lại cho đúng.")
