"""Who is reminded of what on a day. Calendar days; facts and the day in, reminders out.

No law sets how often one reminds: the paces are the office's own habit, kept by its secretary. What has a deadline is reminded of from
some days before it; what has none, once it has waited for an answer long enough. Of a ballot nothing is known here but that the urn is
open: whoever stands on the roll gets the same words, voted or not, so that no letter ever tells who had not voted when it was written.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recognition.reminding.terms import Fact, Grade, Kind, Pace, Reminder
from vietnamese import dates

#: So few days before a deadline it is pressing.
CLOSE_DAYS = 2
#: A deadline that passed so long ago is reminded of no more: whoever sets deadlines closes or moves it.
LATE_MOST = 60
#: The limits of a pace, in days.
LEAST_DAYS, MOST_DAYS = 1, 60

Told = tuple[Kind, UUID, UUID | None]
_ASK_LATER = " Nếu cần thêm thời gian, đơn vị liên hệ thư ký để xin gia hạn."


@dataclass(frozen=True)
class _Manner:
    """How one kind is reminded of. `words` names the thing; `after`: what is said beside a passed deadline.

    `ends`: once the day has passed there is nothing left to do. `answers`: without a deadline it may wait for an answer first.
    """

    words: str
    after: str = ""
    ends: bool = False
    answers: bool = False
    grade: Grade = Grade.CLOSE


_MANNERS = {
    Kind.REGISTER: _Manner("Đăng ký mô hình «Dân vận khéo» của phong trào «{about}»", _ASK_LATER),
    Kind.MIDTERM: _Manner("Ghi giữa kỳ để biết mô hình «{about}» còn hoạt động"),
    Kind.REPORT: _Manner("Báo cáo kết quả, tự chấm điểm mô hình «{about}»", _ASK_LATER),
    Kind.NOMINATE: _Manner("Gửi đề nghị khen thưởng của phong trào «{about}»", _ASK_LATER),
    Kind.STILL: _Manner("Phong trào «{about}»: đơn vị chưa đăng ký mô hình, chưa gửi đề nghị nào"),
    Kind.RETURNED: _Manner("Hồ sơ {about} được trả lại để sửa, đơn vị chưa gửi lại", answers=True, grade=Grade.LATE),
    Kind.OPINION: _Manner("Cho ý kiến về người của đơn vị được đơn vị khác đề nghị khen, hồ sơ {about}", ends=True),
    Kind.PROOF: _Manner("Ký phiếu dò của Quyết định {about}", answers=True, grade=Grade.LATE),
    Kind.SCORE: _Manner("Chấm điểm {number} hồ sơ của phong trào «{about}»", answers=True),
    Kind.READ: _Manner("Đọc hồ sơ trước phiên họp «{about}», đã mở {done} trong {number} hồ sơ", ends=True),
    Kind.VOTE: _Manner("Thùng phiếu kín của phiên họp «{about}» đang mở; nếu đã bỏ phiếu thì bỏ qua lời nhắc này"),
    Kind.WRITTEN: _Manner("Gửi lại phiếu ý kiến bằng văn bản của phiên họp «{about}»"),
}


def reminder(fact: Fact, today: date, pace: Pace) -> Reminder | None:
    """The reminder of one fact on a day, or None: too early, too late, or told of within `pace.again_days`."""
    if fact.told_on is not None and (today - fact.told_on).days < pace.again_days:
        return None
    return standing(fact, today, pace)


def standing(fact: Fact, today: date, pace: Pace) -> Reminder | None:
    """As `reminder`, whenever it was told of before."""
    manner = _MANNERS[fact.kind]
    what = manner.words.format(about=fact.about, number=fact.number, done=fact.done)
    if fact.due is not None:
        return _by_the_day(fact, (fact.due - today).days, what, manner, pace)
    if fact.since is None:
        return None
    waited = (today - fact.since).days
    if waited < (pace.answer_days if manner.answers else 0):
        return None
    return Reminder(fact, manner.grade, _since(fact, what, fact.since, waited))


def _by_the_day(fact: Fact, left: int, what: str, manner: _Manner, pace: Pace) -> Reminder | None:
    """`left`: days until the deadline, negative after it."""
    if left > pace.ahead_days or left < (0 if manner.ends else -LATE_MOST):
        return None
    assert fact.due is not None
    day = dates.short(fact.due)
    if left < 0:
        return Reminder(fact, Grade.LATE, f"{what}: đã quá hạn {-left} ngày (hạn {day}).{manner.after}")
    said = f"hạn hôm nay, {day}" if left == 0 else f"hạn {day}, còn {left} ngày"
    return Reminder(fact, Grade.CLOSE if left <= CLOSE_DAYS else Grade.COMING, f"{what}: {said}.")


def _since(fact: Fact, what: str, since: date, waited: int) -> str:
    if fact.kind is Kind.VOTE:  # how long an urn has been open says nothing that helps
        return f"{what}."
    return f"{what}: từ {dates.short(since)}, đã {waited} ngày."


def due_today(facts: Iterable[Fact], today: date, pace: Pace, held: Container[Told] = ()) -> tuple[list[Reminder], int]:
    """The reminders of a day in the order of a letter, and how many things were left for later because they were told of lately.

    `held`: things that lie in a letter already. Whoever is asked to register or to send cases is not told besides that
    the campaign is still; a model that is asked for its report is not asked for a sign of life as well.
    """
    known = [(fact, standing(fact, today, pace)) for fact in facts]
    said = [each for each in _without_repetition([found for _, found in known if found is not None]) if each.fact.thing not in held]
    fresh = [each for each in said if reminder(each.fact, today, pace) is not None]
    return sorted(fresh, key=_place), len(said) - len(fresh)


def _without_repetition(found: Sequence[Reminder]) -> list[Reminder]:
    asked = {each.fact.thing for each in found}
    return [each for each in found if not any((kind, *each.fact.thing[1:]) in asked for kind in _SAYS_MORE.get(each.fact.kind, ()))]


_SAYS_MORE = {Kind.STILL: (Kind.REGISTER, Kind.NOMINATE), Kind.MIDTERM: (Kind.REPORT,)}
_GRADES, _KINDS = list(Grade), list(Kind)


def _place(one: Reminder) -> tuple[int, date, int, str]:
    return _GRADES.index(one.grade), one.fact.due or one.fact.since or date.max, _KINDS.index(one.fact.kind), one.sentence


def check_pace(pace: Pace) -> dict[str, str]:
    """What is wrong with a pace, field by field."""
    names = {"ahead_days": "Số ngày nhắc trước hạn", "again_days": "Số ngày giữa hai lần nhắc", "answer_days": "Số ngày chờ đơn vị trả lời"}
    return {name: f"{said} phải từ {LEAST_DAYS} đến {MOST_DAYS}." for name, said in names.items() if not LEAST_DAYS <= getattr(pace, name) <= MOST_DAYS}
