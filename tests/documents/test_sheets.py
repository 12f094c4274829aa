import csv
import io
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest

from documents import requests, sheets, templates
from documents.sheets import SheetColumn
from tests.documents import samples

ATTACKS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")')
COLUMNS = (
    SheetColumn("Tên"),
    SheetColumn("Ngày", "date"),
    SheetColumn("Tiền", "money", total=True),
    SheetColumn("Hệ số", "number"),
    SheetColumn("Lúc", "moment"),
)
ROWS = (
    ("Y Bliă Êban", date(2026, 11, 5), 760_000, Decimal("0.3"), datetime(2026, 11, 5, 14, 32)),
    (None, None, 1_520_000, Fraction(3, 2), None),
)


def opened(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).active


@pytest.mark.proves("F11.08")
def test_values_keep_their_types():
    sheet = opened(sheets.table("Danh sách", COLUMNS, ROWS, subtitle="Năm 2026"))
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)] == [
        ["Tên", "Ngày", "Tiền", "Hệ số", "Lúc"],
        ["Y Bliă Êban", datetime(2026, 11, 5), 760_000, 0.3, datetime(2026, 11, 5, 14, 32)],
        [None, None, 1_520_000, 1.5, None],
        ["Tổng cộng", None, 2_280_000, None, None],
    ]
    assert (sheet["A1"].value, sheet["A2"].value, sheet.freeze_panes) == ("Danh sách", "Năm 2026", "A5")
    assert (sheet["B5"].number_format, sheet["C5"].number_format) == ("dd/mm/yyyy", "#,##0")


def test_a_whole_number_has_no_decimal_mark_and_a_broken_one_has_its_places():
    sheet = opened(sheets.table("Điểm", (SheetColumn("Điểm", "number"),), ((90,), (Decimal("89.5"),), (Decimal("80.0"),))))
    assert [sheet[f"A{row}"].number_format for row in (4, 5, 6)] == ["#,##0", "#,##0.##", "#,##0"]


def test_a_wide_table_breaks_its_long_texts_so_that_its_print_can_be_read():
    long = "Đảng bộ Công ty TNHH Một thành viên Khai thác thuỷ lợi"
    one, five = (opened(sheets.table("x", tuple(SheetColumn(f"Đơn vị {n}") for n in range(count)), ((long,) * count,))) for count in (1, 5))
    assert (one.column_dimensions["A"].width > 40, five.column_dimensions["A"].width < 28, five.row_dimensions[4].height > 30) == (True, True, True)


def test_sheet_prints_across_on_its_paper_with_its_head_on_each_page():
    sheet = opened(sheets.table("Danh sách", COLUMNS, ROWS, paper="A3"))
    assert (
        sheet.page_setup.orientation,
        sheet.page_setup.paperSize,
        sheet.page_setup.fitToHeight,
    ) == ("landscape", 8, 0)
    assert sheet.print_title_rows == "$3:$3"


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_acts_as_a_formula(attack):
    cell = opened(sheets.table("x", (SheetColumn("Tên"),), ((attack,),)))["A4"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", attack, True)
    (line,) = list(csv.reader(io.StringIO(sheets.csv_table(("Tên",), ((attack,),)).decode("utf-8-sig"))))[1:]
    assert line == [f"'{attack}"]


def test_titles_and_names_of_columns_are_text_too():
    sheet = opened(sheets.table("=1+1", (SheetColumn("=2"),), ()))
    assert (sheet["A1"].data_type, sheet["A3"].data_type) == ("s", "s")


def test_long_texts_and_forbidden_characters_do_not_break_the_file():
    sheet = opened(
        sheets.table(
            "x", (SheetColumn("Tên"),), (("a" * 40_000,), ("b\x00\x0bc",), (10**17,), (date(1890, 1, 2),), (True,))
        )
    )
    values = [row[0] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert values == ["a" * 32_766 + "…", "bc", "100000000000000000", "02/01/1890", "Có"]


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="không đủ số cột"):
        sheets.table("x", COLUMNS, (("a",),))


@pytest.mark.proves("F12.06")
def test_csv_opens_rightly_in_excel():
    data = sheets.csv_table(("Tên", "Ngày", "Tiền"), (("H’Hen Niê, “Bà”", date(2026, 11, 5), -5), (None, None, None)))
    assert data == '\ufeffTên,Ngày,Tiền\r\n"H’Hen Niê, “Bà”",05/11/2026,-5\r\n,,\r\n'.encode()


def test_register_has_the_columns_of_the_paper_book():
    row = (1, "12-QĐ/ĐU", date(2026, 11, 5), "Y Bliă Êban", "Công ty", "Giấy khen", "Cứu người", 760_000, None, None)
    sheet = opened(sheets.register("SỔ CẤP GIẤY KHEN", (row,)))
    assert [cell.value for cell in sheet[3]] == [column.title for column in sheets.REGISTER_COLUMNS]
    assert sheet["H5"].value == 760_000


def template():
    data = templates.workbook_template(
        ("Chi bộ cơ sở", "Công đoàn cơ sở"),
        ("Người đề nghị",),
        ("Lãnh đạo", "Trực tiếp"),
        units=(("CB-01", "Chi bộ 1"),),
    )
    return openpyxl.load_workbook(io.BytesIO(data))


def test_import_template_has_guidance_and_three_sheets():
    book = template()
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("Hướng dẫn", "visible"),
        ("Đơn vị", "visible"),
        ("Người", "visible"),
        ("Tài khoản", "visible"),
        ("Danh mục", "hidden"),
    ]
    assert [cell.value for cell in book["Đơn vị"][1]] == [
        "Mã đơn vị *",
        "Tên đơn vị *",
        "Loại *",
        "Mã đơn vị cấp trên",
        "Từ ngày",
    ]
    assert [cell.value for cell in book["Đơn vị"][2]][:2] == ["CB-01", "Chi bộ 1"]


def test_import_template_offers_lists_and_help_in_its_cells():
    validations = {str(v.sqref): v for v in template()["Người"].data_validations.dataValidation}
    gender = validations["D2:D2001"]
    assert (gender.type, gender.formula1, gender.prompt) == ("list", "'Danh mục'!$C$1:$C$2", "Chọn Nam hoặc Nữ.")
    assert validations["F2:F2001"].formula1 == "'Đơn vị'!$A$2:$A$2001"


def test_summary_list_as_excel_follows_the_order_of_the_law():
    sheet = opened(requests.summary_sheet(samples.SUMMARY_LIST))
    assert [row[:3] for row in sheet.iter_rows(min_row=5, values_only=True)] == [
        (1, "Tập thể", "Chi bộ Trung tâm Phục vụ hành chính công tỉnh"),
        (2, "Tập thể", "Công đoàn cơ sở Công ty Cổ phần Cao su Hòa Lợi"),
        (3, "Hộ gia đình", "Hộ gia đình ông Nguyễn Văn Lành"),
        (1, "Cá nhân", "Ông Trần Đức Hòa"),
        (2, "Cá nhân", "Bà H’Hen Niê"),
        (3, "Cá nhân", "Ông Y Bliă Êban"),
    ]
