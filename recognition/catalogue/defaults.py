"""What a new installation starts with: regulations with their clauses and dates, award types, holidays. Data only.

`verified` is True only where the article itself was read in a full text; everything else says «chưa kiểm chứng» on
screen until an administrator confirms it with a paper's number.
"""

from datetime import date
from typing import Any

from recognition.catalogue.terms import (
    AwardKind,
    AwardTypeForm,
    Family,
    Money,
    RecipientKind,
    RegulationForm,
    Track,
)

#: NĐ 152/2025/NĐ-CP: in force from 01/7/2025, lapses on 01/3/2027 (Điều 59, Điều 60(1)).
ND152_FROM, ND152_TO, ND152 = date(2025, 7, 1), date(2027, 2, 28), "152/2025/NĐ-CP"
ND98_FROM, ND98_TO, ND98_LATE = date(2024, 1, 1), date(2025, 6, 30), date(2025, 12, 31)
LAW_FROM = date(2024, 1, 1)
#: From when our own proposals are offered.
OURS_FROM = date(2024, 1, 1)


def _read(key: str, value: Any, clause: str, start: date, end: date | None, paper: str) -> RegulationForm:
    """A value read in the full text of `paper`."""
    return RegulationForm(key, value, clause, start, end, verified=True, confirmed_paper=paper)


def _nd152(key: str, value: Any, article: str) -> RegulationForm:
    return _read(key, value, f"Nghị định 152/2025/NĐ-CP, {article}", ND152_FROM, ND152_TO, ND152)


def _unread(key: str, value: Any, clause: str, start: date = OURS_FROM, end: date | None = None) -> RegulationForm:
    """A value known at second hand, or proposed by us."""
    return RegulationForm(key, value, clause, start, end)


def _threshold(fraction: str, *, strict: bool = False) -> dict[str, Any]:
    return {"base": "members", "fraction": fraction, "strict": strict}


_PROPOSED = "Đề xuất của phần mềm; ngưỡng do bộ, ban, ngành, tỉnh quy định (NĐ 152/2025 Điều 6(2)): cần nhập căn cứ"

_BASE_SALARY = (
    _unread("base_salary", 1_490_000, "Nghị định 38/2019/NĐ-CP", date(2019, 7, 1), date(2023, 6, 30)),
    _unread("base_salary", 1_800_000, "Nghị định 24/2023/NĐ-CP", date(2023, 7, 1), date(2024, 6, 30)),
    _unread("base_salary", 2_340_000, "Nghị định 73/2024/NĐ-CP", date(2024, 7, 1), date(2026, 6, 30)),
    _read("base_salary", 2_530_000, "Nghị định 161/2026/NĐ-CP, Điều 3(2)", date(2026, 7, 1), None, "161/2026/NĐ-CP"),
)

_BONUS = (
    _unread("bonus.rounding", 10_000, "Nghị định 98/2023/NĐ-CP, Điều 53", ND98_FROM, ND98_TO),
    _nd152("bonus.rounding", 10_000, "Điều 49(2): làm tròn số lên hàng chục nghìn đồng"),
    _unread("bonus.factor.collective", 200, "Nghị định 98/2023/NĐ-CP: tập thể gấp hai lần cá nhân", ND98_FROM, ND98_TO),
    _nd152("bonus.factor.collective", 200, "Điều 54(2): tập thể gấp hai lần cá nhân"),
    _unread("bonus.factor.household", 150, "Nghị định 98/2023/NĐ-CP: hộ gia đình gấp 1,5 lần cá nhân", ND98_FROM, ND98_TO),
    _nd152("bonus.factor.household", 150, "Điều 54(3): hộ gia đình gấp 1,5 lần cá nhân"),
    _nd152("bonus.titles_highest_only", True, "Điều 49(5)"),
)

