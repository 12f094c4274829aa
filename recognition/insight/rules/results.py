"""What a unit is told of each case, from the record alone. Of a ballot only passed or not passed, never a count."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from uuid import UUID

from recognition.hall.words import State
from recognition.insight.terms.results import Lack, Letter, Outcome, Told, UnitCases
from vietnamese import dates

#: A criterion is a strong or a weak one from these shares of its most points; at most so many are named.
STRONG, WEAK, MOST = Fraction(4, 5), Fraction(7, 10), 2

#: rule → (what was missing, what helps next year), in the words of the unit, not of the secretary.
SAID: dict[str, tuple[str, str]] = {
    "dossier": ("Chưa đủ giấy tờ của hồ sơ", "Gửi đủ tờ trình, báo cáo và tóm tắt thành tích ngay từ đầu"),
    "endorsed": ("Chưa có xác nhận của cấp uỷ, lãnh đạo đơn vị", "Xin cấp uỷ, lãnh đạo đơn vị xác nhận trước khi gửi"),
    "deadline": ("Gửi sau thời hạn nhận hồ sơ", "Ghi thời hạn vào lịch của đơn vị và gửi sớm hơn"),
    "period": ("Thành tích ngoài thời gian của phong trào", "Chọn thành tích lập trong thời gian của phong trào"),
    "once": ("Thành tích này đã được khen", "Giới thiệu một thành tích chưa được khen"),
    "same_year": ("Trong năm đã được cùng cấp khen loại khác", "Chọn một loại khen trong năm, hoặc đề nghị vào năm sau"),
    "interval": ("Chưa đủ thời gian từ lần khen cùng hình thức", "Đợi đủ thời gian, hoặc đề nghị hình thức khác"),
    "counting": ("Báo cáo dựa vào lần khen đột xuất, chuyên đề", "Nêu thành tích khác, không lấy khen đột xuất, chuyên đề làm căn cứ"),
    "posthumous": ("Gương người tốt, việc tốt không xét truy tặng", "Lập hồ sơ thành tích, đề nghị hình thức phù hợp"),
    "told": ("Chưa rõ người được đề nghị đã biết và đồng ý", "Báo trước và ghi lại ý kiến của người được đề nghị"),
    "dissolved": ("Tập thể đã kết thúc hoạt động", "Đơn vị tiếp nhận giới thiệu cá nhân, tập thể theo tên mới"),
    "score": ("Điểm chấm chưa đạt mức của phong trào", "Bổ sung kết quả có số liệu, có người xác nhận"),
    "authority": ("Hình thức khen không đúng đối tượng, thẩm quyền", "Xem danh mục khen thưởng rồi chọn hình thức phù hợp"),
}
#: Conditions about a person's own affairs or about another unit's case: not for a paper that goes round.
PRIVATE = "Có điều kiện cần trao đổi riêng"
PRIVATE_HINT = "Liên hệ thư ký để được trao đổi trực tiếp"

_WAITING = {
    State.ENDORSED: "Đã tới thường trực Hội đồng, chờ tiếp nhận",
    State.ACCEPTED: "Đang thẩm định",
    State.SHORTLISTED: "Đã thẩm định, vào danh sách trình Hội đồng",
    State.ON_AGENDA: "Đã thẩm định, trong chương trình họp Hội đồng",
    State.FORWARDED: "Đã chuyển cấp trên xét",
}
#: What helps where the record names nothing in particular.
_ELSE = {
    State.FAILED: "Nêu rõ hơn kết quả, số người được lợi và người làm chứng",
    State.RETURNED: "Sửa theo lý do đã ghi rồi gửi lại khi phong trào còn nhận hồ sơ",
}
NO_DECISION = "Chưa có quyết định"
#: States in which somebody has said the last word: only then is there a hint.
FINAL = frozenset({State.RETURNED, State.REFUSED, State.FAILED, State.NOT_APPROVED, State.AWARDED})


def told(case: Outcome) -> Told:
    """One row: how far the case came and what became of it; what counted, what was missing, what helps next year."""
    name = f"{case.recipient}: {case.title}" if case.title else case.recipient
    if case.state not in FINAL:
        return Told(name, result(case))
    return Told(name, result(case), counted(case), missing(case), hint(case))


def result(case: Outcome) -> str:
    """How far the case came, and its result with the recorded reason."""
    met = f"Hội đồng đã xét ngày {dates.short(case.met_on)}" if case.met_on else ""
    why = " ".join(case.reasons)
    match case.state:
        case State.AWARDED:
            return _sentences(met, _given(case))
        case State.PASSED:
            return _sentences(met, "Đạt", NO_DECISION)
        case State.FAILED:
            return _sentences(met or "Hội đồng đã xét", "Không đạt")
        case State.NOT_APPROVED:
            return _sentences(met, "Cấp có thẩm quyền không duyệt", why)
        case State.REFUSED:
            return _sentences("Đã thẩm định", "Không nhận xét khen", why)
        case State.RETURNED:
            return _sentences("Trả lại để sửa, chưa gửi lại", why)
        case State.WITHDRAWN:
            return "Đơn vị đã rút hồ sơ."
        case _:
            return _sentences(_WAITING.get(case.state, case.state.label), NO_DECISION)


def _given(case: Outcome) -> str:
    if case.given is None:
        return "Đã khen"
    by = f"Quyết định số {case.given.number_text} ngày {dates.short(case.given.decided_on)}"
    return f"Được tặng {case.given.award}, {by}" if case.given.in_force else f"Khen thưởng theo {by} đã bị thu hồi"


def counted(case: Outcome) -> str:
    """The criteria that the reviewers valued most."""
    strong = sorted((one for one in case.shares if one.share >= STRONG), key=lambda one: -one.share)[:MOST]
    return _sentences(*(f"Tiêu chí «{one.criterion}»" for one in strong))


def missing(case: Outcome) -> str:
    """The conditions that were open, each with its clause; private ones only in general."""
    said = [f"{SAID[lack.rule][0]} ({lack.clause})" for lack in _named(case)]
    return _sentences(*said, *([PRIVATE] if _private(case) else []))


def hint(case: Outcome) -> str:
    """What would help next year: from the open conditions and the weakest criteria."""
    mended = [SAID[lack.rule][1] for lack in _named(case)]
    weak = sorted((one for one in case.shares if one.share < WEAK), key=lambda one: one.share)[:MOST]
    found = [*mended, *([PRIVATE_HINT] if _private(case) else []), *(f"Làm rõ hơn tiêu chí «{one.criterion}»" for one in weak)]
    return _sentences(*(found or [_ELSE.get(case.state, "")]))


def _named(case: Outcome) -> list[Lack]:
    """Conditions that may stand on a paper; a rewarded case lacked none."""
    return [] if case.state is State.AWARDED else [lack for lack in case.lacks if lack.rule in SAID]


def _private(case: Outcome) -> bool:
    """Whether something stopped the case of which the paper does not speak; what was let pass later stopped nothing."""
    return case.state in (State.RETURNED, State.REFUSED) and any(lack.rule not in SAID for lack in case.lacks)


def _sentences(*said: str) -> str:
    return " ".join(f"{one.rstrip(' .')}." for one in said if one)


def letter(unit: UnitCases, campaign: str, issuer_id: UUID, cases: Sequence[Outcome], decided: bool, today: date) -> Letter:
    """The letter of one unit; says so when the campaign has no decision yet, or the unit is no more."""
    said = []
    if unit.ended_on is not None:
        said.append(f"{unit.name} đã kết thúc hoạt động từ {dates.long(unit.ended_on)}; thông báo này ghi tên của đơn vị khi đề nghị.")
    if not decided:
        said.append(f"Đến {dates.long(today)}, phong trào này chưa có quyết định khen thưởng. Dưới đây là bước mà từng hồ sơ đã qua.")
    return Letter(unit, campaign, issuer_id, tuple(said), tuple(told(case) for case in cases))
