"""The sample's book of grassroots democracy: a few dialogues with promises kept, open and overdue, a review, outreach sessions.

The chance here is a unit's own, so that nothing else of the sample's year changes with it.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from recognition.campaigns.themes import Democracy, Papi
from recognition.grassroots import actions as grassroots
from recognition.grassroots.terms import Kind, PlanInput, PointInput, Record, RecordInput, ResultInput
from recognition.hall.actor import Actor
from recognition.nominations.terms import Tags
from recognition.sample.words import SEED, moment
from recognition.sample.year import Year

Event = tuple[datetime, Callable[[], None]]
_CHAIRS = "Đ/c Bí thư cấp uỷ\nThủ trưởng đơn vị"
_BODIES = "Công đoàn cơ sở\nChi đoàn thanh niên\nHội Cựu chiến binh"
#: What is asked: by whom, the answer, the promise, who keeps it.
_ASKED = (
    ("Nhà xe dột, mùa mưa không có chỗ để xe.", "Tổ công đoàn 2", "Tiếp thu, sửa ngay trong quý.", "Lợp lại mái nhà xe.", "Văn phòng"),
    ("Lịch trực cuối tuần chia chưa đều giữa các bộ phận.", "Bộ phận một cửa", "Đồng ý chia lại, luân phiên theo tháng.", "Ban hành lịch trực mới.", "Phòng Tổ chức"),
    ("Chậm công khai danh sách xét nâng lương trước hạn.", "", "Sẽ niêm yết đủ ngày theo quy định.", "Niêm yết danh sách trước khi xét.", "Ban Chỉ đạo QCDC"),
    ("Đề nghị có chỗ nghỉ trưa cho người ở xa.", "Chi đoàn", "Sẽ bố trí phòng ở tầng 1.", "Sắp xếp phòng nghỉ trưa.", "Công đoàn cơ sở"),
    ("Mạng ở bộ phận tiếp dân hay đứt.", "Tổ tiếp dân", "Đã làm việc với nhà mạng.", "", ""),
)
_TAGS = (Tags(None, (Papi.ACCOUNTABILITY,), (Democracy.DIALOGUE,)), Tags(None, (Papi.TRANSPARENCY, Papi.ACCOUNTABILITY), (Democracy.DIALOGUE, Democracy.KNOW)))


def plan(year: Year) -> None:
    """Every third unit that nominates keeps its book."""
    issuer = year.ground.issuers["committee"]
    for number, code in enumerate(year.ground.acting("")):
        if number % 3 == 0:
            for at, do in of_unit(year.ground.actors[f"nominator:{code}"], year.ground.units[code], issuer, number):
                year.plan(at, do)


    chosen = [year.ground.units[code] for code in year.ground.acting("")][::4]
    for at, do in inspections(year.ground.actors["secretary"], chosen, issuer):
        year.plan(at, do)


#: What is looked at, and what may be found: the finding, what is to be mended, by whom.
_LOOKED_AT = "Việc công khai, lấy ý kiến và hội nghị cán bộ, công chức, người lao động"
_FOUND = (
    ("Niêm yết kết quả khen thưởng mới được 12 ngày.", "Niêm yết đủ 20 ngày liên tục.", "Ban Chỉ đạo QCDC"),
    ("Chưa có biên bản lấy ý kiến về lịch trực.", "Lấy ý kiến lại, lập biên bản.", "Công đoàn cơ sở"),
)


def inspections(who: Actor, unit_ids: Sequence[UUID], issuer_id: UUID) -> Iterator[Event]:
    """The organ's plan of the year, two units a quarter; what was done until autumn, and one that was not."""
    for number, unit_id in enumerate(unit_ids[:8]):
        quarter, made = number // 2 + 1, list[UUID]()
        plan_it = PlanInput(issuer_id, None, (unit_id,), 2026, quarter, _LOOKED_AT, "Xem bảng tin, sổ họp, biên bản lấy ý kiến; gặp đại diện người lao động.")
        yield moment(date(2026, 1, 20), 9, number), partial(_plan, who, plan_it, made)
        if number < 5:
            done = date(2026, 3 * quarter - 1, 10 + number)
            yield moment(done, 16), partial(_inspect, who, made, done, number % 3)
            if number % 3 and number < 3:
                yield moment(done + timedelta(days=30), 10), partial(_mend, who, made, done + timedelta(days=30))


