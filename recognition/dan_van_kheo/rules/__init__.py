"""What makes a registration and a yearly report right. Plain values in, sentences out."""

from collections.abc import Iterable

from recognition.catalogue.terms import RecipientKind
from recognition.dan_van_kheo.terms import Figure, Measure, ModelInput, Owner, ReportInput
from recognition.hall.lengths import too_long
from vietnamese import numbers, text

#: The nine compulsory boxes of the form in use in 2026 (công văn 249/MTTQ-BTT, Thanh Khê, Đà Nẵng), the seventh in two parts on paper.
BOXES: dict[str, str] = {
    "name": "1. Tên mô hình",
    "situation": "2. Thực trạng, lý do",
    "aims": "3. Mục tiêu, tiêu chí",
    "content": "4. Nội dung, cách thức",
    "area": "5. Địa bàn, đối tượng",
    "forces": "6. Lực lượng thực hiện",
    "schedule": "7a. Thời gian thực hiện",
    "resources": "7b. Nguồn lực",
    "results": "8. Sản phẩm, kết quả đầu ra",
    "spread": "9. Khả năng duy trì, nhân rộng",
}
NAME_LENGTH, BOX_LENGTH, CONTACT_LENGTH, LEVEL_LENGTH = 200, 5_000, 200, 100
REPORT_LENGTH, REASON_LENGTH, UNIT_LENGTH, ABOUT_LENGTH = 10_000, 1_000, 30, 200
#: A bonus on top of a hundred is possible; nobody gives more than this.
TOP_SCORE = 120_00
LARGEST = 10**15


def check_registration(data: ModelInput) -> dict[str, str]:
    """Every box is filled and within its length; the model has a field and an owner of the right kind."""
    wrong: dict[str, str] = {}
    for name, label in BOXES.items():
        value, what = text.clean(getattr(data, name)), label.split(". ", 1)[1]
        if not value:
            wrong[name] = f"Anh/chị điền mục «{what}»."
        sentence = too_long(value, NAME_LENGTH if name == "name" else BOX_LENGTH, f"Mục «{what}»")
        if sentence:
            wrong[name] = sentence
    for name, limit, what in (("contact", CONTACT_LENGTH, "Người phụ trách"), ("level", LEVEL_LENGTH, "Cấp đăng ký")):
        sentence = too_long(getattr(data, name), limit, what)
        if sentence:
            wrong[name] = sentence
    if data.field is None:
        wrong["field"] = "Anh/chị chọn lĩnh vực của mô hình."
    wrong |= _check_owner(data)
    return wrong


def _check_owner(data: ModelInput) -> dict[str, str]:
    nominee = data.nominee
    if data.owner is Owner.INDIVIDUAL:
        known = nominee is not None and nominee.kind is RecipientKind.INDIVIDUAL and (nominee.person_id or nominee.recipient_id)
        return {} if known else {"nominee": "Anh/chị chọn người là điển hình cá nhân."}
    known = nominee is not None and nominee.kind is RecipientKind.COLLECTIVE and (nominee.unit_id or nominee.recipient_id)
    return {} if known else {"nominee": "Anh/chị chọn tập thể thực hiện mô hình."}


def check_report(data: ReportInput) -> dict[str, str]:
    """A report says what was done, with figures above nothing and the unit's own score."""
    wrong: dict[str, str] = {}
    if not text.clean(data.report):
        wrong["report"] = "Anh/chị nêu kết quả thực hiện trong năm."
    sentence = too_long(data.report, REPORT_LENGTH, "Báo cáo")
    if sentence:
        wrong["report"] = sentence
    if data.self_score is None:
        wrong["self_score"] = "Anh/chị nhập điểm tự chấm. Không điểm thì ghi 0."
    elif not 0 <= data.self_score <= TOP_SCORE:
        wrong["self_score"] = "Điểm tự chấm từ 0 đến 100, cộng điểm thưởng nhiều nhất đến 120."
    wrong |= check_figures(data.figures)
    return wrong