_COUNCIL = (
    _unread("council.quorum", "2/3", _PROPOSED),
    _unread("threshold.cstd_toan_quoc", _threshold("9/10"), "Nghị định 98/2023/NĐ-CP, Điều 30(7)", ND98_FROM, ND98_TO),
    _nd152("threshold.cstd_toan_quoc", _threshold("9/10"), "Điều 33(5): từ 90% tính trên tổng số thành viên"),
    _unread("threshold.co_chinh_phu", _threshold("4/5"), "Nghị định 98/2023/NĐ-CP, Điều 30(7)", ND98_FROM, ND98_TO),
    _nd152("threshold.co_chinh_phu", _threshold("4/5"), "Điều 33(5): từ 80% tính trên tổng số thành viên"),
    _unread("threshold.cstd_tinh", _threshold("9/10"), "Nghị định 98/2023/NĐ-CP, Điều 30(7); dùng đến 31/12/2025 nơi chưa có quy định riêng", ND98_FROM, ND98_LATE),
    _unread("threshold.cstd_tinh", _threshold("9/10"), _PROPOSED, date(2026, 1, 1)),
    _unread("threshold.cstd_co_so", _threshold("4/5"), "Nghị định 98/2023/NĐ-CP, Điều 30(7); dùng đến 31/12/2025 nơi chưa có quy định riêng", ND98_FROM, ND98_LATE),
    _unread("threshold.cstd_co_so", _threshold("4/5"), _PROPOSED, date(2026, 1, 1)),
    _unread("threshold.flag", _threshold("4/5"), "Nghị định 98/2023/NĐ-CP, Điều 30(7); dùng đến 31/12/2025 nơi chưa có quy định riêng", ND98_FROM, ND98_LATE),
    _unread("threshold.flag", _threshold("4/5"), _PROPOSED, date(2026, 1, 1)),
    _unread("threshold.title", _threshold("1/2", strict=True), _PROPOSED),
    _unread("threshold.bang_khen", _threshold("4/5"), _PROPOSED),
    _unread("threshold.giay_khen", _threshold("1/2", strict=True), _PROPOSED),
    _unread("threshold.medal", _threshold("1/2", strict=True), _PROPOSED),
    _unread("threshold.recognition_certificate", _threshold("1/2", strict=True), _PROPOSED),
    _nd152("tie.women_percent", 70, "Điều 4(6): cá nhân nữ hoặc tập thể có tỷ lệ nữ từ 70% trở lên"),
    _unread("model.pass_mark", 75, "Hướng dẫn của một Đảng uỷ Khối; mỗi phong trào tự đặt điểm đạt"),
    _unread("model.silent_days", 90, "Thông lệ của cơ quan, không có văn bản quy định; đề xuất của phần mềm: một quý"),
    _unread("model.notes_required", 0, "Thông lệ của cơ quan, không có văn bản quy định; 0 là không yêu cầu"),
)

_LAW = "Luật Thi đua, khen thưởng 2022"
_ELIGIBILITY = (
    _read("eligibility.one_reward", True, f"{_LAW}, Điều 5: không khen thưởng nhiều lần, nhiều hình thức cho một thành tích đạt được", LAW_FROM, None, "06/2022/QH15"),
    _nd152("eligibility.spot_not_counted", True, "Điều 4(3)"),
    _nd152("eligibility.no_ladder", True, "Điều 4(1)"),
    _nd152("eligibility.hold", True, "Điều 4(4)"),
    _nd152("eligibility.discipline_from_end", True, "Điều 4(4): thành tích tính từ thời điểm chấp hành xong kỷ luật"),
    _nd152("eligibility.maternity_counts", True, "Điều 4(5)"),
    _unread("eligibility.dissolved_unit", True, "Thông tư 15/2025/TT-BNV: không khen thưởng đơn vị đã giải thể", date(2025, 8, 5)),
    _unread("eligibility.no_posthumous_deed", True, "Theo Quy chế «Người tốt, việc tốt» của Hà Nội (QĐ 33/2024/QĐ-UBND); địa phương tự quy định"),
    _unread("eligibility.lawful_enterprise", True, "Theo Quy chế «Người tốt, việc tốt» của Hà Nội (QĐ 33/2024/QĐ-UBND); địa phương tự quy định"),
    _unread("eligibility.opinion_of_own_unit", True, "Theo Quy chế «Người tốt, việc tốt» của Hà Nội (QĐ 33/2024/QĐ-UBND); địa phương tự quy định"),
    _unread("eligibility.months_between", 0, "Theo quy chế của từng cơ quan; 0 là không đặt khoảng cách"),
    _unread("eligibility.all_round_or_thematic", True, "Hướng dẫn 1217/HD-TLĐ năm 2016 (công đoàn)"),
)

