"""Workbooks that people fill in: drop-downs, guidance in the cell, a sheet of instructions."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from documents.sheets import safe_text

ROWS = 2_000  # rows with drop-downs prepared
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_LISTS = "Danh mục"


@dataclass(frozen=True)
class Entry:
    """A column to fill in: title, guidance, allowed words (a drop-down), required or not.

    `from_sheet` takes the drop-down from the first column of another sheet of the same workbook.
    """

    title: str
    help: str
    choices: tuple[str, ...] = ()
    required: bool = False
    width: float = 20
    from_sheet: str = ""
    is_date: bool = False


@dataclass(frozen=True)
class Form:
    """A sheet to fill in, with rows already there (examples or known data)."""

    name: str
    entries: tuple[Entry, ...]
    rows: tuple[tuple[str, ...], ...] = field(default_factory=tuple)


def workbook(title: str, forms: Sequence[Form], guide: Sequence[str]) -> bytes:
    """A workbook as .xlsx: "Hướng dẫn" first, then one sheet per form, then the lists behind the drop-downs."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        looks = _looks(book)
        _guide(book.add_worksheet("Hướng dẫn"), looks, title, forms, guide)
        sheets = {form.name: book.add_worksheet(form.name) for form in forms}
        lists = _write_lists(book, forms)
        for form in forms:
            _form(sheets[form.name], looks, form, lists)
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "vcenter"}
    head = {**base, "bold": True, "border": 1, "align": "center"}
    return {
        "title": book.add_format({**base, "bold": True, "font_size": 16, "text_wrap": False}),
        "text": book.add_format(base),
        "bold": book.add_format({**base, "bold": True}),
        "head": book.add_format({**head, "bg_color": "#EDEDED"}),
        "required": book.add_format({**head, "bg_color": "#F6D9D5"}),
        "cell": book.add_format({**base, "num_format": "@"}),
        "date": book.add_format({**base, "num_format": "dd/mm/yyyy"}),
    }


