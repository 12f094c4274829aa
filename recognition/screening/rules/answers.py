"""The names and clauses of the rules, and the answers that they give."""

from recognition.screening.terms import Check, Outcome

#: rule → (clause, read in a full text). `REGULATIONS` names what goes before this.
CLAUSES: dict[str, tuple[str, bool]] = {
    "dossier": ("Hồ sơ khen thưởng · Luật Thi đua, khen thưởng 2022, Điều 84; số bộ và thời hạn do cơ quan quy định", False),
    "endorsed": ("Cấp uỷ, lãnh đạo đơn vị xác nhận trước khi gửi · quy chế của đơn vị", True),
    "deadline": ("Thời hạn nhận hồ sơ · kế hoạch của phong trào", True),
    "period": ("Thành tích trong thời gian của phong trào · kế hoạch của phong trào", True),
    "once": ("Không khen nhiều lần, nhiều hình thức cho một thành tích · Luật Thi đua, khen thưởng 2022, Điều 5", True),
    "elsewhere": ("Không khen nhiều lần cho một thành tích · Luật Thi đua, khen thưởng 2022, Điều 5", True),
    "same_year": ("Khen toàn diện và chuyên đề của cùng một cấp trong năm · quy chế của từng tổ chức", False),
    "discipline": ("Thành tích tính từ khi chấp hành xong kỷ luật · Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4", True),
    "hold": ("Chưa xét khi đang kiểm tra, xác minh · Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4", True),
    "dissolved": ("Không khen tập thể đã giải thể · Thông tư 15/2025/TT-BNV", True),
    "told": ("Người được đề nghị đã biết và đồng ý · Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15", False),
    "posthumous": ("Gương người tốt, việc tốt không xét truy tặng · quy chế người tốt, việc tốt của địa phương", False),
    "enterprise": ("Người đứng đầu doanh nghiệp: doanh nghiệp chấp hành pháp luật · quy chế người tốt, việc tốt của địa phương", False),
    "opinion": ("Người của đơn vị khác: lấy ý kiến đơn vị quản lý · Nghị định 152/2025/NĐ-CP, Điều 34 khoản 6", False),
    "interval": ("Khoảng cách giữa hai lần khen cùng hình thức · quy chế của cơ quan; tính từ thời gian lập thành tích lần trước (Nghị định 152/2025/NĐ-CP, Điều 33 khoản 7)", False),
    "counting": ("Khen đột xuất, chuyên đề không làm căn cứ khen công trạng · Nghị định 152/2025/NĐ-CP, Điều 4 khoản 3", True),
    "picture": ("Một ảnh không minh chứng cho hai thành tích · Luật Thi đua, khen thưởng 2022, Điều 5", True),
    "score": ("Đạt mức điểm của phong trào sau khi chấm · kế hoạch của phong trào", True),
    "authority": ("Đúng thẩm quyền và đối tượng của hình thức khen · danh mục khen thưởng", True),
}

#: Rules whose clause and standing are dated data; the catalogue's words go before those above.
REGULATIONS = {
    "once": "eligibility.one_reward",
    "hold": "eligibility.hold",
    "discipline": "eligibility.discipline_from_end",
    "dissolved": "eligibility.dissolved_unit",
    "same_year": "eligibility.all_round_or_thematic",
    "posthumous": "eligibility.no_posthumous_deed",
    "enterprise": "eligibility.lawful_enterprise",
    "opinion": "eligibility.opinion_of_own_unit",
    "interval": "eligibility.months_between",
    "counting": "eligibility.spot_not_counted",
}

#: Rules that a secretary may settle with a reason; the others must be mended.
OVERRIDABLE = frozenset({"dossier", "deadline", "period", "same_year", "told", "elsewhere", "endorsed", "enterprise", "opinion", "interval", "counting", "picture"})


def check(rule: str, outcome: Outcome, sentence: str, *, evidence: str = "", mend: str = "") -> Check:
    """A rule's answer with its clause."""
    clause, verified = CLAUSES[rule]
    return Check(rule, outcome, sentence, clause, evidence, mend, verified)


def passed(rule: str, sentence: str, evidence: str = "") -> Check:
    """Nothing stands in the way."""
    return check(rule, Outcome.PASS, sentence, evidence=evidence)


def not_asked(rule: str) -> Check:
    """The organ's own rules do not set this condition on the day."""
    return passed(rule, "Quy định của ngày xét không đặt điều kiện này")
