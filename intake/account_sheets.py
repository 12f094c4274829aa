"""The template of the units, people and accounts workbook, and finding its lines in a workbook that came back."""

from __future__ import annotations

from dataclasses import dataclass

from intake.mapping import words
from intake.mapping.headings import plain
from intake.rows.kinds_of_row import is_guidance
from intake.tables.grid import Book, Cell, Sheet, place


@dataclass(frozen=True)
class TemplateColumn:
    """A column: its name in code, its heading, other headings that mean the same."""

    name: str
    heading: str
    required: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """A sheet of the workbook."""

    name: str
    columns: tuple[TemplateColumn, ...]
    others: tuple[str, ...] = ()


UNITS = Template(
    "Đơn vị",
    (
        TemplateColumn("code", "Mã đơn vị", True),
        TemplateColumn("name", "Tên đơn vị", True),
        TemplateColumn("kind", "Loại", others=("Loại đơn vị",)),
        TemplateColumn("parent_code", "Mã đơn vị cấp trên", others=("Mã cấp trên", "Đơn vị cấp trên")),
        TemplateColumn("from_date", "Từ ngày", others=("Ngày thành lập",)),
    ),
    ("Đơn vị", "Các đơn vị", "Danh sách đơn vị"),
)
PEOPLE = Template(
    "Người",
    (
        TemplateColumn("code", "Mã người", others=("Mã người (số hiệu)", "Số hiệu", "Mã cán bộ")),
        TemplateColumn("name", "Họ và tên", True, ("Họ tên",)),
        TemplateColumn("birth", "Ngày sinh", others=("Ngày sinh/Năm sinh", "Năm sinh", "Ngày sinh hoặc năm sinh")),
        TemplateColumn("gender", "Giới tính"),
        TemplateColumn("salutation", "Xưng hô", others=("Danh xưng",)),
        TemplateColumn("unit_code", "Mã đơn vị", True),
        TemplateColumn("post", "Chức vụ"),
        TemplateColumn(
            "recipient_class", "Nhóm", others=("Nhóm (trực tiếp/quản lý)", "Trực tiếp/quản lý", "Đối tượng")
        ),
    ),
    ("Người", "Cán bộ", "Nhân sự", "Danh sách người"),
)
ACCOUNTS = Template(
    "Tài khoản",
    (
        TemplateColumn("login", "Tên đăng nhập", True),
        TemplateColumn("person", "Mã người hoặc họ tên", True, ("Mã người", "Họ và tên", "Người")),
        TemplateColumn("role", "Vai trò", True),
        TemplateColumn(
            "scope",
            "Mã đơn vị/Phạm vi",
            others=("Phạm vi", "Mã đơn vị", "Mã đơn vị hoặc phạm vi", "Mã đơn vị của vai trò"),
        ),
        TemplateColumn("email", "Thư điện tử", others=("Email",)),
    ),
    ("Tài khoản", "Danh sách tài khoản"),
)
TEMPLATES = (UNITS, PEOPLE, ACCOUNTS)
SEARCHED = 20


@dataclass(frozen=True)
class Line:
    """One filled line of a sheet: cells by column name."""

    sheet: str
    row: int
    cells: dict[str, Cell]
    columns: dict[str, int]

    def place(self, name: str) -> str:
        """The cell of a column, or the row's first when the sheet lacks the column."""
        return place(self.row, self.columns.get(name, 1))


def lines(book: Book, template: Template) -> list[Line] | None:
    """The filled lines under the template's headings; None when the workbook has no such sheet."""
    names = {words.key(name) for name in template.others}
    for sheet in book.sheets:
        if words.key(sheet.name) in names:
            return _of_sheet(sheet, template)
    return None


def _of_sheet(sheet: Sheet, template: Template) -> list[Line]:
    rows = sorted(sheet.rows)
    for position, number in enumerate(rows[:SEARCHED]):
        columns = _columns(sheet, number, template)
        required = {column.name for column in template.columns if column.required}
        if len(columns) >= 2 and columns.keys() & required:
            return [line for row in rows[position + 1 :] if (line := _line(sheet, row, columns))]
    return []


def _columns(sheet: Sheet, number: int, template: Template) -> dict[str, int]:
    known = {plain(heading): column.name for column in template.columns for heading in (*column.others, column.heading)}
    found: dict[str, int] = {}
    for index, cell in sorted(sheet.rows[number].items()):
        name = known.get(plain(cell.text))
        if name and name not in found:
            found[name] = index
    return found


def _line(sheet: Sheet, row: int, columns: dict[str, int]) -> Line | None:
    source = sheet.rows[row]
    cells = {name: source[index] for name, index in columns.items() if index in source}
    filled = [cell for cell in cells.values() if words.tidy(cell.text) or cell.kind == "formula"]
    if not filled or all(cell.computed for cell in filled):
        return None
    if len(filled) > 1 and is_guidance(source):
        return None
    return Line(sheet.name, row, cells, columns)
