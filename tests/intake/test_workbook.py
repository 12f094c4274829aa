"""The unit's own workbook goes out with remarks and comes back."""

import io

import openpyxl
import pytest
from openpyxl.comments import Comment

import intake
from intake.engine import read_bytes
from intake.errors import Refused
from intake.workbook import Changes, Finding, annotate, compare, findings, fingerprints
from tests.support.expected import TODAY
from tests.support.lists import workbook
from tests.support.messy_lists import HEAD, LONG

ROWS = [
    HEAD,
    [1, None, "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
    [2, "Trần Thị Đúng", "Chuyên viên", "Sở Y tế", "Giấy khen", LONG],
    [3, "Lê Văn Mã", "Chuyên viên", "Sở Y tế", "7", LONG],
]


def sent() -> bytes:
    def change(book):
        book["DS"]["D3"].comment = Comment("Ghi chú của đơn vị", "Chị Ba")
        book["DS"].merge_cells("F3:G3")
        book["DS"].column_dimensions["F"].width = 50

    return workbook({"DS": ROWS, "Khác": [["giữ nguyên"]]}, change)


def comments(data: bytes) -> dict[str, str]:
    sheet = openpyxl.load_workbook(io.BytesIO(data))["DS"]
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def test_wrong_cells_come_back_coloured_with_a_sentence():
    found = findings(read_bytes("ds.xlsx", sent(), today=TODAY))

    back = annotate(sent(), found)

    assert found == [
        Finding("DS", "E4", "Hình thức đề nghị: mã «7» chưa rõ nghĩa; anh/chị chọn hình thức."),
        Finding("DS", "B2", "Thiếu họ tên hoặc tên tập thể ở ô B2; anh/chị bổ sung tên."),
    ]
    assert comments(back) == {
        "B2": "Gương Sáng: Thiếu họ tên hoặc tên tập thể ở ô B2; anh/chị bổ sung tên.",
        "D3": "Ghi chú của đơn vị",
        "E4": "Gương Sáng: Hình thức đề nghị: mã «7» chưa rõ nghĩa; anh/chị chọn hình thức.",
    }
    book = openpyxl.load_workbook(io.BytesIO(back))
    assert book["DS"]["B2"].fill.fgColor.rgb == "FFFFC7CE"
    assert book["DS"]["B3"].fill.fgColor.rgb != "FFFFC7CE"
    assert (
        book["DS"].merged_cells.ranges != set(),
        book["DS"].column_dimensions["F"].width,
        book["Khác"]["A1"].value,
    ) == (True, 50, "giữ nguyên")


def test_a_second_round_forgets_the_first_and_keeps_the_units_own_words():
    first = annotate(sent(), [Finding("DS", "D3", "Sai một."), Finding("DS", "B2", "Sai hai.")])

    second = annotate(first, [Finding("DS", "D3", "Sai ba.")])

    assert comments(second) == {"D3": "Ghi chú của đơn vị\nGương Sáng: Sai ba."}
    assert openpyxl.load_workbook(io.BytesIO(second))["DS"]["B2"].fill.fgColor.rgb != "FFFFC7CE"


def test_a_remark_on_a_covered_cell_stands_on_its_merge():
    assert comments(annotate(sent(), [Finding("DS", "G3", "Sai.")]))["F3"] == "Gương Sáng: Sai."


def test_remarks_on_what_is_not_there_are_passed_over():
    assert comments(annotate(sent(), [Finding("Không có", "B2", "Sai."), Finding("DS", "!!", "Sai.")])) == {
        "D3": "Ghi chú của đơn vị"
    }


def test_colours_and_comments_change_no_row():
    marked = annotate(sent(), [Finding("DS", "B2", "Sai.")])
    assert compare(fingerprints("a.xlsx", sent()), fingerprints("a.xlsx", marked)) == Changes()


def test_only_changed_rows_are_told():
    def edited(change):
        book = openpyxl.load_workbook(io.BytesIO(sent()))
        change(book["DS"])
        stream = io.BytesIO()
        book.save(stream)
        return compare(fingerprints("a.xlsx", sent()), fingerprints("a.xlsx", stream.getvalue()))

    def mend(sheet):
        sheet["B2"] = "Nguyễn Văn Bổ Sung"

    def add(sheet):
        sheet["B5"] = "Phan Thị Thêm"

    def insert(sheet):
        sheet.insert_rows(2)
        sheet["B2"] = "Người Chen Vào"

    assert edited(mend) == Changes(changed=(("DS", 2),))
    assert edited(add) == Changes(added=(("DS", 5),))
    assert edited(lambda sheet: sheet.delete_rows(4)) == Changes(removed=(("DS", 4),))
    assert edited(insert) == Changes(changed=(("DS", 2),))


def test_the_app_writes_remarks_in_a_child(tmp_path):
    path = tmp_path / "ds.xlsx"
    path.write_bytes(sent())
    assert comments(intake.annotate(path, [Finding("DS", "B2", "Sai.")]))["B2"] == "Gương Sáng: Sai."


def test_a_file_that_is_no_workbook_is_refused():
    with pytest.raises(Refused):
        annotate(b"PK\x03\x04 hong", [])
