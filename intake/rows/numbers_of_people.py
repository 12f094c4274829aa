"""Identity numbers, telephone numbers and years of birth as lists spoil them."""

from __future__ import annotations

import re
from typing import NamedTuple

_NOT_DIGIT = re.compile(r"[\s.\-'’`]")
_ROUNDED = re.compile(r"0{6,}$")  # nobody's number ends so: the figures were lost to 1.2E+10
_EXPONENT = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")


class Told(NamedTuple):
    """A value, or None when nothing usable stands there, and what to say about it."""

    value: str | int | None
    warning: str | None = None


def id_number(text: str) -> Told:
    """A CCCD of 12 digits, or an old CMND of 9; leading zeros that Excel dropped are given back.

    A CCCD begins with the code of a province, 001 to 096 (Thông tư 59/2021/TT-BCA Đ12 and its annex), so
    11 digits lost one zero and 10 digits lost two.
    """
    bare = _NOT_DIGIT.sub("", text)
    if _EXPONENT.fullmatch(bare.replace(",", ".")) or _EXPONENT.fullmatch(text.strip()):
        return Told(None, f"Số CCCD «{text}» đã bị Excel làm tròn, không còn đủ chữ số; anh/chị nhập lại.")
    if bare.isascii() and bare.isdigit() and 8 < len(bare) < 20 and _ROUNDED.search(bare):
        return Told(None, f"Số CCCD «{text}» đã bị Excel làm tròn, không còn đủ chữ số; anh/chị nhập lại.")
    if not (bare.isascii() and bare.isdigit()):
        return Told(text, f"Số CCCD «{text}» có ký tự không phải chữ số; anh/chị kiểm tra lại.")
    if len(bare) == 12:
        return (
            Told(bare)
            if 1 <= int(bare[:3]) <= 96
            else Told(bare, f"Số CCCD «{bare}» có mã tỉnh không hợp lệ; anh/chị kiểm tra lại.")
        )
    full = bare.zfill(12)
    if (len(bare) == 11 or (len(bare) == 10 and bare[0] != "0")) and 1 <= int(full[:3]) <= 96:
        return Told(full, f"Số CCCD «{bare}» mất số 0 ở đầu, đã thêm lại thành {full}.")
    if len(bare) == 9:
        return Told(bare, f"«{bare}» là số CMND cũ gồm 9 số; anh/chị bổ sung số CCCD nếu có.")
    if len(bare) == 8 and bare[0] != "0":
        return Told("0" + bare, f"Số CMND «{bare}» mất số 0 ở đầu, đã thêm lại thành 0{bare}.")
    return Told(bare, f"Số CCCD «{bare}» có {len(bare)} chữ số, không phải 12; anh/chị kiểm tra lại.")


def id_contradicts(number: str, gender: str | None, year: int | None) -> str | None:
    """A sentence when a CCCD's own gender, century and year differ from the row's.

    Digit 4: 0 nam, 1 nữ (1900-1999), 2 nam, 3 nữ (2000-2099); digits 5 and 6: year (Nghị định 137/2015/NĐ-CP Đ13).
    """
    if len(number) != 12 or not number.isdigit() or number[3] > "3":
        return None
    told_year = (1900 if number[3] in "01" else 2000) + int(number[4:6])
    if year is not None and year != told_year:
        return f"Số CCCD ghi năm sinh {told_year} nhưng danh sách ghi {year}; anh/chị kiểm tra lại."
    told_gender = "male" if number[3] in "02" else "female"
    if gender is not None and gender != told_gender:
        return "Giới tính trong số CCCD khác với danh sách; anh/chị kiểm tra lại."
    return None


def phone(text: str) -> Told:
    """A telephone number in digits; +84 and a dropped leading zero become 0."""
    bare = re.sub(r"[\s.\-()'’]", "", text)
    if bare.startswith("+84"):
        bare = "0" + bare[3:]
    if not (bare.isascii() and bare.isdigit()):
        return Told(text)
    if len(bare) == 9 and bare[0] in "235789":
        return Told("0" + bare, f"Số điện thoại «{bare}» mất số 0 ở đầu, đã thêm lại.")
    if len(bare) == 11 and bare.startswith("84"):
        return Told("0" + bare[2:])
    if len(bare) in (10, 11) and bare[0] == "0":
        return Told(bare)
    return Told(text, f"Số điện thoại «{text}» không đủ chữ số; anh/chị kiểm tra lại.")


def staff_number(text: str, was_number: bool) -> Told:
    """A staff number or Party card as it stands; "12.0" loses its tail."""
    return Told(text.removesuffix(".0") if was_number else text)
