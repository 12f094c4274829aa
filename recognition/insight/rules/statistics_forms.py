"""Rows and columns of the forms of statistics.

Source: Thông tư 2/2023/TT-BNV (23/3/2023), Biểu 0601.N, 0602.N, 0603.N/BNV-TĐKT, known from the forms that a province's
software prints; neither the circular's own sheets nor those of Thông tư 18/2025/TT-BNV (08/10/2025, the same subject) could
be read. So whatever is drawn from here says that it is to be compared first.
"""

from collections.abc import Mapping

from recognition.insight.terms.statistics import Column, Form, Row

#: The number that stands on a form; ours has none.
NUMBERS: Mapping[Form, str] = {
    Form.MOVEMENTS: "0601.N/BNV-TĐKT", Form.STATE: "0602.N/BNV-TĐKT", Form.MINISTRY: "0603.N/BNV-TĐKT", Form.BASE: "",
}  # fmt: skip
TITLES: Mapping[Form, str] = {
    Form.MOVEMENTS: "SỐ PHONG TRÀO THI ĐUA",
    Form.STATE: "SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC",
    Form.MINISTRY: "SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG",
    Form.BASE: "SỐ LƯỢNG KHEN THƯỞNG Ở CƠ SỞ",
}
BASIS = "Ban hành theo Thông tư số 2/2023/TT-BNV ngày 23/3/2023"
DUE = "Ngày 15 tháng 12 năm báo cáo"
OURS = "Bảng phụ của cơ quan, không phải biểu của Thông tư"

TOTAL, DIRECT = "01", "10"
_LEADERS = (
    "Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "Lãnh đạo cấp vụ, sở, ngành và tương đương", "Doanh nhân", "Các cấp lãnh đạo khác từ phó phòng trở lên",
    "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân, ...)",
)  # fmt: skip
_MANNERS = ("Thường xuyên", "Chuyên đề", "Đột xuất", "Đối ngoại", "Cống hiến", "Niên hạn", "Kháng chiến")
#: Manners that the program has no word for.
UNKNOWN_MANNERS = frozenset({"Đối ngoại", "Niên hạn", "Kháng chiến"})


def _recipients(first: int) -> tuple[Row, ...]:
    names = (("- Tập thể", "Tập thể"), ("  Trong đó: Doanh nghiệp", "Doanh nghiệp"), ("- Hộ gia đình", "Hộ"), ("- Cá nhân", "Người"), *((f"  + {name}", "Người") for name in _LEADERS))
    return tuple(Row(name, f"{code:02d}", unit) for code, (name, unit) in enumerate(names, first))


def _manners(first: int) -> tuple[Row, ...]:
    return tuple(Row(f"- {name}", f"{code:02d}", blank=name in UNKNOWN_MANNERS) for code, name in enumerate(_MANNERS, first))


#: By recipient and manner: 01 to 17. The form itself numbers its second part 3.
_MINISTRY = (Row("Tổng số", TOTAL), Row("1. Chia theo đối tượng khen thưởng"), *_recipients(2), Row("3. Chia theo phương thức khen thưởng"), *_manners(11))
_BASE = (*_MINISTRY[:11], Row("2. Chia theo phương thức khen thưởng"), *_MINISTRY[12:])
_STATE = (
    Row("Tổng số", TOTAL), Row("1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng"),
    Row("- Bộ, ban, ngành, đoàn thể Trung ương", "02", "Bộ, ngành", blank=True), Row("- Tỉnh, thành phố trực thuộc Trung ương", "03", "Tỉnh, TP", blank=True),
    Row("2. Chia theo đối tượng khen thưởng"), *_recipients(6), Row("3. Chia theo phương thức khen thưởng"), *_manners(15),
)  # fmt: skip
_MOVEMENTS = (
    Row("Tổng số", TOTAL), Row("1. Chia theo phạm vi tổ chức thi đua"), Row("- Toàn quốc", "02"), Row("- Bộ, ban, ngành, đoàn thể, địa phương", "03"),
    Row("- Cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng các cấp tổ chức", "04"), Row("- Cơ quan, tổ chức, đơn vị", "05"),
    Row("2. Chia theo thời hạn thi đua"), Row("- Dưới 1 năm", "06"), Row("- 1 năm", "07"), Row("- Từ 1 năm đến dưới 3 năm", "08"),
    Row("- Từ 3 năm đến dưới 5 năm", "09"), Row("- Từ 5 năm trở lên", "10"),
    Row("3. Chia theo phương thức tổ chức phong trào thi đua"), Row("- Thi đua theo chuyên đề", "11"), Row("- Thi đua thường xuyên hằng năm", "12"),
)  # fmt: skip
ROWS: Mapping[Form, tuple[Row, ...]] = {Form.MINISTRY: _MINISTRY, Form.BASE: _BASE, Form.STATE: _STATE, Form.MOVEMENTS: _MOVEMENTS}

#: The first row of recipients and of manners of each form.
RECIPIENTS: Mapping[Form, int] = {Form.MINISTRY: 2, Form.BASE: 2, Form.STATE: 6}
MANNERS: Mapping[Form, int] = {Form.MINISTRY: 11, Form.BASE: 11, Form.STATE: 15}

ALL = "1"
_WHOLE = Column(ALL, "Tổng số")
COLUMNS: Mapping[Form, tuple[Column, ...]] = {
    Form.MINISTRY: (
        _WHOLE, Column("2", "Bằng khen"), Column("3", "Chiến sĩ thi đua cấp bộ, cấp tỉnh"),
        Column("4", "Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"),
        Column("5", "Huy hiệu (kỷ niệm chương) của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"),
    ),
    Form.STATE: (
        _WHOLE, Column("2", "Các loại huân chương, huy chương"), Column("3", "Giải thưởng Hồ Chí Minh"), Column("4", "Giải thưởng Nhà nước"),
        Column("5", "Danh hiệu vinh dự nhà nước"), Column("6", "Cờ thi đua của Chính phủ"), Column("7", "Bằng khen của Thủ tướng Chính phủ"),
        Column("8", "Chiến sĩ thi đua toàn quốc"), Column("9", "Các hình thức khen thưởng khác"),
    ),
    Form.MOVEMENTS: (
        _WHOLE, Column("2", "Cấp Trung ương (Hội đồng Thi đua - Khen thưởng Trung ương)"),
        Column("3", "Cấp bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"), Column("4", "Cơ quan, tổ chức, đơn vị"),
    ),
    Form.BASE: (
        _WHOLE, Column("2", "Giấy khen"), Column("3", "Chiến sĩ thi đua cơ sở"), Column("4", "Lao động tiên tiến"), Column("5", "Tập thể lao động tiên tiến"),
        Column("6", "Công nhận mô hình, việc tốt"), Column("7", "Hình thức khác"),
    ),
}  # fmt: skip
#: Columns of the state's form of which the form wants one for each form of award.
ONE_EACH = frozenset({"2", "5", "9"})
