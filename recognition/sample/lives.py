"""How the sample's models live between their reports: mid-term notes, a few that fall silent, units that learn from recognised ones.

The chance here is a model's own, so that nothing else of the sample's year changes with it.
"""

import random
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from recognition.dan_van_kheo import actions as models
from recognition.dan_van_kheo.life_terms import NoteInput
from recognition.dan_van_kheo.spread_terms import LearnInput
from recognition.dan_van_kheo.terms import Figure, Measure
from recognition.hall.actor import Actor
from recognition.sample.words import SEED, moment
from recognition.sample.year import Year

_DONE = (
    "Đã làm xong phần việc của quý; công khai kết quả ở bảng tin, có 12 góp ý của người dân, đã sửa hai điểm.",
    "Duy trì đều hằng tuần. Thêm ba đảng viên trẻ nhận việc; còn vướng ở khâu đi lại mùa mưa.",
    "Sơ kết giữa năm: số người đến tăng so với quý trước, thủ tục còn hai bước, sẽ bớt một.",
    "Vẫn làm đúng lịch; mời thêm tổ dân phố bên cạnh cùng tham gia.",
)
_STOPPED = "Người phụ trách chuyển công tác, chưa có người thay; chi uỷ sẽ bàn lại đầu năm sau."
_ADAPTED = (
    "Làm vào chiều thứ sáu thay vì sáng thứ bảy, cho hợp giờ của đơn vị.",
    "Thêm phần hướng dẫn dịch vụ công trực tuyến tại chỗ.",
    "Gọn hơn: một tổ ba người, luân phiên hằng tháng.",
)
_RESULTS = ("Đã làm được bốn buổi, 46 người tham gia.", "Mới làm một tháng, người dân ủng hộ.", "")


def plan_notes(year: Year, code: str, year_id: UUID, number: int, aim: str) -> None:
    """Notes while a model works and after its recognition: most in summer and in November, one in four falls silent, one stops."""
    if aim in ("registered", "approved") or number % 4 == 3:
        return
    dice, who = random.Random(SEED + number), year.ground.actors[f"nominator:{code}"]
    first = date(2026, 7, dice.randint(1, 28))
    later = date(2026, 11, dice.randint(2, 18))
    for day in (first, later) if aim == "working" else (first,):
        stops = number % 20 == 6 and day == later
        figures = (Figure(Measure.PEOPLE, dice.randint(20, 180) * 100, "người"),) if number % 3 == 0 else ()
        data = NoteInput(day, _STOPPED if stops else dice.choice(_DONE), figures, not stops, "Người phụ trách chuyển công tác." if stops else "")
        year.plan(moment(day, 15, dice.randint(0, 59)), partial(_note, who, year_id, data))


def plan_learning(year: Year) -> None:
    """After the recognitions of the year: every fifth recognised model is taken over by one to three units, some with a model of their own."""
    year.plan(moment(date(2026, 10, 5), 8), lambda: _learning(year))


def _note(who: Actor, year_id: UUID, data: NoteInput) -> None:
    models.note(who, year_id, data)


def _learn(who: Actor, year_id: UUID, data: LearnInput) -> None:
    models.replicate(who, year_id, data)


def _learning(year: Year) -> None:
    """A unit that registered the same kind of model later learned from it; others do likewise without registering."""
    secretary = year.ground.actors["secretary"]
    writers = {year.ground.units[code]: year.ground.actors[f"nominator:{code}"] for code in year.ground.acting("")}
    recognised = {row.model_id for row in models.examples(secretary, limit=200).rows}
    places = [at for at, one in enumerate(year.models) if one.id in recognised]
    for count, at in enumerate(places):
        source, dice = year.models[at], random.Random(SEED + 1000 + at)
        later = [one for one in year.models[at + 1 :] if _kind(one.name) == _kind(source.name) and one.unit_id != source.unit_id]
        learned = {source.unit_id}
        if later and count % 2 == 0:
            learned.add(later[0].unit_id)
            _plan_link(year, writers[later[0].unit_id], source.year.id, later[0].unit_id, dice, later[0].id)
        if len(later) > 1 and count % 6 == 0 and later[1].unit_id not in learned:
            # the chain goes on; the one in the middle may not be recognised yet, so the secretary writes it down
            _plan_link(year, secretary, later[0].year.id, later[1].unit_id, dice, later[1].id, date(2026, 11, 8))
        if count % 5 == 0:
            for code in dice.sample(year.ground.acting(""), 1 + count % 3):
                if year.ground.units[code] not in learned:
                    _plan_link(year, year.ground.actors[f"nominator:{code}"], source.year.id, year.ground.units[code], dice)


def _kind(name: str) -> str:
    return name.split(" (")[0]


def _plan_link(
    year: Year, who: Actor, year_id: UUID, unit_id: UUID, dice: random.Random, own: UUID | None = None, first: date = date(2026, 10, 6)
) -> None:
    """One link on a day of the weeks after `first`."""
    day = first + timedelta(days=dice.randint(0, 13 if own else 40))
    data = LearnInput(unit_id, day, dice.choice(_ADAPTED), dice.choice(_RESULTS), own)
    year.plan(moment(day, 16, dice.randint(0, 59)), partial(_learn, who, year_id, data))
