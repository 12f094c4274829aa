"""What a record and its points must hold. Plain values in, sentences out.

No law fixes how often an agency holds dialogues (Luật 10/2022/QH15, Điều 59(1)b asks for them "theo quy định của pháp luật"), so
nothing here counts them: a record only has to be whole, and a promise has to have its day and its keeper.
"""

from datetime import date

from recognition.grassroots.terms import OWN, Kind, Point, PointInput, RecordInput, Standing
from recognition.hall.lengths import too_long
from vietnamese import dates, numbers, text

TITLE_LENGTH, LINE_LENGTH, STORY_LENGTH, POINT_LENGTH = 300, 300, 10_000, 2_000
#: More people than this at one meeting are a slip of the finger.
MOST_PEOPLE = 1_000_000
#: Nothing was recorded before the seed's own time: Chỉ thị 30-CT/TW founded the QCDC in 1998.
EARLIEST = date(1998, 2, 18)

_CHAIR = {
    Kind.DIALOGUE: "Anh/chị ghi người đứng đầu, lãnh đạo đã đối thoại.",
    Kind.REVIEW: "Anh/chị ghi ai chủ trì buổi sơ kết.",
}
_CONTENT = {Kind.REVIEW: "Anh/chị ghi nội dung đã sơ kết.", Kind.OUTREACH: "Anh/chị ghi nội dung đã tuyên truyền."}


def check_record(data: RecordInput, today: date) -> dict[str, str]:
    """A record has its unit, day (not in the future), title and place; a dialogue says who met whom, outreach how many were reached."""
    wrong: dict[str, str] = {}
    if data.kind not in OWN:
        wrong["kind"] = "Anh/chị chọn đối thoại, sơ kết hoặc buổi tuyên truyền."
    if data.unit_id is None:
        wrong["unit_id"] = "Anh/chị chọn đơn vị."
    if data.issuer_id is None:
        wrong["issuer_id"] = "Anh/chị chọn cơ quan theo dõi."
    wrong |= check_day("on_date", data.on_date, today)
    if not text.clean(data.title):
        wrong["title"] = "Anh/chị ghi tên cuộc đối thoại, buổi họp."
    if not text.clean(data.place):
        wrong["place"] = "Anh/chị ghi địa điểm."
    for field, value, wanted in (("chair", data.chair, _CHAIR), ("content", data.content, _CONTENT)):
        if data.kind in wanted and not text.clean(value):
            wrong[field] = wanted[data.kind]
    return wrong | _check_people(data) | _check_lengths(data)


def check_day(field: str, day: date | None, today: date) -> dict[str, str]:
    """The day on which something was held: not in the future."""
    if day is None:
        return {field: "Anh/chị chọn ngày."}
    if day > today:
        return {field: f"Ngày {dates.short(day)} chưa tới. Hôm nay là {dates.short(today)}; sổ chỉ ghi việc đã làm."}
    if day < EARLIEST:
        return {field: f"Ngày {dates.short(day)} quá xa. Anh/chị xem lại năm."}
    return {}


def _check_people(data: RecordInput) -> dict[str, str]:
    people = data.people or 0
    if not 0 <= people <= MOST_PEOPLE:
        return {"people": f"Số người từ 0 đến {numbers.integer(MOST_PEOPLE)}. Anh/chị xem lại."}
    if data.kind is Kind.DIALOGUE and not people and not text.clean(data.organisations):
        return {"people": "Đối thoại phải có người dự. Anh/chị ghi số người lao động hoặc tên tổ chức đã dự."}
    if data.kind is Kind.OUTREACH and not people:
        return {"people": "Anh/chị ghi số người được tuyên truyền, ít nhất 1."}
    return {}


def _check_lengths(data: RecordInput) -> dict[str, str]:
    limits = (
        ("title", data.title, TITLE_LENGTH, "Tên"), ("place", data.place, LINE_LENGTH, "Địa điểm"), ("chair", data.chair, POINT_LENGTH, "Phần chủ trì"),
        ("organisations", data.organisations, POINT_LENGTH, "Phần tổ chức dự"), ("content", data.content, STORY_LENGTH, "Nội dung"),
        ("result", data.result, STORY_LENGTH, "Kết luận"),
    )  # fmt: skip
    return {field: sentence for field, value, limit, what in limits if (sentence := too_long(value, limit, what))}


def check_point(data: PointInput, held_on: date | None, finding: bool = False) -> dict[str, str]:
    """A question or finding; what is promised has somebody responsible and a day, not before the day on which it was promised."""
    wrong: dict[str, str] = {}
    if not text.clean(data.said):
        wrong["said"] = "Anh/chị ghi điều đã phát hiện." if finding else "Anh/chị ghi câu hỏi, kiến nghị."
    promised = bool(text.clean(data.promise))
    what = "việc phải khắc phục" if finding else "cam kết"
    if promised and not text.clean(data.responsible):
        wrong["responsible"] = f"Anh/chị ghi ai chịu trách nhiệm thực hiện {what}."
    if promised and data.due is None:
        wrong["due"] = f"Anh/chị chọn hạn của {what}."
    if data.due is not None and held_on is not None and data.due < held_on:
        wrong["due"] = f"Hạn {dates.short(data.due)} trước ngày họp {dates.short(held_on)}. Anh/chị xem lại hai ngày này."
    if not promised and (data.due is not None or text.clean(data.responsible)):
        wrong["promise"] = f"Đã có hạn hoặc người chịu trách nhiệm thì anh/chị ghi rõ {what}."
    limits = (("said", data.said, "Phần này"), ("answer", data.answer, "Trả lời"), ("promise", data.promise, "Cam kết"))
    for field, value, name in (*limits, ("said_by", data.said_by, "Phần người hỏi"), ("responsible", data.responsible, "Phần người chịu trách nhiệm")):
        if sentence := too_long(value, POINT_LENGTH if (field, value, name) in limits else LINE_LENGTH, name):
            wrong[field] = sentence
    return wrong


def check_kept(point: Point, done_on: date | None, how: str, held_on: date | None, today: date) -> dict[str, str]:
    """A promise was kept on a day, from the meeting to today, and it is said how."""
    if not point.promise:
        return {"": "Mục này không có cam kết nên không có gì để ghi đã làm."}
    wrong = check_day("done_on", done_on, today)
    if done_on is not None and held_on is not None and done_on < held_on:
        wrong["done_on"] = f"Ngày {dates.short(done_on)} trước ngày họp {dates.short(held_on)}. Anh/chị xem lại."
    if not text.clean(how):
        wrong["done_how"] = "Anh/chị ghi đã làm gì, kết quả ra sao."
    if sentence := too_long(how, POINT_LENGTH, "Kết quả"):
        wrong["done_how"] = sentence
    return wrong


def standing(point: Point, today: date) -> Standing:
    """How a promise stands: late from the day after its due day."""
    if not point.promise:
        return Standing.NONE
    if point.done_on is not None:
        return Standing.KEPT
    return Standing.LATE if point.due is not None and point.due < today else Standing.OPEN


def check_change(point: Point, data: PointInput) -> dict[str, str]:
    """A promise that was kept stays; its words may still be put right."""
    if point.done_on is not None and not text.clean(data.promise):
        return {"promise": "Cam kết này đã ghi là thực hiện nên không bỏ được."}
    if point.done_on is not None and data.due is not None and data.due != point.due:
        return {"due": "Cam kết này đã thực hiện nên không đổi hạn được nữa."}
    return {}