_DEADLINES = (
    _unread("deadline.screening", 10, "Đề xuất của phần mềm; thời hạn xét giấy khen do bộ, ban, ngành, tỉnh quy định (NĐ 152/2025 Điều 6(2))"),
    _nd152("deadline.return", 10, "Điều 35(4): trả lại hồ sơ không đủ điều kiện (khen thưởng cấp Nhà nước)"),
    _nd152("deadline.opinion", 10, "Điều 34(6)"),
    _unread("deadline.spot", 10, "Đề xuất của phần mềm; Luật chỉ yêu cầu kịp thời (Điều 5)"),
    _read("deadline.publicity", 5, "Luật Thực hiện dân chủ ở cơ sở 2022, Điều 47(2)", date(2023, 7, 1), None, "10/2022/QH15"),
    _read("publicity.days", 20, "Luật Thực hiện dân chủ ở cơ sở 2022, Điều 48: ít nhất 20 ngày liên tục", date(2023, 7, 1), None, "10/2022/QH15"),
    _nd152("revocation.return", 15, "Điều 58(2)"),
    _unread("commendation.thematic", False, "Luật 06/2026/QH16, hiệu lực 01/10/2026: chưa đọc được toàn văn", date(2026, 10, 1)),
)

_OFFICE = (
    _unread("bin.days", 30, "Thông lệ của cơ quan, không có văn bản quy định; đề xuất của phần mềm"),
    _unread("statistics.closing", "14/12", "Thông tư 2/2023/TT-BNV nhận báo cáo ngày 15/12 năm báo cáo; chưa đọc được điều về kỳ số liệu, ngày chốt là đề xuất của phần mềm"),
    _unread("statistics.forms", True, "Biểu theo Thông tư 2/2023/TT-BNV ngày 23/3/2023, xem qua phần mềm của một tỉnh, chưa đối chiếu bản chính; Thông tư 18/2025/TT-BNV ngày 08/10/2025 cũng quy định chế độ báo cáo thống kê ngành Nội vụ mà chưa đọc được biểu. Anh/chị đối chiếu trước khi gửi"),
)

REGULATIONS: tuple[RegulationForm, ...] = (*_BASE_SALARY, *_BONUS, *_COUNCIL, *_ELIGIBILITY, *_DEADLINES, *_OFFICE)

_ONE = frozenset({RecipientKind.INDIVIDUAL})
_GROUP = frozenset({RecipientKind.COLLECTIVE})
_BOTH = _ONE | _GROUP
_ALL = frozenset(RecipientKind)
_USUAL = ("submission", "achievement_report", "review_minutes")
_MODEL = ("submission", "model_file", "review_minutes")

#: Ceremony levels: the higher the earlier (NĐ 152/2025 Đ29(5)).
GOVERNMENT, PROVINCE, UPPER, BASE, RECOGNISED = 50, 40, 30, 20, 10


def _title(code: str, name: str, level: int, position: int, who: frozenset[RecipientKind], coefficient: int, authority: str,
           family: Family = Family.TITLE, track: Track = Track.STATE) -> AwardTypeForm:
    """A title with its own coefficient (NĐ 152/2025 Đ50): no factor for collectives."""
    dossier = (*_USUAL, "initiative_proof") if code.split(".")[1].startswith("cstd") else _USUAL
    return AwardTypeForm(
        code, name, "Nghị định 152/2025/NĐ-CP, Điều 50", family, AwardKind.TITLE, track, level, position, authority, who,
        Money.COEFFICIENT, coefficient=coefficient, multiplied=False, dossier=dossier, from_date=LAW_FROM, to_date=ND152_TO, verified=True, confirmed_paper=ND152,
    )


def _form(code: str, name: str, level: int, who: frozenset[RecipientKind], coefficient: int, authority: str, family: Family,
          track: Track = Track.STATE, article: str = "Điều 54(1), Điều 54(2), Điều 54(3)") -> AwardTypeForm:
    """A form of the state's rules: collectives twice, households one and a half (NĐ 152/2025 Đ54)."""
    return AwardTypeForm(
        code, name, f"Nghị định 152/2025/NĐ-CP, {article}", family, AwardKind.FORM, track, level, 0, authority, who,
        Money.COEFFICIENT, coefficient=coefficient, multiplied=True, dossier=_USUAL, from_date=LAW_FROM, to_date=ND152_TO, verified=True, confirmed_paper=ND152,
    )


