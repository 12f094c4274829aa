"""Single values as lists write them: dates, numbers of people, names, kinds, headings, encodings."""

from datetime import date

import pytest

from intake.mapping import words
from intake.mapping.fields import PHRASES, Field
from intake.mapping.headings import EXACT, guess
from intake.rows.days import day
from intake.rows.naming import take_apart
from intake.rows.numbers_of_people import id_contradicts, id_number, phone
from intake.rows.sections import section
from intake.tables.grid import DATE, NUMBER, TEXT, Cell, letters, place, split_place
from intake.tables.styles import Style, is_date_format, number_text, serial_date, zero_width

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "kind", "value", "warned"),
    [
        ("1984-03-05", DATE, date(1984, 3, 5), False),
        ("1984-03-05 00:00:00", DATE, date(1984, 3, 5), False),
        ("05/03/1984", TEXT, date(1984, 3, 5), False),
        ("5-3-1984", TEXT, date(1984, 3, 5), False),
        ("5.3.1984", TEXT, date(1984, 3, 5), False),
        ("'05/03/1984", TEXT, date(1984, 3, 5), False),
        ("1984/03/05", TEXT, date(1984, 3, 5), False),
        ("ngày 05 tháng 3 năm 1984", TEXT, date(1984, 3, 5), False),
        ("1984", TEXT, 1984, False),
        ("1984", NUMBER, 1984, False),
        ("SN 1984", TEXT, 1984, False),
        ("sinh năm 1984", TEXT, 1984, False),
        ("3/1984", TEXT, 1984, True),
        ("30746", NUMBER, date(1984, 3, 5), True),
        ("30746", TEXT, date(1984, 3, 5), True),
        ("05/03/84", TEXT, date(1984, 3, 5), True),
        ("05/03/05", TEXT, date(2005, 3, 5), True),
        ("03/25/1984", TEXT, date(1984, 3, 25), True),
        ("29/02/2023", TEXT, None, True),
        ("31/02/1984", TEXT, None, True),
        ("45/45/1984", TEXT, None, True),
        ("không nhớ", TEXT, None, True),
        ("60000", NUMBER, None, True),
        ("05/03/2084", TEXT, date(2084, 3, 5), True),
    ],
)
def test_a_date_is_read_as_written_or_not_at_all(text, kind, value, warned):
    told, warning = day(Cell(text, kind), "Ngày sinh", TODAY)
    assert (told, warning is not None) == (value, warned)


@pytest.mark.parametrize(
    ("text", "value", "warned"),
    [
        ("072184001234", "072184001234", False),
        ("072 184 001 234", "072184001234", False),
        ("72184001234", "072184001234", True),  # one zero lost
        ("1184001234", "001184001234", True),  # two zeros lost: Hà Nội
        ("7.2184E+10", None, True),
        ("290123456", "290123456", True),  # CMND
        ("29012345", "029012345", True),
        ("999184001234", "999184001234", True),  # no such province
        ("12345", "12345", True),
        ("07218400123A", "07218400123A", True),
    ],
)
def test_an_identity_number_gets_its_zeros_back_and_is_doubted_aloud(text, value, warned):
    told = id_number(text)
    assert (told.value, told.warning is not None) == (value, warned)


