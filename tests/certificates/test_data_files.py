import json
from datetime import date, datetime

import openpyxl
import pytest

from certificates import Facts, Refused, headings
from certificates.data_files import UNFIT, read_rows, to_facts

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


@pytest.mark.parametrize(("cell", "said"), (('=CONCAT("Sở"," Y tế")', "B2 của tệp Excel là công thức chưa có kết quả"), ("#REF!", "B2 của tệp Excel báo lỗi công thức")))
def test_a_cell_that_would_read_as_empty_is_refused_by_its_name(tmp_path, cell, said):
    path = workbook(tmp_path / "ds.xlsx", [["Họ và tên", "Đơn vị"], ["Lê An", cell]])
    with pytest.raises(Refused) as refused:
        read_rows(path)
    assert said in refused.value.sentence


def test_what_is_wrong_in_a_column_that_is_not_printed_does_not_matter(tmp_path):
    path = workbook(tmp_path / "ds.xlsx", [[None, "Họ và tên", "Tổng"], [None, "Lê An", "=1+1"]])
    assert to_facts(read_rows(path), {}) == [Facts(recipient="Lê An")]


@pytest.mark.parametrize(("cell", "unfit"), (
    (b'<c r="B2"><f>A1</f><v></v></c>', True), (b'<c r="B2" s="4"><f>A1</f><v/></c>', True), (b'<c r="B2"><f t="shared" si="0"/></c>', True),
    (b'<c r="B2" s="1" t="e"><f>A1</f><v>#REF!</v></c>', True), (b'<c r="B2" t="e"><v>#N/A</v></c>', True),
    (b'<c r="B2" t="str"><f>IF(A1,1,"")</f><v></v></c>', False), (b'<c r="B2"><f>1+1</f><v>2</v></c>', False), (b'<c r="B2" t="s"><v>0</v></c>', False),
    (b'<c r="A2" t="s"><v>0</v></c><c r="B2" s="1"/>', False),
))
def test_a_worksheets_unfit_cells_are_told_from_others(cell, unfit):
    assert bool(UNFIT.search(cell)) == unfit


@pytest.mark.parametrize(("heading", "name"), (
    ("HỌ TÊN (*)", "recipient"), ("Họ và tên / Tên tập thể", "recipient"), ("Tên cá nhân/tập thể", "recipient"), ("Ông/Bà", "salutation"),
    ("Chức vụ/chức danh", "title"), ("Đơn vị (phòng, ban)", "unit"), ("Thành tích đạt được:", "achievement"), ("Số QĐ khen thưởng", "decision_number"),
    ("Ngày, tháng, năm QĐ", ""), ("Ngày ký QĐ", "decision_date"), ("Họ và tên người ký", "signer_name"), ("Số vào sổ *", "serial"),
    ("decision number", "decision_number"), ("extra.ghi_chu", "extra.ghi_chu"), ("Ghi chú", "extra.ghi_chu"), ("GHI_CHU", "extra.ghi_chu"), ("Tiền thưởng", ""),
))
def test_headings_are_known_as_offices_write_them(heading, name):
    assert headings.column(heading, ["ghi_chu"]) == name


def test_two_columns_of_the_same_are_refused_by_their_headings(tmp_path):
    (tmp_path / "ds.csv").write_text("Họ và tên,Họ tên,Đơn vị\nLê An,Lê Bình,Sở Y tế\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_rows(tmp_path / "ds.csv")
    assert "«Họ và tên» và «Họ tên»" in refused.value.sentence


def test_columns_that_are_not_printed_are_told(tmp_path):
    (tmp_path / "ds.csv").write_text("TT;Họ và tên;Ghi chú;Tiền thưởng\n1;Lê An;x;9\n", encoding="utf-8")
    told: list[str] = []
    assert read_rows(tmp_path / "ds.csv", told=told.append) == [{"recipient": "Lê An"}]
    assert told == ["Không in các cột «Ghi chú», «Tiền thưởng»: mẫu không có ô nào như vậy."]


@pytest.mark.parametrize("day", (46331, 46331.0, "46331", datetime(2026, 11, 5), "5.11.2026"))
def test_a_day_is_read_as_excel_keeps_it_and_as_people_type_it(day):
    assert to_facts([{"recipient": "Lê An", "decision_date": day}], {})[0].decision_date == date(2026, 11, 5)


def test_facts_that_were_kept_come_back_without_their_code(tmp_path):
    kept = Facts(recipient="Lê An", extra={"award_code": "GK"}, code="AAAA-BBBB-CCCC-DDDD").with_url("HTTPS://X/XM/A")
    (tmp_path / "ds.json").write_text(f"[{kept.to_json()}]", encoding="utf-8")
    assert to_facts(read_rows(tmp_path / "ds.json"), {}) == [kept.with_url(None)]


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
    ("ds.json", b"[" * 100_000, "JSON"),
    ("ds.json", b'[{"recipient": NaN}]', "JSON"),
    ("ds.json", b'[{"recipient": "A", "unit": ["x"]}]', "«unit»"),
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