_HD56 = "Hướng dẫn 56-HD/VPTW năm 2015, điều chỉnh theo Công văn 19780-CV/VPTW ngày 29/12/2025"
_PARTY_FROM = date(2015, 10, 27)


def _party(code: str, name: str, level: int, position: int, who: frozenset[RecipientKind], coefficient: int, authority: str,
           family: Family = Family.GIAY_KHEN, *, multiplied: bool = False) -> AwardTypeForm:
    return AwardTypeForm(
        f"party.{code}", name, _HD56, family, AwardKind.FORM, Track.PARTY, level, position, authority, who,
        Money.COEFFICIENT, coefficient=coefficient, multiplied=multiplied, dossier=_USUAL, from_date=_PARTY_FROM,
    )


_BTV = "Ban Thường vụ cấp uỷ cấp trên trực tiếp"
_PARTY = (
    _party("giay_khen", "Giấy khen", UPPER, 0, _ALL, 30, _BTV, multiplied=True),
    _party("giay_khen_nam_tcd", "Giấy khen tổ chức cơ sở đảng tiêu biểu trong năm", UPPER, 1, _GROUP, 200, _BTV),
    _party("giay_khen_5_nam_chi_bo", "Giấy khen chi bộ 5 năm liền", UPPER, 2, _GROUP, 150, _BTV),
    _party("giay_khen_5_nam_dang_vien", "Giấy khen đảng viên 5 năm liền", UPPER, 3, _ONE, 100, _BTV),
    _party("giay_khen_nam_chi_bo", "Giấy khen chi bộ tiêu biểu trong năm", BASE, 1, _GROUP, 60, "Đảng uỷ cơ sở"),
    _party("giay_khen_nam_dang_vien", "Giấy khen đảng viên trong năm", BASE, 2, _ONE, 30, "Đảng uỷ cơ sở, chi bộ cơ sở"),
    _party("co_5_nam", "Cờ tổ chức cơ sở đảng 5 năm liền", PROVINCE, 1, _GROUP, 800, "Ban Thường vụ Tỉnh uỷ", Family.FLAG),
    _party("bang_khen_5_nam_tcd", "Bằng khen tổ chức cơ sở đảng 5 năm liền", PROVINCE, 2, _GROUP, 500, "Ban Thường vụ Tỉnh uỷ", Family.BANG_KHEN),
    _party("bang_khen_5_nam_chi_bo", "Bằng khen chi bộ 5 năm liền", PROVINCE, 3, _GROUP, 200, "Ban Thường vụ Tỉnh uỷ", Family.BANG_KHEN),
    _party("bang_khen_dang_vien", "Bằng khen đảng viên", PROVINCE, 4, _ONE, 150, "Ban Thường vụ Tỉnh uỷ", Family.BANG_KHEN),
    _party("ky_niem_chuong", "Kỷ niệm chương của ngành", PROVINCE, 5, _ONE, 60, "Cơ quan đặt ra kỷ niệm chương", Family.MEDAL),
)

