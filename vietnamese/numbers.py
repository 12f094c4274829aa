"""Whole numbers, money and fractions in Vietnamese figures and words."""

import re
from decimal import Decimal
from fractions import Fraction

from vietnamese.text import clean, quoted

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BIGGEST = 10**18 - 1  # what a bigint column surely holds
_GROUPED = re.compile(r"\d{1,3}(?:(?P<separator>[. ])\d{3})(?:(?P=separator)\d{3})*|\d{1,3}(?:,\d{3}){2,}")
_DECIMAL = re.compile(r"(?P<whole>[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+(?=,))(?:[.,](?P<rest>[0-9]+))?")
_LONGEST = 20  # signs of a measure that anybody writes
_UNITS = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_MONEY = re.compile(
    r"(?P<figure>[\d., ]*\d)\s*(?P<unit>nghìn|ngàn|triệu|tr|tỷ|tỉ)?\s*(?:đồng|vnđ|vnd|đ|₫)?\.?", re.IGNORECASE
)
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_ROMAN_SMALL = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def integer(n: int) -> str:
    """Figures with a point between thousands: 1234567 → "1.234.567"."""
    return f"{n:,}".replace(",", ".")


def money(dong: int) -> str:
    """Whole đồng: 1234567 → "1.234.567 đ"."""
    return f"{integer(dong)} đ"


def decimal(value: Fraction | Decimal | int, places: int = 2) -> str:
    """A number with a decimal comma, rounded half up to `places`, without trailing zeros.

    An `int` counts hundredths, as coefficients are stored: 450 → "4,5"; Fraction(9, 2) → "4,5".
    """
    exact = Fraction(value, 100) if isinstance(value, int) else Fraction(value)
    sign, exact = ("-", -exact) if exact < 0 else ("", exact)
    scaled = int(exact * 10**places + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**places)
    tail = f"{rest:0{places}d}".rstrip("0") if places else ""
    return (sign if scaled else "") + integer(whole) + (f",{tail}" if tail else "")


def count_two_digits(n: int) -> str:
    """A count as papers write it: 2 → "02", 14 → "14", 1234 → "1.234"."""
    return f"0{n}" if 0 <= n < 10 else integer(n)


def roman(n: int) -> str:
    """Roman figures for section numbers: 4 → "IV". Raises ValueError under 1."""
    if n < 1:
        raise ValueError("Số La Mã bắt đầu từ I.")
    out = ""
    for value, sign in (*_ROMAN, *_ROMAN_SMALL):
        out += sign * (n // value)
        n %= value
    return out


def in_words(n: int) -> str:
    """A whole number in words: 105 → "một trăm linh năm", 21 → "hai mươi mốt", 10**9 → "một tỷ"."""
    return f"âm {_words(-n, leading=True)}" if n < 0 else _words(n, leading=True)


def _words(n: int, *, leading: bool) -> str:
    """Group by group; a group that follows a bigger one is read with its empty hundreds."""
    for size, word in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn")):
        if n >= size:
            head, rest = divmod(n, size)
            tail = f" {_words(rest, leading=False)}" if rest else ""
            return f"{_words(head, leading=leading)} {word}{tail}"
    return _under_thousand(n, leading=leading)


def _under_thousand(n: int, *, leading: bool) -> str:
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    words = []
    if hundreds or not leading:
        words += [_DIGITS[hundreds], "trăm"]
    if tens == 0 and (ones or not words):
        words += ["linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
    elif tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
        if ones:
            words.append({1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _DIGITS[ones]))
    return " ".join(words)


def parse_integer(text: str) -> int:
    """Read a whole number as people write it: "1.234.567", "1 234 567", "1234567".

    Raises ValueError with a Vietnamese sentence for anything else ("1,5", "mười", "1.23").
    """
    cleaned = clean(text)
    if not cleaned:
        raise ValueError("Anh/chị chưa nhập số.")
    sign, digits = (-1, cleaned[1:].strip()) if cleaned[0] in "-−" else (1, cleaned)
    if not (re.fullmatch(r"[0-9]+", digits) or _GROUPED.fullmatch(digits)):
        raise ValueError(f"{quoted(cleaned)} không phải số nguyên. Anh/chị nhập như 1234567 hoặc 1.234.567.")
    number = int(re.sub(r"\D", "", digits))
    if number > _BIGGEST:
        raise ValueError(f"{quoted(cleaned)} quá lớn. Anh/chị kiểm tra lại số chữ số.")
    return sign * number


def parse_decimal(text: str) -> float:
    """Read a measure as people write it: "297,5", "297.5", "1.234,5"; "1.000" is a thousand, as in Vietnamese writing.

    Raises ValueError with a Vietnamese sentence for anything else.
    """
    cleaned = clean(text)
    if not cleaned:
        raise ValueError("Anh/chị chưa nhập số.")
    sign, digits = (-1, cleaned[1:].strip()) if cleaned[0] in "-−" else (1, cleaned)
    if _GROUPED.fullmatch(digits):
        return float(parse_integer(cleaned))
    match = _DECIMAL.fullmatch(digits)
    if not match or len(digits) > _LONGEST:
        raise ValueError(f"{quoted(cleaned)} không phải một số. Anh/chị nhập như 12 hoặc 12,5.")
    return sign * float(f"{match['whole'].replace('.', '')}.{match['rest'] or 0}")


def parse_money(text: str) -> int:
    """Read an amount in whole đồng: "1.234.567 đ", "600 nghìn", "1,5 triệu đồng".

    Raises ValueError with a Vietnamese sentence when it is not an amount, negative or has a part of a đồng.
    """
    cleaned = clean(text)
    if not cleaned:
        raise ValueError("Anh/chị chưa nhập số tiền.")
    if cleaned[0] in "-−":
        raise ValueError("Số tiền không được nhỏ hơn 0.")
    match = _MONEY.fullmatch(cleaned)
    if not match:
        raise ValueError(f"{quoted(cleaned)} không phải số tiền. Anh/chị nhập như 1.234.567 hoặc 1,5 triệu.")
    unit = (match["unit"] or "").lower()
    if not unit:
        return parse_integer(match["figure"])
    return _with_unit(match["figure"], _UNITS[unit], cleaned)


def _with_unit(figure: str, unit: int, whole: str) -> int:
    if not re.fullmatch(r"\d+(,\d+)?|\d{1,3}(\.\d{3})+", figure):
        raise ValueError(f"{quoted(whole)} không phải số tiền. Anh/chị nhập như 1.234.567 hoặc 1,5 triệu.")
    amount = Decimal(figure.replace(".", "").replace(",", ".")) * unit
    if amount % 1:
        raise ValueError(f"{quoted(whole)} có phần lẻ nhỏ hơn một đồng. Anh/chị nhập số tiền chẵn đồng.")
    if amount > _BIGGEST:
        raise ValueError(f"{quoted(whole)} quá lớn. Anh/chị kiểm tra lại số chữ số.")
    return int(amount)
