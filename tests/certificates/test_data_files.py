import json
from datetime import date, datetime

import openpyxl
import pytest

from certificates import Facts, Refused
from certificates.data_files import read_rows, to_facts

HEAD = ["STT", "Họ và tên", "Danh xưng", "Chức vụ", "Đơn vị", "Nội dung thành tích", "Số QĐ", "Ngày QĐ", "Số vào sổ", "Đối tượng"]
ROW = [1, "Nguyễn Thị  Ngọc Ánh", "Bà", "Chuyên viên", "Sở Y tế", "Có thành tích xuất sắc", "12-QĐ/ĐU", datetime(2026, 11, 5), 37, "cá nhân"]
WANTED = Facts(
    recipient="Nguyễn Thị Ngọc Ánh", salutation="Bà", title="Chuyên viên", unit="Sở Y tế", achievement="Có thành tích xuất sắc",
    decision_number="12-QĐ/ĐU", decision_date=date(2026, 11, 5), serial="37", place="Long Giang",
)
DEFAULTS = {"place": "Long Giang"}


def workbook(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.proves("F09.02")
def test_an_excel_list_with_a_title_above_its_headings_becomes_facts(tmp_path):
    path = workbook(tmp_path / "ds.xlsx", [["DANH SÁCH KHEN THƯỞNG"], [], HEAD, ROW, []])
    assert to_facts(read_rows(path), DEFAULTS) == [WANTED]


@pytest.mark.parametrize("encoding", ("utf-8", "utf-8-sig", "utf-16"))
@pytest.mark.parametrize("mark", (",", ";", "\t"))
def test_a_csv_list_in_any_usual_form_becomes_the_same_facts(tmp_path, encoding, mark):
    rows = [HEAD, [*map(str, ROW[:7]), "05/11/2026", "37", "cá nhân"]]
    (tmp_path / "ds.csv").write_bytes("\n".join(mark.join(r) for r in rows).encode(encoding))
    assert to_facts(read_rows(tmp_path / "ds.csv"), DEFAULTS) == [WANTED]


def test_a_json_list_may_use_the_names_of_the_program(tmp_path):
    row = {"recipient": "Chi bộ 3", "kind": "tập thể", "decision_date": "2026-11-05", "award_code": "GK", "heading": "nhà nước"}
    (tmp_path / "ds.json").write_text(json.dumps([row]), encoding="utf-8")
    assert to_facts(read_rows(tmp_path / "ds.json"), {}) == [
        Facts(kind="collective", recipient="Chi bộ 3", decision_date=date(2026, 11, 5), heading="state", extra={"award_code": "GK"})
    ]


def test_formula_cells_give_what_was_last_calculated_or_nothing(tmp_path):
    path = workbook(tmp_path / "ds.xlsx", [["Họ và tên", "Đơn vị"], ["Lê An", '=CONCAT("Sở"," Y tế")']])
    assert to_facts(read_rows(path), {}) == [Facts(recipient="Lê An")]


@pytest.mark.parametrize(("name", "data", "said"), (
    ("ds.docx", b"x", ".xlsx, .csv"),
    ("ds.xlsx", b"not excel", "Excel"),
    ("ds.xlsx", b"PK\x03\x04broken", "Excel"),
    ("ds.csv", b"", "cột"),
    ("ds.csv", "Tuổi,Nơi ở\n3,4\n".encode(), "«Họ và tên»"),
    ("ds.csv", "Họ và tên\n".encode(), "dòng"),
    ("ds.json", b"{", "JSON"),
    ("ds.json", b"{}", "danh sách"),
    ("ds.json", b'[{"a": 1}]', "recipient"),
    ("ds.json", b"[1]", "danh sách"),
))
def test_a_file_that_is_no_list_is_refused_in_one_sentence(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as refused:
        read_rows(tmp_path / name)
    assert said in refused.value.sentence


def test_a_hundred_thousand_rows_are_refused(tmp_path):
    (tmp_path / "ds.csv").write_text("Họ và tên\n" + "Lê An\n" * 100_000, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_rows(tmp_path / "ds.csv")
    assert "20.000" in refused.value.sentence


@pytest.mark.parametrize(("heading", "value"), (("Ngày QĐ", "31/02/2026"), ("Ngày QĐ", "hôm qua"), ("Đối tượng", "robot")))
def test_a_wrong_cell_is_refused_naming_its_row(tmp_path, heading, value):
    (tmp_path / "ds.csv").write_text(f"Họ và tên,{heading}\nLê An,\nLê Bình,{value}\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        to_facts(read_rows(tmp_path / "ds.csv"), {})
    assert "Dòng 2" in refused.value.sentence


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused):
        read_rows(tmp_path / "khong-co.csv")