def _plan(who: Actor, data: PlanInput, made: list[UUID]) -> None:
    made += grassroots.plan(who, data)


def _inspect(who: Actor, made: list[UUID], done: date, findings: int) -> None:
    found = grassroots.get(who, made[0])
    result = ResultInput(done, "Đ/c Trưởng đoàn\nĐ/c Thư ký đoàn", "Cơ bản thực hiện đúng quy chế; hồ sơ đầy đủ.", "Trụ sở đơn vị")
    found = grassroots.inspect(who, found.id, found.version, result)
    for said, mend, keeper in _FOUND[:findings]:
        found = grassroots.note_point(who, found.id, found.version, PointInput(said, "", "", mend, keeper, done + timedelta(days=45)))


def _mend(who: Actor, made: list[UUID], day: date) -> None:
    found = grassroots.get(who, made[0])
    grassroots.keep(who, found.id, found.version, found.points[0].id, day, "Đã làm lại, có biên bản và ảnh chụp bảng tin.")


def of_unit(who: Actor, unit_id: UUID, issuer_id: UUID, number: int) -> Iterator[Event]:
    """What one unit writes in a year: a dialogue, then a review or an outreach session."""
    dice = random.Random(SEED + 5000 + number)
    held = date(2026, 5, 4) + timedelta(days=dice.randint(0, 160))
    talk = RecordInput(
        Kind.DIALOGUE, unit_id, issuer_id, held, "Đối thoại giữa người đứng đầu với người lao động", "Hội trường cơ quan", _CHAIRS, _BODIES, dice.randint(18, 90),
        "Thông báo kết quả công tác từ đầu năm; nghe ý kiến về điều kiện làm việc, công khai, chế độ.", "Trả lời bằng văn bản những việc chưa trả lời tại chỗ.",
        dice.choice(_TAGS),
    )  # fmt: skip
    yield moment(held, 16, dice.randint(0, 59)), partial(_talk, who, talk, dice.sample(_ASKED, 3), dice)
    day = date(2026, 6, 22) + timedelta(days=dice.randint(0, 100))
    yield moment(day, 15, dice.randint(0, 59)), partial(_write, who, _second(number, unit_id, issuer_id, day, dice.randint(25, 160)))


def _second(number: int, unit_id: UUID, issuer_id: UUID, day: date, people: int) -> RecordInput:
    if number % 2:
        return RecordInput(
            Kind.REVIEW, unit_id, issuer_id, day, "Sơ kết công tác dân vận 6 tháng đầu năm", "Phòng họp số 1", "Đ/c Bí thư cấp uỷ", "Công đoàn cơ sở", None,
            "Kiểm điểm quy chế phối hợp, kết quả «Dân vận khéo», việc thực hiện quy chế dân chủ.", "Mỗi tổ công đoàn nhận một việc cụ thể đến cuối năm.",
        )  # fmt: skip
    return RecordInput(
        Kind.OUTREACH, unit_id, issuer_id, day, "Tuyên truyền chỉ số PAPI và Luật Thực hiện dân chủ ở cơ sở", "Hội trường cơ quan", "Báo cáo viên cấp uỷ",
        "Công đoàn cơ sở", people, "Tám nội dung của PAPI; những việc phải công khai, người lao động bàn, quyết định, kiểm tra.", "",
        Tags(None, (Papi.PARTICIPATION, Papi.TRANSPARENCY), (Democracy.KNOW,)),
    )  # fmt: skip


def _write(who: Actor, data: RecordInput) -> None:
    grassroots.record(who, data)


def _talk(who: Actor, data: RecordInput, asked: list[tuple[str, str, str, str, str]], dice: random.Random) -> None:
    """The dialogue with its questions; some promises are due soon, some late in the year, and what was easy is done at once."""
    made: Record = grassroots.record(who, data)
    assert data.on_date is not None
    for number, (said, by, answer, promise, keeper) in enumerate(asked):
        due = data.on_date + timedelta(days=dice.choice((30, 60, 200))) if promise else None
        made = grassroots.note_point(who, made.id, made.version, PointInput(said, by, answer, promise, keeper, due))
        if promise and number == 0:
            made = grassroots.keep(who, made.id, made.version, made.points[-1].id, data.on_date, "Làm xong trong ngày, đã thông báo ở bảng tin.")