_HEAD = "Thủ trưởng cơ quan, đơn vị có tư cách pháp nhân"
_CHAIR = "Bộ trưởng, Chủ tịch Uỷ ban nhân dân tỉnh"
_STATE = (
    _title("state.cstd_toan_quoc", "Chiến sĩ thi đua toàn quốc", GOVERNMENT, 1, _ONE, 450, "Thủ tướng Chính phủ"),
    _title("state.co_chinh_phu", "Cờ thi đua của Chính phủ", GOVERNMENT, 2, _GROUP, 1200, "Chính phủ", Family.FLAG),
    _form("state.bang_khen_thu_tuong", "Bằng khen của Thủ tướng Chính phủ", GOVERNMENT, _ALL, 350, "Thủ tướng Chính phủ", Family.BANG_KHEN),
    _title("state.co_tinh", "Cờ thi đua cấp bộ, ban, ngành, tỉnh", PROVINCE, 1, _GROUP, 800, _CHAIR, Family.FLAG),
    _title("state.cstd_tinh", "Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh", PROVINCE, 2, _ONE, 300, _CHAIR),
    _title("state.tt_ldxs", "Tập thể lao động xuất sắc", PROVINCE, 3, _GROUP, 150, _CHAIR),
    _title("state.xa_tieu_bieu", "Xã, phường, đặc khu tiêu biểu", PROVINCE, 4, _GROUP, 200, "Chủ tịch Uỷ ban nhân dân tỉnh"),
    _form("state.bang_khen", "Bằng khen cấp bộ, ban, ngành, tỉnh", PROVINCE, _ALL, 150, _CHAIR, Family.BANG_KHEN),
    _form("state.ky_niem_chuong", "Kỷ niệm chương", PROVINCE, _ONE, 60, "Cơ quan đặt ra kỷ niệm chương", Family.MEDAL, article="Điều 54(1): không quá 0,6"),
    _title("state.cstd_co_so", "Chiến sĩ thi đua cơ sở", BASE, 1, _ONE, 100, _HEAD),
    _title("state.tt_ldtt", "Tập thể lao động tiên tiến", BASE, 2, _GROUP, 80, _HEAD),
    _title("state.thon_van_hoa", "Thôn, tổ dân phố văn hoá", BASE, 3, _GROUP, 150, "Chủ tịch Uỷ ban nhân dân xã"),
    _title("state.ldtt", "Lao động tiên tiến", BASE, 4, _ONE, 30, _HEAD),
    _form("state.giay_khen", "Giấy khen", BASE, _ALL, 30, f"{_HEAD}; Chủ tịch Uỷ ban nhân dân xã", Family.GIAY_KHEN),
)

_BOSS = "Giám đốc, Tổng giám đốc doanh nghiệp"
_ENTERPRISE = (
    _title("enterprise.cstd_co_so", "Chiến sĩ thi đua cơ sở", BASE, 1, _ONE, 100, _BOSS, track=Track.ENTERPRISE),
    _title("enterprise.tt_ldtt", "Tập thể lao động tiên tiến", BASE, 2, _GROUP, 80, _BOSS, track=Track.ENTERPRISE),
    _title("enterprise.ldtt", "Lao động tiên tiến", BASE, 4, _ONE, 30, _BOSS, track=Track.ENTERPRISE),
    _form("enterprise.giay_khen", "Giấy khen", BASE, _ALL, 30, f"{_BOSS}; Chủ tịch HĐQT, HĐTV", Family.GIAY_KHEN, Track.ENTERPRISE),
)

_TLD = "Quy chế khen thưởng theo QĐ 999/QĐ-TLĐ ngày 29/5/2024: chưa đọc được bảng mức thưởng, cần nhập theo văn bản"
_UNION = (
    AwardTypeForm("union.giay_khen", "Giấy khen", _TLD, Family.GIAY_KHEN, AwardKind.FORM, Track.UNION, BASE, 0,
                  "Ban Chấp hành công đoàn", _BOTH, Money.NONE, dossier=_USUAL, from_date=date(2024, 5, 29)),
    AwardTypeForm("union.bang_khen", "Bằng khen", _TLD, Family.BANG_KHEN, AwardKind.FORM, Track.UNION, PROVINCE, 0,
                  "Ban Chấp hành Liên đoàn Lao động tỉnh", _BOTH, Money.NONE, dossier=_USUAL, from_date=date(2024, 5, 29)),
)

_ANY = (
    AwardTypeForm("any.giay_chung_nhan", "Giấy chứng nhận mô hình «Dân vận khéo»", "Theo hướng dẫn phong trào «Dân vận khéo» của cấp uỷ",
                  Family.RECOGNITION_CERTIFICATE, AwardKind.RECOGNITION, Track.ANY, RECOGNISED, 0, "Cơ quan phát động phong trào",
                  _BOTH, Money.NONE, dossier=_MODEL, from_date=LAW_FROM),
)

AWARD_TYPES: tuple[AwardTypeForm, ...] = (*_PARTY, *_STATE, *_ENTERPRISE, *_UNION, *_ANY)