@pytest.mark.parametrize(
    ("number", "gender", "year", "contradicts"),
    [
        ("072184001234", "female", 1984, False),
        ("072184001234", "male", 1984, True),
        ("072184001234", None, 1985, True),
        ("072204001234", "male", 2004, False),
        ("072304001234", "female", 2004, False),
        ("290123456", "male", 1950, False),
    ],
)
def test_an_identity_number_knows_gender_and_year(number, gender, year, contradicts):
    assert (id_contradicts(number, gender, year) is not None) == contradicts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0912345678", "0912345678"),
        ("912345678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("0276 3822 123", "02763822123"),
    ],
)
def test_a_telephone_number_is_digits_with_its_zero(text, value):
    assert phone(text).value == value


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ông Nguyễn Văn An", ("Nguyễn Văn An", "Ông", None, None)),
        ("Ông/Bà: Nguyễn Văn An", ("Nguyễn Văn An", "Ông/Bà", None, None)),
        ("Đ/c Lê Thị Bé", ("Lê Thị Bé", "Đồng chí", None, None)),
        ("Ông Thị Vân", ("Ông Thị Vân", None, None, None)),  # Ông is a family name too
        ("1. Lê Thị Bé", ("Lê Thị Bé", None, None, None)),
        ("Lê Thị Bé - Phó Giám đốc", ("Lê Thị Bé", None, "Phó Giám đốc", None)),
        ("Lê Thị Bé (Kế toán)", ("Lê Thị Bé", None, "Kế toán", None)),
        ("Lê Thị Bé\nChuyên viên", ("Lê Thị Bé", None, "Chuyên viên", None)),
        ("Bà Lê Thị Bé, sinh năm 1970", ("Lê Thị Bé", "Bà", None, "1970")),
        ("Lê Thị Bé (1970)", ("Lê Thị Bé", None, None, "1970")),
        ("Lê Thị Bé\nsinh ngày 01/02/1970", ("Lê Thị Bé", None, None, "01/02/1970")),
        ("Chi bộ 3 (2025)", ("Chi bộ 3 (2025)", None, None, None)),
        ("Hộ ông Lê Văn Tư", ("Hộ ông Lê Văn Tư", None, None, None)),
        ("Phòng Tổ chức - Hành chính", ("Phòng Tổ chức - Hành chính", None, None, None)),
        ("Y Bliă Êban", ("Y Bliă Êban", None, None, None)),
    ],
)
def test_a_name_cell_is_taken_apart(cell, expected):
    made = take_apart(cell)
    assert (made.name, made.salutation, made.post, made.born) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nguyễn Văn An", words.PERSON),
        ("Hồ Thị Mai", words.PERSON),
        ("Đoàn Thanh Tùng", words.PERSON),
        ("Trương Mỹ Lan", words.PERSON),
        ("Tô Hoài", words.PERSON),
        ("Nguyen Van Khong Dau", words.PERSON),
        ("H'Hen Niê", words.PERSON),
        ("Đoàn Thanh niên Sở Y tế", words.COLLECTIVE),
        ("Trường THPT Lê Quý Đôn", words.COLLECTIVE),
        ("Tổ 5", words.COLLECTIVE),
        ("Sở Nội vụ", words.COLLECTIVE),
        ("Văn phòng Tỉnh ủy", words.COLLECTIVE),
        ("Công ty TNHH Nguyễn Văn", words.COLLECTIVE),
        ("Cán bộ, nhân viên Trạm Y tế", words.COLLECTIVE),
        ("Hộ ông Lê Văn Tư", words.HOUSEHOLD),
        ("Gia đình bà Năm", words.HOUSEHOLD),
        ("Hộ Lê Văn Tư", words.HOUSEHOLD),
        ("Mùa xuân", words.PERSON),  # cannot be told from a name
        ("xyz", None),
    ],
)
def test_a_name_shows_what_it_names(name, kind):
    assert words.kind_of(name) == kind


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Họ và tên", Field.NAME),
        ("HỌ VÀ TÊN (*)", Field.NAME),
        ("Tên tập thể/cá nhân/hộ gia đình", Field.NAME),
        ("Ho va ten", Field.NAME),
        ("Họ, tên", Field.NAME),
        ("Chức vụ/chức danh", Field.POST),
        ("Đơn vị công tác", Field.UNIT),
        ("Hình thức đề nghị", Field.AWARD_FORM),
        ("Hình thức khen thưởng đã được tặng", Field.PAST_AWARDS),
        ("Tóm tắt thành tích", Field.ACHIEVEMENT),
        ("Tóm tắc thành tích", Field.ACHIEVEMENT),
        ("Ngày, tháng, năm sinh", Field.BIRTH_DATE),
        ("Số CCCD", Field.ID_NUMBER),
        ("STT", Field.ORDINAL),
        ("T.T", Field.ORDINAL),
        ("Đơn vị đề nghị", Field.NOMINATING_UNIT),
        ("Hệ số lương", None),
        ("", None),
    ],
)
def test_headings_mean_their_field(heading, field):
    made = guess(heading)
    assert (made.field if made else None) == field


def test_no_heading_means_two_fields():
    assert len(EXACT) == sum(len(phrases.split("|")) for phrases in PHRASES.values())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I. TẬP THỂ", ("collective", None, None)),
        ("II. Cá nhân (05 người)", ("person", None, None)),
        ("B. Hộ gia đình: 03", ("household", None, None)),
        ("Cá nhân:", ("person", None, None)),
        ("Danh sách cá nhân", ("person", None, None)),
        ("III. GIẤY KHEN", (None, None, "Giấy khen")),
        ("Đề nghị tặng Bằng khen: 02 cá nhân", (None, None, "Bằng khen")),
        ("1. Sở Giao thông vận tải", (None, "Sở Giao thông vận tải", None)),
        ("I. KHỐI ĐẢNG", (None, "KHỐI ĐẢNG", None)),
        ("Tập thể và cá nhân", None),
        ("Nguyễn Văn An", None),
    ],
)
def test_section_rows_tell_what_follows(text, told):
    made = section(text)
    assert (made and (made.kind, made.unit, made.award)) == told


@pytest.mark.parametrize(
    ("serial", "iso"),
    [
        (1, "1900-01-01"),
        (59, "1900-02-28"),
        (61, "1900-03-01"),
        (30746, "1984-03-05"),
        (45000.5, "2023-03-15 12:00:00"),
        (-1, None),
        (3e6, None),
    ],
)
def test_serial_dates_are_excels(serial, iso):
    assert serial_date(serial) == iso


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("dd/mm/yyyy", True),
        ("[$-42A]d mmmm yyyy", True),
        ("h:mm", True),
        ("0", False),
        ('#,##0 "đồng"', False),
        ("General", False),
        ("[Red]0.00", False),
        ('"ngày" 0', False),
    ],
)
def test_date_formats_are_known(code, is_date):
    assert is_date_format(code) == is_date


@pytest.mark.parametrize(
    ("raw", "style", "shown"),
    [
        ("72184001234", Style(width=zero_width("000000000000")), "072184001234"),
        ("912345678", Style(width=zero_width("0000 000 000")), "0912345678"),
        ("1.0", Style(), "1"),
        ("7.2184001234E10", Style(), "72184001234"),
        ("2.5", Style(), "2.5"),
        ("abc", Style(), "abc"),
    ],
)
def test_numbers_are_shown_as_people_see_them(raw, style, shown):
    assert number_text(raw, style) == shown


@pytest.mark.parametrize(("row", "column", "name"), [(1, 1, "A1"), (5, 26, "Z5"), (9, 27, "AA9"), (3, 16_384, "XFD3")])
def test_places_go_there_and_back(row, column, name):
    assert place(row, column) == name
    assert split_place(name) == (row, column)
    assert letters(column) == name.rstrip("0123456789")


@pytest.mark.parametrize("name", ["", "5", "A", "A0", "a5", "AAAAA1", "A-1", "A1:B2"])
def test_what_is_no_place_is_no_place(name):
    with pytest.raises(ValueError, match=r"^[^ ]*$"):
        split_place(name)
