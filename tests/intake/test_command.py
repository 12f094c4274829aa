"""The command line that people and the app use."""

import json
import subprocess
import sys

import pytest

import intake
from intake import layout
from intake.errors import Refused
from intake.mapping.fields import Field
from intake.mapping.model import Remembered
from intake.reading import Reading
from tests.support.hostile_files import long_list
from tests.support.lists import delimited, to_tcvn3, workbook
from tests.support.messy_lists import HEAD, LONG, TRAPS


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "intake", *map(str, arguments)], capture_output=True, text=True, check=False
    )


@pytest.fixture
def sections(tmp_path):
    name, data = TRAPS["three_sections"][1]()
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_read_prints_the_reading_as_json(sections):
    done = run("read", sections, "--json")

    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(told) == ["columns", "rows", "refused", "not_data"]
    assert {frozenset(column) for column in told["columns"]} == {frozenset({"sheet", "heading", "field", "confidence"})}
    assert {frozenset(row) for row in told["rows"]} == {frozenset({"fields", "from", "warnings"})}
    assert told["rows"][2]["fields"]["name"] == "Đoàn Thanh Tùng"
    assert told["rows"][2]["from"]["name"] == {"sheet": "DS", "cell": "B6"}


def test_old_fonts_are_converted_unless_told_otherwise(tmp_path):
    path = tmp_path / "ds.xlsx"
    path.write_bytes(workbook({"DS": [["Họ và tên", "Đơn vị"], [to_tcvn3("Nguyễn Thị Hậu"), to_tcvn3("Sở Xây dựng")]]}))

    names = [
        json.loads(run("read", path, "--json", *choice).stdout)["rows"][0]["fields"]["name"]
        for choice in ((), ("--convert-fonts", "yes"), ("--convert-fonts", "no"))
    ]

    assert names == ["Nguyễn Thị Hậu", "Nguyễn Thị Hậu", "NguyÔn ThÞ HËu"]
    assert "«NguyÔn ThÞ HËu» → «Nguyễn Thị Hậu»" in run("read", path).stdout


def test_read_without_json_is_for_people(sections):
    done = run("read", sections)

    assert done.returncode == 0
    assert done.stdout.startswith("Đọc được 7 dòng; từ chối 0 dòng; 4 dòng không phải dữ liệu.")


def test_refused_rows_are_still_a_read_file(tmp_path):
    path = tmp_path / "ds.csv"
    path.write_bytes(delimited([HEAD, [1, None, "Chuyên viên", "Sở Y tế", "Giấy khen", LONG]]))

    done = run("read", path, "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["refused"] == [
        {"sheet": "ds", "row": 2, "reason": "Thiếu họ tên hoặc tên tập thể ở ô B2; anh/chị bổ sung tên."}
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ds.xlsx", b"PK\x03\x04 hong"),
        ("ds.exe", b"MZ"),
        ("ds.csv", b""),
        ("ds.docx", b"\x00" * 50),
        ("ds.xls", b"<html><table>"),
    ],
)
def test_a_refused_file_gives_two_and_one_sentence(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)

    done = run("read", path, "--json")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(".\n")


def test_a_file_that_is_not_there_gives_two():
    done = run("read", "khong-co.xlsx")
    assert (done.returncode, done.stderr) == (2, "Không mở được tệp; anh/chị kiểm tra lại đường dẫn rồi thử lại.\n")


def test_a_remembered_layout_goes_before_every_guess(tmp_path):
    path, remembered = tmp_path / "ds.xlsx", tmp_path / "nho.json"
    path.write_bytes(workbook({"DS": [["STT", "Cột lạ", "Ghi chú"], [1, "Nguyễn Văn Nhớ", "Sở Y tế"]]}))
    told = {
        "columns": [
            {"sheet": "DS", "heading": "Cột lạ", "field": "name"},
            {"heading": "Ghi chú", "field": "unit"},
            {"heading": "STT", "field": None},
        ]
    }
    remembered.write_text(json.dumps(told), encoding="utf-8")

    made = json.loads(run("read", path, "--json", "--mapping", remembered).stdout)

    assert made["columns"] == [
        {"sheet": "DS", "heading": "STT", "field": None, "confidence": 1.0},
        {"sheet": "DS", "heading": "Cột lạ", "field": "name", "confidence": 1.0},
        {"sheet": "DS", "heading": "Ghi chú", "field": "unit", "confidence": 1.0},
    ]
    assert [row["fields"] for row in made["rows"]] == [{"name": "Nguyễn Văn Nhớ", "unit": "Sở Y tế", "kind": "person"}]


@pytest.mark.parametrize(
    "told",
    ["[", "{}", '{"columns": 3}', '{"columns": [{"heading": 1}]}', '{"columns": [{"heading": "a", "field": "b"}]}'],
)
def test_a_wrong_layout_is_refused(tmp_path, told):
    path = tmp_path / "nho.json"
    path.write_text(told, encoding="utf-8")
    with pytest.raises(Refused):
        layout.from_file(path)


def test_a_layout_goes_to_json_and_back():
    known = [Remembered("Họ và tên", Field.NAME, "DS"), Remembered("Lương", None)]
    assert layout.from_json(layout.to_json(known)) == known


def test_the_app_gets_the_same_reading_from_the_child(sections):
    from intake.engine import read_path

    child, own = intake.read(sections), read_path(sections)
    assert child == own
    assert Reading.from_full_json(own.to_full_json()) == own


def test_the_mapping_screen_sees_where_a_column_stands_and_what_it_holds(sections):
    columns = {column.heading: (column.letter, column.samples) for column in intake.read(sections).columns}

    assert columns["Chức vụ"] == ("C", ("Bí thư Chi bộ", "Điều dưỡng", "Chuyên viên"))
    assert columns["Ghi chú"] == ("G", ())


def test_progress_is_told_while_the_child_works(tmp_path):
    path = tmp_path / "ds.csv"
    path.write_bytes(long_list(1_500))
    told: list[int] = []

    intake.read(path, progress=told.append)

    assert told == [0, 20, 30, 51, 73, 94, 100]


def test_the_child_knows_none_of_the_apps_secrets(sections, monkeypatch):
    seen = {}

    def spy(*arguments, **options):
        seen.update(options["env"])
        return real(*arguments, **options)

    real = subprocess.Popen
    monkeypatch.setenv("GUONG_SANG_KEY", "bí mật")
    monkeypatch.setattr("intake.sandbox.subprocess.Popen", spy)
    intake.read(sections)
    assert seen
    assert "GUONG_SANG_KEY" not in seen


def test_two_files_at_once_are_read_apart(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    paths = []
    for number in range(4):
        path = tmp_path / f"{number}.csv"
        path.write_bytes(
            delimited([["Họ và tên", "Đơn vị"], [f"Nguyễn Văn {['Một', 'Hai', 'Ba', 'Bốn'][number]}", "Sở Y tế"]])
        )
        paths.append(path)
    with ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(intake.read, paths))
    assert [reading.rows[0].fields["name"] for reading in readings] == [
        "Nguyễn Văn Một",
        "Nguyễn Văn Hai",
        "Nguyễn Văn Ba",
        "Nguyễn Văn Bốn",
    ]


@pytest.mark.parametrize("text", ['{"rows": 0}', '{"rows": -1}', '{"khac": 1}', '{"rows": "5"}'])
def test_wrong_limits_are_told(text):
    with pytest.raises(ValueError, match="limits"):
        intake.Limits.from_json(text)
