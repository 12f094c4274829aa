"""The workbooks that we give out, filled in, are read without a question."""

import io
from datetime import date

import openpyxl
import pytest

from documents.templates import Entry, Form, workbook, workbook_template
from intake.accounts import Known, read_accounts
from intake.engine import read_bytes
from intake.tables import read_book

TODAY = date(2026, 11, 26)
KINDS = {"Cơ quan": "agency", "Phòng, ban, tổ": "department"}
ROLES = {"Thư ký": "secretary", "Người đề nghị": "nominator"}
CLASSES = ("Người lao động trực tiếp", "Lãnh đạo, quản lý")


def fill(data: bytes, rows: dict[str, list[list[object]]]) -> bytes:
    """Write rows under the headings of each sheet, as a person would."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for name, lines in rows.items():
        for number, values in enumerate(lines, start=2):
            for column, value in enumerate(values, start=1):
                book[name].cell(number, column, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.proves("F01.01")
def test_the_accounts_template_comes_back_without_findings():
    blank = workbook_template(tuple(KINDS), tuple(ROLES), CLASSES)
    filled = fill(
        blank,
        {
            "Đơn vị": [
                ["SYT", "Sở Y tế", "Cơ quan", None, date(2025, 7, 1)],
                ["SYT.TC", "Phòng Tổ chức", "Phòng, ban, tổ", "SYT", "01/07/2025"],
            ],
            "Người": [["CB01", "Trần Đức Hòa", "Ông", "Nam", "12/03/1985", "SYT.TC", "Chuyên viên", CLASSES[0]]],
            "Tài khoản": [["CB01", "hoa.td", "Thư ký", "SYT", None]],
        },
    )

    made = read_accounts(read_book("mau.xlsx", filled), Known(roles=ROLES, unit_kinds=KINDS), TODAY)

    assert made.findings == []
    assert [row.values for row in made.units] == [
        {"code": "SYT", "name": "Sở Y tế", "kind": "agency", "from_date": "2025-07-01"},
        {
            "code": "SYT.TC",
            "name": "Phòng Tổ chức",
            "kind": "department",
            "parent_code": "SYT",
            "from_date": "2025-07-01",
        },
    ]
    assert [row.values for row in made.people] == [
        {
            "code": "CB01",
            "name": "Trần Đức Hòa",
            "salutation": "Ông",
            "gender": "male",
            "birth": "1985-03-12",
            "unit_code": "SYT.TC",
            "post": "Chuyên viên",
            "recipient_class": "direct_worker",
        }
    ]
    assert [row.values for row in made.accounts] == [
        {"login": "hoa.td", "person": "CB01", "role": "secretary", "scope": "SYT"}
    ]


def nominations() -> bytes:
    entries = (
        Entry("Loại đối tượng", "Chọn trong danh sách.", ("Cá nhân", "Tập thể", "Hộ gia đình"), required=True),
        Entry("Họ và tên hoặc tên tập thể", "Như sẽ in trên giấy khen.", required=True),
        Entry("Ngày sinh", "Ngày đầy đủ hoặc chỉ năm."),
        Entry("Chức vụ", "Chức vụ hiện nay."),
        Entry("Đơn vị", "Tên đơn vị."),
        Entry("Hình thức đề nghị", "Chọn trong danh sách.", ("Giấy khen", "Bằng khen"), required=True),
        Entry("Tóm tắt thành tích", "Không quá 300 từ.", required=True),
    )
    return workbook("Đề nghị khen thưởng", (Form("Đề nghị", entries),), ("Mỗi dòng một đề nghị.",))


@pytest.mark.proves("F12.01")
def test_a_campaigns_template_comes_back_row_by_row():
    filled = fill(
        nominations(),
        {
            "Đề nghị": [
                ["Cá nhân", "Lương Thị Mẫu", 1990, "Kế toán", "Sở Y tế", "Giấy khen", "Giúp đỡ 12 hộ nghèo"],
                ["Tập thể", "Phòng Kế toán", None, None, "Sở Y tế", "Bằng khen", "Cải tiến quy trình"],
            ]
        },
    )

    made = read_bytes("mau.xlsx", filled, today=TODAY)

    assert {column.sheet for column in made.columns} == {"Đề nghị"}
    assert min(column.confidence for column in made.columns) > 0.7
    assert [row.fields for row in made.rows] == [
        {
            "name": "Lương Thị Mẫu",
            "kind": "person",
            "birth_year": 1990,
            "post": "Kế toán",
            "unit": "Sở Y tế",
            "award_form": "Giấy khen",
            "achievement": "Giúp đỡ 12 hộ nghèo",
        },
        {
            "name": "Phòng Kế toán",
            "kind": "collective",
            "unit": "Sở Y tế",
            "award_form": "Bằng khen",
            "achievement": "Cải tiến quy trình",
        },
    ]
    assert (made.refused, [row.warnings for row in made.rows]) == ([], [[], []])


def test_an_unfilled_template_is_read_and_holds_nobody():
    made = read_bytes("mau.xlsx", nominations(), today=TODAY)
    assert (made.rows, made.refused) == ([], [])
