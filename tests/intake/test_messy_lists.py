"""Lists as units send them: the whole reading, and every row accounted for."""

from collections import Counter
from pathlib import Path

import pytest

from intake.engine import read_bytes
from intake.reading import OldFont, Reading
from intake.tables import read_book
from tests.support.expected import NAMES, TODAY, expected
from tests.support.lists import delimited, to_tcvn3, workbook
from tests.support.messy_lists import TRAPS
from vietnamese.encodings import looks_legacy

HERE = Path(__file__).parent


def accounted(reading: Reading) -> Counter[tuple[str, int]]:
    return Counter((row.sheet, row.row) for row in (*reading.rows, *reading.refused, *reading.not_data))


@pytest.mark.proves("F12.01", "F12.03")
@pytest.mark.parametrize("name", NAMES)
def test_a_messy_list_reads_as_a_person_would_read_it(name):
    words, build = TRAPS[name]

    reading = read_bytes(*build(), today=TODAY)

    assert {"trap": words} | reading.to_json() == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_rows_in_are_rows_imported_refused_or_no_data(name):
    file, data = TRAPS[name][1]()

    reading = read_bytes(file, data, today=TODAY)

    everything = Counter(
        (sheet.name, row)
        for sheet in read_book(file, data).sheets
        for row in (*sheet.rows, *sheet.blank, *sheet.struck)
    )
    assert accounted(reading) == everything


def test_there_are_at_least_twenty_lists_each_with_a_trap():
    assert len(NAMES) >= 20
    assert len({words for words, _ in TRAPS.values()}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_value_names_the_cell_that_it_came_from(name):
    file, data = TRAPS[name][1]()
    reading = read_bytes(file, data, today=TODAY)
    sheets = {sheet.name: sheet for sheet in read_book(file, data).sheets}

    for row in reading.rows:
        assert row.sources.keys() == row.fields.keys()
        for place in row.sources.values():
            assert place.sheet in sheets


@pytest.mark.parametrize("file", ["three_sections.xls", "dates_of_all_kinds.xls", "several_sheets_with_codes.xls"])
def test_an_old_excel_file_reads_like_the_new_one(file):
    name = file.removesuffix(".xls")
    old = read_bytes(file, (HERE / "files" / file).read_bytes(), today=TODAY).to_json()

    new = {key: value for key, value in expected(name).items() if key != "trap"}
    assert old == new


def test_rows_of_spaces_are_accounted_for_too():
    rows = [["Họ và tên", "Đơn vị"], ["Nguyễn Văn An", "Sở Y tế"], ["   ", "\u00a0"], ["Trần Thị Bé", "Sở Y tế"]]
    for file, data in (("a.xlsx", workbook({"DS": rows})), ("a.csv", delimited(rows))):
        reading = read_bytes(file, data, today=TODAY)
        assert [row.row for row in reading.rows] == [2, 4]
        assert [(row.row, row.why) for row in reading.not_data] == [
            (1, "Dòng tiêu đề cột"),
            (3, "Dòng không có nội dung"),
        ]


def test_a_cell_too_long_for_a_name_is_refused_with_its_place():
    rows = [["Họ và tên", "Đơn vị"], ["Nguyễn Văn An", "Sở Y tế"], ["Kể lể " * 60, "Sở Y tế"]]
    reading = read_bytes("a.xlsx", workbook({"DS": rows}), today=TODAY)
    assert [row.fields["name"] for row in reading.rows] == ["Nguyễn Văn An"]
    assert [row.reason for row in reading.refused] == ["Ô A3 dài 359 ký tự, không phải tên; anh/chị nhập họ tên."]


def typed_in_old_font() -> bytes:
    """A list whose values are TCVN3 under headings in Unicode."""
    row = ["Nguyễn Thị Hậu", "Sở Xây dựng", "Giấy khen"]
    return workbook({"DS": [["Họ và tên", "Đơn vị", "Hình thức"], [to_tcvn3(cell) for cell in row]]})


def test_old_fonts_become_unicode_and_the_column_shows_one_value_before_and_after():
    reading = read_bytes("a.xlsx", typed_in_old_font(), today=TODAY)

    # "GiÊy" could be Unicode too; beside other old words it is not taken for that
    assert [reading.rows[0].fields[name] for name in ("name", "unit", "award_form")] == [
        "Nguyễn Thị Hậu",
        "Sở Xây dựng",
        "Giấy khen",
    ]
    assert [column.old for column in reading.columns] == [
        OldFont("TCVN3 (ABC)", 1, "NguyÔn ThÞ HËu", "Nguyễn Thị Hậu"),
        OldFont("TCVN3 (ABC)", 1, "Së X©y dùng", "Sở Xây dựng"),
        OldFont("TCVN3 (ABC)", 1, "GiÊy khen", "Giấy khen"),
    ]


def test_old_fonts_stay_when_somebody_wants_them_as_they_are():
    reading = read_bytes("a.xlsx", typed_in_old_font(), today=TODAY, keep_fonts=True)

    assert reading.rows[0].fields["name"] == "NguyÔn ThÞ HËu"
    assert (
        reading.rows[0].warnings[-1]
        == "Chữ viết bằng phông TCVN3 (ABC) chưa đổi sang Unicode; anh/chị đọc lại cho đúng."
    )
    assert reading.columns[0].old == OldFont("TCVN3 (ABC)", 1, "NguyÔn ThÞ HËu", "Nguyễn Thị Hậu")


@pytest.mark.parametrize("name", ["csv_tcvn3", "old_font_tcvn3", "old_font_vni"])
def test_what_was_typed_is_kept_beside_what_it_became(name):
    file, data = TRAPS[name][1]()
    kept, converted = (read_bytes(file, data, today=TODAY, keep_fonts=keep) for keep in (True, False))

    assert len(kept.rows) == len(converted.rows) > 0
    assert [looks_legacy(str(row.fields["name"])) for row in kept.rows].count(None) < len(kept.rows)
    assert {looks_legacy(str(row.fields["name"])) for row in converted.rows} == {None}