def check_figures(figures: Iterable[Figure]) -> dict[str, str]:
    """Each figure is named, counted in a unit, not below nothing, and stands once for one work."""
    seen: set[tuple[str, str]] = set()
    for number, figure in enumerate(figures, start=1):
        name = text.clean(figure.label)
        if not name:
            return {"figures": f"Chỉ số thứ {number} chưa có tên. Anh/chị điền hoặc bỏ dòng này."}
        key = (text.search_key(name), text.search_key(figure.about))
        if key in seen:
            return {"figures": f"Chỉ số «{name}» có hai lần. Anh/chị gộp lại, hoặc ghi mỗi số của việc nào, ở đâu."}
        if sentence := too_long(figure.about, ABOUT_LENGTH, f"Việc, nơi của «{name}»"):
            return {"figures": sentence}
        if not text.clean(figure.unit) or len(figure.unit) > UNIT_LENGTH:
            return {"figures": f"Chỉ số «{name}» cần đơn vị tính ngắn gọn, ví dụ hộ, m², đồng."}
        if not 0 <= figure.amount <= LARGEST:
            return {"figures": f"Số lượng của «{name}» phải từ 0 trở lên và không quá lớn."}
        if figure.measure not in (Measure.MONEY, Measure.LAND, Measure.LABOUR, Measure.OTHER) and figure.amount % 100:
            return {"figures": f"Số lượng của «{name}» là số nguyên."}
        seen.add(key)
    return {}


def check_score(self_score: int | None, checked: int | None, reason: str) -> dict[str, str]:
    """The level above gives its own score; a difference from the unit's needs a reason, as score sheets of dân vận ask."""
    if checked is None:
        return {"checked_score": "Anh/chị nhập điểm thẩm định. Không điểm thì ghi 0."}
    if not 0 <= checked <= TOP_SCORE:
        return {"checked_score": "Điểm thẩm định từ 0 đến 100, cộng điểm thưởng nhiều nhất đến 120."}
    if checked != self_score and not text.clean(reason):
        return {"check_reason": "Điểm thẩm định khác điểm tự chấm. Anh/chị ghi lý do chênh lệch."}
    sentence = too_long(reason, REASON_LENGTH, "Lý do chênh lệch")
    return {"check_reason": sentence} if sentence else {}


def check_reason(reason: str, missing: str) -> dict[str, str]:
    """Why something ends or is taken back: a sentence, kept whole; `missing` is said where there is none."""
    if not text.clean(reason):
        return {"reason": missing}
    sentence = too_long(text.clean(reason), REASON_LENGTH, "Lý do")
    return {"reason": sentence} if sentence else {}


def check_pass_mark(checked: int | None, pass_mark: int) -> dict[str, str]:
    """Recognised only when the checked score reaches the campaign's pass mark, in whole points."""
    if checked is not None and checked >= pass_mark * 100:
        return {}
    return {"checked_score": f"Điểm thẩm định {points(checked)} chưa đạt mức {pass_mark} điểm của phong trào nên chưa công nhận được."}


def points(score: int | None) -> str:
    """Hundredths of a point as people write them: 8750 → 87,5."""
    return "chưa có" if score is None else numbers.decimal(score)


def parse_points(typed: str) -> int:
    """A score as typed (87,5) in hundredths. Raises ValueError with the sentence."""
    found = parse_amount(typed)
    if found > TOP_SCORE:
        raise ValueError("Điểm từ 0 đến 100, cộng điểm thưởng nhiều nhất đến 120.")
    return found


def parse_amount(typed: str) -> int:
    """A figure as typed (1.234,5) in hundredths. Raises ValueError with the sentence."""
    unread = ValueError(f"{text.quoted(typed)} chưa đọc được. Anh/chị viết số như 87,5 hoặc 1.234,5, nhiều nhất hai chữ số sau dấu phẩy.")
    whole, comma, part = text.clean(typed).replace(" ", "").partition(",")
    if comma and not (part.isascii() and part.isdigit() and len(part) <= 2):
        raise unread
    try:
        found = numbers.parse_integer(whole if whole or not comma else "0") * 100 + int(part.ljust(2, "0") or 0 if comma else 0)
    except ValueError:
        raise unread from None
    if found < 0:
        raise ValueError("Số lượng không âm. Anh/chị xem lại.")
    return found


def amount(figure: Figure) -> str:
    """A figure's number with its unit: 2.100 m²."""
    return f"{numbers.decimal(figure.amount)} {figure.unit}"


def written(figure: Figure) -> str:
    """A figure in one line: Đất hiến (đường thôn Đông): 2.100 m²."""
    return f"{figure.titled}: {amount(figure)}"


def achievement(report: str, figures: Iterable[Figure]) -> str:
    """The achievement of a nomination of a model's year: the report, then its figures."""
    lines = [f"- {written(figure)}" for figure in figures]
    return "\n".join([report, *(["", "Số liệu chính:", *lines] if lines else [])])
