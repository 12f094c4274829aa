"""What a covenant, its signing and its closing must hold. Plain values in, sentences out.

Nothing here is law: no text in force was found that fixes a covenant's form, its targets or its points. They are whatever was typed;
these rules only keep a text whole, and fixed once it was offered.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from recognition.campaigns.rules import check_period
from recognition.covenants.rules.reading import read_wanted, unreadable
from recognition.covenants.terms import (
    Covenant,
    CovenantInput,
    Party,
    Post,
    ReportState,
    SignedInput,
    State,
    TargetInput,
)
from recognition.hall.lengths import too_long
from vietnamese import dates, numbers, text

NAME_LENGTH, LINE_LENGTH, CONTENT_LENGTH, REASON_LENGTH = 200, 300, 10_000, 2_000
FEWEST_PARTIES, MOST_PARTIES, MOST_TARGETS, MOST_POINTS = 2, 100, 60, 1_000
#: A habit, not a regulation: a report is asked for from so many days before its last day.
ASKED_DAYS = 30


def check(data: CovenantInput) -> dict[str, str]:
    """What is wrong with a covenant as typed, field by field."""
    wrong: dict[str, str] = {}
    if data.issuer_id is None:
        wrong["issuer_id"] = "Anh/chị chọn cơ quan theo dõi giao ước."
    if not text.clean(data.name):
        wrong["name"] = "Anh/chị nhập tên giao ước."
    wrong |= check_period(data.from_date, data.to_date)
    wrong |= _check_days(data)
    wrong |= _check_parties(data)
    wrong |= check_targets(data.targets)
    for field, value, limit, what in (
        ("name", data.name, NAME_LENGTH, "Tên giao ước"), ("cluster", data.cluster, LINE_LENGTH, "Tên cụm, khối"), ("place", data.place, LINE_LENGTH, "Nơi ký"),
        ("content", data.content, CONTENT_LENGTH, "Nội dung giao ước"),
    ):  # fmt: skip
        if sentence := too_long(value, limit, what):
            wrong[field] = sentence
    return wrong


def _check_days(data: CovenantInput) -> dict[str, str]:
    """The report is due in the period or after it; the signing may come before the period or in it, not after it."""
    if data.from_date is None or data.to_date is None:
        return {}
    wrong: dict[str, str] = {}
    if data.report_by is not None and data.report_by < data.from_date:
        wrong["report_by"] = f"Hạn báo cáo {dates.short(data.report_by)} trước ngày bắt đầu {dates.short(data.from_date)}. Anh/chị xem lại hai ngày."
    if data.signed_on is not None and data.signed_on > data.to_date:
        wrong["signed_on"] = f"Ngày ký {dates.short(data.signed_on)} sau ngày kết thúc {dates.short(data.to_date)}. Anh/chị xem lại hai ngày."
    return wrong


def _check_parties(data: CovenantInput) -> dict[str, str]:
    wrong: dict[str, str] = {}
    number = len(set(data.units))
    if number < FEWEST_PARTIES:
        wrong["units"] = "Giao ước là lời hứa giữa các đơn vị nên cần ít nhất hai đơn vị. Anh/chị chọn thêm."
    if number > MOST_PARTIES:
        wrong["units"] = f"Giao ước có {number} đơn vị, nhiều nhất là {MOST_PARTIES}. Anh/chị chia thành nhiều cụm, khối."
    if data.head is not None and data.head not in data.units:
        wrong["head"] = "Đơn vị trưởng không có trong các đơn vị ký. Anh/chị chọn lại."
    if not set(data.deputies) <= set(data.units):
        wrong["deputies"] = "Có đơn vị phó trưởng không nằm trong các đơn vị ký. Anh/chị chọn lại."
    if data.head is not None and data.head in data.deputies:
        wrong["deputies"] = "Một đơn vị không vừa là trưởng vừa là phó trưởng. Anh/chị chọn lại."
    return wrong


def check_targets(targets: Iterable[TargetInput]) -> dict[str, str]:
    """Each target has a name of its own, a number or words that are wanted, and whole points where it has any."""
    seen: set[str] = set()
    number = 0
    for number, target in enumerate(targets, 1):
        name = text.clean(target.name)
        if not name:
            return {"targets": f"Chỉ tiêu thứ {number} chưa có tên. Anh/chị điền hoặc bỏ dòng này."}
        if text.search_key(name) in seen:
            return {"targets": f"Chỉ tiêu {text.quoted(name)} có hai lần. Anh/chị bỏ bớt một dòng."}
        if sentence := _check_target(target, name):
            return {"targets": sentence}
        seen.add(text.search_key(name))
    if not number:
        return {"targets": "Anh/chị ghi ít nhất một chỉ tiêu."}
    if number > MOST_TARGETS:
        return {"targets": f"Giao ước có {number} chỉ tiêu, nhiều nhất là {MOST_TARGETS}. Anh/chị gộp bớt."}
    return {}


def _check_target(target: TargetInput, name: str) -> str | None:
    if not text.clean(target.wanted):
        return f"Chỉ tiêu {text.quoted(name)} chưa có mức phấn đấu. Anh/chị ghi một số, hoặc ghi bằng lời."
    if unreadable(target.wanted):
        return f"Mức phấn đấu {text.quoted(target.wanted)} của {text.quoted(name)} chưa đọc được. Anh/chị viết số như 87,5 hoặc 1.234, hoặc ghi bằng lời."
    if target.at_most and read_wanted(target.wanted, target.measure).number is None:
        return f"Chỉ tiêu {text.quoted(name)} là «Không quá» nên mức phấn đấu phải là một số, như 2 hoặc 5,5."
    if target.points is not None and not 1 <= target.points <= MOST_POINTS:
        return f"Điểm tối đa của {text.quoted(name)} từ 1 đến {numbers.integer(MOST_POINTS)}, hoặc để trống nếu không chấm điểm."
    for value, what in ((target.name, "Tên chỉ tiêu"), (target.measure, "Đơn vị tính"), (target.wanted, "Mức phấn đấu")):
        if sentence := too_long(value, LINE_LENGTH, what):
            return sentence
    return None


def post_of(data: CovenantInput, unit_id: UUID) -> Post:
    """What a unit is among the parties."""
    return Post.HEAD if unit_id == data.head else Post.DEPUTY if unit_id in data.deputies else Post.MEMBER


def post_words(post: Post, cluster: str) -> str:
    """`Trưởng khối`, `Phó trưởng cụm`: by how the parties call their group; nothing for a member."""
    if post is Post.MEMBER:
        return ""
    return f"{post.label} {'khối' if text.search_key(cluster).startswith('khoi') else 'cụm'}"


def check_changeable(covenant: Covenant) -> str | None:
    """Why the text of a covenant cannot be changed now, or None: what was already reported against stays."""
    if covenant.state is State.CLOSED:
        return "Giao ước đã tổng kết nên không sửa được nữa."
    told = [party.name for party in covenant.parties if party.report is not None and party.report.state is not ReportState.RETURNED]
    if told:
        return f"{_some(told)} đã báo cáo theo lời giao ước này nên chưa sửa được. Anh/chị trả lại báo cáo trước nếu cần sửa."
    return None


def check_reason(reason: str, missing: str, field: str = "reason") -> dict[str, str]:
    """Why something is changed, returned or taken back: a sentence, kept whole."""
    if not text.clean(reason):
        return {field: missing}
    sentence = too_long(reason, REASON_LENGTH, "Lý do")
    return {field: sentence} if sentence else {}


def check_join(covenant: Covenant, party: Party, edition: int) -> str | None:
    """Why a party cannot join now, or None."""
    if covenant.state is not State.OPEN:
        return f"Giao ước đang ở trạng thái «{covenant.state.label}» nên không ký được."
    if edition != covenant.edition:
        return f"Giao ước vừa được sửa thành bản {covenant.edition}. Anh/chị đọc bản mới rồi ký."
    if party.joined is not None:
        return f"{party.name} đã ký bản {covenant.edition} của giao ước này."
    return None


def check_signed(covenant: Covenant, data: SignedInput, today: date) -> dict[str, str]:
    """Which parties signed on paper, on a day that has come."""
    wrong: dict[str, str] = {}
    waiting = {party.unit_id for party in covenant.waiting}
    if not data.units:
        wrong["units"] = "Anh/chị chọn đơn vị đã ký trên giấy."
    elif not set(data.units) <= waiting:
        wrong["units"] = "Có đơn vị không thuộc giao ước này hoặc đã ký rồi. Anh/chị chọn lại."
    if data.on is None:
        wrong["on"] = "Anh/chị chọn ngày ký."
    elif data.on > today:
        wrong["on"] = f"Ngày {dates.short(data.on)} chưa tới. Hôm nay là {dates.short(today)}."
    return wrong


def check_closing(covenant: Covenant, conclusion: str) -> dict[str, str]:
    """A covenant ends when nothing waits for a word: no report is still to be confirmed; what the parties concluded is said."""
    waiting = [party.name for party in covenant.parties if party.report is not None and party.report.state is ReportState.SENT]
    if waiting:
        return {"": f"Báo cáo của {_some(waiting)} đang chờ xác nhận. Anh/chị xác nhận hoặc trả lại trước khi tổng kết."}
    if not text.clean(conclusion):
        return {"conclusion": "Anh/chị ghi kết luận: đánh giá chung, xếp thứ, đơn vị được suy tôn (nếu có)."}
    sentence = too_long(conclusion, CONTENT_LENGTH, "Kết luận")
    return {"conclusion": sentence} if sentence else {}


def _some(names: list[str]) -> str:
    """Names in a sentence: all of three, else the first two and how many more."""
    return ", ".join(names) if len(names) <= 3 else f"{', '.join(names[:2])} và {len(names) - 2} đơn vị nữa"
