"""What each regulation's key means, how its value is typed and how it reads."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from vietnamese import numbers
from vietnamese.text import clean, quoted

_THRESHOLD = re.compile(r"(?P<sign>>=|≥|>|trên|từ)?\s*(?P<of>\d{1,3}\s*/\s*\d{1,3}|\d{1,3}\s*%)", re.IGNORECASE)


def read_whole(text: str) -> int:
    """A whole number, not negative. Raises ValueError with a sentence."""
    number = numbers.parse_integer(text)
    if number < 0:
        raise ValueError("Số không được nhỏ hơn 0.")
    return number


def read_money(text: str) -> int:
    """Whole đồng. Raises ValueError with a sentence."""
    return numbers.parse_money(text)


def read_hundredths(text: str) -> int:
    """A factor or coefficient with a decimal comma: "1,5" → 150. Raises ValueError with a sentence."""
    found = re.fullmatch(r"(\d{1,4})(?:[.,](\d{1,2}))?", clean(text))
    if found is None:
        raise ValueError(f"{quoted(text)} không phải hệ số. Anh/chị nhập như 0,3 hoặc 1,5 (nhiều nhất hai chữ số sau dấu phẩy).")
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def read_fraction(text: str) -> str:
    """A share between 0 and 1: "2/3", "80%" → "4/5". Raises ValueError with a sentence."""
    found = re.fullmatch(r"(\d{1,3})\s*(?:/\s*(\d{1,3})|%)", clean(text))
    if found is None or found[2] == "0":
        raise ValueError(f"{quoted(text)} không phải tỷ lệ. Anh/chị nhập như 2/3 hoặc 80%.")
    share = Fraction(int(found[1]), int(found[2] or 100))
    if not 0 < share <= 1:
        raise ValueError("Tỷ lệ phải lớn hơn 0 và không quá 1 (100%).")
    return f"{share.numerator}/{share.denominator}"


def read_threshold(text: str) -> dict[str, Any]:
    """A threshold: "> 1/2", "≥ 80%", "từ 4/5" → {"fraction", "strict", "base"}. Raises ValueError with a sentence."""
    found = _THRESHOLD.fullmatch(clean(text))
    if found is None:
        raise ValueError(f"{quoted(text)} không phải ngưỡng phiếu. Anh/chị nhập như «> 1/2» (trên một nửa) hoặc «≥ 80%» (từ 80% trở lên).")
    strict = (found["sign"] or "").lower() in (">", "trên")
    share = read_fraction(found["of"])
    if strict and share == "1/1":
        raise ValueError("Không thể có trên 100% số phiếu. Anh/chị nhập «≥ 100%» nếu cần tất cả đồng ý.")
    return {"base": "members", "fraction": share, "strict": strict}


def read_flag(text: str) -> bool:
    """ "có" or "không". Raises ValueError with a sentence."""
    said = clean(text).lower()
    if said in ("có", "true", "1"):
        return True
    if said in ("không", "false", "0"):
        return False
    raise ValueError("Anh/chị nhập «có» hoặc «không».")


def read_day_of_year(text: str) -> str:
    """A day and month of every year: "14/12"; not 29/02. Raises ValueError with a sentence."""
    found = re.fullmatch(r"(\d{1,2})\s*/\s*(\d{1,2})", clean(text))
    try:
        day = date(2023, int(found[2]), int(found[1])) if found else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f"{quoted(text)} không phải ngày của mọi năm. Anh/chị nhập ngày/tháng như 14/12 hoặc 31/12.")
    return f"{day:%d/%m}"


def _say_day_of_year(value: Any) -> str:
    return f"ngày {read_day_of_year(value)}"


def _say_threshold(value: Any) -> str:
    how = "trên" if value["strict"] else "từ"
    return f"{how} {value['fraction']} tổng số thành viên" + ("" if value["strict"] else " trở lên")


@dataclass(frozen=True)
class Shape:
    """How a value is typed and read out."""

    read: Callable[[str], Any]
    say: Callable[[Any], str]
    example: str


MONEY = Shape(read_money, numbers.money, "2.530.000")
FACTOR = Shape(read_hundredths, numbers.decimal, "1,5")
MONTHS = Shape(read_whole, lambda value: f"{value} tháng", "12")
DAYS = Shape(read_whole, lambda value: f"{value} ngày", "20")
TIMES = Shape(read_whole, lambda value: f"{value} lần", "2")
WORKING_DAYS = Shape(read_whole, lambda value: f"{value} ngày làm việc", "5")
POINTS = Shape(read_whole, lambda value: f"{value} điểm", "75")
PERCENT = Shape(read_whole, lambda value: f"{value}%", "70")
SHARE = Shape(read_fraction, str, "2/3")
THRESHOLD = Shape(read_threshold, _say_threshold, "> 1/2")
DAY_OF_YEAR = Shape(read_day_of_year, _say_day_of_year, "14/12")
FLAG = Shape(read_flag, lambda value: "có" if value else "không", "có")


@dataclass(frozen=True)
class Meaning:
    """What a key stands for."""

    label: str
    shape: Shape
    group: str


#: Every key that a rule may ask for. A key that is not here cannot be entered.
MEANINGS: Mapping[str, Meaning] = {
    "base_salary": Meaning("Mức lương cơ sở (mỗi tháng)", MONEY, "Tiền thưởng"),
    "bonus.rounding": Meaning("Làm tròn lên bội số của", MONEY, "Tiền thưởng"),
    "bonus.factor.collective": Meaning("Tập thể nhận gấp mức cá nhân", FACTOR, "Tiền thưởng"),
    "bonus.factor.household": Meaning("Hộ gia đình nhận gấp mức cá nhân", FACTOR, "Tiền thưởng"),
    "bonus.titles_highest_only": Meaning("Nhiều danh hiệu cùng thời gian chỉ thưởng mức cao nhất", FLAG, "Tiền thưởng"),
    "council.quorum": Meaning("Số thành viên có mặt để Hội đồng họp", SHARE, "Hội đồng"),
    "threshold.cstd_toan_quoc": Meaning("Ngưỡng phiếu: Chiến sĩ thi đua toàn quốc, Anh hùng", THRESHOLD, "Hội đồng"),
    "threshold.co_chinh_phu": Meaning("Ngưỡng phiếu: Cờ thi đua của Chính phủ", THRESHOLD, "Hội đồng"),
    "threshold.cstd_tinh": Meaning("Ngưỡng phiếu: Chiến sĩ thi đua cấp bộ, tỉnh", THRESHOLD, "Hội đồng"),
    "threshold.cstd_co_so": Meaning("Ngưỡng phiếu: Chiến sĩ thi đua cơ sở", THRESHOLD, "Hội đồng"),
    "threshold.title": Meaning("Ngưỡng phiếu: danh hiệu khác", THRESHOLD, "Hội đồng"),
    "threshold.flag": Meaning("Ngưỡng phiếu: cờ thi đua cấp bộ, tỉnh", THRESHOLD, "Hội đồng"),
    "threshold.bang_khen": Meaning("Ngưỡng phiếu: bằng khen", THRESHOLD, "Hội đồng"),
    "threshold.giay_khen": Meaning("Ngưỡng phiếu: giấy khen", THRESHOLD, "Hội đồng"),
    "threshold.medal": Meaning("Ngưỡng phiếu: kỷ niệm chương", THRESHOLD, "Hội đồng"),
    "threshold.recognition_certificate": Meaning("Ngưỡng phiếu: công nhận mô hình", THRESHOLD, "Hội đồng"),
    "tie.women_percent": Meaning("Thành tích ngang nhau: ưu tiên nữ, tập thể có tỷ lệ nữ từ", PERCENT, "Hội đồng"),
    "model.pass_mark": Meaning("Điểm đạt của mô hình «Dân vận khéo» (trên 100)", POINTS, "Mô hình"),
    "model.silent_days": Meaning("Mô hình coi là im lặng khi không có dấu hiệu hoạt động quá", DAYS, "Mô hình"),
    "model.notes_required": Meaning("Số lần ghi giữa kỳ cần có trước khi công nhận mô hình (0: không yêu cầu)", TIMES, "Mô hình"),
    "eligibility.one_reward": Meaning("Một thành tích không khen nhiều lần, nhiều hình thức", FLAG, "Điều kiện xét"),
    "eligibility.spot_not_counted": Meaning("Khen đột xuất, chuyên đề không làm căn cứ khen công trạng", FLAG, "Điều kiện xét"),
    "eligibility.no_ladder": Meaning("Không cần có hình thức thấp mới được hình thức cao", FLAG, "Điều kiện xét"),
    "eligibility.hold": Meaning("Tạm dừng xét khi đang xem xét kỷ luật, điều tra, xác minh", FLAG, "Điều kiện xét"),
    "eligibility.discipline_from_end": Meaning("Sau kỷ luật, thành tích tính từ khi chấp hành xong", FLAG, "Điều kiện xét"),
    "eligibility.dissolved_unit": Meaning("Không khen đơn vị đã giải thể", FLAG, "Điều kiện xét"),
    "eligibility.no_posthumous_deed": Meaning("Việc tốt không truy tặng", FLAG, "Điều kiện xét"),
    "eligibility.lawful_enterprise": Meaning("Người đứng đầu doanh nghiệp: doanh nghiệp chấp hành pháp luật", FLAG, "Điều kiện xét"),
    "eligibility.opinion_of_own_unit": Meaning("Người của đơn vị khác: lấy ý kiến nơi quản lý", FLAG, "Điều kiện xét"),
    "eligibility.months_between": Meaning("Khoảng cách giữa hai lần khen cùng hình thức (0: không đặt)", MONTHS, "Điều kiện xét"),
    "eligibility.all_round_or_thematic": Meaning("Cùng cấp, cùng năm: khen toàn diện thì không khen chuyên đề", FLAG, "Điều kiện xét"),
    "eligibility.maternity_counts": Meaning("Thời gian nghỉ thai sản được tính", FLAG, "Điều kiện xét"),
    "deadline.screening": Meaning("Thời gian thẩm định", WORKING_DAYS, "Thời hạn"),
    "deadline.return": Meaning("Trả lại hồ sơ chưa đủ điều kiện trong", WORKING_DAYS, "Thời hạn"),
    "deadline.opinion": Meaning("Đơn vị được hỏi ý kiến trả lời trong", WORKING_DAYS, "Thời hạn"),
    "deadline.spot": Meaning("Khen đột xuất: từ ngày có việc đến ngày khen", WORKING_DAYS, "Thời hạn"),
    "deadline.publicity": Meaning("Công khai quyết định trong", WORKING_DAYS, "Thời hạn"),
    "publicity.days": Meaning("Niêm yết công khai ít nhất", DAYS, "Thời hạn"),
    "revocation.return": Meaning("Nộp lại hiện vật, tiền thưởng khi huỷ quyết định trong", WORKING_DAYS, "Thời hạn"),
    "bin.days": Meaning("Thùng rác: khôi phục được trong", DAYS, "Lưu giữ"),
    "statistics.closing": Meaning("Biểu thống kê: số liệu của một năm báo cáo tính đến hết", DAY_OF_YEAR, "Thống kê"),
    "statistics.forms": Meaning("Biểu thống kê: dùng mẫu 0601.N, 0602.N, 0603.N/BNV-TĐKT", FLAG, "Thống kê"),
    "commendation.thematic": Meaning("Dùng loại hình «khen thưởng chuyên đề» của Luật 06/2026/QH16", FLAG, "Loại hình"),
}


def read_value(key: str, value: Any) -> Any:
    """A typed text, or a value that is already in shape, as it is stored. Raises ValueError with a sentence."""
    meaning = MEANINGS.get(key)
    if meaning is None:
        raise ValueError("Không có quy định mang mã này. Anh/chị chọn trong danh sách.")
    if isinstance(value, str):
        return meaning.shape.read(value)
    say(key, value)
    return value


def say(key: str, value: Any) -> str:
    """The value as a person reads it. Raises ValueError when it does not have the key's shape."""
    try:
        return MEANINGS[key].shape.say(value)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise ValueError(f"Giá trị của «{key}» không đúng dạng.") from None


def typed(key: str, value: Any) -> str:
    """The value as it is typed into a field, so that reading it again gives the same."""
    shape = MEANINGS[key].shape
    if shape is THRESHOLD:
        return f"{'>' if value['strict'] else '≥'} {value['fraction']}"
    if shape in (MONEY, FACTOR, FLAG, SHARE):
        return shape.say(value)
    return str(value)


def stored(value: Any) -> str:
    """Canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