def _guide(sheet: Any, looks: dict[str, Any], title: str, forms: Sequence[Form], guide: Sequence[str]) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 28)
    sheet.set_column(2, 2, 80)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, title, looks["title"])
    r = 2
    for line in guide:
        sheet.merge_range(r, 0, r, 2, line, looks["text"])
        sheet.set_row(r, 18 * (1 + len(line) // 120))
        r += 1
    r += 1
    for c, head in enumerate(("Trang", "Cột", "Cách ghi")):
        sheet.write_string(r, c, head, looks["head"])
    for form in forms:
        for entry in form.entries:
            r += 1
            must = " (bắt buộc)" if entry.required else ""
            for c, text in enumerate((form.name, entry.title + must, entry.help)):
                sheet.write_string(r, c, text, looks["text"])


def _write_lists(book: Any, forms: Sequence[Form]) -> dict[tuple[str, ...], str]:
    """Put each list of allowed words on a hidden sheet; gives the range of each (Excel limits typed lists to 255)."""
    wanted = list(dict.fromkeys(e.choices for form in forms for e in form.entries if e.choices))
    if not wanted:
        return {}
    sheet = book.add_worksheet(_LISTS)
    sheet.hide()
    ranges = {}
    for c, choices in enumerate(wanted):
        for r, choice in enumerate(choices):
            sheet.write_string(r, c, choice)
        letter = xlsxwriter.utility.xl_col_to_name(c)
        ranges[choices] = f"='{_LISTS}'!${letter}$1:${letter}${len(choices)}"
    return ranges


def _form(sheet: Any, looks: dict[str, Any], form: Form, lists: Mapping[tuple[str, ...], str]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 34)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for c, entry in enumerate(form.entries):
        look = looks["date" if entry.is_date else "cell"]
        sheet.set_column(c, c, entry.width, look)
        sheet.write_string(
            0, c, entry.title + (" *" if entry.required else ""), looks["required" if entry.required else "head"]
        )
        sheet.data_validation(1, c, ROWS, c, _validation(entry, lists))
    for r, row in enumerate(form.rows, 1):
        for c, text in enumerate(row):
            sheet.write_string(r, c, safe_text(text), looks["cell"])


def _validation(entry: Entry, lists: Mapping[tuple[str, ...], str]) -> dict[str, Any]:
    """The guidance shown in the cell, and the drop-down where there is one."""
    rule: dict[str, Any] = {"input_title": entry.title[:32], "input_message": entry.help[:255], "ignore_blank": True}
    source = f"='{entry.from_sheet}'!$A$2:$A${ROWS + 1}" if entry.from_sheet else lists.get(entry.choices, "")
    if not source:
        return {**rule, "validate": "any"}
    return {
        **rule,
        "validate": "list",
        "source": source,
        "error_title": "Chưa đúng",
        "error_message": "Anh/chị chọn một dòng trong danh sách.",
        "error_type": "warning" if entry.from_sheet else "stop",
    }


_GUIDE = (
    "Anh/chị điền các trang «Đơn vị», «Người», «Tài khoản» theo thứ tự. Cột có dấu * là bắt buộc.",
    "Bấm vào một ô sẽ hiện lời nhắc; ô có danh sách thì chọn trong danh sách.",
    "Chương trình kiểm tra từng dòng và cho anh/chị xem trước; chưa có gì được lưu trước khi anh/chị đồng ý.",
    "Không đổi tên trang và tên cột. Ngày ghi theo ngày/tháng/năm, ví dụ 05/11/2026.",
)


def workbook_template(
    unit_kinds: Sequence[str],
    roles: Sequence[str],
    recipient_classes: Sequence[str],
    *,
    units: Sequence[Sequence[str]] = (),
) -> bytes:
    """The workbook for importing units, people and accounts as .xlsx; the words of the lists come from the caller.

    `units` are rows of the sheet "Đơn vị" that are known already.
    """
    forms = (
        Form("Đơn vị", _unit_entries(tuple(unit_kinds)), tuple(tuple(row) for row in units)),
        Form("Người", _person_entries(tuple(recipient_classes))),
        Form("Tài khoản", _account_entries(tuple(roles))),
    )
    return workbook("Nhập đơn vị, người và tài khoản", forms, _GUIDE)


def _unit_entries(kinds: tuple[str, ...]) -> tuple[Entry, ...]:
    return (
        Entry("Mã đơn vị", "Mã ngắn, không trùng, ví dụ CB-SXD.", required=True, width=16),
        Entry("Tên đơn vị", "Tên đầy đủ như trên văn bản.", required=True, width=48),
        Entry("Loại", "Chọn trong danh sách.", kinds, required=True, width=24),
        Entry("Mã đơn vị cấp trên", "Để trống nếu là đơn vị cao nhất.", from_sheet="Đơn vị", width=20),
        Entry("Từ ngày", "Ngày đơn vị mang tên này, ví dụ 01/07/2025.", is_date=True, width=14),
    )


def _person_entries(classes: tuple[str, ...]) -> tuple[Entry, ...]:
    return (
        Entry("Mã người", "Số hiệu cán bộ hoặc mã tự đặt, không trùng.", required=True, width=16),
        Entry("Họ và tên", "Viết hoa chữ cái đầu, ví dụ Trần Đức Hòa.", required=True, width=30),
        Entry("Danh xưng", "Chọn Ông, Bà hoặc Đồng chí.", ("Ông", "Bà", "Đồng chí"), width=14),
        Entry("Giới tính", "Chọn Nam hoặc Nữ.", ("Nam", "Nữ"), width=12),
        Entry("Ngày sinh", "Ngày đầy đủ hoặc chỉ năm, ví dụ 12/03/1985 hoặc 1985.", width=14),
        Entry("Mã đơn vị", "Mã ở trang «Đơn vị».", required=True, from_sheet="Đơn vị", width=16),
        Entry("Chức vụ", "Chức vụ hiện nay, ví dụ Chuyên viên.", width=28),
        Entry("Đối tượng", "Chọn trong danh sách.", classes, width=24),
    )


def _account_entries(roles: tuple[str, ...]) -> tuple[Entry, ...]:
    return (
        Entry("Mã người", "Mã ở trang «Người».", required=True, from_sheet="Người", width=16),
        Entry("Tên đăng nhập", "Chữ thường không dấu, số, dấu chấm; ví dụ hoa.td.", required=True, width=20),
        Entry("Vai trò", "Chọn trong danh sách.", roles, required=True, width=24),
        Entry("Mã đơn vị của vai trò", "Đơn vị mà vai trò có hiệu lực.", from_sheet="Đơn vị", width=20),
        Entry("Thư điện tử", "Có thể để trống; khi đó in phiếu mã dùng một lần.", width=28),
    )
