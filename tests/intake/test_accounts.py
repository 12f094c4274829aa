"""The workbook of units, people and accounts: every wrong cell is named before anything is stored."""

from datetime import date

import pytest

import intake
from intake.accounts import Accounts, Known, Row, read_accounts
from intake.errors import Refused
from intake.tables import read_book
from tests.support.lists import workbook

TODAY = date(2026, 11, 26)
ROLES = {"Thư ký": "secretary", "Người đề nghị": "nominator"}
KINDS = {"Cơ quan": "agency", "Phòng, ban, tổ": "department"}
UNITS = [
    ["Mã đơn vị", "Tên đơn vị", "Loại", "Mã đơn vị cấp trên", "Từ ngày"],
    ["SYT", "Sở Y tế", "Cơ quan", None, date(2025, 7, 1)],
    ["SYT.TC", "Phòng Tổ chức", "Phòng, ban, tổ", "syt", "01/07/2025"],
]
PEOPLE = [
    [
        "Mã người (số hiệu)",
        "Họ và tên",
        "Ngày sinh/Năm sinh",
        "Giới tính",
        "Xưng hô",
        "Mã đơn vị",
        "Chức vụ",
        "Nhóm (trực tiếp/quản lý)",
    ],
    ["CB01", "Nguyễn Thị Một", "05/03/1984", "Nữ", "Bà", "SYT.TC", "Trưởng phòng", "Quản lý"],
    ["CB02", "Trần Văn Hai", 1990, "nam", "Ông", "SYT", "Chuyên viên", "Trực tiếp"],
]
ACCOUNTS = [
    ["Tên đăng nhập", "Mã người hoặc họ tên", "Vai trò", "Mã đơn vị/Phạm vi", "Thư điện tử"],
    ["mot.nt", "CB01", "Thư ký", "SYT", "mot@syt.example"],
    ["hai", "Trần Văn Hai", "Người đề nghị", "SYT", None],
]


def read(units=UNITS, people=PEOPLE, accounts=ACCOUNTS, **known) -> Accounts:
    data = workbook({"Hướng dẫn": [["Điền ba trang sau"]], "Đơn vị": units, "Người": people, "Tài khoản": accounts})
    return read_accounts(read_book("mau.xlsx", data), Known(roles=ROLES, unit_kinds=KINDS, **known), TODAY)


def sentences(made: Accounts) -> list[tuple[str, str, str]]:
    return [(item.sheet, item.cell, item.sentence) for item in made.findings]


@pytest.mark.proves("F01.01", "F01.02")
def test_a_good_workbook_reads_whole():
    assert read() == Accounts(
        units=[
            Row("Đơn vị", 2, {"code": "SYT", "name": "Sở Y tế", "kind": "agency", "from_date": "2025-07-01"}),
            Row(
                "Đơn vị",
                3,
                {
                    "code": "SYT.TC",
                    "name": "Phòng Tổ chức",
                    "kind": "department",
                    "parent_code": "syt",
                    "from_date": "2025-07-01",
                },
            ),
        ],
        people=[
            Row(
                "Người",
                2,
                {
                    "code": "CB01",
                    "name": "Nguyễn Thị Một",
                    "birth": "1984-03-05",
                    "gender": "female",
                    "salutation": "Bà",
                    "unit_code": "SYT.TC",
                    "post": "Trưởng phòng",
                    "recipient_class": "manager",
                },
            ),
            Row(
                "Người",
                3,
                {
                    "code": "CB02",
                    "name": "Trần Văn Hai",
                    "birth": 1990,
                    "gender": "male",
                    "salutation": "Ông",
                    "unit_code": "SYT",
                    "post": "Chuyên viên",
                    "recipient_class": "direct_worker",
                },
            ),
        ],
        accounts=[
            Row(
                "Tài khoản",
                2,
                {"login": "mot.nt", "person": "CB01", "role": "secretary", "scope": "SYT", "email": "mot@syt.example"},
            ),
            Row("Tài khoản", 3, {"login": "hai", "person": "Trần Văn Hai", "role": "nominator", "scope": "SYT"}),
        ],
    )


@pytest.mark.parametrize(
    ("line", "cell", "sentence"),
    [
        ([None, "Sở Lạ", "Cơ quan"], "A4", "Thiếu «Mã đơn vị»; anh/chị bổ sung."),
        (["X", None, "Cơ quan"], "B4", "Thiếu «Tên đơn vị»; anh/chị bổ sung."),
        (
            ["X", "Sở Lạ", "Hợp tác xã"],
            "C4",
            "Loại đơn vị «Hợp tác xã» không có trong danh mục; anh/chị chọn một trong: Cơ quan, Phòng, ban, tổ.",
        ),
        (["syt", "Sở Trùng", "Cơ quan"], "A4", "Mã đơn vị «syt» đã có ở dòng 2; mỗi mã chỉ dùng một lần."),
        (["X", "Sở Lạ", "Cơ quan", "KHONG"], "A4", "Mã đơn vị cấp trên «KHONG» không có trong trang Đơn vị."),
        (["X", "Sở Lạ", "Cơ quan", "X"], "A4", "Đơn vị «X» là cấp trên của chính nó; anh/chị sửa mã cấp trên."),
        (
            ["X", "Sở Lạ", "Cơ quan", None, "31/02/2025"],
            "E4",
            "Từ ngày «31/02/2025» không có trong lịch; anh/chị kiểm tra lại.",
        ),
        (
            ["OLD", "Sở Cũ", "Cơ quan"],
            "A4",
            "Mã đơn vị «OLD» đã có trong chương trình; anh/chị dùng mã khác hoặc bỏ dòng này.",
        ),
    ],
)
def test_a_wrong_unit_is_named(line, cell, sentence):
    assert sentences(read(units=[*UNITS, line], unit_codes=frozenset({"old"}))) == [("Đơn vị", cell, sentence)]


