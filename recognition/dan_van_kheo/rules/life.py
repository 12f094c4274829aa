"""The life of a model: how far it came, when its unit should say a word, when it is silent. Dates in, a life out.

No law says how often a model reports between registration and the yearly report: local guidance asks for a review in the middle of
the year and for models that no longer work to be struck off (domain notes 4.2). So the rhythm is the office's own, kept among the
regulations as not verified, and the two looks back at a recognised model are after six and twelve months.
"""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from recognition.dan_van_kheo.life_terms import Days, Life, Note, NoteInput, Stage, Step
from recognition.dan_van_kheo.rules import REASON_LENGTH, check_figures
from recognition.hall.lengths import too_long
from recognition.hall.words import ModelState
from vietnamese import dates, text

#: Without a regulation: this many days without a sign of life are silence.
SILENT_DAYS = 90
#: A unit is reminded this many days before a sign of life is due.
NOTICE_DAYS = 14
#: Months after recognition at which a model is asked whether it still works.
LOOKS = ((Stage.ALIVE_6, 6), (Stage.ALIVE_12, 12))
DONE_LENGTH = 2_000
#: Days in which the author of a note may put it right or take it back.
MEND_DAYS = 7

_AT_WORK = frozenset({ModelState.APPROVED, ModelState.WORKING})
_PRAISED = frozenset({ModelState.RECOGNISED, ModelState.OUTSTANDING, ModelState.CONTINUED})


def months_after(day: date, months: int) -> date:
    """The same day so many months on; the month's last day where it is shorter."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _begun(days: Days) -> date:
    """The first day of the year's life that anybody knows of."""
    return days.started_on or days.registered_on


def last_sign(days: Days, today: date) -> date:
    """The newest day, up to today, on which the model was seen at work."""
    known = (_begun(days), days.reported_on, days.recognised_on, *days.signs)
    return max((day for day in known if day is not None and day <= today), default=days.registered_on)


def alive_on(days: Days, months: int) -> date | None:
    """The first sign of life so many months after recognition or later: earlier signs prove nothing about that day."""
    if days.recognised_on is None:
        return None
    return min((day for day in days.signs if day >= months_after(days.recognised_on, months)), default=None)


def due(days: Days, today: date, every: int) -> date | None:
    """The day by which a sign of life is wanted, or None: nothing is wanted of what ended, stopped, waits for others, or goes on in a later year.

    At work: `every` days after the last sign. Recognised: six and twelve months after recognition, until there was one.
    """
    if days.ended or days.stopped_on is not None or not days.latest:
        return None
    if days.state in _AT_WORK:
        return last_sign(days, today) + timedelta(days=every)
    if days.state in _PRAISED and days.recognised_on is not None:
        return next((months_after(days.recognised_on, months) for _, months in LOOKS if alive_on(days, months) is None), None)
    return None


def reminded(wanted: date | None, today: date) -> bool:
    """Whether the unit is reminded of a sign of life today."""
    return wanted is not None and today >= wanted - timedelta(days=NOTICE_DAYS)


def _stage(days: Days) -> Stage:
    if days.ended:
        return Stage.ENDED
    if days.stopped_on is not None:
        return Stage.STOPPED
    reached = [step.stage for step in _line(days) if step.reached]
    return reached[-1]


def _line(days: Days) -> list[Step]:
    """The six steps of the life line. A report without a start means that the work had begun."""
    started = days.started_on or days.reported_on
    line = [
        Step(Stage.REGISTERED, days.registered_on, True),
        Step(Stage.WORKING, started, started is not None),
        Step(Stage.REPORTED, days.reported_on, days.reported_on is not None),
        Step(Stage.RECOGNISED, days.recognised_on, days.recognised_on is not None),
    ]
    for stage, months in LOOKS:
        seen = alive_on(days, months)
        line.append(Step(stage, seen or (months_after(days.recognised_on, months) if days.recognised_on else None), seen is not None))
    return line


def life(days: Days, today: date, every: int) -> Life:
    """The life of a year today. Silent: a sign was wanted before today and the last one is more than `every` days old."""
    seen, wanted = last_sign(days, today), due(days, today, every)
    quiet = (today - seen).days
    silent = wanted is not None and today > wanted and quiet > every
    return Life(_stage(days), seen, wanted, quiet if silent else None, tuple(_line(days)), days.stopped_on)


def check_note(data: NoteInput, registered_on: date, today: date) -> dict[str, str]:
    """A note has its day, between registration and today, says what was done, and whether the model goes on; why, if not."""
    wrong: dict[str, str] = {}
    if data.on_date is None:
        wrong["on_date"] = "Anh/chị chọn ngày của ghi nhận."
    elif data.on_date > today:
        wrong["on_date"] = f"Ngày này chưa tới. Hôm nay là {dates.short(today)}."
    elif data.on_date < registered_on:
        wrong["on_date"] = f"Mô hình đăng ký ngày {dates.short(registered_on)}. Anh/chị chọn ngày từ hôm đó trở đi."
    if not text.clean(data.done):
        wrong["done"] = "Anh/chị nêu ngắn gọn việc đã làm từ lần ghi trước."
    for field, value, limit, what in (("done", data.done, DONE_LENGTH, "Việc đã làm"), ("reason", data.reason, REASON_LENGTH, "Lý do dừng")):
        sentence = too_long(value, limit, what)
        if sentence:
            wrong[field] = sentence
    if data.going is None:
        wrong["going"] = "Anh/chị chọn mô hình còn hoạt động hay đã dừng."
    elif not data.going and not text.clean(data.reason):
        wrong["reason"] = "Anh/chị ghi vì sao mô hình dừng."
    return wrong | check_figures(data.figures)


def may_mend(note: Note, who: UUID, recognised_on: date | None, today: date) -> str | None:
    """Why somebody may not put a note right or take it back; None: they may.

    Its author may, within a week, until the year is recognised: recognition rests on the notes as they stood.
    """
    if note.by != who:
        return "Chỉ người đã ghi mới sửa, bỏ được ghi giữa kỳ này. Anh/chị ghi thêm một ghi mới."
    if recognised_on is not None and note.made_on <= recognised_on:
        return "Mô hình đã được công nhận theo các ghi giữa kỳ này nên không sửa, bỏ được nữa. Anh/chị ghi thêm một ghi mới."
    if (today - note.made_on).days > MEND_DAYS:
        return f"Ghi giữa kỳ sửa, bỏ được trong {MEND_DAYS} ngày kể từ ngày ghi {dates.short(note.made_on)}. Anh/chị ghi thêm một ghi mới."
    return None


def check_notes(days: Iterable[date], required: int) -> dict[str, str]:
    """Recognition may ask for mid-term notes of so many different days; 0 asks for none."""
    found = len(set(days))
    if found >= required:
        return {}
    return {"": f"Mô hình mới có {found} lần ghi giữa kỳ, quy định cần {required} lần. Anh/chị nhờ đơn vị ghi thêm trước khi công nhận."}
