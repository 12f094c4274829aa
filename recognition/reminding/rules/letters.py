"""What a letter says, by which ways it goes, how far it has come, and what is wrong with changed words."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from recognition.hall.lengths import bounded, too_long
from recognition.reminding.terms import (
    Grade,
    Letter,
    LetterKind,
    LetterState,
    Reached,
    Reminder,
    Thing,
    Way,
    WayState,
    Words,
)
from vietnamese import dates, text

SUBJECT_LENGTH, BODY_LENGTH, REASON_LENGTH, NUMBER_LENGTH = 200, 5_000, 300, 60
#: More things than this in one letter nobody reads; the rest are counted.
MOST_LINES = 20
#: A citizen's number has 12 figures, an older one 9; telephone numbers have 10 or 11.
_IDENTITY = re.compile(r"(?<!\d)(?:\d{9}|\d{12})(?!\d)")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")

_GRADES = list(Grade)


def words(reminders: Sequence[Reminder], addressee: str, today: date, *, of_unit: bool, spoken: str = "anh/chị") -> Words:
    """What one addressee is told: at least one reminder, the most pressing first. `spoken`: how the organ calls a person."""
    kinds = {each.fact.kind for each in reminders}
    verb = "đôn đốc" if of_unit else "nhắc"
    subject = f"{verb} {_small(next(iter(kinds)).label)}" if len(kinds) == 1 else f"{verb} thực hiện công tác thi đua, khen thưởng"
    who = addressee if of_unit else spoken
    lines = [f"{number}. {each.sentence}" for number, each in enumerate(reminders[:MOST_LINES], 1)]
    rest = len(reminders) - MOST_LINES
    more = [f"Ngoài ra còn {rest} việc nữa, xem trong phần mềm."] if rest > 0 else []
    opening = f"Đến {dates.long(today)}, {who} còn {len(reminders)} việc cần làm trong công tác thi đua, khen thưởng:"
    closing = f"Đề nghị {who} hoàn thành trong hạn; việc đã quá hạn thì làm ngay, chưa làm được thì báo lý do cho thư ký. Nếu đã làm xong, xin bỏ qua thư này."
    grade = min((each.grade for each in reminders), key=_GRADES.index)
    return Words(subject, "\n".join([opening, *lines, *more, closing]), grade)


def _small(name: str) -> str:
    """A name inside a sentence."""
    return name[:1].lower() + name[1:]


def things(reminders: Iterable[Reminder]) -> tuple[Thing, ...]:
    """The lines of a letter as they are kept."""
    return tuple(Thing(each.fact.kind, each.fact.object_id, each.sentence, each.grade) for each in reminders)


def check_words(subject: str, body: str) -> dict[str, str]:
    """What is wrong with changed words. Identity numbers do not go into letters."""
    wrong: dict[str, str] = {}
    for field, value, name, most in (("subject", subject, "Trích yếu", SUBJECT_LENGTH), ("body", body, "Nội dung thư", BODY_LENGTH)):
        if not text.clean(value):
            wrong[field] = f"Anh/chị chưa nhập {_small(name)}."
        elif sentence := too_long(value, most, name):
            wrong[field] = sentence
        elif found := _IDENTITY.search(value):
            wrong[field] = f"{name} có dãy {len(found.group())} chữ số giống số định danh cá nhân. Thư nhắc không ghi số này; anh/chị bỏ đi."
    return wrong


def check_reason(reason: str) -> dict[str, str]:
    """Leaving a letter out needs no reason; one that is given is short."""
    return bounded(("reason", reason, REASON_LENGTH, "Lý do"))


def check_paper(number: str, day: date | None, today: date) -> dict[str, str]:
    """A công văn that went has its number and day, the day not after today."""
    wrong: dict[str, str] = {}
    if not text.clean(number):
        wrong["number"] = "Anh/chị ghi số, ký hiệu của công văn đã gửi."
    elif sentence := too_long(number, NUMBER_LENGTH, "Số, ký hiệu"):
        wrong["number"] = sentence
    if day is None:
        wrong["day"] = "Anh/chị chọn ngày gửi."
    elif day > today:
        wrong["day"] = f"Ngày gửi {dates.short(day)} chưa tới. Hôm nay là {dates.short(today)}."
    return wrong


def mail_address(typed: str) -> str:
    """An address that a letter may go to, or nothing: no line breaks, no second address, no name around it."""
    return typed if len(typed) <= 200 and _ADDRESS.fullmatch(typed) else ""


def ways(kind: LetterKind, people: Sequence[Reached], *, by_mail: bool) -> list[tuple[Way, Reached | None]]:
    """How a letter goes to an addressee with these accounts: into each inbox, by e-mail where wanted and an address is there, else on paper.

    A digest tells of an inbox, so it goes by e-mail alone.
    """
    inbox = [(Way.INBOX, one) for one in people] if kind is LetterKind.REMINDER else []
    mail = [(Way.MAIL, one) for one in _once(people) if by_mail]
    found: list[tuple[Way, Reached | None]] = [*inbox, *mail]
    return found or ([(Way.PAPER, None)] if kind is LetterKind.REMINDER else [])


def mail_subject(letter: Letter) -> str:
    """The subject of a mail: its letter's, as a sentence begins."""
    return letter.subject[:1].upper() + letter.subject[1:]


def mail_body(letter: Letter, organ: str, link: str) -> str:
    """What a mail says: the letter's own words, where to go on, from whom; nothing that the letter did not say."""
    way_in = f"Mở phần mềm: {link}" if link else "Anh/chị mở phần mềm Gương Sáng, mục «Việc cần làm»."
    return f"Kính gửi: {letter.addressee}\n\n{letter.body}\n\n{way_in}\n\n{organ}\nThư do {letter.decided_by} duyệt, gửi từ phần mềm Gương Sáng."


def _once(people: Sequence[Reached]) -> list[Reached]:
    """One for each address that a letter may go to: two accounts may share one."""
    return list({mail_address(one.email).casefold(): one for one in reversed(people) if mail_address(one.email)}.values())[::-1]


def state_after(ways: Iterable[WayState]) -> LetterState:
    """How far an approved letter has come by its ways."""
    states = set(ways)
    if states & {WayState.WAITING, WayState.SENDING}:
        return LetterState.APPROVED
    return LetterState.FAILED if WayState.FAILED in states else LetterState.SENT


def check_open(letter: Letter, *states: LetterState) -> str:
    """The sentence when a letter no longer stands where a click expects it; empty when it does."""
    return "" if letter.state in states else f"Thư gửi {letter.addressee} đang ở trạng thái «{letter.state.label}» nên không làm được việc này."