@pytest.mark.parametrize(
    ("line", "cell", "sentence"),
    [
        (["CB03", None, None, None, None, "SYT"], "B4", "Thiếu «Họ và tên»; anh/chị bổ sung."),
        (["CB03", "Lê Văn Ba", None, None, None, None], "F4", "Thiếu «Mã đơn vị»; anh/chị bổ sung."),
        (["CB03", "Lê Văn Ba", None, "Khác", None, "SYT"], "D4", "Giới tính «Khác» chưa rõ, cần ghi Nam hoặc Nữ."),
        (["CB03", "Lê Văn Ba", None, None, None, "XYZ"], "A4", "Mã đơn vị «XYZ» không có trong trang Đơn vị."),
        (
            ["cb01", "Lê Văn Ba", None, None, None, "SYT"],
            "A4",
            "Mã người «cb01» đã có ở dòng 2; mỗi mã chỉ dùng một lần.",
        ),
        (
            ["CB03", "Trần Văn Hai", 1990, None, None, "SYT"],
            "A4",
            "«Trần Văn Hai» giống hệt dòng 3 (tên, ngày sinh, đơn vị).",
        ),
        (
            ["CB03", "Lê Văn Ba", None, None, None, "SYT", None, "Lãnh tụ"],
            "H4",
            "Nhóm «Lãnh tụ» chưa rõ, cần ghi Trực tiếp hoặc Quản lý.",
        ),
        (
            ["CB03", "=A1", None, None, None, "SYT"],
            "B4",
            "Ô B4 là công thức lỗi hoặc chưa có kết quả; anh/chị nhập giá trị.",
        ),
    ],
)
def test_a_wrong_person_is_named(line, cell, sentence):
    found = sentences(read(people=[*PEOPLE, line]))
    assert ("Người", cell, sentence) in found


@pytest.mark.parametrize(
    ("line", "cell", "sentence"),
    [
        (
            ["Mới Nhất", "CB01", "Thư ký"],
            "A4",
            "Tên đăng nhập «Mới Nhất» chỉ được có chữ không dấu, số, dấu chấm, gạch, dài 3 đến 64 ký tự.",
        ),
        (["MOT.NT", "CB01", "Thư ký"], "A4", "Tên đăng nhập «mot.nt» đã có ở dòng 2; mỗi mã chỉ dùng một lần."),
        (
            ["moi", "CB01", "Vua"],
            "C4",
            "Vai trò «Vua» không có trong danh mục; anh/chị chọn một trong: Thư ký, Người đề nghị.",
        ),
        (
            ["moi", "Không Có Ai", "Thư ký"],
            "A4",
            "Không tìm thấy người «Không Có Ai» trong trang Người; anh/chị ghi mã người hoặc bổ sung.",
        ),
        (["moi", "CB01", "Thư ký", "XYZ"], "A4", "Mã đơn vị «XYZ» không có trong trang Đơn vị."),
        (
            ["moi", "CB01", "Thư ký", None, "không phải thư"],
            "E4",
            "Thư điện tử «không phải thư» không đúng dạng; anh/chị kiểm tra lại.",
        ),
        (["moi", None, "Thư ký"], "B4", "Thiếu «Mã người hoặc họ tên»; anh/chị bổ sung."),
    ],
)
def test_a_wrong_account_is_named(line, cell, sentence):
    assert sentences(read(accounts=[*ACCOUNTS, line])) == [("Tài khoản", cell, sentence)]


def test_two_people_of_one_name_need_their_numbers():
    people = [*PEOPLE, ["CB09", "Trần Văn Hai", 1970, None, None, "SYT"]]
    assert sentences(read(people=people)) == [
        ("Tài khoản", "A3", "Có 2 người tên «Trần Văn Hai»; anh/chị ghi mã người thay cho họ tên.")
    ]


def test_units_in_a_circle_are_all_named():
    units = [UNITS[0], ["A", "Một", None, "B"], ["B", "Hai", None, "A"]]
    assert [item.row for item in read(units=units, people=PEOPLE[:1], accounts=ACCOUNTS[:1]).findings] == [2, 3]


def test_guidance_lines_and_empty_sheets_are_no_lines():
    made = read(
        units=[UNITS[0], ["(Bắt buộc)", "(Bắt buộc)", "(Chọn)"], *UNITS[1:]], people=PEOPLE[:1], accounts=ACCOUNTS[:1]
    )
    assert ([row.row for row in made.units], made.people, made.accounts, made.findings) == ([3, 4], [], [], [])


def test_another_workbook_is_refused():
    with pytest.raises(Refused, match="tệp mẫu"):
        read_accounts(read_book("a.xlsx", workbook({"DS": [["a", "b"]]})), Known(), TODAY)


def test_the_app_gets_it_from_the_child(tmp_path):
    path = tmp_path / "mau.xlsx"
    path.write_bytes(workbook({"Đơn vị": UNITS, "Người": PEOPLE, "Tài khoản": ACCOUNTS}))
    assert intake.read_accounts(path, Known(roles=ROLES, unit_kinds=KINDS)) == read()
