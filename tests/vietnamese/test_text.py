import unicodedata

import pytest

from vietnamese import text

A_CASES = (
    ("  Trần\u00a0 Đức\tHoà ", "Trần Đức Hoà"),
    (unicodedata.normalize("NFD", "Nguyễn Thị Ánh"), "Nguyễn Thị Ánh"),
    ("Trần\u200bVăn", "Trần Văn"),
    ("Trần\u00adVăn", "Trần Văn"),
    ("\ufeffLê\u2060 \u202eAn\u200d", "Lê An"),
    ("Ðặng Ɖình ðạt", "Đặng Đình đạt"),
    ("một\r\nhai\u2028ba", "một hai ba"),
    ("a\x00b\x07", "ab"),
    ("a\ud800b\uffff", "ab"),
    ("", ""),
    ("H’Hen Niê", "H’Hen Niê"),
)


@pytest.mark.parametrize(("raw", "tidy"), A_CASES)
def test_clean_gives_one_tidy_line(raw, tidy):
    assert text.clean(raw) == tidy


def test_clean_is_idempotent():
    assert [text.clean(text.clean(raw)) for raw, _ in A_CASES] == [tidy for _, tidy in A_CASES]


def test_marks_piled_on_one_letter_are_cut():
    assert text.nfc("Nguye\u0302\u0303n" + " " * 60) == "Nguyễn" + " " * 60
    assert len(text.nfc("a" + "\u0301\u0323" * 10_000)) < 40


def test_multiline_keeps_paragraphs_and_at_most_one_empty_line():
    assert text.clean_multiline("\n Một  \r\n\r\n\r\n\r\nHai\u200b ba\n\n") == "Một\n\nHai ba"


@pytest.mark.proves("F16.04")
@pytest.mark.parametrize(
    ("stored", "key"),
    (
        ("Trần Đức Hoà", "tran duc hoa"),
        ("TRAN  DUC HÒA", "tran duc hoa"),
        (unicodedata.normalize("NFD", "Trần Đức Hòa"), "tran duc hoa"),
        ("Ðỗ Thị\u00a0Bé", "do thi be"),
        ("Y Bliă Êban", "y blia eban"),
        ("H’Hen Niê", "h'hen nie"),
        ("H'Hen Niê", "h'hen nie"),
        ("Quyết định 12–QĐ/ĐU", "quyet dinh 12-qd/du"),
        ("ƯỚC", "uoc"),
        ("", ""),
    ),
)
def test_search_finds_whatever_marks_are_typed(stored, key):
    assert text.search_key(stored) == key


@pytest.mark.proves("F16.04")
@pytest.mark.parametrize(
    ("typed", "pattern"),
    (("Đức", "%duc%"), ("100%", r"%100\%%"), ("a_b", r"%a\_b%"), (r"a\b", r"%a\\b%"), ("", "%%")),
)
def test_like_pattern_means_what_was_typed(typed, pattern):
    assert text.like_pattern(typed) == pattern


@pytest.mark.parametrize(("names", "said"), (((), ""), (("A",), "A"), (("A", "B"), "A, B"), (("A", "B", "C", "D"), "A, B và 2 đơn vị nữa")))
def test_the_first_few_are_named_and_the_rest_is_counted(names, said):
    assert text.first_few(names, 2, "đơn vị") == said


def test_initial_capital_changes_only_the_first_letter():
    assert [text.initial_capital(s) for s in ("đơn vị", "ủy ban", "A b", "")] == ["Đơn vị", "Ủy ban", "A b", ""]


@pytest.mark.parametrize(
    ("words", "name"),
    [("Chi bộ Trạm Y tế", "Chi bộ Trạm Y tế"), ('Số 12/QĐ: "Phú\\Lộc"?', "Số 12-QĐ- -Phú-Lộc--"), ("x" * 100, "x" * 80), ("a|b<c>*", "a-b-c--")],
)
def test_a_file_is_called_so_that_every_disk_takes_it(words, name):
    assert text.file_name(words) == name


def test_quotation_marks_inside_others_become_the_inner_ones():
    assert text.inner_quotes("Phong trào «Dân vận khéo» năm 2026") == "Phong trào “Dân vận khéo” năm 2026"
