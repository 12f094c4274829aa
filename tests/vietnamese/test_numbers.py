from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import numbers


@pytest.mark.parametrize(
    ("n", "words"),
    (
        (0, "không"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (759_000, "bảy trăm năm mươi chín nghìn"),
        (760_000, "bảy trăm sáu mươi nghìn"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (1_234_567, "một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy"),
        (2_530_000, "hai triệu năm trăm ba mươi nghìn"),
        (10**9, "một tỷ"),
        (2 * 10**9 + 15, "hai tỷ không trăm mười lăm"),
        (10**12, "một nghìn tỷ"),
        (-3, "âm ba"),
    ),
)
def test_in_words(n, words):
    assert numbers.in_words(n) == words


def test_money_and_figures():
    assert numbers.money(1_234_567) == "1.234.567 đ"
    assert [numbers.integer(n) for n in (0, 999, 1_000, -1_234_567)] == ["0", "999", "1.000", "-1.234.567"]


@pytest.mark.parametrize(
    ("value", "written"),
    (
        (450, "4,5"),
        (30, "0,3"),
        (100, "1"),
        (123_456, "1.234,56"),
        (Fraction(2, 3), "0,67"),
        (Fraction(1, 8), "0,13"),
        (Decimal("66.6667"), "66,67"),
        (Fraction(-1, 1000), "0"),
        (Fraction(-3, 2), "-1,5"),
        (0, "0"),
    ),
)
def test_decimal(value, written):
    assert numbers.decimal(value) == written


def test_counts_and_roman_figures():
    assert [numbers.count_two_digits(n) for n in (0, 2, 10, 1_800)] == ["00", "02", "10", "1.800"]
    assert [numbers.roman(n) for n in (1, 4, 9, 14, 40, 1_999)] == ["I", "IV", "IX", "XIV", "XL", "MCMXCIX"]
    with pytest.raises(ValueError, match="bắt đầu từ I"):
        numbers.roman(0)


@pytest.mark.parametrize(
    ("text", "n"),
    (
        ("1.234.567", 1_234_567),
        ("1234567", 1_234_567),
        ("1 234 567", 1_234_567),
        ("1,234,567", 1_234_567),
        (" 05 ", 5),
        ("-3", -3),
    ),
)
def test_parse_integer(text, n):
    assert numbers.parse_integer(text) == n


@pytest.mark.parametrize("text", ("", "mười", "1,5", "1.23", "1.234,5", "1,234", "1.234 567", "1e5", "٣", "9" * 30))
def test_parse_integer_says_what_is_wrong(text):
    with pytest.raises(ValueError, match=r"Anh/chị .*\.$"):
        numbers.parse_integer(text)


@pytest.mark.parametrize(
    ("text", "dong"),
    (
        ("1.234.567 đ", 1_234_567),
        ("1.234.567\u00a0đồng", 1_234_567),
        ("600 nghìn", 600_000),
        ("1,5 triệu đồng", 1_500_000),
        ("2 tỷ", 2_000_000_000),
        ("760000 VNĐ", 760_000),
        ("0", 0),
    ),
)
def test_parse_money(text, dong):
    assert numbers.parse_money(text) == dong


@pytest.mark.parametrize(
    "text", ("", "-5", "một triệu", "1,5", "1,23456789 triệu", "1.5 triệu", "100 $", "999999999999999 tỷ")
)
def test_parse_money_says_what_is_wrong(text):
    with pytest.raises(ValueError, match=r"[A-ZĐ«].*\.$"):
        numbers.parse_money(text)


@given(st.integers(0, 10**15))
def test_what_is_written_can_be_read_again(n):
    assert numbers.parse_money(numbers.money(n)) == numbers.parse_integer(numbers.integer(n)) == n


@pytest.mark.parametrize(
    ("text", "number"),
    (
        ("12", 12.0), (" 297,5 ", 297.5), ("297.5", 297.5), ("0,05", 0.05), ("1.000", 1000.0), ("1.234,5", 1234.5), ("1 234", 1234.0), ("-3,5", -3.5), ("−2", -2.0),
        ("", None), ("abc", None), ("1e3", None), ("1,2,3", None), ("12.34.5", None), ("3,", None), ("١٢", None), ("9" * 30, None), ("nan", None), ("inf", None),
    ),
)  # fmt: skip
def test_a_measure_is_read_as_people_write_it_or_refused_in_a_sentence(text, number):
    if number is not None:
        assert numbers.parse_decimal(text) == number
    else:
        with pytest.raises(ValueError, match="Anh/chị"):
            numbers.parse_decimal(text)
