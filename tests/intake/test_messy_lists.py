"""Lists as units send them: the whole reading, and every row accounted for."""

from collections import Counter
from pathlib import Path

import pytest

from intake.engine import read_bytes
from intake.reading import Reading
from intake.tables import read_book
from tests.support.expected import NAMES, TODAY, expected
from tests.support.lists import delimited, workbook
from tests.support.messy_lists import TRAPS

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
